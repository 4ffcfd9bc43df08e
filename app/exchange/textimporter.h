// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"

namespace Quoth::Exchange {

/// Plain text in any encoding: one article a file, named after it. Its title is the first line where that is short and more
/// follows, else the file's name. A file that is no text is refused with what it seems to be.
class TextImporter : public Importer
{
public:
    FormatInfo info() const override;
    int likelihood(const QString &path, const QByteArray &head) const override;
    Result<void> read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                      const Progress &progress) const override;
};

/// The first line of a text if it can be its title, else empty.
QString titleLine(QStringView text);

} // namespace Quoth::Exchange
