// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reviewqueue.h"

#include <algorithm>
#include <limits>

namespace Quoth::Editing {

using namespace Annotation;

QList<Item> itemsInOrder(const AnnotationIndex &index)
{
    struct Placed
    {
        TextRange range;
        qint32
            content; ///< where that of an attribution begins: of two with one source, the one whose content comes first goes first
        Item item;
    };
    std::vector<Placed> placed;
    placed.reserve(size_t(index.attributionCount()));
    const QList<AttributionId> attributions = index.attributionsInOrder();
    for (const AttributionId id : attributions) {
        const Attribution &attribution = *index.attribution(id);
        const QList<SpanId> contents = attribution.spans(contentRole);
        const TextRange range = index.extent(attribution);
        placed.push_back({range, contents.isEmpty() ? range.begin : index.span(contents.constFirst())->extent().begin, id});
    }
    for (const IntervalIndex::Entry &entry : index.spansInOrder()) {
        if (!index.isFramed(entry.id))
            placed.push_back({entry.range, std::numeric_limits<qint32>::max(), entry.id});
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Placed &a, const Placed &b) {
        if (a.range.begin != b.range.begin)
            return a.range.begin < b.range.begin;
        return a.content != b.content ? a.content < b.content : a.range.end > b.range.end;
    });
    QList<Item> items;
    items.reserve(qsizetype(placed.size()));
    for (const Placed &p : placed)
        items.append(p.item);
    return items;
}

TextRange extentOf(const Item &item, const AnnotationIndex &index)
{
    if (const auto *span = std::get_if<SpanId>(&item)) {
        const Span *found = index.span(*span);
        return found ? found->extent() : TextRange();
    }
    const Attribution *found = index.attribution(std::get<AttributionId>(item));
    return found ? index.extent(*found) : TextRange();
}

Provenance provenanceOf(const Item &item, const AnnotationIndex &index)
{
    if (const auto *span = std::get_if<SpanId>(&item)) {
        const Span *found = index.span(*span);
        return found ? found->provenance : Provenance();
    }
    const Attribution *found = index.attribution(std::get<AttributionId>(item));
    return found ? found->provenance : Provenance();
}

std::optional<Item> nextItem(const AnnotationIndex &index, std::optional<Item> current, qint32 position, bool forward,
                             const QList<State> &states)
{
    QList<Item> items = itemsInOrder(index);
    if (!forward)
        std::reverse(items.begin(), items.end());
    const auto fits = [&](const Item &item) { return item != current && states.contains(provenanceOf(item, index).state); };
    const auto after = [&]() -> QList<Item>::const_iterator {
        const auto found = current ? std::find(items.cbegin(), items.cend(), *current) : items.cend();
        if (found != items.cend())
            return found + 1;
        return std::find_if(items.cbegin(), items.cend(), [&](const Item &item) {
            const TextRange range = extentOf(item, index);
            return forward ? range.begin >= position : range.begin < position;
        });
    }();
    auto found = std::find_if(after, items.cend(), fits);
    if (found == items.cend()) {
        found = std::find_if(items.cbegin(), after, fits);
        if (found == after)
            return std::nullopt;
    }
    return *found;
}

std::optional<Mention> nextMention(const AnnotationIndex &index, SpeakerId speaker, std::optional<SpanId> current, qint32 position)
{
    QList<Mention> mentions;
    qsizetype next = -1;
    bool isPassed = false;
    for (const IntervalIndex::Entry &entry : index.spansInOrder()) {
        const Span &span = *index.span(entry.id);
        const QList<AttributionId> frames = index.attributionsOf(entry.id);
        const auto bare = std::find_if(frames.begin(), frames.end(), [&](AttributionId id) {
            const Attribution &frame = *index.attribution(id);
            return frame.speaker == speaker && frame.provenance.state != State::Rejected && !frame.fillers.isEmpty()
                && frame.fillers.constFirst().span == entry.id && frame.spans(sourceRole).isEmpty();
        });
        const bool isNamed = span.speaker == speaker && span.provenance.state != State::Rejected;
        if (isNamed || bare != frames.end()) {
            const bool isAfter = current && index.span(*current) ? isPassed : entry.range.begin >= position;
            if (next < 0 && isAfter)
                next = mentions.size();
            mentions.append({bare != frames.end() ? Item(*bare) : frames.isEmpty() ? Item(entry.id) : Item(frames.constFirst()), entry.id});
        }
        isPassed = isPassed || entry.id == current;
    }
    if (mentions.isEmpty())
        return std::nullopt;
    return mentions[std::max<qsizetype>(next, 0)];
}

ReviewProgress reviewProgress(const AnnotationIndex &index)
{
    ReviewProgress progress;
    const auto count = [&progress](const Provenance &provenance) {
        ++progress.total;
        progress.reviewed += provenance.state != State::Suggested;
    };
    for (const IntervalIndex::Entry &entry : index.spansInOrder()) {
        if (!index.isFramed(entry.id))
            count(index.span(entry.id)->provenance);
    }
    const QList<AttributionId> attributions = index.attributionsInOrder();
    for (const AttributionId id : attributions)
        count(index.attribution(id)->provenance);
    return progress;
}

} // namespace Quoth::Editing
