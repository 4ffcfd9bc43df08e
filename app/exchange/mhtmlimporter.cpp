// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mhtmlimporter.h"

#include "filereading.h"
#include "htmlimporter.h"
#include "mimepart.h"
#include "words.h"

#include <QFileInfo>

namespace Quoth::Exchange {

FormatInfo MhtmlImporter::info() const { return {QStringLiteral("mhtml"), Words::tr("Web page with its pictures"), {QStringLiteral("mhtml"), QStringLiteral("mht")}, true, false, false}; }

int MhtmlImporter::likelihood(const QString &path, const QByteArray &head) const
{
    if (QFileInfo(path).isDir())
        return 0;
    const QByteArray start = head.left(4096).toLower();
    const bool message = start.contains("mime-version:") && (start.contains("multipart/related") || start.contains("text/html"));
    const bool suffix = info().suffixes.contains(QFileInfo(path).suffix().toLower());
    return message ? (suffix ? 97 : 80) : suffix ? 60 : 0;
}

Result<void> MhtmlImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report, const Progress &progress) const
{
    if (Result<void> going = checkCancelled(progress, path); !going)
        return going;
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return bytes.error();
    IssueList issues(report.issues);
    const MimePart message = MimePart::parse(*bytes);
    const std::optional<MimePart> page = message.page();
    if (!page)
        return Error{ErrorCode::BadInput, Words::tr("No web page was found in the file."), path};
    const QByteArray html = page->decoded();
    ImportOptions decoding = options;
    // What the message says of the page goes before what the page says, unless it is wrong.
    if (const QString charset = QString::fromLatin1(page->parameter("charset")); decoding.encoding.isEmpty() && !charset.isEmpty()) {
        const Result<DecodedText> tried = decode(html, charset);
        if (tried && tried->invalid == 0)
            decoding.encoding = charset;
    }
    const Result<DecodedText> decoded = decodeHtml(html, decoding, path, issues);
    if (!decoded)
        return decoded.error();
    Result<ImportedArticle> imported = readHtml(decoded->text, path);
    if (!imported)
        return imported.error();
    imported->encoding = decoded->encoding;
    Annotation::Article &article = imported->article.article;
    article.externalId = baseName(path);
    for (const QByteArray &field : {message.fields.value("snapshot-content-location"), page->fields.value("content-location")}) {
        if (article.meta.url.isEmpty() && field.startsWith("http"))
            article.meta.url = QString::fromUtf8(field);
    }
    if (article.meta.title.isEmpty())
        article.meta.title = mimeText(message.fields.value("subject"));
    if (article.meta.title.isEmpty())
        article.meta.title = article.externalId;
    if (const QString saved = mimeText(message.fields.value("date")); !saved.isEmpty())
        article.meta.extra.insert(QStringLiteral("saved"), saved);
    if (Result<void> taken = sink(std::move(*imported)); !taken)
        return taken;
    ++report.articles;
    progress.report(1);
    return {};
}

} // namespace Quoth::Exchange
