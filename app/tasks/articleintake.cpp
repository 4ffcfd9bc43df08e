// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articleintake.h"

#include "words.h"

#include <app/editing/adoption.h>

#include <QFileInfo>

namespace Quoth::Tasks {

using namespace Annotation;

Result<ArticleIntake> ArticleIntake::into(Storage::Project &project, const Editing::IdAllocator &ids, const QString &person)
{
    auto registry = project.speakers();
    if (!registry)
        return registry.error();
    return ArticleIntake(project, ids, person, *std::move(registry));
}

ArticleIntake::ArticleIntake(Storage::Project &project, const Editing::IdAllocator &ids, const QString &person,
                             QList<Speaker> registry)
    : m_project(project), m_person(person), m_ids(ids), m_registry(std::move(registry))
{
}

Result<void> ArticleIntake::take(Exchange::ImportedArticle imported, const QString &file)
{
    Article &article = imported.article.article;
    const QString wanted = article.externalId;
    for (int number = 2;; ++number) {
        const auto there = m_project.findArticle(article.externalId);
        if (!there)
            return there.error();
        if (!*there)
            break;
        const auto old = m_project.article(**there);
        if (!old)
            return old.error();
        if (old->article.text == article.text)
            return merge(**there, imported, file);
        article.externalId = QStringLiteral("%1-%2").arg(wanted).arg(number);
    }
    if (article.externalId != wanted) {
        m_issues.append({Severity::Warning,
                         Words::tr("The project has another text under the id \"%1\"; this one became \"%2\".").arg(wanted, article.externalId),
                         file, 1});
    }
    return add(imported, file);
}

Result<void> ArticleIntake::add(const Exchange::ImportedArticle &imported, const QString &file)
{
    AnnotatedArticle article = imported.article;
    article.annotations = Editing::withProjectIds(article.annotations, m_registry, m_ids);
    const auto added = m_project.addArticle(article, {QFileInfo(file).fileName(), imported.encoding, imported.changes}, m_person);
    if (!added)
        return added.error();
    m_registry += article.annotations.speakers;
    ++m_added;
    return {};
}

Result<void> ArticleIntake::merge(ArticleId id, const Exchange::ImportedArticle &imported, const QString &file)
{
    const auto article = m_project.article(id);
    if (!article)
        return article.error();
    const Edit edit = Editing::adopt(*article, imported.article.annotations, m_ids,
                                     Words::tr("import annotations from %1").arg(QFileInfo(file).fileName()));
    if (edit.changes.isEmpty()) {
        ++m_unchanged;
        return {};
    }
    if (const auto done = m_project.apply(edit, m_person); !done)
        return done;
    for (const Change &change : edit.changes) {
        if (const auto *speaker = std::get_if<ChangeOf<Speaker>>(&change); speaker && speaker->after)
            m_registry.append(*speaker->after);
    }
    ++m_merged;
    return {};
}

} // namespace Quoth::Tasks
