// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting.h"

#include "words.h"

#include <QFileInfo>
#include <QTemporaryDir>

namespace Quoth::Tasks {

Result<Exported> exportArticles(Storage::Project &project, const QList<ArticleId> &articles, const Exchange::Exporter &exporter,
                                const QString &output, Exchange::ExportOptions options, bool dryRun, const Progress &progress)
{
    options.schema = project.schema();
    // A pipe cannot be taken back: what is only tried goes to a file that goes with it.
    QTemporaryDir scratch;
    const bool isFile = QFileInfo(output).isFile() || QFileInfo(output).isDir() || !QFileInfo::exists(output);
    const QString tried = dryRun && (output == u"-" || !isFile) ? scratch.filePath(QStringLiteral("output")) : output;
    const auto session = exporter.open(tried, options);
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
