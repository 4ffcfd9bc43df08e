// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "item.h"

#include <app/annotation/annotationindex.h>

namespace Quoth::Editing {

/// The things a reviewer walks through, in the article's order: attributions, and spans that belong to none.
QList<Item> itemsInOrder(const Annotation::AnnotationIndex &index);
TextRange extentOf(const Item &item, const Annotation::AnnotationIndex &index);
Annotation::Provenance provenanceOf(const Item &item, const Annotation::AnnotationIndex &index);

/// The next (or, with forward false, the previous) item in one of the states after the given one, or after a position if there is
/// none; goes round at the end. nullopt if none is left.
std::optional<Item> nextItem(const Annotation::AnnotationIndex &index, std::optional<Item> current, qint32 position, bool forward,
                             const QList<Annotation::State> &states);

/// The next mention of a speaker in the text after the span in hand, else from a position on: a span that names it, or an attribution
/// that names it without a source. Goes round at the end; nullopt if there is none. Rejected ones are passed over.
struct Mention
{
    Item item;
    std::optional<SpanId> span;
};
std::optional<Mention> nextMention(const Annotation::AnnotationIndex &index, SpeakerId speaker, std::optional<SpanId> current, qint32 position);

struct ReviewProgress
{
    int reviewed = 0;
    int total = 0;
};
ReviewProgress reviewProgress(const Annotation::AnnotationIndex &index);

} // namespace Quoth::Editing
