// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format.h"

#include <app/base/progress.h>
#include <app/base/result.h>

#include <functional>

namespace Quoth::Exchange {

/// Reads one file format. Articles are handed on one at a time, so that files may be larger than memory; every offset they
/// hold lies within their text. What cannot be read is skipped, repaired or kept aside, with an issue in the report; read()
/// fails where nothing of the file can be had, when the sink fails and when the work is cancelled.
class Importer
{
public:
    using Sink = std::function<Result<void>(ImportedArticle)>;

    virtual ~Importer() = default;
    virtual FormatInfo info() const = 0;
    /// From 0 (cannot be) to 100 (certain), by the path and the first bytes of the file (none for a folder).
    virtual int likelihood(const QString &path, const QByteArray &head) const = 0;
    virtual Result<void> read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                              const Progress &progress) const = 0;

protected:
    Importer() = default;
    Q_DISABLE_COPY_MOVE(Importer)
};

} // namespace Quoth::Exchange
