// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exporter.h"

namespace Quoth::Exchange {

/// Writes CoNLL-U with words and blanks, and the annotations in MISC, see conlluformat.h. Lemmas, classes and trees are left empty.
class ConlluExporter : public Exporter
{
public:
    FormatInfo info() const override;
    Result<std::unique_ptr<ExportSession>> open(const QString &outputPath, const ExportOptions &options) const override;
};

} // namespace Quoth::Exchange
