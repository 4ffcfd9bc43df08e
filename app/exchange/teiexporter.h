// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exporter.h"

namespace Quoth::Exchange {

/// Writes TEI P5, see teiwriter.h: a TEI element, or a teiCorpus of them where there are several articles.
class TeiExporter : public Exporter
{
public:
    FormatInfo info() const override;
    Result<std::unique_ptr<ExportSession>> open(const QString &outputPath, const ExportOptions &options) const override;
};

} // namespace Quoth::Exchange
