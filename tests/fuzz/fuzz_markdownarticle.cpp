// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzchecks.h"

#include <app/exchange/markdowntext.h>

using namespace Quoth;
using namespace Quoth::Exchange;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString markdown = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString place = QStringLiteral("fuzz");
    ImportReport report;
    const auto take = [](ImportedArticle article) -> Result<void> {
        checkArticle(article.article);
        if (article.article.article.text.trimmed().isEmpty())
            std::abort();
        return {};
    };
    (void)readDocument(place, take, report, Progress(),
                       [&](IssueList &issues) { return parseMarkdown(markdown, place, issues); });
    return 0;
}
