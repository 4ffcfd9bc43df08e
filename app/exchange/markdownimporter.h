// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"

namespace Quoth::Exchange {

/// Reads Markdown in any encoding, told by its suffix: the article's words, a block a line, and what its front matter says of it.
/// Where that has no title, the first heading of level 1 is the title, else the first line. A title from the front matter that
/// does not stand in the article becomes its first line.
class MarkdownImporter : public Importer
{
public:
    FormatInfo info() const override;
    int likelihood(const QString &path, const QByteArray &head) const override;
    Result<void> read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                      const Progress &progress) const override;
};

} // namespace Quoth::Exchange
