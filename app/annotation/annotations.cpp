// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "annotations.h"

#include <QSet>

#include <algorithm>

namespace Quoth::Annotation {

const Span *Annotations::span(SpanId id) const
{
    const auto found = std::find_if(spans.begin(), spans.end(), [id](const Span &s) { return s.id == id; });
    return found == spans.end() ? nullptr : &*found;
}

const Speaker *Annotations::speaker(SpeakerId id) const
{
    const auto found = std::find_if(speakers.begin(), speakers.end(), [id](const Speaker &s) { return s.id == id; });
    return found == speakers.end() ? nullptr : &*found;
}

void Annotations::sortSpans()
{
    std::stable_sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) {
        const TextRange x = a.extent();
        const TextRange y = b.extent();
        return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
    });
}

Annotations inStates(const Annotations &annotations, const QList<State> &states)
{
    Annotations result;
    QSet<SpanId> kept;
    QSet<SpeakerId> named;
    for (const Span &span : annotations.spans) {
        if (!states.contains(span.provenance.state))
            continue;
        kept.insert(span.id);
        if (span.speaker)
            named.insert(*span.speaker);
        result.spans.append(span);
    }
    for (Attribution attribution : annotations.attributions) {
        if (!states.contains(attribution.provenance.state))
            continue;
        attribution.fillers.removeIf([&kept](const RoleFiller &filler) { return !kept.contains(filler.span); });
        if (attribution.fillers.isEmpty())
            continue;
        if (attribution.speaker)
            named.insert(*attribution.speaker);
        result.attributions.append(attribution);
    }
    std::copy_if(annotations.speakers.begin(), annotations.speakers.end(), std::back_inserter(result.speakers),
                 [&named](const Speaker &speaker) { return named.contains(speaker.id); });
    return result;
}

} // namespace Quoth::Annotation
