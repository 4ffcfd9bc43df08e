// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "xlsximporter.h"

#include "articletable.h"
#include "filereading.h"
#include "words.h"
#include "xlsxexporter.h"
#include "xlsxreader.h"

#include <QFileInfo>

namespace Quoth::Exchange {

FormatInfo XlsxImporter::info() const
{
    FormatInfo info = XlsxExporter().info();
    info.reads = true;
    return info;
}

int XlsxImporter::likelihood(const QString &path, const QByteArray &head) const
{
    if (QFileInfo(path).isDir() || !isZip(head))
        return 0;
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == u"xlsx" || suffix == u"xlsm" ? 95 : head.contains("xl/workbook.xml") ? 85 : 0;
}

Result<void> XlsxImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report, const Progress &progress) const
{
    if (Result<void> going = checkCancelled(progress, path); !going)
        return going;
    const Result<ZipReader> archive = ZipReader::open(path);
    if (!archive)
        return archive.error();
    ArticleTable table(path, QStringLiteral("UTF-8"), options, sink, report);
    const auto row = [&](const QStringList &cells, qint64 number) -> Result<void> {
        if (Result<void> going = checkCancelled(progress, path); !going)
            return going;
        return table.row(cells, Words::tr("%1, row %2").arg(path).arg(number));
    };
    if (Result<void> done = readXlsx(*archive, path, table.issues(), row); !done)
        return done;
    progress.report(1);
    return table.finish();
}

} // namespace Quoth::Exchange
