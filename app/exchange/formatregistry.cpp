// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formatregistry.h"

#include "bratexporter.h"
#include "bratimporter.h"
#include "csvexporter.h"
#include "doccanoexporter.h"
#include "doccanoimporter.h"
#include "htmlimporter.h"
#include "jsonlexporter.h"
#include "jsonlimporter.h"
#include "labelstudioexporter.h"
#include "labelstudioimporter.h"
#include "prodigyexporter.h"
#include "prodigyimporter.h"
#include "textimporter.h"
#include "words.h"

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

} // namespace

FormatRegistry::FormatRegistry()
{
    m_importers.push_back(std::make_unique<JsonlImporter>());
    m_importers.push_back(std::make_unique<TextImporter>());
    m_importers.push_back(std::make_unique<HtmlImporter>());
    m_importers.push_back(std::make_unique<BratImporter>());
    m_importers.push_back(std::make_unique<LabelStudioImporter>());
    m_importers.push_back(std::make_unique<DoccanoImporter>(OffsetUnit::Utf16Units));
    m_importers.push_back(std::make_unique<DoccanoImporter>(OffsetUnit::Graphemes));
    m_importers.push_back(std::make_unique<ProdigyImporter>());
    m_exporters.push_back(std::make_unique<JsonlExporter>());
    m_exporters.push_back(std::make_unique<BratExporter>());
    m_exporters.push_back(std::make_unique<CsvExporter>());
    m_exporters.push_back(std::make_unique<LabelStudioExporter>());
    m_exporters.push_back(std::make_unique<DoccanoExporter>(OffsetUnit::Utf16Units));
    m_exporters.push_back(std::make_unique<DoccanoExporter>(OffsetUnit::Graphemes));
    m_exporters.push_back(std::make_unique<ProdigyExporter>());
    m_missing.append({QStringLiteral("parquet"), QStringLiteral("Apache Parquet"),
                      Words::tr("There is no library for it in Debian 12. Export \"jsonl\" and convert that: pandas.read_json(FILE, lines=True).to_parquet(OUTPUT).")});
}

FormatRegistry::~FormatRegistry() = default;

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

Result<void> FormatRegistry::read(const QString &path, const ImportOptions &options, const Importer::Sink &sink,
                                  ImportReport &report, const Progress &progress) const
{
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
