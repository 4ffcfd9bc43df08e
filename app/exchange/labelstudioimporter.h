// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"

namespace Quoth::Exchange {

/// Reads Label Studio tasks with their annotations and predictions: a JSON array as "JSON" exports have it, or one task. A
/// file that is cut short gives the tasks before the cut.
class LabelStudioImporter final : public Importer
{
public:
    FormatInfo info() const override;
    int likelihood(const QString &path, const QByteArray &head) const override;
    Result<void> read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                      const Progress &progress) const override;
};

} // namespace Quoth::Exchange
