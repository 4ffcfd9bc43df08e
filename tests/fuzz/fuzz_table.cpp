// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzchecks.h"

#include <app/exchange/articletable.h>
#include <app/exchange/delimitedreader.h>
#include <app/exchange/xlsxreader.h>
#include <app/exchange/xlsxwriter.h>

using namespace Quoth;
using namespace Quoth::Exchange;

namespace {

constexpr const char *workbook = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>";

} // namespace

/// The input is a table in text, or, after an "X", the strings, the styles and the sheet of a workbook with a NUL between them. Cells that were read
/// must come back from a workbook that is written of them.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString path = QStringLiteral("fuzz");
    const ImportOptions options;
    ImportReport report;
    const Importer::Sink sink = [](ImportedArticle article) -> Result<void> {
        checkArticle(article.article);
        return {};
    };
    ArticleTable table(path, QStringLiteral("UTF-8"), options, sink, report);
    QList<QStringList> rows;
    const auto take = [&](const QStringList &cells, qint64) -> Result<void> {
        rows.append(cells);
        return table.row(cells, path);
    };
    if (bytes.startsWith('X')) {
        const QList<QByteArray> parts = bytes.sliced(1).split('\0');
        ZipWriter writer;
        (void)writer.add(QStringLiteral("xl/workbook.xml"), workbook);
        (void)writer.add(QStringLiteral("xl/sharedStrings.xml"), parts.value(0));
        (void)writer.add(QStringLiteral("xl/styles.xml"), parts.value(1));
        (void)writer.add(QStringLiteral("xl/worksheets/sheet1.xml"), parts.value(2));
        const Result<QByteArray> archive = writer.finish();
        const Result<ZipReader> reader = archive ? ZipReader::fromBytes(*archive, path) : archive.error();
        if (reader)
            (void)readXlsx(*reader, path, table.issues(), take);
        return 0;
    }
    const QString text = QString::fromUtf8(bytes);
    DelimitedReader reader(text, separatorOf(text));
    while (const std::optional<QStringList> cells = reader.next()) {
        if (!take(*cells, reader.line()))
            break;
    }
    XlsxWriter writer({QStringLiteral("head")}, {}, {});
    for (const QStringList &row : std::as_const(rows)) {
        if (writer.addRow(row) > 0)
            return 0;
    }
    const Result<ZipReader> back = ZipReader::fromBytes(*writer.finish(), path);
    qsizetype number = -1;
    const auto compare = [&](const QStringList &cells, qint64) -> Result<void> {
        if (number >= 0) {
            const QStringList &row = rows[number];
            for (qsizetype i = 0; i < qMax(row.size(), cells.size()); ++i) {
                if (row.value(i) != cells.value(i) && !row.value(i).contains(QChar(QChar::ReplacementCharacter)))
                    std::abort();
            }
        }
        ++number;
        return {};
    };
    if (!back || !readXlsx(*back, path, table.issues(), compare) || number != rows.size())
        std::abort();
    return 0;
}
