// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exporter.h"

namespace Quoth::Exchange {

/// Writes the claims of articles as schema.org's Claim in JSON-LD (schema.org/Claim): a text, who makes it, where it appears. Whether a
/// claim is true, which takes a ClaimReview, is for its reader to say.
class ClaimExporter : public Exporter
{
public:
    FormatInfo info() const override;
    Result<std::unique_ptr<ExportSession>> open(const QString &outputPath, const ExportOptions &options) const override;
};

} // namespace Quoth::Exchange
