// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "slotfilling.h"

#include <app/rendering/itemkey.h>

namespace Quoth::Windows {

using namespace Annotation;
using Rendering::itemOf;

namespace {

struct Place
{
    const Attribution *attribution = nullptr;
    const Role *role = nullptr;
};

Place placeOf(Workbench &workbench, quint64 cardKey, int slot)
{
    const auto item = itemOf(cardKey);
    const auto *id = item ? std::get_if<AttributionId>(&*item) : nullptr;
    const Attribution *attribution = id ? workbench.index().attribution(*id) : nullptr;
    const FrameType *type = attribution ? workbench.schema().frameType(attribution->type) : nullptr;
    if (!type || slot < 0 || slot >= type->roles.size() || type->roles[slot].labels.isEmpty())
        return {};
    return {attribution, &type->roles[slot]};
}

} // namespace

SlotFilling::SlotFilling(Workbench &workbench, Widgets::ArticleView &view, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_view(view)
{
    connect(&view, &Widgets::ArticleView::slotDropped, this, &SlotFilling::fill);
    connect(&view, &Widgets::ArticleView::slotActivated, this, &SlotFilling::activate);
}

void SlotFilling::fill(quint64 cardKey, int slot, const Widgets::Extent &words, quint64 highlight)
{
    const Place place = placeOf(m_workbench, cardKey, slot);
    if (!place.role)
        return;
    QString label = place.role->labels.constFirst();
    QList<TextRange> fragments{{words.begin, words.end}};
    const auto item = itemOf(highlight);
    if (const auto *id = item ? std::get_if<SpanId>(&*item) : nullptr) {
        // A highlight comes with all its pieces, and keeps its label where the role takes that.
        if (const Span *span = m_workbench.index().span(*id)) {
            fragments = span->fragments;
            if (place.role->labels.contains(span->label))
                label = span->label;
        }
    }
    const AttributionId attribution = place.attribution->id;
    const QString role = place.role->name;
    m_workbench.commit(m_workbench.edits().fillRole(attribution, role, label, fragments));
    const Attribution *filled = m_workbench.index().attribution(attribution);
    const QList<SpanId> spans = filled ? filled->spans(role) : QList<SpanId>();
    if (!spans.isEmpty())
        m_workbench.setCurrent(attribution, spans.constLast());
    m_view.clearSelection();
    m_view.setFocus();
}

void SlotFilling::activate(quint64 cardKey, int slot)
{
    const Place place = placeOf(m_workbench, cardKey, slot);
    if (!place.role)
        return;
    if (const Widgets::Extent words = m_view.selection(); !words.isEmpty()) {
        fill(cardKey, slot, words, 0);
        return;
    }
    const QList<SpanId> spans = place.attribution->spans(place.role->name);
    m_workbench.setCurrent(place.attribution->id, spans.isEmpty() ? std::nullopt : std::optional(spans.constFirst()));
    emit slotChosen(place.role->name);
    m_view.setFocus();
}

} // namespace Quoth::Windows
