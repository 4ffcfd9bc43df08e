// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "losslist.h"

#include <app/annotation/annotations.h>

#include <functional>
#include <tuple>

namespace Quoth::Exchange {

/// The label of the links that join the pieces of an interrupted span, from each to the next.
inline const QString pieceLink = QStringLiteral("continuation");

/// A labelled stretch of the text in one piece. A file has several groups of regions where it has several lists of results
/// (annotations, predictions); links stay within one.
struct FlatRegion
{
    TextRange range; ///< UTF-16 units of the article's text, not empty
    QString label;
    QString group;
    Annotation::Provenance provenance; ///< its state is what the group says
    QJsonObject attributes; ///< those that the file shows to other programs
    QString note;
    QString speaker; ///< a name, or empty
    SpanId span{1}; ///< whose piece it is; of no meaning in what was read from a file
    bool first = true; ///< of the pieces of its span
};

struct FlatLink
{
    qsizetype from = 0; ///< an index of FlatAnnotations::regions
    qsizetype to = 0;
    QString label;

    bool operator<(const FlatLink &other) const
    {
        return std::tie(from, to, label) < std::tie(other.from, other.to, other.label);
    }
};

/// How an attribution came out: as links from its anchor (the cue if there is one, else the content) to its other fillers.
struct FlatFrame
{
    qsizetype anchor = 0; ///< an index of Attribution::fillers
    QList<qsizetype> links; ///< for each filler an index of FlatAnnotations::links, or -1
};

/// Annotations as tools have them whose spans are in one piece and whose relations join two of them.
struct FlatAnnotations
{
    QList<FlatRegion> regions;
    QList<FlatLink> links;
    QList<FlatFrame> frames; ///< of the attributions, in their order; empty for what was read from a file
};

/// What a format shows, and how. Without a group an annotation is not shown at all; an attribution's links are only shown
/// among regions of its own group.
struct FlatRules
{
    std::function<std::optional<QString>(const Annotation::Provenance &)> group;
    std::function<TextRange(TextRange)> snapped
        = [](TextRange range) { return range; }; ///< moves edges to where the format may have them
};

FlatAnnotations flattened(const Annotation::Annotations &annotations, const FlatRules &rules);
/// Tells what the regions and links alone do not say to another program.
void noteFlattening(const Annotation::Annotations &annotations, const FlatAnnotations &flat, LossList &losses);

/// Puts together what a file shows and what Quoth kept beside it when it wrote the file. What is shown is believed: regions
/// and links that are gone take their spans and fillers with them, new ones become spans and fillers, a changed label or
/// state is taken over. Where nothing was kept, attributions are made of the links: those labelled with a role around the span they begin at;
/// others around content where the labels of both ends are those of roles; else a frame with the roles "from" and "to" for each.
Annotation::Annotations restored(const Annotation::Annotations &kept, const FlatAnnotations &shown, const FlatRules &rules,
                                 QStringView text);

} // namespace Quoth::Exchange
