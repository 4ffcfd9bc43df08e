// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textwalk.h"

#include "actions.h"

#include <app/editing/textparts.h>

namespace Quoth::Windows {

using namespace Annotation;
using Editing::Item;

TextWalk::TextWalk(Workbench &workbench, QObject *parent) : QObject(parent), m_workbench(workbench)
{
    const struct
    {
        const char *id;
        QString text;
        QString key;
        std::function<void()> go;
    } steps[] = {
        {"select.grow", tr("Select more: word, quotation, clause, sentence, paragraph"), QStringLiteral("X"), [this] { grow(); }},
        {"select.shrink", tr("Select less"), QStringLiteral("Shift+X"), [this] { shrink(); }},
        {"quotation.next", tr("Next quotation without a label"), QStringLiteral("Z"), [this] { goToQuotation(true); }},
        {"quotation.previous", tr("Previous quotation without a label"), QStringLiteral("Shift+Z"), [this] { goToQuotation(false); }},
        {"claim.next", tr("Next claim"), QStringLiteral("C"), [this] { goToClaim(true); }},
        {"claim.previous", tr("Previous claim"), QStringLiteral("Shift+C"), [this] { goToClaim(false); }},
        {"attribution.next", tr("Next attribution"), QStringLiteral("Shift+J"), [this] { goToAttribution(true); }},
        {"attribution.previous", tr("Previous attribution"), QStringLiteral("Shift+K"), [this] { goToAttribution(false); }}};
    for (const auto &step : steps) {
        QAction *action = makeAction(this, step.id, step.text, {step.key});
        connect(action, &QAction::triggered, this, step.go);
        m_actions.append(action);
    }
}

void TextWalk::grow()
{
    const TextRange selection = m_workbench.selection();
    if (m_grown.isEmpty() || m_grown.constLast() != selection)
        m_grown = {selection};
    const TextRange next = Editing::nextLarger(m_workbench.article().text, selection);
    if (next == selection)
        return;
    m_grown.append(next);
    emit selected(next);
}

void TextWalk::shrink()
{
    if (m_grown.size() < 2 || m_grown.constLast() != m_workbench.selection())
        return;
    m_grown.removeLast();
    emit selected(m_grown.constLast());
}

void TextWalk::goToQuotation(bool forward)
{
    const TextRange selection = m_workbench.selection();
    const AnnotationIndex &index = m_workbench.index();
    const auto isLabelled = [&index](TextRange quotation) {
        const QList<SpanId> there = index.spansTouching(quotation);
        return std::any_of(there.begin(), there.end(), [&](SpanId id) {
            const Span *span = index.span(id);
            return span->provenance.state != State::Rejected && span->extent().overlaps(quotation)
                && (span->extent().contains(quotation) || quotation.contains(span->extent()))
                && span->extent().length() * 2 >= quotation.length();
        });
    };
    const QString &text = m_workbench.article().text;
    auto found = Editing::nextQuotation(text, forward ? selection.end : selection.begin, forward, isLabelled);
    if (!found) // round the end
        found = Editing::nextQuotation(text, forward ? 0 : qint32(text.size()), forward, isLabelled);
    if (found && *found != selection)
        emit selected(*found);
    else
        emit nothingFound(tr("No other quotation without a label"));
}

void TextWalk::goToClaim(bool forward)
{
    // Claims are what the schema asks attributes of.
    const Schema &schema = m_workbench.schema();
    const auto isClaim = [&schema](const Span &span) {
        const Label *label = schema.label(span.label);
        return label && !label->attributes.isEmpty() && span.provenance.state != State::Rejected;
    };
    const auto current = m_workbench.currentSpan();
    const auto &spans = m_workbench.index().spansInOrder();
    const qint32 place = current ? m_workbench.index().span(*current)->extent().begin : m_workbench.selection().begin;
    std::optional<SpanId> found;
    std::optional<SpanId> first;
    std::optional<SpanId> last;
    for (const IntervalIndex::Entry &entry : spans) {
        const Span &span = *m_workbench.index().span(entry.id);
        const qint32 begin = span.extent().begin;
        if (!isClaim(span) || entry.id == current)
            continue;
        first = first.value_or(entry.id);
        last = entry.id;
        if (forward && begin >= place && (begin > place || !current)) {
            found = entry.id;
            break;
        }
        if (!forward && begin < place)
            found = entry.id;
    }
    if (!found) // round the end
        found = forward ? first : last;
    if (found)
        m_workbench.setCurrent(Item(*found), *found, true);
    else
        emit nothingFound(tr("No other claim"));
}

void TextWalk::goToAttribution(bool forward)
{
    const AnnotationIndex &index = m_workbench.index();
    const QList<AttributionId> all = index.attributionsInOrder();
    const auto current = m_workbench.current();
    const auto *inHand = current ? std::get_if<AttributionId>(&*current) : nullptr;
    const qint32 place = m_workbench.selection().begin;
    std::optional<AttributionId> found;
    if (inHand) {
        const qsizetype at = all.indexOf(*inHand) + (forward ? 1 : -1);
        if (all.size() > 1)
            found = all[(at + all.size()) % all.size()]; // round the end
    } else {
        for (const AttributionId id : all) {
            const qint32 begin = index.extent(*index.attribution(id)).begin;
            if (forward && begin >= place) {
                found = id;
                break;
            }
            if (!forward && begin < place)
                found = id;
        }
    }
    if (found)
        m_workbench.setCurrent(Item(*found), std::nullopt, true);
    else
        emit nothingFound(tr("No other attribution"));
}

} // namespace Quoth::Windows
