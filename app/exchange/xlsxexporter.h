// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exporter.h"

namespace Quoth::Exchange {

/// Writes the table of annotations (tablerows.h) as a workbook of Office Open XML (ECMA-376). Cells are texts or numbers, never formulas. The
/// workbook is made in memory; where a sheet has as many rows as it may, another one follows.
class XlsxExporter : public Exporter
{
public:
    FormatInfo info() const override;
    Result<std::unique_ptr<ExportSession>> open(const QString &outputPath, const ExportOptions &options) const override;
};

} // namespace Quoth::Exchange
