// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "annotations.h"
#include "schema.h"

#include <variant>

namespace Quoth::Annotation {

/// One thing before and after: no before for what was added, no after for what was removed.
template<class T>
struct ChangeOf
{
    std::optional<T> before;
    std::optional<T> after;

    bool operator==(const ChangeOf &) const = default;
    ChangeOf reversed() const { return {after, before}; }
};

/// That an article is in the project. Withdrawn, it keeps its text and annotations in the file, for undo, but is seen nowhere.
struct ArticlePresence
{
    QList<SpeakerId> speakers; ///< who came into the registry with it, and goes with it

    bool operator==(const ArticlePresence &) const = default;
};

using Change
    = std::variant<ChangeOf<Span>, ChangeOf<Attribution>, ChangeOf<Speaker>, ChangeOf<ArticleMeta>, ChangeOf<Schema>, ChangeOf<ArticlePresence>>;

/// Changes that are done together, in this order, and undone together, in reverse. Spans, attributions and metadata are those
/// of one article; speakers and the schema, which always exists, are the project's. What is undone at once is a step: a list of
/// edits, for as many articles as it takes.
struct Edit
{
    QString title; ///< what the undo menu says, translated: "accept 3 suggestions"
    std::optional<ArticleId> article;
    QList<Change> changes;
    std::optional<TextRange> selectionBefore; ///< restored by undo; none if the article was not open
    std::optional<TextRange> selectionAfter; ///< restored by redo

    bool operator==(const Edit &) const = default;
    Edit reversed() const;
    /// Whether the article is in the project afterwards; nullopt if the edit does not change that.
    std::optional<bool> presenceAfter() const;
};

} // namespace Quoth::Annotation
