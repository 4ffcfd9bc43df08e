// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/progress.h>
#include <app/exchange/exporter.h>
#include <app/storage/project.h>

namespace Quoth::Tasks {

struct Exported
{
    int articles = 0;
    QList<Annotation::Issue> losses; ///< what the format could not carry
    bool written = false;
};

/// Writes articles of a project to a file or folder; the schema of the options is the project's. With dryRun nothing is left there: only the losses are found out. Nothing is left of
/// an export that fails or is cancelled (ErrorCode::Cancelled) either.
Result<Exported> exportArticles(Storage::Project &project, const QList<ArticleId> &articles, const Exchange::Exporter &exporter,
                                const QString &output, Exchange::ExportOptions options, bool dryRun, const Progress &progress);

} // namespace Quoth::Tasks
