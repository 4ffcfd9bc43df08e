// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench.h"

#include "schematexts.h"

namespace Quoth::Windows {

using namespace Annotation;
using Editing::Item;

Workbench::Workbench(Editing::EditSession &session, QObject *parent) : QObject(parent), m_session(session), m_schema(inInterfaceLanguage(session.schema()))
{
    // The first to be connected: whoever follows reads the new one.
    connect(&session, &Editing::EditSession::schemaChanged, this, [this] { m_schema = inInterfaceLanguage(m_session.schema()); });
    connect(&session.model(), &AnnotationModel::reset, this, [this] {
        m_selection = {};
        setCurrent(std::nullopt);
    });
    connect(&session.model(), &AnnotationModel::applied, this, &Workbench::dropWhatIsGone);
}

void Workbench::setCurrent(std::optional<Item> item, std::optional<SpanId> span, bool reveal)
{
    if (!span && item) {
        if (const auto *spanItem = std::get_if<SpanId>(&*item))
            span = *spanItem;
    }
    if (item == m_current && span == m_currentSpan && !reveal)
        return;
    m_current = item;
    m_currentSpan = span;
    emit currentChanged(reveal);
}

Editing::Edits Workbench::edits()
{
    return Editing::Edits(article(), index(), schema(), m_session.ids(), m_session.person());
}

void Workbench::commit(Edit edit)
{
    commit(QList{edit});
}

void Workbench::commit(QList<Edit> step)
{
    addSelection(step);
    m_session.commit(step);
}

Result<int> Workbench::commitPrepared(const Editing::EditSession::Prepare &prepare)
{
    return m_session.commitPrepared([this, &prepare](Storage::Project &project) {
        auto step = prepare(project); // in the project's thread, while this one waits
        if (step)
            addSelection(*step);
        return step;
    });
}

void Workbench::addSelection(QList<Edit> &step) const
{
    for (Edit &edit : step) {
        if (!m_session.model().isOpen() || edit.article != m_session.model().article().id)
            continue;
        edit.selectionBefore = m_selection;
        if (!edit.selectionAfter)
            edit.selectionAfter = m_selection;
    }
}

void Workbench::setSelection(TextRange selection)
{
    if (selection == m_selection)
        return;
    m_selection = selection;
    emit selectionChanged();
}

void Workbench::dropWhatIsGone()
{
    std::optional<Item> item = m_current;
    if (item) {
        const auto *attribution = std::get_if<AttributionId>(&*item);
        const bool there = attribution ? index().attribution(*attribution) != nullptr : index().span(std::get<SpanId>(*item)) != nullptr;
        if (!there)
            item = std::nullopt;
    }
    std::optional<SpanId> span = m_currentSpan;
    if (span && (!item || !index().span(*span)))
        span = std::nullopt;
    if (item != m_current || span != m_currentSpan)
        setCurrent(item, span);
}

} // namespace Quoth::Windows
