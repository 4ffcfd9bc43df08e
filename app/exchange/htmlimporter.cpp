// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "htmlimporter.h"

#include "filereading.h"
#include "htmlbody.h"
#include "htmlmetadata.h"
#include "utfguess.h"
#include "words.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStringConverter>

namespace Quoth::Exchange {

namespace {

constexpr qsizetype declarationWithin = 4096;

/// What the page says it is in. A page that can be read as bytes is not in UTF-16, whatever it says.
QString declaredEncoding(const QByteArray &bytes)
{
    static const QRegularExpression declaration(QStringLiteral("<meta[^>]*charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)"),
                                                QRegularExpression::CaseInsensitiveOption);
    if (QStringConverter::encodingForData(bytes))
        return {};
    const QString name = declaration.match(QString::fromLatin1(bytes.first(qMin(bytes.size(), declarationWithin)))).captured(1);
    return name.startsWith(u"utf-16", Qt::CaseInsensitive) ? QString() : name;
}

} // namespace

Result<DecodedText> decodeHtml(const QByteArray &bytes, const ImportOptions &options, const QString &path, IssueList &issues)
{
    ImportOptions decoding = options;
    const QString declared = declaredEncoding(bytes);
    if (decoding.encoding.isEmpty() && !declared.isEmpty()) {
        const Result<DecodedText> tried = decode(bytes, declared);
        if (tried && tried->invalid == 0)
            decoding.encoding = declared;
        else
            issues.note(Words::tr("The page is not in the encoding that it declares (%1); another was detected.").arg(declared), path);
    }
    return decodedText(bytes, decoding, path, issues);
}

Result<ImportedArticle> readHtml(const QString &html, const QString &path)
{
    const HtmlPage page(html);
    if (!page.isParsed())
        return Error{ErrorCode::BadInput, Words::tr("The page's elements are nested too deep to be read."), path};
    QStringList lines = paragraphsOf(page);
    if (lines.isEmpty())
        return Error{ErrorCode::BadInput, Words::tr("No article was found on the page."), path};
    ImportedArticle imported;
    imported.isDocument = true;
    Annotation::Article &article = imported.article.article;
    article.meta = metadataOf(page);
    if (!article.meta.title.isEmpty() && lines.constFirst() != article.meta.title)
        lines.prepend(article.meta.title);
    Annotation::NormalisedText normal = Annotation::normalised(lines.join(u'\n') + u'\n');
    article.text = std::move(normal.text);
    imported.changes = std::move(normal.changes);
    return imported;
}

FormatInfo HtmlImporter::info() const
{
    return {QStringLiteral("html"), Words::tr("Saved web page"), {QStringLiteral("html"), QStringLiteral("htm"), QStringLiteral("xhtml")}, true, false, false};
}

int HtmlImporter::likelihood(const QString &path, const QByteArray &head) const
{
    if (QFileInfo(path).isDir() || !binaryKind(head).isEmpty())
        return 0;
    const QByteArray start = head.left(1024).replace('\0', QByteArray()).toLower();
    const bool page = start.contains("<!doctype html") || start.contains("<html");
    const bool suffix = info().suffixes.contains(QFileInfo(path).suffix().toLower());
    return page ? (suffix ? 95 : 75) : suffix ? 70 : 0;
}

Result<void> HtmlImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                                const Progress &progress) const
{
    if (Result<void> going = checkCancelled(progress, path); !going)
        return going;
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return bytes.error();
    IssueList issues(report.issues);
    const Result<DecodedText> decoded = decodeHtml(*bytes, options, path, issues);
    if (!decoded)
        return decoded.error();
    Result<ImportedArticle> imported = readHtml(decoded->text, path);
    if (!imported)
        return imported.error();
    Annotation::Article &article = imported->article.article;
    imported->encoding = decoded->encoding;
    article.externalId = baseName(path);
    if (article.meta.title.isEmpty())
        article.meta.title = article.externalId;
    if (Result<void> taken = sink(std::move(*imported)); !taken)
        return taken;
    ++report.articles;
    progress.report(1);
    return {};
}

} // namespace Quoth::Exchange
