// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "docximporter.h"

#include "officexml.h"
#include "words.h"

#include <QFileInfo>

namespace Quoth::Exchange {

FormatInfo DocxImporter::info() const { return {QStringLiteral("docx"), Words::tr("Word document"), {QStringLiteral("docx"), QStringLiteral("docm")}, true, false, false}; }

int DocxImporter::likelihood(const QString &path, const QByteArray &head) const
{
    if (QFileInfo(path).isDir() || !isZip(head))
        return 0;
    return info().suffixes.contains(QFileInfo(path).suffix().toLower()) ? 95 : head.contains("word/document.xml") ? 85 : 0;
}

Result<void> DocxImporter::read(const QString &path, const ImportOptions &, const Sink &sink, ImportReport &report, const Progress &progress) const
{
    return readDocument(path, sink, report, progress, [&path](IssueList &issues) -> Result<DocumentText> {
        const Result<ZipReader> archive = ZipReader::open(path);
        if (!archive)
            return archive.error();
        QString main = QStringLiteral("word/document.xml");
        for (const QString &name : archive->names()) {
            // Some programs number it.
            if (!archive->contains(main) && name.startsWith(u"word/document") && name.endsWith(u".xml"))
                main = name;
        }
        if (!archive->contains(main))
            return Error{ErrorCode::BadInput, Words::tr("The archive holds no Word document."), path};
        const Result<QByteArray> xml = archive->read(main, largestOfficePart);
        if (!xml)
            return xml.error();
        DocumentText document;
        document.paragraphs = wordParagraphs(*xml, path + QStringLiteral(", ") + main, issues);
        readProperties(*archive, QStringLiteral("docProps/core.xml"), document.meta);
        return document;
    });
}

} // namespace Quoth::Exchange
