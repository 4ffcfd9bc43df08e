// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exporter.h"

namespace Quoth::Exchange {

/// Writes one table for spreadsheets: a row an attribution, a claim, a scare quote and any other span that fills no role
/// (column "type"). RFC 4180, UTF-8 with a byte order mark. Offsets count code points and stand as lists, [[12,17],[20,30]],
/// which no spreadsheet takes for a date. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
class CsvExporter : public Exporter
{
public:
    FormatInfo info() const override;
    Result<std::unique_ptr<ExportSession>> open(const QString &outputPath, const ExportOptions &options) const override;
};

} // namespace Quoth::Exchange
