// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "suggesting.h"

#include "words.h"

#include <app/editing/adoption.h>

#include <QSet>
#include <QThread>
#include <QtConcurrent>

namespace Quoth::Tasks {

using namespace Annotation;

namespace {

using Findings = QList<Result<Annotations>>; // one a detector

int itemsIn(const Annotations &annotations)
{
    QSet<SpanId> framed;
    for (const Attribution &attribution : annotations.attributions) {
        for (const RoleFiller &filler : attribution.fillers)
            framed.insert(filler.span);
    }
    return int(annotations.attributions.size() + annotations.spans.size() - framed.size());
}

} // namespace

Result<void> suggest(Storage::Project &project, const QList<Storage::ArticleSummary> &articles,
                     const QList<const Detection::Detector *> &detectors, Editing::IdAllocator ids, const QString &person,
                     const Progress &progress,
                     const std::function<void(const Suggested &)> &tell)
{
    const auto findingsIn = [&](const AnnotatedArticle &article) {
        Findings findings;
        for (const Detection::Detector *detector : detectors)
            findings.append(detector->detect(article.article, progress));
        return findings;
    };
    const auto takeIn = [&](AnnotatedArticle article, const Findings &findings) -> Result<Suggested> {
        Suggested result;
        for (qsizetype i = 0; i < findings.size(); ++i) {
            if (!findings[i]) {
                result.errors.append(findings[i].error());
                continue;
            }
            // The edit before may have added to the registry, and to this article.
            auto now = project.article(article.article.id);
            if (!now)
                return now.error();
            const Edit edit = Editing::adopt(*now, *findings[i], ids, Words::tr("suggest with %1").arg(detectors[i]->info().name));
            result.found += itemsIn(*findings[i]);
            if (edit.changes.isEmpty())
                continue;
            if (const auto done = project.apply(edit, person); !done)
                return done.error();
            result.changed = true;
        }
        const auto summary = project.articleSummary(article.article.id);
        if (!summary)
            return summary.error();
        result.article = *summary;
        return result;
    };

    const qsizetype batchSize = qMax(1, QThread::idealThreadCount());
    for (qsizetype from = 0; from < articles.size(); from += batchSize) {
        QList<AnnotatedArticle> batch;
        for (const Storage::ArticleSummary &summary : articles.mid(from, batchSize)) {
            auto article = project.article(summary.id);
            if (!article)
                return article.error();
            batch.append(*std::move(article));
        }
        const QList<Findings> found = QtConcurrent::blockingMapped<QList<Findings>>(batch, findingsIn);
        if (progress.isCancelled()) {
            return Error{ErrorCode::Cancelled,
                         Words::tr("Stopped; %1 of %2 articles have their suggestions.").arg(from).arg(articles.size()), project.path()};
        }
        for (qsizetype i = 0; i < batch.size(); ++i) {
            const auto taken = takeIn(batch[i], found[i]);
            if (!taken)
                return taken.error();
            tell(*taken);
        }
        progress.report(double(from + batch.size()) / double(articles.size()));
    }
    return {};
}

} // namespace Quoth::Tasks
