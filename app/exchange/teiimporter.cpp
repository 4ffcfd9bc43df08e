// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teiimporter.h"

#include "filereading.h"
#include "teiexporter.h"
#include "teireader.h"
#include "words.h"

#include <QFileInfo>

namespace Quoth::Exchange {

FormatInfo TeiImporter::info() const { return TeiExporter().info(); }

int TeiImporter::likelihood(const QString &path, const QByteArray &head) const
{
    if (QFileInfo(path).isDir())
        return 0;
    const QByteArray start = QByteArray(head).replace('\0', QByteArray());
    if (!start.contains("<TEI") && !start.contains("<teiCorpus"))
        return 0;
    return start.contains("http://www.tei-c.org/ns/1.0") ? 97 : info().suffixes.contains(QFileInfo(path).suffix().toLower()) ? 70 : 30;
}

Result<void> readTei(const QByteArray &bytes, const QString &path, const ImportOptions &options, const Importer::Sink &sink, ImportReport &report,
                     const Progress &progress)
{
    IssueList issues(report.issues);
    QXmlStreamReader xml;
    if (options.encoding.isEmpty()) {
        xml.addData(bytes);
    } else {
        const Result<DecodedText> decoded = decode(bytes, options.encoding);
        if (!decoded)
            return Error{decoded.error().code, decoded.error().message, path};
        xml.addData(decoded->text);
    }
    const int before = report.articles;
    while (!xml.atEnd()) {
        if (Result<void> going = checkCancelled(progress, path); !going)
            return going;
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::DTD)
            return Error{ErrorCode::BadInput, Words::tr("The file has a document type declaration, which is not read: it could hide what it wants to be read. Take it out."),
                         lineOf(path, xml.lineNumber())};
        if (token != QXmlStreamReader::StartElement || !xml.name().startsWith(u"TEI"))
            continue;
        std::optional<ImportedArticle> imported = TeiReader(options, issues, path).read(xml);
        if (!imported)
            continue;
        Annotation::Article &article = imported->article.article;
        if (article.externalId.isEmpty()) {
            article.externalId = report.articles == before ? baseName(path) : QStringLiteral("%1-%2").arg(baseName(path)).arg(report.articles - before + 1);
            if (article.meta.title.isEmpty())
                article.meta.title = article.externalId;
        }
        if (Result<void> taken = sink(std::move(*imported)); !taken)
            return taken;
        ++report.articles;
        progress.report(double(xml.characterOffset()) / double(qMax<qsizetype>(bytes.size(), 1)));
    }
    if (xml.hasError() && report.articles == before)
        return Error{ErrorCode::BadInput, Words::tr("This is not well-formed XML (%1).").arg(xml.errorString()), lineOf(path, xml.lineNumber())};
    if (xml.hasError())
        issues.error(Words::tr("The rest of the file was not read: it is not well-formed XML (%1).").arg(xml.errorString()), lineOf(path, xml.lineNumber()));
    if (report.articles == before)
        return Error{ErrorCode::BadInput, Words::tr("The file holds no article."), path};
    return {};
}

Result<void> TeiImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report, const Progress &progress) const
{
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return bytes.error();
    return readTei(*bytes, path, options, sink, report, progress);
}

} // namespace Quoth::Exchange
