// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "roundtrip.h"

namespace Quoth::Exchange {

/// "Label:words|further piece", a span
inline QStringList wordsOf(const Reading &reading, int article = 0)
{
    QStringList result;
    if (reading.articles.size() <= article)
        return {reading.result ? QStringLiteral("no article") : reading.result.error().text()};
    for (const Annotation::Span &span : reading.annotations(article).spans)
        result.append(span.label + u':' + Annotation::textOf(span.fragments, reading.article(article).text, u"|"));
    return result;
}

/// "Type: role=words, role=words", an attribution
inline QStringList framesOf(const Reading &reading, int article = 0)
{
    QStringList result;
    if (reading.articles.size() <= article)
        return {reading.result ? QStringLiteral("no article") : reading.result.error().text()};
    for (const Annotation::Attribution &attribution : reading.annotations(article).attributions) {
        QStringList fillers;
        for (const Annotation::RoleFiller &filler : attribution.fillers)
            fillers.append(filler.role + u'='
                           + Annotation::textOf(reading.annotations(article).span(filler.span)->fragments,
                                                reading.article(article).text, u"|"));
        result.append(attribution.type + QStringLiteral(": ") + fillers.join(QStringLiteral(", ")));
    }
    return result;
}

/// Sends random articles through the format and compares all of them, but what kept leaves out and the losses must name.
inline void checkRandomArticles(const QString &format, Kept kept = {}, const QStringList &expectedLosses = {})
{
    QList<Annotation::AnnotatedArticle> articles;
    for (quint32 seed = 0; seed < 40; ++seed)
        articles.append(randomArticle(seed));
    kept.origins = true;
    const QTemporaryDir folder;
    QList<Annotation::Issue> losses;
    const Reading reading = throughFile(folder.filePath(QStringLiteral("out.zip")), format, articles, &losses);
    QCOMPARE(reading.report.issues, QList<Annotation::Issue>());
    QCOMPARE(reading.articles.size(), articles.size());
    for (qsizetype i = 0; i < articles.size(); ++i)
        QCOMPARE(linesOf(reading.articles[i].article, kept), linesOf(articles[i], kept));
    QCOMPARE(losses.size(), expectedLosses.size());
    for (qsizetype i = 0; i < losses.size(); ++i)
        QVERIFY2(losses[i].message.contains(expectedLosses[i]), qPrintable(losses[i].message));
}

/// As an article with every optional field comes back: origins, versions, explanations, speakers' other names.
inline void checkRichArticle(const QString &format)
{
    const QTemporaryDir folder;
    const Annotation::AnnotatedArticle there = renumbered(richArticle());
    const Reading reading = throughFile(folder.filePath(QStringLiteral("out.zip")), format, {richArticle()});
    QCOMPARE(reading.articles.size(), 1);
    const Annotation::AnnotatedArticle back = renumbered(reading.articles[0].article);
    QCOMPARE(back.article.text, there.article.text);
    QCOMPARE(back.annotations, there.annotations);
}

/// Labels, roles and frames may have any names.
inline void checkOtherNames(const QString &format)
{
    ArticleBuilder b(QStringLiteral("One two."));
    const SpanId one = b.span(QStringLiteral("Wer | [a]"), {QStringLiteral("One")}).id;
    const SpanId two = b.span(QStringLiteral("*"), {QStringLiteral("two")}).id;
    b.attribution({{QStringLiteral("Source"), one}, {QStringLiteral("über; wen"), two}, {QStringLiteral("_"), two}}).type
        = QStringLiteral("Rede & Antwort");
    const QTemporaryDir folder;
    const Reading reading = throughFile(folder.filePath(QStringLiteral("out.zip")), format, {b.article()});
    QCOMPARE(linesOf(reading.articles.value(0).article), linesOf(b.article()));
}

} // namespace Quoth::Exchange
