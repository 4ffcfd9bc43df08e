// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "odtimporter.h"

#include "officexml.h"
#include "words.h"

#include <QFileInfo>

namespace Quoth::Exchange {

FormatInfo OdtImporter::info() const { return {QStringLiteral("odt"), Words::tr("OpenDocument text"), {QStringLiteral("odt"), QStringLiteral("ott")}, true, false, false}; }

int OdtImporter::likelihood(const QString &path, const QByteArray &head) const
{
    if (QFileInfo(path).isDir() || !isZip(head))
        return 0;
    return info().suffixes.contains(QFileInfo(path).suffix().toLower()) ? 95 : head.contains("application/vnd.oasis.opendocument.text") ? 90 : 0;
}

Result<void> OdtImporter::read(const QString &path, const ImportOptions &, const Sink &sink, ImportReport &report, const Progress &progress) const
{
    return readDocument(path, sink, report, progress, [&path](IssueList &issues) -> Result<DocumentText> {
        const Result<ZipReader> archive = ZipReader::open(path);
        if (!archive)
            return archive.error();
        const QString main = QStringLiteral("content.xml");
        if (!archive->contains(main))
            return Error{ErrorCode::BadInput, Words::tr("The archive holds no OpenDocument text."), path};
        const Result<QByteArray> manifest = archive->read(QStringLiteral("META-INF/manifest.xml"), largestOfficePart);
        if (manifest && manifest->contains("encryption-data"))
            return Error{ErrorCode::BadInput, Words::tr("The document is encrypted. Save it without a password."), path};
        const Result<QByteArray> xml = archive->read(main, largestOfficePart);
        if (!xml)
            return xml.error();
        DocumentText document;
        document.paragraphs = openDocumentParagraphs(*xml, path + QStringLiteral(", ") + main, issues);
        readProperties(*archive, QStringLiteral("meta.xml"), document.meta);
        return document;
    });
}

} // namespace Quoth::Exchange
