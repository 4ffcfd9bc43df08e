// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exporter.h"

namespace Quoth::Exchange {

/// Writes WebAnno TSV 3.3: a .zip with a .tsv for each article, or one .tsv.
class WebAnnoTsvExporter : public Exporter
{
public:
    FormatInfo info() const override;
    Result<std::unique_ptr<ExportSession>> open(const QString &outputPath, const ExportOptions &options) const override;
};

} // namespace Quoth::Exchange
