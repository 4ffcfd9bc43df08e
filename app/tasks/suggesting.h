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
    QList<Annotation::Issue> issues; ///< what detectors had to leave out
};

/// What one detector found in an article, and what it had to leave out.
struct Finding
{
    Result<Annotation::Annotations> found;
    QList<Annotation::Issue> issues;
};
using Findings = QList<Finding>; ///< one a detector, in their order

/// Needs no project, so that a slow detector keeps nobody from it.
Findings findIn(const Annotation::Article &article, const QList<const Detection::Detector *> &detectors, const Progress &progress);

/// Takes what was found into the article: one undoable edit for each detector that found something new, or more of a step that grows.
Result<Suggested> takeIn(Storage::Project &project, ArticleId article, const Findings &findings,
                         const QList<const Detection::Detector *> &detectors, Editing::IdAllocator &ids, const QString &person,
                         Storage::GrowingStep *growing = nullptr);

/// Runs detectors over articles, several articles at a time, and takes what they find into the project: one undoable edit an
/// article and detector. After a cancellation the articles that were done are kept, and no more are taken up.
Result<void> suggest(Storage::Project &project, const QList<Storage::ArticleSummary> &articles,
                     const QList<const Detection::Detector *> &detectors, Editing::IdAllocator ids, const QString &person,
                     const Progress &progress,
                     const std::function<void(const Suggested &)> &tell);

} // namespace Quoth::Tasks
