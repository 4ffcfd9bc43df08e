// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exporter.h"

namespace Quoth::Exchange {

/// Writes JSON Lines as doccano's relation extraction takes and gives them (its backend/data_import/pipeline): "doccano" with
/// offsets as its editor counts them unless told otherwise, "doccano-graphemes" for projects that count grapheme clusters.
class DoccanoExporter final : public Exporter
{
public:
    explicit DoccanoExporter(OffsetUnit unit) : m_unit(unit) { } ///< Utf16Units or Graphemes
    FormatInfo info() const override;
    Result<std::unique_ptr<ExportSession>> open(const QString &outputPath, const ExportOptions &options) const override;

private:
    const OffsetUnit m_unit;
};

} // namespace Quoth::Exchange
