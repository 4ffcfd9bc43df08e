// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formatregistry.h"

#include "bratexporter.h"
#include "bratimporter.h"
#include "casjsonexporter.h"
#include "casjsonimporter.h"
#include "claimexporter.h"
#include "conllexporter.h"
#include "conllimporter.h"
#include "conlluexporter.h"
#include "conlluimporter.h"
#include "csvexporter.h"
#include "csvimporter.h"
#include "doccanoexporter.h"
#include "doccanoimporter.h"
#include "docximporter.h"
#include "epubimporter.h"
#include "htmlimporter.h"
#include "jsonlexporter.h"
#include "jsonlimporter.h"
#include "labelstudioexporter.h"
#include "labelstudioimporter.h"
#include "markdownimporter.h"
#include "mhtmlimporter.h"
#include "odtimporter.h"
#include "prodigyexporter.h"
#include "prodigyimporter.h"
#include "qdpxexporter.h"
#include "qdpximporter.h"
#include "rtfimporter.h"
#include "teiexporter.h"
#include "teiimporter.h"
#include "textimporter.h"
#include "w3cexporter.h"
#include "w3cimporter.h"
#include "webannotsvexporter.h"
#include "webannotsvimporter.h"
#include "words.h"
#include "xlsxexporter.h"
#include "xlsximporter.h"
#include "xmiexporter.h"
#include "xmiimporter.h"
#include "ziparchive.h"

#ifdef QUOTH_HAS_POPPLER
#include "pdfimporter.h"
#endif

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace Quoth::Exchange {

namespace {

constexpr qint64 headSize = 64 * 1024;

template<class List>
auto find(const List &list, QStringView name)
{
    const auto found = std::find_if(list.begin(), list.end(), [name](const auto &one) { return one->info().name == name; });
    return found == list.end() ? nullptr : found->get();
}

template<class T>
QList<const T *> pointers(const std::vector<std::unique_ptr<const T>> &list)
{
    QList<const T *> result;
    for (const auto &one : list)
        result.append(one.get());
    return result;
}

template<class... Formats, class List>
void add(List &list)
{
    (list.push_back(std::make_unique<Formats>()), ...);
}

} // namespace

FormatRegistry::FormatRegistry()
{
    // Annotations.
    add<JsonlImporter, TextImporter, HtmlImporter, BratImporter, XmiImporter, CasJsonImporter, WebAnnoTsvImporter>(m_importers);
    add<LabelStudioImporter, ProdigyImporter, W3cImporter, TeiImporter, ConlluImporter>(m_importers);
    add<JsonlExporter, BratExporter, CsvExporter, TsvExporter, XmiExporter, CasJsonExporter, WebAnnoTsvExporter>(m_exporters);
    add<LabelStudioExporter, ProdigyExporter, W3cExporter, TeiExporter, ConlluExporter, ClaimExporter, QdcExporter>(m_exporters);
    for (const OffsetUnit unit : {OffsetUnit::Utf16Units, OffsetUnit::Graphemes}) {
        m_importers.push_back(std::make_unique<DoccanoImporter>(unit));
        m_exporters.push_back(std::make_unique<DoccanoExporter>(unit));
    }
    for (const ConllForm form : {ConllForm::Conll2003, ConllForm::Conll2002, ConllForm::Iobes, ConllForm::Columns}) {
        m_importers.push_back(std::make_unique<ConllImporter>(form));
        m_exporters.push_back(std::make_unique<ConllExporter>(form));
    }
    // Articles.
    add<CsvImporter, TsvImporter, MarkdownImporter, RtfImporter, MhtmlImporter>(m_importers);
#ifdef QUOTH_HAS_POPPLER
    add<PdfImporter>(m_importers);
#else
    m_missing.append({QStringLiteral("pdf"), Words::tr("PDF document"),
                      Words::tr("This Quoth was built without Poppler (libpoppler-qt6-dev). Convert the file first: pdftotext FILE.pdf.")});
#endif
    addArchives();
    m_missing.append({QStringLiteral("parquet"), QStringLiteral("Apache Parquet"),
                      Words::tr("There is no library for it in Debian 12. Publish the dataset (\"quoth release\") and convert its files: pandas.read_json(FILE, lines=True).to_parquet(OUTPUT).")});
}

FormatRegistry::~FormatRegistry() = default;

void FormatRegistry::addArchives()
{
    if (!isZipSupported()) {
        const QString reason = Words::tr("This Quoth was built without libzip (libzip-dev) and knows no zip archives.");
        for (const FormatInfo &info : {QdpxImporter().info(), XlsxImporter().info(), DocxImporter().info(), OdtImporter().info(), EpubImporter().info()})
            m_missing.append({info.name, info.title, reason});
        return;
    }
    add<QdpxImporter, XlsxImporter, DocxImporter, OdtImporter, EpubImporter>(m_importers);
    add<QdpxExporter, XlsxExporter>(m_exporters);
}

QList<const Importer *> FormatRegistry::importers() const { return pointers(m_importers); }
QList<const Exporter *> FormatRegistry::exporters() const { return pointers(m_exporters); }
const Importer *FormatRegistry::importer(QStringView name) const { return find(m_importers, name); }
const Exporter *FormatRegistry::exporter(QStringView name) const { return find(m_exporters, name); }

QList<FormatInfo> FormatRegistry::formats() const
{
    QList<FormatInfo> result;
    for (const auto &importer : m_importers) {
        result.append(importer->info());
        result.last().writes = exporter(result.constLast().name) != nullptr;
    }
    for (const auto &exporter : m_exporters) {
        if (!importer(exporter->info().name))
            result.append(exporter->info());
    }
    return result;
}

Result<const Importer *> FormatRegistry::bestImporter(const QString &path) const
{
    const QFileInfo file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, Words::tr("There is no such file or folder."), path};
    QByteArray head;
    if (!file.isDir()) {
        QFile device(path);
        if (!device.open(QIODevice::ReadOnly))
            return Error{ErrorCode::NotReadable, device.errorString(), path};
        head = device.read(headSize);
    }
    const Importer *best = nullptr;
    int bestLikelihood = 0;
    for (const auto &importer : m_importers) {
        const int likelihood = importer->likelihood(path, head);
        if (likelihood > bestLikelihood) {
            best = importer.get();
            bestLikelihood = likelihood;
        }
    }
    if (!best)
        return Error{ErrorCode::BadInput, Words::tr("No known format fits. Name the format to read it as."), path};
    return best;
}

QStringList FormatRegistry::filesOf(const QString &path) const
{
    if (!QFileInfo(path).isDir() || bestImporter(path))
        return {path};
    QStringList patterns;
    for (const auto &importer : m_importers) {
        for (const QString &suffix : importer->info().suffixes)
            patterns.append(QStringLiteral("*.") + suffix);
    }
    QStringList files;
    QDirIterator found(path, patterns, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString file = found.next();
        if (found.fileName().compare(u"README.md", Qt::CaseInsensitive) != 0) // it tells of the folder, as in a release
            files.append(file);
    }
    files.sort();
    return files.isEmpty() ? QStringList{path} : files;
}

Result<void> FormatRegistry::read(const QString &path, const ImportOptions &options, const Importer::Sink &sink,
                                  ImportReport &report, const Progress &progress) const
{
    if (!options.url.isEmpty()) {
        ImportOptions rest = options;
        rest.url.clear();
        const auto addressed = [&](ImportedArticle imported) {
            if (QString &url = imported.article.article.meta.url; url.isEmpty())
                url = options.url;
            return sink(std::move(imported));
        };
        return read(path, rest, addressed, report, progress);
    }
    if (!options.format.isEmpty()) {
        if (const Importer *named = importer(options.format))
            return named->read(path, options, sink, report, progress);
        return Error{ErrorCode::BadInput, Words::tr("The format \"%1\" cannot be read.").arg(options.format), path};
    }
    const Result<const Importer *> best = bestImporter(path);
    if (!best)
        return best.error();
    return (*best)->read(path, options, sink, report, progress);
}

} // namespace Quoth::Exchange
