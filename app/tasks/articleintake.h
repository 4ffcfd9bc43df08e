// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/editing/idallocator.h>
#include <app/exchange/format.h>

namespace Quoth::Tasks {

/// Takes imported articles into a project, one transaction each. An article that is there already, known by its id and its
/// text, gets the new annotations; another text under the same id becomes an article of its own with a number at its id.
class ArticleIntake
{
public:
    /// Fails if the project cannot be read.
    static Result<ArticleIntake> into(Storage::Project &project, const Editing::IdAllocator &ids, const QString &person);

    /// file: where the article came from, for the record.
    Result<void> take(Exchange::ImportedArticle imported, const QString &file);
    /// The issues since the last call.
    QList<Annotation::Issue> takeIssues() { return std::exchange(m_issues, {}); }

    int added() const { return m_added; }
    int merged() const { return m_merged; } ///< were there and got new annotations
    int unchanged() const { return m_unchanged; } ///< were there with all that came

private:
    ArticleIntake(Storage::Project &project, const Editing::IdAllocator &ids, const QString &person, QList<Annotation::Speaker> registry);
    Result<void> add(const Exchange::ImportedArticle &imported, const QString &file);
    Result<void> merge(ArticleId id, const Exchange::ImportedArticle &imported, const QString &file);

    Storage::Project &m_project;
    QString m_person;
    Editing::IdAllocator m_ids;
    QList<Annotation::Speaker> m_registry;
    QList<Annotation::Issue> m_issues;
    int m_added = 0;
    int m_merged = 0;
    int m_unchanged = 0;
};

} // namespace Quoth::Tasks
