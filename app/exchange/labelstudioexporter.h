// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exporter.h"

namespace Quoth::Exchange {

/// Writes Label Studio tasks (labelstud.io/guide/export, /guide/predictions): a JSON array with one task for each article, to
/// be imported into a project whose labelling configuration is put beside the file with the suffix .xml. An XML file of
/// another kind that is there already is left alone.
class LabelStudioExporter final : public Exporter
{
public:
    FormatInfo info() const override;
    Result<std::unique_ptr<ExportSession>> open(const QString &outputPath, const ExportOptions &options) const override;
};

} // namespace Quoth::Exchange
