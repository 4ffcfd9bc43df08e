// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documentarticle.h"

#include "filereading.h"
#include "textimporter.h"
#include "words.h"

namespace Quoth::Exchange {

namespace {

/// Without blanks at the ends of lines and without empty ones.
QString tidy(const QString &paragraph)
{
    QStringList lines;
    for (const QString &line : paragraph.split(u'\n')) {
        if (const QString trimmed = line.trimmed(); !trimmed.isEmpty())
            lines.append(trimmed);
    }
    return lines.join(u'\n');
}

} // namespace

Result<void> readDocument(const QString &path, const Importer::Sink &sink, ImportReport &report, const Progress &progress,
                          const std::function<Result<DocumentText>(IssueList &)> &read)
{
    if (Result<void> going = checkCancelled(progress, path); !going)
        return going;
    IssueList issues(report.issues);
    Result<DocumentText> document = read(issues);
    if (!document)
        return document.error();
    if (Result<void> going = checkCancelled(progress, path); !going)
        return going;
    QStringList lines;
    for (const QString &paragraph : std::as_const(document->paragraphs)) {
        if (const QString line = tidy(paragraph); !line.isEmpty())
            lines.append(line);
    }
    if (lines.isEmpty())
        return Error{ErrorCode::BadInput, Words::tr("The file holds no text."), path};
    ImportedArticle imported;
    imported.isDocument = true;
    Annotation::NormalisedText normal = Annotation::normalised(lines.join(u'\n') + u'\n');
    imported.changes = document->changes + normal.changes;
    imported.encoding = document->encoding;
    Annotation::Article &article = imported.article.article;
    article.text = std::move(normal.text);
    article.externalId = baseName(path);
    article.meta = std::move(document->meta);
    article.meta.title = article.meta.title.simplified();
    if (article.meta.title.isEmpty())
        article.meta.title = titleLine(article.text);
    if (article.meta.title.isEmpty())
        article.meta.title = article.externalId;
    if (Result<void> taken = sink(std::move(imported)); !taken)
        return taken;
    ++report.articles;
    progress.report(1);
    return {};
}

} // namespace Quoth::Exchange
