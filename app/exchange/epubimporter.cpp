// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "epubimporter.h"

#include "epubpackage.h"
#include "htmlblocks.h"
#include "officexml.h"
#include "textdecoder.h"
#include "words.h"

#include <QFileInfo>

namespace Quoth::Exchange {

FormatInfo EpubImporter::info() const { return {QStringLiteral("epub"), Words::tr("EPUB book"), {QStringLiteral("epub")}, true, false, false}; }

int EpubImporter::likelihood(const QString &path, const QByteArray &head) const
{
    if (QFileInfo(path).isDir() || !isZip(head))
        return 0;
    return QFileInfo(path).suffix().compare(u"epub", Qt::CaseInsensitive) == 0 ? 95 : head.contains("application/epub+zip") ? 90 : 0;
}

Result<void> EpubImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report, const Progress &progress) const
{
    return readDocument(path, sink, report, progress, [&](IssueList &issues) -> Result<DocumentText> {
        const Result<ZipReader> archive = ZipReader::open(path);
        if (!archive)
            return archive.error();
        const Result<QByteArray> container = archive->read(QStringLiteral("META-INF/container.xml"), largestOfficePart);
        const QString name = container ? packageOf(*container) : QString();
        if (name.isEmpty() || !archive->contains(name))
            return Error{ErrorCode::BadInput, Words::tr("The archive holds no EPUB."), path};
        if (archive->contains(QStringLiteral("META-INF/rights.xml")))
            return Error{ErrorCode::BadInput, Words::tr("The book is locked (DRM) and cannot be read."), path};
        const Result<QByteArray> opf = archive->read(name, largestOfficePart);
        if (!opf)
            return opf.error();
        Result<EpubPackage> package = parseEpubPackage(*opf, name, path + QStringLiteral(", ") + name);
        if (!package)
            return package.error();
        DocumentText document;
        document.meta = std::move(package->meta);
        qint64 left = largestOfficePart;
        int notes = 0;
        for (const QString &file : std::as_const(package->files)) {
            const QString place = path + QStringLiteral(", ") + file;
            const Result<QByteArray> bytes = archive->read(file, left);
            const Result<DecodedText> decoded = bytes ? decode(*bytes, options.encoding) : bytes.error();
            if (!decoded) {
                issues.error(Words::tr("A document of the book was left out. %1").arg(decoded.error().message), place);
                continue;
            }
            left -= bytes->size();
            const HtmlPage page(decoded->text);
            if (!page.isParsed())
                issues.error(Words::tr("The page's elements are nested too deep to be read."), place);
            document.paragraphs += blocksOf(page, notes);
        }
        issues.note(Words::tr("Notes at the foot or the end were left out."), path, notes);
        return document;
    });
}

} // namespace Quoth::Exchange
