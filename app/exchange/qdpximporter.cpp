// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "qdpximporter.h"

#include "filereading.h"
#include "qdapackage.h"
#include "qdpxexporter.h"
#include "words.h"
#include "ziparchive.h"

#include <QFileInfo>

namespace Quoth::Exchange {

FormatInfo QdpxImporter::info() const
{
    FormatInfo info = QdpxExporter().info();
    info.reads = true;
    return info;
}

int QdpxImporter::likelihood(const QString &path, const QByteArray &head) const
{
    if (QFileInfo(path).isDir() || !isZip(head))
        return 0;
    if (QFileInfo(path).suffix().compare(u"qdpx", Qt::CaseInsensitive) == 0)
        return 95;
    return head.contains("project.qde") ? 90 : 0;
}

Result<void> QdpxImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report, const Progress &progress) const
{
    if (Result<void> going = checkCancelled(progress, path); !going)
        return going;
    const Result<ZipReader> archive = ZipReader::open(path);
    if (!archive)
        return archive.error();
    const auto fileOf = [&archive](const QString &wanted) {
        for (const QString &name : archive->names()) {
            if (name.compare(wanted, Qt::CaseInsensitive) == 0)
                return name;
        }
        return QString();
    };
    QString main = fileOf(QStringLiteral("project.qde"));
    for (const QString &name : archive->names()) {
        if (main.isEmpty() && name.endsWith(u".qde", Qt::CaseInsensitive))
            main = name;
    }
    if (main.isEmpty())
        return Error{ErrorCode::BadInput, Words::tr("The archive has no project.qde: it is no project of the REFI-QDA standard."), path};
    const Result<QByteArray> xml = archive->read(main);
    if (!xml)
        return xml.error();
    const auto fileBehind = [&](const QString &reference) -> Result<QByteArray> {
        const QString prefix = QStringLiteral("internal://");
        if (!reference.startsWith(prefix, Qt::CaseInsensitive))
            return Error{ErrorCode::NotFound, Words::tr("The text lies outside the archive (\"%1\").").arg(reference), path};
        const QString name = reference.sliced(prefix.size());
        const QString found = fileOf(QStringLiteral("sources/") + name);
        return archive->read(found.isEmpty() ? QStringLiteral("sources/") + name : found);
    };
    return readQdaPackage(*xml, path, path + QStringLiteral(", ") + main, fileBehind, options, sink, report, progress);
}

} // namespace Quoth::Exchange
