// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articleintake.h"

#include "filereading.h"
#include "words.h"

namespace Quoth::Exchange {

ArticleIntake::ArticleIntake(const QString &path, const Importer::Sink &sink, ImportReport &report)
    : m_path(path)
    , m_sink(sink)
    , m_report(report)
    , m_issues(report.issues)
    , m_articlesBefore(report.articles)
    , m_issuesBefore(report.issues.size())
{
}

Result<void> ArticleIntake::take(ImportedArticle imported, qint64 number, const QString &place)
{
    QString &id = imported.article.article.externalId;
    if (id.isEmpty())
        id = baseName(m_path) + u'-' + QString::number(number);
    makeUnique(id, place);
    if (Result<void> taken = m_sink(std::move(imported)); !taken)
        return taken;
    ++m_report.articles;
    return {};
}

void ArticleIntake::makeUnique(QString &id, const QString &place)
{
    if (m_ids.contains(id)) {
        m_issues.warn(Words::tr("An article's id comes more than once; a number was added to it."), place);
        const QString stem = id;
        int &next = m_next[stem];
        do
            id = QStringLiteral("%1 (%2)").arg(stem).arg(++next + 1);
        while (m_ids.contains(id));
    }
    m_ids.insert(id);
}

Result<void> ArticleIntake::finish() const
{
    if (m_report.articles > m_articlesBefore)
        return {};
    const QList<Annotation::Issue> issues = m_report.issues.sliced(m_issuesBefore);
    for (const Annotation::Issue &issue : issues) {
        if (issue.severity == Annotation::Severity::Error)
            return Error{ErrorCode::BadInput, Words::tr("The file holds no article. %1").arg(issue.message), issue.place};
    }
    return Error{ErrorCode::BadInput, Words::tr("The file holds no article."), m_path};
}

} // namespace Quoth::Exchange
