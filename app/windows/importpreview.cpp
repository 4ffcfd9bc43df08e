// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importpreview.h"

#include <app/tasks/textindex.h>

#include <algorithm>

namespace Quoth::Windows {

using Exchange::ImportedArticle;

namespace {

constexpr qsizetype previewLength = 1500;

} // namespace

ImportPreview previewOf(const Exchange::FormatRegistry &formats, const QString &file, const Exchange::ImportOptions &options,
                        const Progress &progress)
{
    ImportPreview preview;
    preview.format = options.format;
    if (preview.format.isEmpty()) {
        const auto best = formats.bestImporter(file);
        if (!best) {
            preview.error = best.error();
            return preview;
        }
        preview.format = (*best)->info().name;
    }
    bool seen = false;
    bool enough = false;
    const auto sink = [&](const ImportedArticle &imported) -> Result<void> {
        if (seen) {
            enough = true;
            return Error{ErrorCode::Cancelled, {}, {}}; // one article is enough of a file that may hold a million
        }
        seen = true;
        const Annotation::Article &article = imported.article.article;
        preview.encoding = imported.encoding;
        preview.title = article.meta.title.isEmpty() ? article.externalId : article.meta.title;
        qsizetype length = std::min(previewLength, article.text.size());
        if (length < article.text.size() && article.text.at(length).isLowSurrogate())
            --length;
        preview.text = article.text.first(length);
        preview.more = length < article.text.size();
        preview.sample = Tasks::TextIndex::sampleOf(article.text);
        return {};
    };
    Exchange::ImportOptions how = options;
    how.format = preview.format;
    Exchange::ImportReport report;
    const auto read = formats.read(file, how, sink, report, progress);
    preview.issues = report.issues;
    preview.header = report.header;
    preview.columns = report.columns;
    preview.more = preview.more || enough;
    if (!read && !enough)
        preview.error = read.error();
    return preview;
}

} // namespace Quoth::Windows
