// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articletable.h"

#include "articlecolumns.h"
#include "filereading.h"
#include "textimporter.h"
#include "words.h"

#include <algorithm>

namespace Quoth::Exchange {

ArticleTable::ArticleTable(const QString &path, const QString &encoding, const ImportOptions &options, const Importer::Sink &sink, ImportReport &report)
    : m_path(path), m_encoding(encoding), m_options(options), m_sink(sink), m_report(report), m_issues(report.issues)
{
}

Result<void> ArticleTable::readHeader(const QStringList &cells, const QString &place)
{
    m_report.header = cells;
    Result<QMap<QString, qsizetype>> columns = articleColumns(cells, m_options.columns, place);
    if (!columns)
        return columns.error();
    m_columns = std::move(*columns);
    m_report.columns = m_columns;
    for (const QString &cell : cells) {
        QString name = cell.trimmed();
        if (name.isEmpty() || m_header.contains(name))
            name = Words::tr("column %1").arg(m_header.size() + 1);
        m_header.append(name);
    }
    return {};
}

QString ArticleTable::uniqueId(const QString &id, const QString &place)
{
    QString result = id.isEmpty() ? baseName(m_path) + u'-' + QString::number(m_rows) : id;
    if (m_ids.contains(result)) {
        m_issues.warn(Words::tr("An article's id comes more than once; a number was added to it."), place);
        const QString stem = result;
        for (int i = m_rows; m_ids.contains(result); ++i)
            result = QStringLiteral("%1 (%2)").arg(stem, QString::number(i));
    }
    m_ids.insert(result);
    return result;
}

Result<void> ArticleTable::row(const QStringList &cells, const QString &place)
{
    if (std::all_of(cells.begin(), cells.end(), [](const QString &cell) { return QStringView(cell).trimmed().isEmpty(); }))
        return {};
    if (m_header.isEmpty())
        return readHeader(cells, place);
    ++m_rows;
    const auto value = [&](const char *role) { return cells.value(m_columns.value(QLatin1String(role), -1)).trimmed(); };
    ImportedArticle imported;
    imported.encoding = m_encoding;
    Annotation::NormalisedText normal = Annotation::normalised(cells.value(m_columns.value(QStringLiteral("text"))));
    if (QStringView(normal.text).trimmed().isEmpty()) {
        m_issues.error(Words::tr("The row has no text and was skipped."), place);
        return {};
    }
    imported.changes = std::move(normal.changes);
    Annotation::Article &article = imported.article.article;
    article.text = std::move(normal.text);
    article.externalId = uniqueId(value("id"), place);
    Annotation::ArticleMeta &meta = article.meta;
    meta = {value("title").simplified(), value("url"), value("outlet"), value("author"), value("date"), value("language"), {}};
    if (meta.title.isEmpty())
        meta.title = titleLine(article.text);
    if (meta.title.isEmpty())
        meta.title = article.externalId;
    const QList<qsizetype> known = m_columns.values();
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (!known.contains(i) && !cells[i].trimmed().isEmpty())
            meta.extra.insert(i < m_header.size() ? m_header[i] : Words::tr("column %1").arg(i + 1), cells[i].trimmed());
    }
    m_issues.warn(Words::tr("The row has more cells than the header."), place, cells.size() > m_header.size());
    if (Result<void> taken = m_sink(std::move(imported)); !taken)
        return taken;
    ++m_articles;
    ++m_report.articles;
    return {};
}

Result<void> ArticleTable::finish()
{
    if (m_articles == 0)
        return Error{ErrorCode::BadInput, m_header.isEmpty() ? Words::tr("The table is empty.") : Words::tr("The table holds no article."), m_path};
    return {};
}

} // namespace Quoth::Exchange
