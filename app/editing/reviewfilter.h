// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "item.h"

#include <app/annotation/annotationindex.h>
#include <app/annotation/schema.h>

namespace Quoth::Editing {

/// One article as a review reads it. Refers to what it is made of.
struct ReviewedArticle
{
    const Annotation::Article &article;
    const Annotation::AnnotationIndex &index;
    const Annotation::Schema &schema;
};

/// Which items of a list of everything are meant; what is not set lets all through. Without labels these are attributions and
/// free spans. The name of a frame type as label means its frames, that of a label all its spans, those in attributions too.
struct ReviewFilter
{
    QString text; ///< in the words, the speaker's name or a note, in any letter case
    QStringList labels;
    QList<Annotation::State> states;
    double minConfidence = 0;
    double maxConfidence = 1; ///< inclusive; once one of the two is set, items without a confidence are not meant
    std::optional<Annotation::OriginKind> originKind;
    QString originName;
    std::optional<SpeakerId> speaker;
    bool withoutSpeaker = false; ///< only what is credited to nobody; speaker is not looked at then
    bool withNote = false;

    bool operator==(const ReviewFilter &) const = default;
    bool limitsConfidence() const { return minConfidence > 0 || maxConfidence < 1; }
};

bool matches(const Item &item, const ReviewedArticle &in, const ReviewFilter &filter);
/// All items that are meant, in the article's order.
QList<Item> matching(const ReviewedArticle &in, const ReviewFilter &filter);
/// The order of matching(): by begin, then the longer first, then attributions before spans.
bool comesBefore(const Item &a, const Item &b, const Annotation::AnnotationIndex &index);
/// To whom an item is credited: an attribution's speaker; whom a span names; for what may be claimed, the claimant.
std::optional<SpeakerId> speakerOfItem(const Item &item, const ReviewedArticle &in);
/// The name of an item's label or frame type.
QString labelOf(const Item &item, const Annotation::AnnotationIndex &index);
/// The title that people know a label or frame type by.
QString titleOfLabel(const QString &name, const Annotation::Schema &schema);
/// The words of a span, of an attribution those of its content, in one line of at most so many characters.
QString wordsOf(const Item &item, const ReviewedArticle &in, int most);
/// In words, translated: "cue, suggested, up to 0.4"; empty for a filter that lets all through.
QString describe(const ReviewFilter &filter, const Annotation::Schema &schema, const QString &speaker);

} // namespace Quoth::Editing
