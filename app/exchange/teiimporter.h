// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"

namespace Quoth::Exchange {

/// Reads TEI P5, and what is enough like it: a TEI element, or any number in a teiCorpus. A document type declaration is refused, and with
/// it all entities but XML's own.
class TeiImporter : public Importer
{
public:
    FormatInfo info() const override;
    int likelihood(const QString &path, const QByteArray &head) const override;
    Result<void> read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                      const Progress &progress) const override;
};

/// What read() does, with the bytes of the file.
Result<void> readTei(const QByteArray &bytes, const QString &path, const ImportOptions &options, const Importer::Sink &sink, ImportReport &report,
                     const Progress &progress = Progress());

} // namespace Quoth::Exchange
