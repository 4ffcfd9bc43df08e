// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonlimporter.h"

#include "jsonlexporter.h"
#include "jsonlines.h"
#include "nativeformat.h"
#include "recordreader.h"
#include "words.h"

#include <QFileInfo>

namespace Quoth::Exchange {

FormatInfo JsonlImporter::info() const { return JsonlExporter().info(); }

int JsonlImporter::likelihood(const QString &path, const QByteArray &head) const
{
    const bool suffix = info().suffixes.contains(QFileInfo(path).suffix().toLower());
    if (beginsWithObject(head))
        return suffix ? 95 : 80;
    return suffix && !QFileInfo(path).isDir() ? 60 : 0;
}

Result<void> JsonlImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                                 const Progress &progress) const
{
    ArticleIntake intake(path, sink, report);
    return readJsonLines(
        options, intake, progress, [&](const QJsonObject &record, qint64 line, const QString &place) -> Result<void> {
            const QString version = record.value(u"format").toString();
            if (version.startsWith(u"quoth/") && version != nativeVersion)
                intake.issues().warn(Words::tr("The record is of the format \"%1\"; what \"%2\" knows of it was read.")
                                         .arg(version, nativeVersion),
                                     place);
            std::optional<ImportedArticle> imported = RecordReader(options, intake.issues(), place).read(record);
            return imported ? intake.take(std::move(*imported), line, place) : Result<void>();
        });
}

} // namespace Quoth::Exchange
