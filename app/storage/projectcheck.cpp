// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "projectcheck.h"

#include "changecodec.h"
#include "rowreader.h"
#include "words.h"

#include <QJsonDocument>
#include <QSet>

namespace Quoth::Storage {

using namespace Annotation;

namespace {

/// Gathers issues; a database error ends the check.
class Checker
{
public:
    explicit Checker(Project &project) : m_project(project), m_database(project.database()) { }

    Result<QList<Issue>> run(const Progress &progress)
    {
        if (auto done = structure(); !done)
            return done.error();
        if (!m_issues.isEmpty())
            return m_issues; // what follows would only repeat it
        const auto articles = m_project.articles();
        if (!articles)
            return articles.error();
        double checked = 0;
        for (const ArticleSummary &article : *articles) {
            if (progress.isCancelled())
                return Error{ErrorCode::Cancelled, Words::tr("The check was cancelled."), m_project.path()};
            if (auto done = content(article); !done)
                return done.error();
            progress.report(++checked / double(articles->size()));
        }
        if (auto done = log(); !done)
            return done.error();
        return m_issues;
    }

private:
    void tell(const QString &message, const QString &place) { m_issues.append({Severity::Error, message, place, 1}); }

    Result<void> structure()
    {
        auto rows = m_database.run(QStringLiteral("PRAGMA integrity_check"));
        if (!rows)
            return rows.error();
        while ((*rows)->next()) {
            if ((*rows)->value(0).toString() != QStringLiteral("ok"))
                tell(Words::tr("The file is damaged: %1.").arg((*rows)->value(0).toString()), m_project.path());
        }
        rows = m_database.run(QStringLiteral("PRAGMA foreign_key_check"));
        if (!rows)
            return rows.error();
        while ((*rows)->next()) {
            tell(Words::tr("It refers to a row of %1 that is not there.").arg((*rows)->value(2).toString()),
                 QStringLiteral("%1 %2").arg((*rows)->value(0).toString(), (*rows)->value(1).toString()));
        }
        return {};
    }

    Result<void> content(const ArticleSummary &summary)
    {
        const auto article = m_project.article(summary.id);
        if (!article) {
            tell(article.error().message, summary.externalId);
            return {};
        }
        const auto hash = m_database.value(QStringLiteral("SELECT sha256 FROM articles WHERE id = ?"), {summary.id.number()});
        if (!hash)
            return hash.error();
        if (hash->toByteArray() != article->article.sha256())
            tell(Words::tr("The text is not the one that was imported: its SHA-256 differs."), summary.externalId);
        QSet<SpanId> spans;
        for (const Span &span : article->annotations.spans) {
            spans.insert(span.id);
            const QString place = QStringLiteral("%1, span %2").arg(summary.externalId).arg(span.id.number());
            if (!isValid(span.fragments, article->article.text.size()))
                tell(Words::tr("The fragments of the span overlap, touch or are out of order."), place);
            if (!m_project.schema().label(span.label))
                tell(Words::tr("The schema has no label \"%1\".").arg(span.label), place);
        }
        for (const Attribution &attribution : article->annotations.attributions) {
            const QString place = QStringLiteral("%1, attribution %2").arg(summary.externalId).arg(attribution.id.number());
            if (!m_project.schema().frameType(attribution.type))
                tell(Words::tr("The schema has no frame \"%1\".").arg(attribution.type), place);
            for (const RoleFiller &filler : attribution.fillers) {
                if (!spans.contains(filler.span))
                    tell(Words::tr("It is filled by a span of another article."), place);
            }
        }
        return {};
    }

    Result<void> log()
    {
        EditLog editLog(m_database);
        const auto next = editLog.next(Direction::Undo);
        if (!next)
            return next.error();
        for (const LoggedEdit &edit : *next) {
            QString text;
            if (edit.article) {
                const auto article = readArticle(m_database, *edit.article);
                if (!article)
                    return article.error();
                text = article->text;
            }
            if (const auto decoded = decodeEdit(edit.changes, OffsetConverter(text)); !decoded)
                tell(decoded.error().message, QStringLiteral("edits %1").arg(edit.number));
        }
        return {};
    }

    Project &m_project;
    Database &m_database;
    QList<Issue> m_issues;
};

} // namespace

Result<QList<Issue>> check(Project &project, const Progress &progress) { return Checker(project).run(progress); }

} // namespace Quoth::Storage
