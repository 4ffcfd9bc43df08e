// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "textindex.h"

#include <app/editing/idallocator.h>
#include <app/exchange/format.h>

namespace Quoth::Tasks {

/// What the undo menu says of an import of these files.
QString importTitle(const QStringList &files);

/// Takes imported articles into a project, one transaction each. An article that is there already, known by its id and its
/// text, gets the new annotations; another text under the same id becomes an article of its own with a number at its id. All that one
/// intake takes is one step for undo, if it is given one to grow.
class ArticleIntake
{
public:
    /// Fails if the project cannot be read.
    static Result<ArticleIntake> into(Storage::Project &project, const Editing::IdAllocator &ids, const QString &person,
                                      std::optional<Storage::GrowingStep> step = std::nullopt);

    /// Tells of articles that stand there, or came before, in nearly the same words; adds what comes in. The index must outlive this.
    void compareWith(TextIndex &texts) { m_texts = &texts; }
    /// file: where the article came from, for the record.
    Result<void> take(Exchange::ImportedArticle imported, const QString &file);
    /// The issues since the last call.
    QList<Annotation::Issue> takeIssues() { return std::exchange(m_issues, {}); }

    /// As far as it has grown; more may be taken into it.
    const std::optional<Storage::GrowingStep> &step() const { return m_step; }
    const QList<ArticleId> &articlesAdded() const { return m_articles; }
    int added() const { return int(m_articles.size()); }
    int merged() const { return m_merged; } ///< were there and got new annotations
    int unchanged() const { return m_unchanged; } ///< were there with all that came

private:
    ArticleIntake(Storage::Project &project, const Editing::IdAllocator &ids, const QString &person, std::optional<Storage::GrowingStep> step,
                  QList<Annotation::Speaker> registry);
    Result<void> add(const Exchange::ImportedArticle &imported, const QString &file);
    void tellOfUnknownLabels(const Annotation::Annotations &annotations, const QString &file);
    void tellOfNear(const Annotation::Article &article, const QString &file);
    Result<void> apply(const Annotation::Edit &edit);
    Result<void> bringBack(ArticleId id, const Annotation::ArticlePresence &presence);
    Result<void> merge(ArticleId id, const Exchange::ImportedArticle &imported, const QString &file);

    Storage::Project &m_project;
    QString m_person;
    Editing::IdAllocator m_ids;
    QList<Annotation::Speaker> m_registry;
    QList<Annotation::Issue> m_issues;
    std::optional<Storage::GrowingStep> m_step;
    QList<ArticleId> m_articles;
    TextIndex *m_texts = nullptr;
    int m_merged = 0;
    int m_unchanged = 0;
};

} // namespace Quoth::Tasks
