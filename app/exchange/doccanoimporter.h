// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"

namespace Quoth::Exchange {

/// Reads doccano's JSON Lines, of sequence labelling and of relation extraction. What offsets count cannot be told from a
/// file unless Quoth wrote it: UTF-16 units are taken for usual, grapheme clusters must be asked for by the format's name.
class DoccanoImporter final : public Importer
{
public:
    explicit DoccanoImporter(OffsetUnit unit) : m_unit(unit) { } ///< Utf16Units or Graphemes
    FormatInfo info() const override;
    int likelihood(const QString &path, const QByteArray &head) const override;
    Result<void> read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                      const Progress &progress) const override;

private:
    const OffsetUnit m_unit;
};

} // namespace Quoth::Exchange
