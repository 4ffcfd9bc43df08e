// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exporter.h"

namespace Quoth::Exchange {

/// Writes a folder of brat standoff: a .txt and an .ann an article, and annotation.conf from the schema. The folder is made
/// under another name and renamed when it is whole; into one that exists the files are moved one by one.
class BratExporter : public Exporter
{
public:
    FormatInfo info() const override;
    Result<std::unique_ptr<ExportSession>> open(const QString &outputPath, const ExportOptions &options) const override;
};

/// annotation.conf: the schema's labels, frame types and attributes, and what else occurs in the files.
QByteArray bratConfiguration(const Annotation::Schema &schema, QStringList furtherLabels, QStringList furtherEvents);

} // namespace Quoth::Exchange
