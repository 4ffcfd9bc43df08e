// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>

#include <QSet>

namespace Quoth::Detection {

/// What a project could not take of the annotations that a detector gave for a text: fragments outside of the text,
/// not canonical, empty or within a surrogate pair, ids that recur or dangle, a confidence that is no probability.
/// Empty if all is well.
inline QString whatIsWrong(const Annotation::Annotations &found, const QString &text)
{
    const auto cutsAPair
        = [&](qint32 at) { return at > 0 && at < text.size() && text[at].isLowSurrogate() && text[at - 1].isHighSurrogate(); };
    QSet<SpeakerId> speakers;
    for (const Annotation::Speaker &speaker : found.speakers) {
        if (speakers.contains(speaker.id) || speaker.name.trimmed().isEmpty())
            return QStringLiteral("a speaker twice or without a name");
        speakers.insert(speaker.id);
    }
    QSet<SpanId> spans;
    for (const Annotation::Span &span : found.spans) {
        if (spans.contains(span.id))
            return QStringLiteral("a span's id twice");
        spans.insert(span.id);
        if (span.fragments.isEmpty() || !Annotation::isValid(span.fragments, text.size())
            || Annotation::canonical(span.fragments) != span.fragments)
            return QStringLiteral("fragments outside of the text or not in order");
        for (const TextRange fragment : span.fragments) {
            if (cutsAPair(fragment.begin) || cutsAPair(fragment.end))
                return QStringLiteral("a fragment within a surrogate pair");
        }
        const double confidence = span.provenance.confidence.value_or(-1);
        if (!(confidence > 0 && confidence <= 1))
            return QStringLiteral("a confidence that is none");
        if (span.speaker && !speakers.contains(*span.speaker))
            return QStringLiteral("a span's speaker that is not there");
    }
    QSet<AttributionId> attributions;
    for (const Annotation::Attribution &attribution : found.attributions) {
        if (attributions.contains(attribution.id))
            return QStringLiteral("an attribution's id twice");
        attributions.insert(attribution.id);
        if (attribution.spans(Annotation::contentRole).isEmpty())
            return QStringLiteral("an attribution without content");
        for (const Annotation::RoleFiller &filler : attribution.fillers) {
            if (!spans.contains(filler.span))
                return QStringLiteral("an attribution's span that is not there");
        }
        if (attribution.speaker && !speakers.contains(*attribution.speaker))
            return QStringLiteral("an attribution's speaker that is not there");
    }
    return {};
}

} // namespace Quoth::Detection
