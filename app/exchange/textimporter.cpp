// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textimporter.h"

#include "filereading.h"
#include "utfguess.h"
#include "words.h"

#include <QFileInfo>

namespace Quoth::Exchange {

namespace {
constexpr qsizetype longestTitle = 200;
}

QString titleLine(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const qsizetype end = trimmed.indexOf(u'\n');
    if (end < 0 || end > longestTitle)
        return {};
    return trimmed.first(end).trimmed().toString();
}

FormatInfo TextImporter::info() const
{
    return {QStringLiteral("text"), Words::tr("Plain text"), {QStringLiteral("txt"), QStringLiteral("text")}, true, false, false};
}

int TextImporter::likelihood(const QString &path, const QByteArray &head) const
{
    // Even a binary gets the lowest likelihood, so that its refusal can say what it seems to be.
    if (QFileInfo(path).isDir())
        return 0;
    if (!binaryKind(head).isEmpty())
        return 1;
    return info().suffixes.contains(QFileInfo(path).suffix().toLower()) ? 50 : 10;
}

Result<void> TextImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                                const Progress &progress) const
{
    if (Result<void> going = checkCancelled(progress, path); !going)
        return going;
    IssueList issues(report.issues);
    const Result<DecodedText> decoded = readText(path, options, issues);
    if (!decoded)
        return decoded.error();
    Annotation::NormalisedText normal = Annotation::normalised(decoded->text);
    if (QStringView(normal.text).trimmed().isEmpty())
        return Error{ErrorCode::BadInput, Words::tr("The file holds no text."), path};
    ImportedArticle imported;
    imported.encoding = decoded->encoding;
    imported.changes = std::move(normal.changes);
    Annotation::Article &article = imported.article.article;
    article.externalId = baseName(path);
    article.text = std::move(normal.text);
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
