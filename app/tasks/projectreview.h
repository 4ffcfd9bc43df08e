// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/progress.h>
#include <app/editing/bulkreview.h>
#include <app/storage/project.h>

namespace Quoth::Tasks {

/// A bulk decision over several articles that is ready to be written.
struct PreparedReview
{
    Editing::BulkPreview preview;
    QList<Annotation::Edit> step; ///< one edit an article that changes; all say what the whole step does
};

/// Finds in each article what the filter lets through and what the bulk would change of it. Writes nothing. why is as in
/// bulkEdit(); the titles of labels are those of the schema, the project's own or as it is shown. Reads one article at a time;
/// fails with Cancelled where progress was cancelled.
Result<PreparedReview> prepareReview(Storage::Project &project, const Annotation::Schema &schema,
                                     const QList<Storage::ArticleSummary> &articles, const Editing::ReviewFilter &filter,
                                     const Editing::Bulk &bulk, Editing::IdAllocator ids, const QString &person, const QString &why, const Progress &progress);

} // namespace Quoth::Tasks
