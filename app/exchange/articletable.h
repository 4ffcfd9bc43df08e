// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"
#include "issuelist.h"

#include <QSet>

namespace Quoth::Exchange {

/// Makes an article of each row of a table; the first row with anything in it is the header. Columns without a role go to the metadata's extra.
class ArticleTable
{
public:
    ArticleTable(const QString &path, const QString &encoding, const ImportOptions &options, const Importer::Sink &sink, ImportReport &report);

    /// place is that of the row. Fails where the sink does, and for a header that does not do.
    Result<void> row(const QStringList &cells, const QString &place);
    /// Fails if there was no article.
    Result<void> finish();
    IssueList &issues() { return m_issues; }

private:
    Result<void> readHeader(const QStringList &cells, const QString &place);
    QString uniqueId(const QString &id, const QString &place);

    const QString m_path;
    const QString m_encoding;
    const ImportOptions &m_options;
    const Importer::Sink &m_sink;
    ImportReport &m_report;
    IssueList m_issues;
    QStringList m_header;
    QMap<QString, qsizetype> m_columns;
    QSet<QString> m_ids;
    int m_rows = 0; // without the header
    int m_articles = 0;
};

} // namespace Quoth::Exchange
