// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "markdownimporter.h"

#include "filereading.h"
#include "markdowntext.h"
#include "utfguess.h"
#include "words.h"

#include <QFileInfo>

namespace Quoth::Exchange {

FormatInfo MarkdownImporter::info() const
{
    return {QStringLiteral("markdown"),
            Words::tr("Markdown"),
            {QStringLiteral("md"), QStringLiteral("markdown")},
            true,
            false,
            false};
}

int MarkdownImporter::likelihood(const QString &path, const QByteArray &head) const
{
    // Any text is Markdown, so only the suffix tells. It outweighs content that looks like a page: Markdown may hold HTML.
    const QFileInfo file(path);
    return !file.isDir() && info().suffixes.contains(file.suffix().toLower()) && binaryKind(head).isEmpty() ? 80 : 0;
}

Result<void> MarkdownImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                                    const Progress &progress) const
{
    return readDocument(path, sink, report, progress, [&](IssueList &issues) -> Result<DocumentText> {
        const Result<DecodedText> decoded = readText(path, options, issues);
        if (!decoded)
            return decoded.error();
        Result<DocumentText> document = parseMarkdown(decoded->text, path, issues);
        if (document)
            document->encoding = decoded->encoding;
        return document;
    });
}

} // namespace Quoth::Exchange
