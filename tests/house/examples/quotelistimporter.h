// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"

class QIODevice;

namespace Quoth::Exchange {

/// A list of quotations in UTF-8. A line without a tab is a title and begins an article; every other line is a speaker, a tab and what
/// is credited to them. The article's text is made of the lines: “WORDS” — SPEAKER.
class QuoteListImporter : public Importer
{
public:
    FormatInfo info() const override;
    int likelihood(const QString &path, const QByteArray &head) const override;
    Result<void> read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                      const Progress &progress) const override;
};

/// The same from a device that is open; the path is for what is told.
Result<void> readQuoteList(QIODevice &device, const QString &path, const ImportOptions &options, const Importer::Sink &sink,
                           ImportReport &report, const Progress &progress);

/// On one line, without the blanks around it, as a line of the list can hold it.
QString onOneLine(const QString &text);

} // namespace Quoth::Exchange
