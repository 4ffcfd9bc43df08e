// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"
#include "issuelist.h"
#include "textdecoder.h"

namespace Quoth::Exchange {

/// Reads a saved web page: the title as the first line, then the article's paragraphs, one a line. The encoding is that of the
/// byte order mark, else the one the page declares, else detected.
class HtmlImporter : public Importer
{
public:
    FormatInfo info() const override;
    int likelihood(const QString &path, const QByteArray &head) const override;
    Result<void> read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                      const Progress &progress) const override;
};

/// A page's bytes as text: in options.encoding, else in the one that it declares if that fits, else in the detected one.
Result<DecodedText> decodeHtml(const QByteArray &bytes, const ImportOptions &options, const QString &path, IssueList &issues);
/// The article of a page. Fails if the page has no running text. The id is left empty.
Result<ImportedArticle> readHtml(const QString &html, const QString &path);

} // namespace Quoth::Exchange
