// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvimporter.h"

#include "articlecolumns.h"
#include "articletable.h"
#include "csvexporter.h"
#include "delimitedreader.h"
#include "filereading.h"
#include "tablerows.h"
#include "utfguess.h"
#include "words.h"

#include <QFileInfo>

namespace Quoth::Exchange {

namespace {

int likelihoodOf(const QString &path, const QByteArray &head, const QStringList &suffixes)
{
    const bool suffix = suffixes.contains(QFileInfo(path).suffix().toLower());
    // A number sign begins the files of other programs that end so.
    if (!suffix || QFileInfo(path).isDir() || !binaryKind(head).isEmpty() || head.startsWith('#') || head.startsWith('{'))
        return 0;
    const Result<DecodedText> decoded = decode(head.left(8192));
    if (!decoded)
        return 0;
    const QStringView text = QStringView(decoded->text).sliced(decoded->text.startsWith(QChar::ByteOrderMark));
    const QStringList header = DelimitedReader(text, separatorOf(text)).next().value_or(QStringList());
    return namesText(header) || isAnnotationTable(header) ? 90 : 45;
}

Result<void> readTable(const QString &path, std::optional<QChar> separator, const ImportOptions &options, const Importer::Sink &sink, ImportReport &report, const Progress &progress)
{
    IssueList issues(report.issues);
    const Result<DecodedText> decoded = readText(path, options, issues);
    if (!decoded)
        return decoded.error();
    const QStringView text = QStringView(decoded->text).sliced(decoded->text.startsWith(QChar::ByteOrderMark));
    ArticleTable table(path, decoded->encoding, options, sink, report);
    DelimitedReader reader(text, separator ? *separator : separatorOf(text));
    while (const std::optional<QStringList> cells = reader.next()) {
        if (Result<void> going = checkCancelled(progress, path); !going)
            return going;
        if (reader.isUnclosed())
            table.issues().warn(Words::tr("A quotation mark is not closed: the cell goes on to the end of the file."), lineOf(path, reader.line()));
        if (Result<void> taken = table.row(*cells, lineOf(path, reader.line())); !taken)
            return taken;
        progress.report(double(reader.position()) / double(text.size()));
    }
    return table.finish();
}

FormatInfo reading(FormatInfo info)
{
    info.reads = true;
    return info;
}

} // namespace

FormatInfo CsvImporter::info() const { return reading(CsvExporter().info()); }
FormatInfo TsvImporter::info() const { return reading(TsvExporter().info()); }

int CsvImporter::likelihood(const QString &path, const QByteArray &head) const { return likelihoodOf(path, head, info().suffixes); }
int TsvImporter::likelihood(const QString &path, const QByteArray &head) const { return likelihoodOf(path, head, info().suffixes); }

Result<void> CsvImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report, const Progress &progress) const
{
    return readTable(path, std::nullopt, options, sink, report, progress);
}

Result<void> TsvImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report, const Progress &progress) const
{
    return readTable(path, u'\t', options, sink, report, progress);
}

} // namespace Quoth::Exchange
