// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"
#include "issuelist.h"

#include <QSet>

namespace Quoth::Exchange {

/// Hands the articles of one file on, with ids that no two of them share, and counts them in the report.
class ArticleIntake
{
public:
    ArticleIntake(const QString &path, const Importer::Sink &sink, ImportReport &report);

    IssueList &issues() { return m_issues; }
    const QString &path() const { return m_path; }
    /// An article without an id gets the file's name and the number. Fails if the sink does.
    Result<void> take(ImportedArticle imported, qint64 number, const QString &place);
    /// Fails if there was no article, with the first error for the reason.
    Result<void> finish() const;

private:
    void makeUnique(QString &id, const QString &place);

    const QString m_path;
    const Importer::Sink &m_sink;
    ImportReport &m_report;
    IssueList m_issues;
    const int m_articlesBefore;
    const qsizetype m_issuesBefore;
    QSet<QString> m_ids;
    QHash<QString, int> m_next;
};

} // namespace Quoth::Exchange
