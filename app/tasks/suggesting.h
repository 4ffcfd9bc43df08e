// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/progress.h>
#include <app/detection/detector.h>
#include <app/editing/idallocator.h>

namespace Quoth::Tasks {

/// What suggesting did to one article, in attributions and in spans that belong to none.
struct Suggested
{
    Storage::ArticleSummary article; ///< as it is now
    int found = 0; ///< what the detectors found
    bool changed = false;
    QList<Error> errors; ///< of detectors that failed; the others' results were taken in
};

/// Runs detectors over articles, several articles at a time, and takes what they find into the project: one undoable edit an
/// article and detector. After a cancellation the articles that were done are kept, and no more are taken up.
Result<void> suggest(Storage::Project &project, const QList<Storage::ArticleSummary> &articles,
                     const QList<const Detection::Detector *> &detectors, Editing::IdAllocator ids, const QString &person,
                     const Progress &progress,
                     const std::function<void(const Suggested &)> &tell);

} // namespace Quoth::Tasks
