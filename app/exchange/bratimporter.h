// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"

namespace Quoth::Exchange {

/// Reads brat standoff: a folder with pairs of .txt and .ann files, at any depth, or one such pair by either name. A .txt
/// without its .ann is an article without annotations, if it lies in a folder that has some.
class BratImporter : public Importer
{
public:
    FormatInfo info() const override;
    int likelihood(const QString &path, const QByteArray &head) const override;
    Result<void> read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                      const Progress &progress) const override;
};

} // namespace Quoth::Exchange
