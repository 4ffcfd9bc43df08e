// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "change.h"
#include "intervalindex.h"

#include <QHash>
#include <QMultiHash>

namespace Quoth::Annotation {

/// The annotations of one article with the look-ups that views and derivations need. Pointers it returns are valid until
/// the next change.
class AnnotationIndex
{
public:
    AnnotationIndex() = default;
    explicit AnnotationIndex(const Annotations &annotations);

    const Span *span(SpanId id) const;
    const Attribution *attribution(AttributionId id) const;
    const Speaker *speaker(SpeakerId id) const;
    qsizetype spanCount() const { return m_spans.size(); }
    qsizetype attributionCount() const { return m_attributions.size(); }

    /// Spans with a fragment or a gap in the range, outer before inner; an empty range finds what it lies in or touches.
    QList<SpanId> spansTouching(TextRange range) const { return m_intervals.touching(range); }
    /// All spans in the article's order.
    const std::vector<IntervalIndex::Entry> &spansInOrder() const { return m_intervals.entries(); }
    /// All attributions by the begin of their first span; those without spans come last.
    QList<AttributionId> attributionsInOrder() const;
    QList<AttributionId> attributionsOf(SpanId id) const { return m_attributionsOf.values(id); }
    /// Whether some attribution uses the span.
    bool isFramed(SpanId id) const { return m_attributionsOf.contains(id); }
    QList<Speaker> speakers() const; ///< by the code of their names, whatever the language
    /// From the first to the last character of all spans of an attribution; empty if it has none.
    TextRange extent(const Attribution &attribution) const;
    Annotations toAnnotations() const;

    void apply(const Change &change);

private:
    void add(const Span &span);
    void remove(const Span &span);
    void add(const Attribution &attribution);
    void remove(const Attribution &attribution);

    QHash<SpanId, Span> m_spans;
    QHash<AttributionId, Attribution> m_attributions;
    QHash<SpeakerId, Speaker> m_speakers;
    QMultiHash<SpanId, AttributionId> m_attributionsOf;
    IntervalIndex m_intervals;
};

/// The speaker of an attribution: of its first source span that names one, else its own.
std::optional<SpeakerId> speakerOf(const Attribution &attribution, const AnnotationIndex &index);
/// The text that fills a role, fragments and spans joined by " … ".
QString roleText(const Attribution &attribution, QStringView role, const AnnotationIndex &index, QStringView articleText);

} // namespace Quoth::Annotation
