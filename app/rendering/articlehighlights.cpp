// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articlehighlights.h"

#include "cardtext.h"
#include "itemkey.h"
#include "styles.h"
#include "words.h"

#include <app/annotation/nesting.h>

#include <QSet>

#include <algorithm>
#include <limits>

namespace Quoth::Rendering {

using namespace Annotation;
using Widgets::Highlight;
using Widgets::MarginCard;

namespace {

constexpr qsizetype mostWords = 200; // characters of a role that a card could ever show
constexpr int mostLines = 6; // nested attributions listed in one card

template<class T>
bool change(T &member, const T &value)
{
    if (member == value)
        return false;
    member = value;
    return true;
}

Widgets::Decision decisionOf(const Provenance &provenance)
{
    switch (provenance.state) {
    case State::Suggested: break;
    case State::Accepted: return Widgets::Decision::Accepted;
    case State::Rejected: return Widgets::Decision::Rejected;
    }
    return Widgets::Decision::Open;
}

QString noteLine(const QString &note) { return noteSign + u' ' + note.simplified(); }

QString badge(const Provenance &provenance, bool noted)
{
    const QString text = badgeText(provenance);
    return noted ? QString(noteSign + u' ' + text).trimmed() : text;
}

} // namespace

ArticleHighlights::ArticleHighlights(const Article &article, const AnnotationIndex &index, const Schema &schema)
    : m_article(article), m_index(index), m_schema(schema), m_states({State::Suggested, State::Accepted}), m_colouring(index)
{
    takeSchema();
}

void ArticleHighlights::takeSchema()
{
    m_styleOf.clear();
    for (qsizetype i = 0; i < m_schema.labels.size(); ++i)
        m_styleOf.insert(m_schema.labels[i].name, int(i));
}

bool ArticleHighlights::setStates(const QList<State> &states) { return change(m_states, states); }
bool ArticleHighlights::setDark(bool dark) { return change(m_dark, dark); }
bool ArticleHighlights::setCurrent(quint64 key) { return change(m_current, key); }

bool ArticleHighlights::setGhosts(const QList<Ghost> &ghosts) { return change(m_ghosts, ghosts); }
bool ArticleHighlights::setActiveSlot(int slot) { return change(m_activeSlot, slot); }

QList<Widgets::HighlightStyle> ArticleHighlights::styles() const
{
    const QList<Widgets::HighlightStyle> ofLabels = stylesOf(m_schema, m_dark);
    if (colourBy() == ColourBy::Label)
        return ofLabels;
    QList<Widgets::HighlightStyle> styles;
    for (const QColor &colour : m_colouring.colours()) {
        for (Widgets::HighlightStyle style : ofLabels) {
            style.colour = colour;
            styles.append(style);
        }
    }
    return styles;
}

QList<ArticleHighlights::LegendEntry> ArticleHighlights::legendOfMarks() const
{
    QSet<QString> used;
    for (const IntervalIndex::Entry &entry : m_index.spansInOrder()) {
        if (const Span &span = *m_index.span(entry.id); isShown(span.provenance))
            used.insert(span.label);
    }
    QList<LegendEntry> entries;
    for (int i = 0; i < m_schema.labels.size(); ++i) {
        if (used.contains(m_schema.labels[i].name))
            entries.append({i, m_schema.labels[i].title});
    }
    return entries;
}

QList<ArticleHighlights::LegendEntry> ArticleHighlights::legendOfColours() const
{
    const auto box = std::find_if(m_schema.labels.begin(), m_schema.labels.end(), [](const Label &label) { return label.mark == Mark::Box; });
    const int label = box == m_schema.labels.end() ? 0 : int(box - m_schema.labels.begin());
    QList<LegendEntry> entries;
    const QList<Colouring::Title> titles = m_colouring.titles(m_states);
    for (const Colouring::Title &title : titles)
        entries.append({styleIn(title.group, label), title.title});
    return entries;
}

int ArticleHighlights::styleOfCard(quint64 key) const
{
    const auto item = itemOf(key);
    if (!item)
        return 0;
    if (const auto *id = std::get_if<SpanId>(&*item)) {
        const Span *span = m_index.span(*id);
        return span ? styleIn(m_colouring.groupOf(*span), m_styleOf.value(span->label, 0)) : 0;
    }
    const Attribution *attribution = m_index.attribution(std::get<AttributionId>(*item));
    const FrameType *type = attribution ? m_schema.frameType(attribution->type) : nullptr;
    const QString label = type && !type->roles.isEmpty() ? type->roles.constFirst().labels.value(0) : QString();
    return attribution ? styleIn(m_colouring.groupOf(*attribution), m_styleOf.value(label, 0)) : 0;
}

QList<Highlight> ArticleHighlights::highlightsIn(qint32 begin, qint32 end) const
{
    QList<Highlight> result;
    QHash<int, QList<const Span *>> around; // of each label, the spans that the next one may lie in
    const QList<SpanId> touching = m_index.spansTouching({begin, end});
    for (const SpanId id : touching) {
        const Span &span = *m_index.span(id);
        const int label = m_styleOf.value(span.label, -1);
        if (label < 0 || !isShown(span.provenance))
            continue;
        const int style = styleIn(m_colouring.groupOf(span), label);
        QList<const Span *> &outer = around[label];
        outer.removeIf([&span](const Span *one) { return one->extent().end <= span.extent().begin; });
        const auto depth = std::count_if(outer.begin(), outer.end(),
                                         [&span](const Span *one) { return contains(one->fragments, span.fragments); });
        outer.append(&span);
        for (qsizetype i = 0; i < span.fragments.size(); ++i) {
            const TextRange fragment = span.fragments[i];
            if (begin < end ? !fragment.overlaps({begin, end}) : fragment.end < begin || fragment.begin > end)
                continue;
            result.append({fragment.begin, fragment.end, style, int(depth), span.provenance.state != State::Accepted, i == 0,
                           i + 1 == span.fragments.size(), keyOf(id), !span.note.isEmpty()});
        }
    }
    for (const Ghost &ghost : m_ghosts) {
        const int style = m_styleOf.value(ghost.label, -1); // credited to nobody yet
        for (qsizetype i = 0; style >= 0 && i < ghost.fragments.size(); ++i) {
            const TextRange fragment = ghost.fragments[i];
            if (fragment.begin <= end && fragment.end >= begin)
                result.append({fragment.begin, fragment.end, style, 0, true, i == 0, i + 1 == ghost.fragments.size(), ghostKey});
        }
    }
    // The later pieces of a span come after what lies between its pieces.
    std::stable_sort(result.begin(), result.end(), [](const Highlight &a, const Highlight &b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    return result;
}

bool ArticleHighlights::isFree(const Span &span) const
{
    const QList<AttributionId> attributions = m_index.attributionsOf(span.id);
    return std::none_of(attributions.begin(), attributions.end(),
                        [this](AttributionId id) { return isShown(m_index.attribution(id)->provenance); });
}

bool ArticleHighlights::hasCard(const Span &span) const
{
    const Label *label = m_schema.label(span.label);
    return label && !label->attributes.isEmpty() && isFree(span);
}

std::optional<AttributionId> ArticleHighlights::shownParent(const Attribution &attribution) const
{
    std::optional<AttributionId> parent = parentOf(attribution, m_index);
    while (parent && !isShown(m_index.attribution(*parent)->provenance))
        parent = parentOf(*m_index.attribution(*parent), m_index);
    return parent;
}

QList<MarginCard> ArticleHighlights::cardsIn(qint32 begin, qint32 end) const
{
    QList<MarginCard> cards;
    QSet<AttributionId> seen;
    const QList<SpanId> touching = m_index.spansTouching({begin, end});
    for (const SpanId spanId : touching) {
        const Span &span = *m_index.span(spanId);
        const qint32 anchor = span.extent().begin;
        const bool isCurrent = m_current == keyOf(spanId);
        if (anchor >= begin && anchor < end && isShown(span.provenance) && (hasCard(span) || (isCurrent && isFree(span))))
            cards.append(card(span));
        const QList<AttributionId> attributions = m_index.attributionsOf(spanId);
        for (const AttributionId id : attributions) {
            const Attribution &attribution = *m_index.attribution(id);
            if (seen.contains(id) || !isShown(attribution.provenance))
                continue;
            seen.insert(id);
            const qint32 first = m_index.extent(attribution).begin;
            if (first >= begin && first < end && (m_current == keyOf(id) || !shownParent(attribution)))
                cards.append(card(attribution));
        }
    }
    std::sort(cards.begin(), cards.end(), [](const MarginCard &a, const MarginCard &b) {
        return a.anchor != b.anchor ? a.anchor < b.anchor : a.key < b.key;
    });
    return cards;
}

MarginCard ArticleHighlights::card(const Attribution &attribution) const
{
    MarginCard card;
    card.key = keyOf(attribution.id);
    card.anchor = m_index.extent(attribution).begin;
    card.title = speakerText(attribution, m_index, m_article.text);
    card.detail = reportText(attribution, m_index, m_article.text);
    const QStringList notes = noteLines(attribution);
    card.badge = badge(attribution.provenance, !notes.isEmpty());
    const bool byLabel = colourBy() == ColourBy::Label;
    card.colour = byLabel ? frameColourOf(m_schema, attribution.type, m_dark) : m_colouring.colours()[m_colouring.groupOf(attribution)];
    card.tentative = attribution.provenance.state != State::Accepted;
    card.current = card.key == m_current;
    if (card.current) {
        card.cardSlots = slotsOf(attribution);
        card.activeSlot = m_activeSlot;
    }
    card.decision = card.current && !m_ghosts.isEmpty() ? Widgets::Decision::Proposed : decisionOf(attribution.provenance);
    if (card.current && !attribution.provenance.explanation.isEmpty())
        card.lines.append(attribution.provenance.explanation);
    if (card.current)
        card.lines += notes;
    card.lines += nestedLines(attribution);
    return card;
}

MarginCard ArticleHighlights::card(const Span &span) const
{
    MarginCard card;
    card.key = keyOf(span.id);
    card.anchor = span.extent().begin;
    const Label *label = m_schema.label(span.label);
    card.title = label ? label->title : span.label;
    if (hasCard(span))
        card.detail = claimText(span, m_index, m_article.text);
    card.badge = badge(span.provenance, !span.note.isEmpty());
    card.colour = colourBy() == ColourBy::Label ? colourOf(m_schema, span.label, m_dark) : m_colouring.colours()[m_colouring.groupOf(span)];
    card.tentative = span.provenance.state != State::Accepted;
    card.current = card.key == m_current;
    card.decision = decisionOf(span.provenance);
    if (const QString attributes = attributesText(span, m_schema); !attributes.isEmpty())
        card.lines.append(attributes);
    if (card.current && !span.provenance.explanation.isEmpty())
        card.lines.append(span.provenance.explanation);
    if (card.current && !span.note.isEmpty())
        card.lines.append(noteLine(span.note));
    return card;
}

QList<Widgets::CardSlot> ArticleHighlights::slotsOf(const Attribution &attribution) const
{
    QList<Widgets::CardSlot> result;
    const FrameType *type = m_schema.frameType(attribution.type);
    if (!type)
        return result;
    for (const Role &role : type->roles) {
        const Label *label = role.labels.isEmpty() ? nullptr : m_schema.label(role.labels.constFirst());
        Widgets::CardSlot slot;
        slot.title = role.title.isEmpty() ? role.name : role.title;
        slot.words = isolated(roleText(attribution, role.name, m_index, m_article.text).left(mostWords).simplified());
        for (const Ghost &ghost : m_ghosts) {
            if (ghost.role == role.name && slot.words.isEmpty()) {
                slot.words = isolated(textOf(ghost.fragments, m_article.text, u" … ").left(mostWords).simplified());
                slot.proposed = true;
            }
        }
        if (label) {
            slot.colour = colourOf(m_schema, label->name, m_dark);
            slot.key = label->key;
        }
        result.append(slot);
    }
    return result;
}

QString ArticleHighlights::descriptionOf(quint64 key) const
{
    const auto item = itemOf(key);
    const Span *span = item && std::holds_alternative<SpanId>(*item) ? m_index.span(std::get<SpanId>(*item)) : nullptr;
    if (!span)
        return {};
    QStringList lines{spanText(*span, m_index, m_schema, m_article.text)};
    if (!span->note.isEmpty())
        lines.append(noteLine(span->note));
    const QList<AttributionId> attributions = m_index.attributionsOf(span->id);
    for (const AttributionId id : attributions) {
        if (const QString note = m_index.attribution(id)->note; !note.isEmpty())
            lines.append(noteLine(note));
    }
    return lines.join(u'\n');
}

QStringList ArticleHighlights::noteLines(const Attribution &attribution) const
{
    QStringList lines;
    if (!attribution.note.isEmpty())
        lines.append(noteLine(attribution.note));
    for (const RoleFiller &filler : attribution.fillers) {
        const Span *span = m_index.span(filler.span);
        if (!span || span->note.isEmpty())
            continue;
        const Label *label = m_schema.label(span->label);
        lines.append(noteLine(Words::tr("%1: %2", "a label, and the note on a span of it").arg(label ? label->title : span->label, span->note)));
    }
    return lines;
}

QStringList ArticleHighlights::nestedLines(const Attribution &outer) const
{
    QSet<AttributionId> within;
    const QList<SpanId> spans = m_index.spansTouching(m_index.extent(outer));
    for (const SpanId span : spans) {
        const QList<AttributionId> attributions = m_index.attributionsOf(span);
        for (const AttributionId id : attributions) {
            if (isShown(m_index.attribution(id)->provenance))
                within.insert(id);
        }
    }
    QHash<AttributionId, QList<AttributionId>> children;
    for (const AttributionId id : std::as_const(within)) {
        if (const auto parent = shownParent(*m_index.attribution(id)))
            children[*parent].append(id);
    }
    QStringList lines;
    const auto list = [&](auto self, AttributionId parent, int depth) -> void {
        QList<AttributionId> nested = children.value(parent);
        std::sort(nested.begin(), nested.end(), [this](AttributionId a, AttributionId b) {
            const qint32 beginOfA = m_index.extent(*m_index.attribution(a)).begin;
            const qint32 beginOfB = m_index.extent(*m_index.attribution(b)).begin;
            return beginOfA != beginOfB ? beginOfA < beginOfB : a < b;
        });
        for (const AttributionId id : std::as_const(nested)) {
            lines.append(nestedLine(*m_index.attribution(id), depth));
            self(self, id, depth + 1);
        }
    };
    list(list, outer.id, 0);
    if (lines.size() > mostLines + 1) {
        const int more = int(lines.size()) - mostLines;
        lines.resize(mostLines);
        lines.append(Words::tr("and %n more", nullptr, more));
    }
    return lines;
}

QString ArticleHighlights::nestedLine(const Attribution &attribution, int depth) const
{
    QStringList parts = {speakerText(attribution, m_index, m_article.text), reportText(attribution, m_index, m_article.text)};
    if (attribution.provenance.state == State::Suggested)
        parts.append(badgeText(attribution.provenance));
    parts.removeAll(QString());
    return QString(qsizetype(depth) * 3, u' ') + QStringLiteral("\u2514 ") + parts.join(QStringLiteral(" \u00B7 "));
}

} // namespace Quoth::Rendering
