// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"
#include "issuelist.h"

#include <QSet>

namespace Quoth::Exchange {

struct CasDocument;
struct CasType;

/// What the readers of UIMA's formats share: a file is one article, a zip archive has one in each file of the format's suffix, and
/// the articles' types may lie in the archive.
class CasImporter : public Importer
{
public:
    Result<void> read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                      const Progress &progress) const final;

protected:
    CasImporter() = default;

    /// Of the files in an archive, without the dot.
    virtual QString suffix() const = 0;
    virtual Result<CasDocument> decode(const QByteArray &bytes, const QList<CasType> &types, const QString &path,
                                       IssueList &issues) const = 0;
    /// The share of a likelihood that a zip archive has if there are files of the suffix in it.
    bool isArchiveOf(const QString &path, const QByteArray &head) const;
};

} // namespace Quoth::Exchange
