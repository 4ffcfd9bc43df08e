// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzchecks.h"

#include <app/exchange/conllimporter.h>
#include <app/exchange/conlluimporter.h>
#include <app/exchange/conllwords.h>

using namespace Quoth;
using namespace Quoth::Exchange;

/// The input is read in both ways. What was read must be good and be cut into words that lie in it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString file = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    ImportReport report;
    const auto sink = [](const ImportedArticle &imported) -> Result<void> {
        checkArticle(imported.article);
        LossList losses;
        const ConllWords words = conllWords(imported.article, losses);
        qint32 next = 0;
        for (const TextRange word : words.words) {
            if (word.isEmpty() || word.begin < next || word.end > imported.article.article.text.size())
                std::abort();
            next = word.end;
        }
        if (!words.words.isEmpty() && words.sentenceEnds.constLast() != words.words.size())
            std::abort();
        return {};
    };
    const bool plain = bool(readConll(file, QStringLiteral("fuzz"), {}, sink, report));
    const bool universal = bool(readConllu(file, QStringLiteral("fuzz"), {}, sink, report));
    return plain && universal && report.articles == 0 ? (std::abort(), 0) : 0;
}
