// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exporter.h"

namespace Quoth::Exchange {

/// Writes a project of the REFI-QDA standard, a zip archive of project.qde and the texts, for ATLAS.ti, MAXQDA, NVivo, QualCoder and others. The
/// archive is made in memory.
class QdpxExporter : public Exporter
{
public:
    FormatInfo info() const override;
    Result<std::unique_ptr<ExportSession>> open(const QString &outputPath, const ExportOptions &options) const override;
};

/// Writes the labels alone, as a codebook of the REFI-QDA standard.
class QdcExporter : public Exporter
{
public:
    FormatInfo info() const override;
    Result<std::unique_ptr<ExportSession>> open(const QString &outputPath, const ExportOptions &options) const override;
};

} // namespace Quoth::Exchange
