// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting.h"

#include "words.h"

namespace Quoth::Tasks {

Result<Exported> exportArticles(Storage::Project &project, const QList<ArticleId> &articles, const Exchange::Exporter &exporter,
                                const QString &output, const QList<Annotation::State> &states, bool dryRun, const Progress &progress)
{
    const auto session = exporter.open(output, {states, project.schema()});
    if (!session)
        return session.error();
    Exported exported;
    for (const ArticleId id : articles) {
        if (progress.isCancelled())
            return Error{ErrorCode::Cancelled, Words::tr("Stopped; nothing was written."), output};
        const auto article = project.article(id);
        if (!article)
            return article.error();
        if (const auto written = (*session)->write(*article); !written)
            return written.error();
        progress.report(double(++exported.articles) / double(articles.size()));
    }
    exported.losses = (*session)->losses();
    if (dryRun)
        return exported;
    if (const auto committed = (*session)->commit(); !committed)
        return committed.error();
    exported.written = true;
    return exported;
}

} // namespace Quoth::Tasks
