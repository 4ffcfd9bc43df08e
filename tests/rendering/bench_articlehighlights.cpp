// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/rendering/articlehighlights.h>
#include <tests/support/schema.h>

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace Quoth;
using namespace Quoth::Annotation;

namespace {

/// Attributions of three spans each, every third one nested in the one before.
AnnotatedArticle article(int attributions)
{
    AnnotatedArticle result;
    constexpr qint32 stride = 300;
    result.article.text = QString(qsizetype(attributions) * stride, u'x');
    for (int i = 0; i < attributions; ++i) {
        const qint32 begin = i % 3 == 2 ? (i - 1) * stride + 40 : i * stride;
        const qint32 contentLength = i % 3 == 1 ? 240 : 120;
        Attribution attribution;
        attribution.id = AttributionId(i + 1);
        const auto add = [&](const QString &role, const QString &label, TextRange range) {
            Span span;
            span.id = SpanId(result.annotations.spans.size() + 1);
            span.label = label;
            span.fragments = {range};
            attribution.fillers.append({role, span.id});
            result.annotations.spans.append(span);
        };
        add(sourceRole, QStringLiteral("Speaker"), {begin, begin + 10});
        add(cueRole, QStringLiteral("Cue"), {begin + 11, begin + 15});
        add(contentRole, QStringLiteral("Quotation"), {begin + 16, begin + 16 + contentLength});
        result.annotations.attributions.append(attribution);
    }
    return result;
}

} // namespace

int main()
{
    const Schema schema = Test::defaultSchema();
    std::printf("%10s %22s %22s\n", "spans", "highlightsIn, median", "cardsIn, median");
    for (const int attributions : {1000, 10000, 100000}) {
        const AnnotatedArticle annotated = article(attributions);
        const AnnotationIndex index(annotated.annotations);
        const Rendering::ArticleHighlights highlights(annotated.article, index, schema);
        const auto median = [&](auto ask) {
            QList<qint64> times;
            for (int i = 0; i < 101; ++i) {
                const qint32 begin = qint32((annotated.article.text.size() - 4000) / 101 * i);
                QElapsedTimer timer;
                timer.start();
                ask(begin, begin + 4000); // about a window
                times.append(timer.nsecsElapsed());
            }
            std::nth_element(times.begin(), times.begin() + 50, times.end());
            return double(times[50]) / 1e6;
        };
        qsizetype found = 0;
        const double spans = median([&](qint32 begin, qint32 end) { found += highlights.highlightsIn(begin, end).size(); });
        const double cards = median([&](qint32 begin, qint32 end) { found += highlights.cardsIn(begin, end).size(); });
        std::printf("%10d %19.3f ms %19.3f ms\n", attributions * 3, spans, cards);
    }
    return 0;
}
