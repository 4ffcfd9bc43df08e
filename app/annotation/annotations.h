// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "article.h"
#include "attribution.h"
#include "speaker.h"

namespace Quoth::Annotation {

/// All that is annotated in one article, as a plain value: what importers and detectors give and exporters take.
/// Ids need only be unique within the value; the project gives new ones when it takes it in.
struct Annotations
{
    QList<Span> spans; ///< sorted by extent (begin ascending, end descending) where sortSpans() was called
    QList<Attribution> attributions;
    QList<Speaker> speakers; ///< at least those that the spans and attributions name

    bool operator==(const Annotations &) const = default;
    bool isEmpty() const { return spans.isEmpty() && attributions.isEmpty(); }
    const Span *span(SpanId id) const; ///< linear; nullptr if there is none
    const Speaker *speaker(SpeakerId id) const; ///< linear; nullptr if there is none
    void sortSpans();
};

struct AnnotatedArticle
{
    Article article;
    Annotations annotations;

    bool operator==(const AnnotatedArticle &) const = default;
};

/// Keeps the spans and attributions in one of the states, and of the attributions' fillers those that are left.
/// An attribution whose fillers all went goes too; so do speakers that nobody names any more.
Annotations inStates(const Annotations &annotations, const QList<State> &states);

} // namespace Quoth::Annotation
