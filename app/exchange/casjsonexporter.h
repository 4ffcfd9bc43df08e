// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exporter.h"

namespace Quoth::Exchange {

/// Writes UIMA CAS JSON, version 0.4: a .zip with a .json for each article, or one .json. Types are in each.
class CasJsonExporter : public Exporter
{
public:
    FormatInfo info() const override;
    Result<std::unique_ptr<ExportSession>> open(const QString &outputPath, const ExportOptions &options) const override;
};

} // namespace Quoth::Exchange
