// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonlimporter.h"

#include "articlecolumns.h"
#include "jsonlexporter.h"
#include "jsonlines.h"
#include "nativeformat.h"
#include "recordreader.h"
#include "words.h"

#include <QFileInfo>

namespace Quoth::Exchange {

namespace {

/// A record of another program, whose fields have names of their own: those that are known, or asked for, under our names.
QJsonObject underOurNames(const QJsonObject &record, const ImportOptions &options, const QString &place, ImportReport &report)
{
    if (options.columns.isEmpty() && (record.contains(u"text") || record.contains(u"format")))
        return record;
    const QStringList names = record.keys();
    for (const QString &name : names) {
        if (!report.header.contains(name))
            report.header.append(name);
    }
    QMap<QString, QString> wanted = options.columns;
    for (QString &name : wanted) {
        if (!names.contains(name, Qt::CaseInsensitive))
            name.clear(); // records need not have all fields
    }
    const auto columns = articleColumns(names, wanted, place);
    if (!columns)
        return record;
    QJsonObject ours = record;
    QJsonObject meta = record.value(u"meta").toObject();
    for (auto i = columns->cbegin(); i != columns->cend(); ++i) {
        const QString &name = names.at(i.value());
        const QJsonValue value = ours.take(name);
        report.columns.insert(i.key(), report.header.indexOf(name));
        if (i.key() == u"text" || i.key() == u"id" || i.key() == u"title")
            ours.insert(i.key(), value);
        else
            meta.insert(i.key() == u"date" ? QStringLiteral("published") : i.key(), value);
    }
    if (!meta.isEmpty())
        ours.insert(u"meta", meta);
    return ours;
}

} // namespace

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
            std::optional<ImportedArticle> imported = RecordReader(options, intake.issues(), place).read(underOurNames(record, options, place, report));
            return imported ? intake.take(std::move(*imported), line, place) : Result<void>();
        });
}

} // namespace Quoth::Exchange
