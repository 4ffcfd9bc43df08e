// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/annotation/annotationindex.h>
#include <app/editing/adoption.h>
#include <tests/support/markup.h>

#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Editing;

class TestAdoption : public QObject
{
    Q_OBJECT

private slots:
    void takesSuggestionsInOnce();
    void doesNotBringBackWhatWasRejected();
    void doesNotDoubleWhatAPersonLabelled();
    void replacesItsOwnOpenSuggestionsOnly();
    void joinsSpeakersByNameAndByAnUnambiguousAlias();
};

namespace {

AnnotatedArticle suggested(const QString &markup)
{
    AnnotatedArticle article = Test::parse(markup);
    const Provenance provenance{State::Suggested, {OriginKind::Detector, false, QStringLiteral("rules"), QStringLiteral("1")}, 0.9, {}};
    for (Span &span : article.annotations.spans)
        span.provenance = provenance;
    for (Attribution &attribution : article.annotations.attributions)
        attribution.provenance = provenance;
    return article;
}

AnnotatedArticle after(AnnotatedArticle article, const Edit &edit)
{
    AnnotationIndex index(article.annotations);
    for (const Change &change : edit.changes)
        index.apply(change);
    article.annotations = index.toAnnotations();
    return article;
}

} // namespace

void TestAdoption::takesSuggestionsInOnce()
{
    IdAllocator ids({50, 50, 50});
    AnnotatedArticle article = Test::parse(QStringLiteral("Ann said so."));
    const Annotations found = suggested(QStringLiteral("[S1:Ann] [C1:said] [Q1:so].")).annotations;
    const Edit first = adopt(article, found, ids, QStringLiteral("t"));
    QCOMPARE(first.changes.size(), 4);
    article = after(article, first);
    QCOMPARE(Test::print(article), QStringLiteral("[S1?:Ann] [C1?:said] [Q1?:so]."));
    QVERIFY(adopt(article, found, ids, QStringLiteral("t")).changes.isEmpty());
}

void TestAdoption::doesNotBringBackWhatWasRejected()
{
    IdAllocator ids({50, 50, 50});
    AnnotatedArticle article = suggested(QStringLiteral("[S1:Ann] [C1:said] [Q1:so]. [X:no]."));
    for (Span &span : article.annotations.spans)
        span.provenance.state = State::Rejected;
    article.annotations.attributions[0].provenance.state = State::Rejected;
    QVERIFY(adopt(article, suggested(QStringLiteral("[S1:Ann] [C1:said] [Q1:so]. [X:no].")).annotations, ids, {}).changes.isEmpty());
    // Nor does its content come back in another frame.
    QVERIFY(adopt(article, suggested(QStringLiteral("Ann [C1:said] [Q1:so]. no.")).annotations, ids, {}).changes.isEmpty());
}

void TestAdoption::doesNotDoubleWhatAPersonLabelled()
{
    IdAllocator ids({50, 50, 50});
    AnnotatedArticle article = Test::parse(QStringLiteral("[S:Ann] said [Q:so]."));
    article = after(article, adopt(article, suggested(QStringLiteral("[S1:Ann] [C1:said] [Q1:so].")).annotations, ids, {}));
    QCOMPARE(Test::print(article), QStringLiteral("[S1:Ann] [C1?:said] [Q1:so]."));
    QCOMPARE(article.annotations.spans.size(), 3);
}

void TestAdoption::replacesItsOwnOpenSuggestionsOnly()
{
    IdAllocator ids({50, 50, 50});
    AnnotatedArticle article = suggested(QStringLiteral("[S1:Ann] [C1:said] [Q1:so]. [X:a] [X:b] [X:c]"));
    article.annotations.spans[3].provenance.state = State::Accepted;
    article.annotations.spans[4].provenance.origin.name = QStringLiteral("other");
    article = after(article, adopt(article, suggested(QStringLiteral("[S1:Ann] [C1:said] [Q1:so. a] b c")).annotations, ids, {}));
    QCOMPARE(Test::print(article), QStringLiteral("[S1?:Ann] [C1?:said] [Q1?:so. [X:a]] [X?:b] c"));
}

void TestAdoption::joinsSpeakersByNameAndByAnUnambiguousAlias()
{
    IdAllocator ids({50, 50, 50});
    const auto named = [](qint64 id, const char *name, const QStringList &aliases = {}) {
        return Speaker{SpeakerId(id), QString::fromLatin1(name), SpeakerType::Person, aliases, {}};
    };
    const QList<Speaker> registry{named(1, "Ann Lee", {QStringLiteral("Lee")}), named(2, "Ben Ray", {QStringLiteral("Ray")}),
                                  named(3, "Cy Ray", {QStringLiteral("Ray")})};
    Annotations found;
    found.speakers = {named(1, "ann lee"), named(2, "Lee"), named(3, "Ray"), named(4, "Dee")};
    for (qint64 i = 1; i <= 4; ++i) {
        Span span;
        span.id = SpanId(i);
        span.label = QStringLiteral("Speaker");
        span.fragments = {{qint32(i), qint32(i + 1)}};
        span.speaker = SpeakerId(i);
        found.spans.append(span);
    }
    const Annotations mine = withProjectIds(found, registry, ids);
    QCOMPARE(mine.spans[0].speaker, std::optional(SpeakerId(1)));
    QCOMPARE(mine.spans[1].speaker, std::optional(SpeakerId(1)));
    QCOMPARE(mine.spans[2].speaker, std::optional(SpeakerId(50)));
    QCOMPARE(mine.spans[3].speaker, std::optional(SpeakerId(51)));
    QCOMPARE(mine.speakers.size(), 2);
    QCOMPARE(mine.spans[0].id, SpanId(50));
}

QTEST_APPLESS_MAIN(TestAdoption)
#include "test_adoption.moc"
