// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "idallocator.h"

#include <app/annotation/change.h>
#include <app/base/progress.h>
#include <app/storage/textsearch.h>

namespace Quoth::Editing {

/// Where the words of a labelled span come again: in one article, or in the whole project. What has the label there already, or
/// overlaps something that has it (a rejected suggestion, too), does not count.
struct OccurrenceQuery
{
    Storage::WordSearch search;
    QString label;
    std::optional<ArticleId> article;

    bool operator==(const OccurrenceQuery &) const = default;
};

struct Occurrence
{
    QString article; ///< its title, or its name where it has none
    QString before; ///< a few words of the same paragraph
    QString words;
    QString after;
};

struct Occurrences
{
    int places = 0;
    int articles = 0;
    QList<Occurrence> examples; ///< the first few
};

/// Both read the project in its thread. Fail with Cancelled, or with what went wrong in reading.
Result<Occurrences> findOccurrences(Storage::Project &project, const OccurrenceQuery &query, const Progress &progress = {});
/// The step that suggests the label at all of them, credited to the same speaker; an edit an article. Their origin is the detector "occurrences".
Result<QList<Annotation::Edit>> suggestOccurrences(Storage::Project &project, const OccurrenceQuery &query, std::optional<SpeakerId> speaker,
                                                   IdAllocator ids, const Progress &progress = {});

} // namespace Quoth::Editing
