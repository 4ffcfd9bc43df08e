// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "projectreview.h"

#include "words.h"

namespace Quoth::Tasks {

using namespace Annotation;

Result<PreparedReview> prepareReview(Storage::Project &project, const Schema &schema, const QList<Storage::ArticleSummary> &articles,
                                     const Editing::ReviewFilter &filter, const Editing::Bulk &bulk, Editing::IdAllocator ids,
                                     const QString &person, const QString &why, const Progress &progress)
{
    PreparedReview result;
    double done = 0;
    for (const Storage::ArticleSummary &summary : articles) {
        if (progress.isCancelled())
            return Error{ErrorCode::Cancelled, Words::tr("Stopped; nothing was changed."), project.path()};
        const auto article = project.article(summary.id);
        if (!article)
            return article.error();
        const AnnotationIndex index(article->annotations);
        const Editing::ReviewedArticle in{article->article, index, schema};
        const QList<Editing::Item> items = Editing::affected(Editing::matching(in, filter), bulk, in);
        result.preview.add(items, bulk, in);
        Edit edit = Editing::bulkEdit(items, bulk, in, ids, person, why);
        if (!edit.changes.isEmpty())
            result.step.append(std::move(edit));
        progress.report(++done / double(articles.size()));
    }
    for (Edit &edit : result.step)
        edit.title = Editing::bulkTitle(bulk, result.preview.items, schema, why);
    return result;
}

} // namespace Quoth::Tasks
