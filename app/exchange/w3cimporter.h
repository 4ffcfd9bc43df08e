// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"

namespace Quoth::Exchange {

/// Reads W3C Web Annotations in JSON-LD: pages, collections, lists of annotations and single ones. What we wrote holds its texts; for other
/// files the text lies beside them under the same name with the suffix txt, and all annotations are looked for in it.
class W3cImporter : public Importer
{
public:
    FormatInfo info() const override;
    int likelihood(const QString &path, const QByteArray &head) const override;
    Result<void> read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                      const Progress &progress) const override;
};

} // namespace Quoth::Exchange
