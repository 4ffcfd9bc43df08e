// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exporter.h"
#include "importer.h"

#include <vector>

namespace Quoth::Exchange {

/// All formats that the program knows. Owns the importers and exporters; pointers it gives live as long as it does.
class FormatRegistry
{
public:
    FormatRegistry();
    ~FormatRegistry();
    Q_DISABLE_COPY_MOVE(FormatRegistry)

    QList<const Importer *> importers() const;
    QList<const Exporter *> exporters() const;
    const Importer *importer(QStringView name) const; ///< nullptr if there is none
    const Exporter *exporter(QStringView name) const; ///< nullptr if there is none
    /// One entry a format, reading and writing taken together, in the order of the importers.
    QList<FormatInfo> formats() const;
    /// What somebody might look for among them in vain.
    const QList<MissingFormat> &missing() const { return m_missing; }

    /// The importer that is most likely right for a file or folder, by its content, then by its suffix.
    Result<const Importer *> bestImporter(const QString &path) const;
    /// The path itself; for a folder that is read by no format as one, the files in it and below that a format's suffix belongs to, by name.
    QStringList filesOf(const QString &path) const;
    /// Reads with the importer that options.format names, or the best one.
    Result<void> read(const QString &path, const ImportOptions &options, const Importer::Sink &sink, ImportReport &report,
                      const Progress &progress = Progress()) const;

private:
    void addArchives();

    std::vector<std::unique_ptr<const Importer>> m_importers;
    std::vector<std::unique_ptr<const Exporter>> m_exporters;
    QList<MissingFormat> m_missing;
};

} // namespace Quoth::Exchange
