// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzchecks.h"

#include <app/exchange/casbuilder.h>
#include <app/exchange/casjsonreader.h>
#include <app/exchange/casjsonwriter.h>
#include <app/exchange/casreader.h>
#include <app/exchange/tsvreader.h>
#include <app/exchange/tsvwriter.h>
#include <app/exchange/xmireader.h>
#include <app/exchange/xmiwriter.h>

using namespace Quoth;
using namespace Quoth::Exchange;

namespace {

std::optional<ImportedArticle> articleIn(const Result<CasDocument> &document, IssueList &issues)
{
    return document ? readCas(*document, QStringLiteral("fuzz"), {}, issues) : std::nullopt;
}

void must(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

/// The first byte says which of UIMA's formats, or a description of types. What was read must be good; JSON must give all of it back, XMI all
/// but control characters, TSV the spans that are not only between words.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    const QString path = QStringLiteral("fuzz");
    QList<Annotation::Issue> issues;
    IssueList list(issues);
    std::optional<ImportedArticle> imported;
    if (data[0] == 'x')
        imported = articleIn(readXmi(bytes, {}, path, list), list);
    else if (data[0] == 'j')
        imported = articleIn(readCasJson(bytes, path, list), list);
    else if (data[0] == 't')
        imported = articleIn(readTsv(bytes, path, list), list);
    else if (data[0] == 's')
        writeTypeSystem(readTypeSystem(bytes, path, list));
    if (!imported)
        return 0;
    const Annotation::AnnotatedArticle &article = imported->article;
    checkArticle(article);
    LossList losses;
    const CasDocument document = casOf(article, {}, losses);
    const auto json = articleIn(readCasJson(writeCasJson(document), path, list), list);
    must(json && json->article.article.text == article.article.text);
    must(json->article.annotations.spans.size() == article.annotations.spans.size());
    must(json->article.annotations.attributions.size() == article.annotations.attributions.size());
    const auto xmi = articleIn(readXmi(writeXmi(document, losses), document.types, path, list), list);
    must(xmi && xmi->article.article.text.size() == article.article.text.size());
    must(xmi->article.annotations.spans.size() == article.annotations.spans.size());
    const auto tsv = articleIn(readTsv(writeTsv(document, losses), path, list), list);
    must(!tsv || tsv->article.article.text.size() == article.article.text.size());
    must(!tsv || tsv->article.annotations.spans.size() == article.annotations.spans.size());
    if (tsv)
        checkArticle(tsv->article);
    return 0;
}
