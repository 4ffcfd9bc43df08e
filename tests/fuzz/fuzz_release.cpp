// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzchecks.h"

#include <app/exchange/issuelist.h>
#include <app/exchange/recordreader.h>
#include <app/exchange/releaseline.h>
#include <app/measure/nearduplicates.h>

#include <QJsonDocument>

using namespace Quoth;
using namespace Quoth::Exchange;

static void must(bool condition)
{
    if (!condition)
        std::abort();
}

static QList<Annotation::Span> withoutDetails(const Annotation::AnnotatedArticle &article)
{
    QList<Annotation::Span> spans = article.annotations.spans;
    for (Annotation::Span &span : spans) {
        span.id = SpanId(1);
        span.attributes = {}; // what is of several types becomes text
    }
    return spans;
}

/// The lines are records of one release: each must be one line of JSON that reads back as it was, without its text hold none of the words
/// but the quotes, and the texts that are found to be alike must be so.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QList<QByteArray> lines = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)).split('\n');
    QList<Annotation::AnnotatedArticle> articles;
    std::vector<Measure::Shingles> texts;
    for (const QByteArray &line : lines) {
        const QJsonDocument document = QJsonDocument::fromJson(line);
        QList<Annotation::Issue> issues;
        IssueList list(issues);
        if (const auto imported = RecordReader({}, list, QStringLiteral("fuzz")).read(document.object())) {
            articles.append(imported->article);
            texts.push_back(Measure::shinglesOf(imported->article.article.text));
        }
    }
    for (const ReleasedText text : {ReleasedText::Whole, ReleasedText::Quotes, ReleasedText::None}) {
        ReleaseColumns columns({}, text);
        for (const Annotation::AnnotatedArticle &article : std::as_const(articles))
            columns.add(article);
        must(!columns.features().contains("\n\n"));
        for (const Annotation::AnnotatedArticle &article : std::as_const(articles)) {
            LossList losses;
            const QByteArray written = releaseLine(article, columns, losses);
            const QJsonObject object = QJsonDocument::fromJson(written).object();
            must(!written.contains('\n') && !object.isEmpty());
            must(object.contains(u"text") == (text == ReleasedText::Whole));
            if (text != ReleasedText::Whole)
                continue;
            must(losses.issues().isEmpty());
            QList<Annotation::Issue> issues;
            IssueList list(issues);
            const auto back = RecordReader({}, list, QStringLiteral("fuzz")).read(object);
            must(back && issues.isEmpty() && back->article.article.text == article.article.text);
            must(withoutDetails(back->article) == withoutDetails(article));
            must(back->article.annotations.attributions.size() == article.annotations.attributions.size());
        }
    }
    for (const auto &[a, b] : Measure::nearDuplicates(texts, 0.5, Progress()))
        must(a < b && b < int(texts.size()) && Measure::sharedShare(texts[std::size_t(a)], texts[std::size_t(b)]) >= 0.5);
    return 0;
}
