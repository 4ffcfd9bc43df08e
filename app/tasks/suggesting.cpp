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

Findings findIn(const Article &article, const QList<const Detection::Detector *> &detectors, const Progress &progress)
{
    Findings findings;
    for (const Detection::Detector *detector : detectors) {
        QList<Issue> issues;
        auto found = detector->detectAndTell(article, progress, issues);
        findings.append({std::move(found), std::move(issues)});
    }
    return findings;
}

Result<Suggested> takeIn(Storage::Project &project, ArticleId article, const Findings &findings,
                         const QList<const Detection::Detector *> &detectors, Editing::IdAllocator &ids, const QString &person,
                         Storage::GrowingStep *growing)
{
    Suggested result;
    for (qsizetype i = 0; i < findings.size(); ++i) {
        result.issues += findings[i].issues;
        const auto &found = findings[i].found;
        if (!found) {
            result.errors.append(found.error());
            continue;
        }
        // The edit before may have added to the registry, and to this article.
        auto now = project.article(article);
        if (!now)
            return now.error();
        const Edit edit = Editing::adopt(*now, *found, ids, Words::tr("suggest with %1").arg(detectors[i]->info().name), detectors[i]->info().name);
        result.found += itemsIn(*found);
        if (edit.changes.isEmpty())
            continue;
        if (const auto done = growing ? project.apply({edit}, person, *growing) : project.apply(edit, person); !done)
            return done.error();
        result.changed = true;
    }
    const auto summary = project.articleSummary(article);
    if (!summary)
        return summary.error();
    result.article = *summary;
    return result;
}

Result<void> suggest(Storage::Project &project, const QList<Storage::ArticleSummary> &articles,
                     const QList<const Detection::Detector *> &detectors, Editing::IdAllocator ids, const QString &person,
                     const Progress &progress,
                     const std::function<void(const Suggested &)> &tell)
{
    const auto findingsIn = [&](const AnnotatedArticle &article) { return findIn(article.article, detectors, progress); };
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
            const auto taken = takeIn(project, batch[i].article.id, found[i], detectors, ids, person);
            if (!taken)
                return taken.error();
            tell(*taken);
        }
        progress.report(double(from + batch.size()) / double(articles.size()));
    }
    return {};
}

} // namespace Quoth::Tasks
