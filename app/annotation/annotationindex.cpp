// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "annotationindex.h"

#include <algorithm>

namespace Quoth::Annotation {

AnnotationIndex::AnnotationIndex(const Annotations &annotations)
{
    m_spans.reserve(annotations.spans.size());
    std::vector<IntervalIndex::Entry> entries;
    entries.reserve(size_t(annotations.spans.size()));
    for (const Span &span : annotations.spans) {
        m_spans.insert(span.id, span);
        entries.push_back({span.extent(), span.id});
    }
    m_intervals.assign(std::move(entries));
    m_attributions.reserve(annotations.attributions.size());
    for (const Attribution &attribution : annotations.attributions)
        add(attribution);
    for (const Speaker &speaker : annotations.speakers)
        m_speakers.insert(speaker.id, speaker);
}

namespace {

template<class Container, class Key>
auto find(const Container &container, Key key)
{
    const auto found = container.constFind(key);
    return found == container.constEnd() ? nullptr : &*found;
}

} // namespace

const Span *AnnotationIndex::span(SpanId id) const { return find(m_spans, id); }
const Attribution *AnnotationIndex::attribution(AttributionId id) const { return find(m_attributions, id); }
const Speaker *AnnotationIndex::speaker(SpeakerId id) const { return find(m_speakers, id); }

QList<AttributionId> AnnotationIndex::attributionsInOrder() const
{
    struct Placed
    {
        qint32 begin;
        AttributionId id;
    };
    std::vector<Placed> placed;
    placed.reserve(size_t(m_attributions.size()));
    for (const Attribution &attribution : m_attributions) {
        const TextRange range = extent(attribution);
        placed.push_back({range.isEmpty() ? std::numeric_limits<qint32>::max() : range.begin, attribution.id});
    }
    std::sort(placed.begin(), placed.end(),
              [](const Placed &a, const Placed &b) { return a.begin != b.begin ? a.begin < b.begin : a.id < b.id; });
    QList<AttributionId> result;
    result.reserve(qsizetype(placed.size()));
    for (const Placed &p : placed)
        result.append(p.id);
    return result;
}

QList<Speaker> AnnotationIndex::speakers() const
{
    QList<Speaker> result = m_speakers.values();
    std::sort(result.begin(), result.end(), [](const Speaker &a, const Speaker &b) {
        const int order = a.name.compare(b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return result;
}

TextRange AnnotationIndex::extent(const Attribution &attribution) const
{
    TextRange result;
    for (const RoleFiller &filler : attribution.fillers) {
        if (const Span *filled = span(filler.span)) {
            const TextRange range = filled->extent();
            result = result.isEmpty() ? range : TextRange{std::min(result.begin, range.begin), std::max(result.end, range.end)};
        }
    }
    return result;
}

Annotations AnnotationIndex::toAnnotations() const
{
    Annotations result;
    result.spans.reserve(m_spans.size());
    for (const IntervalIndex::Entry &entry : m_intervals.entries())
        result.spans.append(*span(entry.id));
    const QList<AttributionId> order = attributionsInOrder();
    for (const AttributionId id : order)
        result.attributions.append(*attribution(id));
    result.speakers = speakers();
    return result;
}

void AnnotationIndex::apply(const Change &change)
{
    if (const auto *span = std::get_if<ChangeOf<Span>>(&change)) {
        if (span->before)
            remove(*span->before);
        if (span->after)
            add(*span->after);
    } else if (const auto *attribution = std::get_if<ChangeOf<Attribution>>(&change)) {
        if (attribution->before)
            remove(*attribution->before);
        if (attribution->after)
            add(*attribution->after);
    } else if (const auto *speaker = std::get_if<ChangeOf<Speaker>>(&change)) {
        if (speaker->before)
            m_speakers.remove(speaker->before->id);
        if (speaker->after)
            m_speakers.insert(speaker->after->id, *speaker->after);
    }
}

void AnnotationIndex::add(const Span &span)
{
    m_spans.insert(span.id, span);
    m_intervals.insert({span.extent(), span.id});
}

void AnnotationIndex::remove(const Span &span)
{
    // By what is stored: an extent that differs from it would leave an interval of a span that is gone.
    const Span *stored = this->span(span.id);
    if (!stored)
        return;
    m_intervals.remove({stored->extent(), stored->id});
    m_spans.remove(span.id);
}

void AnnotationIndex::add(const Attribution &attribution)
{
    m_attributions.insert(attribution.id, attribution);
    for (const RoleFiller &filler : attribution.fillers) {
        if (!m_attributionsOf.contains(filler.span, attribution.id))
            m_attributionsOf.insert(filler.span, attribution.id);
    }
}

void AnnotationIndex::remove(const Attribution &attribution)
{
    m_attributions.remove(attribution.id);
    for (const RoleFiller &filler : attribution.fillers)
        m_attributionsOf.remove(filler.span, attribution.id);
}

std::optional<SpeakerId> speakerOf(const Attribution &attribution, const AnnotationIndex &index)
{
    for (const SpanId id : attribution.spans(sourceRole)) {
        const Span *source = index.span(id);
        if (source && source->speaker)
            return source->speaker;
    }
    return attribution.speaker;
}

QString roleText(const Attribution &attribution, QStringView role, const AnnotationIndex &index, QStringView articleText)
{
    QList<TextRange> fragments;
    for (const SpanId id : attribution.spans(role)) {
        if (const Span *span = index.span(id))
            fragments += span->fragments;
    }
    return textOf(canonical(fragments), articleText, u" \u2026 ");
}

} // namespace Quoth::Annotation
