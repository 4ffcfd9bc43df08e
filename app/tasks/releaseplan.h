// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "releaserecipe.h"

#include <app/annotation/issue.h>
#include <app/base/progress.h>
#include <app/storage/project.h>

namespace Quoth::Tasks {

struct PlannedArticle
{
    ArticleId id{1};
    QString externalId;
    QString split;
    int group = 0;
};

/// Which articles go where, before anything is written.
struct ReleasePlan
{
    QList<PlannedArticle> articles; ///< in the project's order
    int groups = 0;
    int leftOut = 0; ///< articles of the project that the recipe does not choose
    int similarPairs = 0; ///< pairs of articles that are one story by their words
    QStringList moved; ///< articles that could not stay in the split of earlier releases
    QStringList languages; ///< of the articles, as ISO 639 codes, sorted
    Exchange::ReleaseColumns columns;
    QList<Annotation::Issue> issues;
};

/// Reads the project once. No group, by the recipe's fields or by similarity, is in two splits. Fails if the recipe names what the project
/// does not have, chooses nothing, or leaves too few groups.
Result<ReleasePlan> planRelease(Storage::Project &project, const ReleaseRecipe &recipe, const Progress &progress);

/// "2024-05-06" of the ways in which dates of publication are written; what cannot be read stays as it is.
QString dayOf(const QString &published);

} // namespace Quoth::Tasks
