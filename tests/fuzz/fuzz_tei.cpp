// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzchecks.h"

#include <app/exchange/teiimporter.h>
#include <app/exchange/teiwriter.h>

using namespace Quoth;
using namespace Quoth::Exchange;

static QList<Annotation::AnnotatedArticle> articlesOf(const QByteArray &bytes)
{
    QList<Annotation::AnnotatedArticle> articles;
    ImportReport report;
    const auto sink = [&articles](const ImportedArticle &imported) -> Result<void> {
        articles.append(imported.article);
        return {};
    };
    // Articles before an error count; whether there was one is no matter here.
    if (readTei(bytes, QStringLiteral("fuzz"), {}, sink, report))
        return articles;
    return articles;
}

/// What was read must be good, and come back whole from what is written of it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const Annotation::AnnotatedArticle &article : articlesOf(bytes)) {
        checkArticle(article);
        LossList losses;
        const QList<Annotation::AnnotatedArticle> back = articlesOf(teiArticle(article, QStringLiteral("a1-"), losses));
        if (back.size() != 1)
            std::abort();
        checkArticle(back[0]);
        if (back[0].article.text != article.article.text || back[0].annotations.spans.size() != article.annotations.spans.size()
            || back[0].annotations.attributions.size() != article.annotations.attributions.size())
            std::abort();
    }
    return 0;
}
