// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzchecks.h"

#include <app/exchange/jsonitems.h>
#include <app/exchange/w3cformat.h>
#include <app/exchange/w3creader.h>
#include <app/exchange/w3cwriter.h>

#include <QJsonDocument>

using namespace Quoth;
using namespace Quoth::Exchange;

static std::optional<ImportedArticle> readPage(QByteArrayView bytes, QList<Annotation::Issue> &issues)
{
    const QJsonObject page = QJsonDocument::fromJson(QByteArray(bytes.data(), bytes.size())).object();
    QList<QJsonObject> annotations;
    const QJsonArray items = listOf(page.value(u"items"));
    for (const QJsonValue &item : items)
        annotations.append(item.toObject());
    IssueList list(issues);
    return W3cReader({}, list, QStringLiteral("fuzz")).read(page.value(w3cArticle).toObject(), annotations);
}

/// Each item is read as a page. What was read must be good, and come back whole from what is written of it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    JsonItems items(QByteArrayView(data, qsizetype(size)));
    while (const auto item = items.next()) {
        QList<Annotation::Issue> issues;
        const auto imported = readPage(*item, issues);
        if (!imported)
            continue;
        checkArticle(imported->article);
        LossList losses;
        QList<Annotation::Issue> again;
        const auto back = readPage(w3cPage(imported->article, losses), again);
        if (!back)
            std::abort();
        checkArticle(back->article);
        if (back->article.article.text != imported->article.article.text
            || back->article.annotations.spans.size() != imported->article.annotations.spans.size()
            || back->article.annotations.attributions.size() != imported->article.annotations.attributions.size())
            std::abort();
    }
    return 0;
}
