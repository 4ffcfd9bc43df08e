// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/exchange/importer.h>

#include <QSet>

#include <cstdlib>

namespace Quoth::Exchange {

/// Ends the program unless an article is one that the project may take in: normalised text, spans within it, no dangling ids.
inline void checkArticle(const Annotation::AnnotatedArticle &annotated)
{
    const auto must = [](bool condition) {
        if (!condition)
            std::abort();
    };
    const QString &text = annotated.article.text;
    must(Annotation::normalised(text).text == text);
    QSet<SpanId> spans;
    QSet<SpeakerId> speakers;
    for (const Annotation::Speaker &speaker : annotated.annotations.speakers) {
        must(!speakers.contains(speaker.id) && !speaker.name.isEmpty());
        speakers.insert(speaker.id);
    }
    for (const Annotation::Span &span : annotated.annotations.spans) {
        must(!spans.contains(span.id));
        must(Annotation::isValid(span.fragments, text.size()));
        must(!span.label.isEmpty());
        must(!span.speaker || speakers.contains(*span.speaker));
        spans.insert(span.id);
    }
    for (const Annotation::Attribution &attribution : annotated.annotations.attributions) {
        must(!attribution.fillers.isEmpty());
        must(!attribution.speaker || speakers.contains(*attribution.speaker));
        for (const Annotation::RoleFiller &filler : attribution.fillers)
            must(spans.contains(filler.span));
    }
}

} // namespace Quoth::Exchange
