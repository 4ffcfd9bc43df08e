// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzchecks.h"

#include <app/exchange/htmlimporter.h>

using namespace Quoth;
using namespace Quoth::Exchange;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString html = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto imported = readHtml(html, QStringLiteral("fuzz"))) {
        checkArticle(imported->article);
        if (imported->article.article.text.trimmed().isEmpty())
            std::abort();
    }
    return 0;
}
