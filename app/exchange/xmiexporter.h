// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exporter.h"

namespace Quoth::Exchange {

/// Writes UIMA CAS XMI: a .zip with an .xmi for each article and the TypeSystem.xml of all, as INCEpTION exports them, or one .xmi.
class XmiExporter : public Exporter
{
public:
    FormatInfo info() const override;
    Result<std::unique_ptr<ExportSession>> open(const QString &outputPath, const ExportOptions &options) const override;
};

} // namespace Quoth::Exchange
