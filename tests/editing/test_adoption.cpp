// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/annotation/annotationindex.h>
#include <app/editing/adoption.h>
#include <app/editing/edits.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

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
    void doesNotDoubleWhatAPersonMovedByAWord();
    void doesNotBringBackWhatWasRejectedWithOtherEdges();
    void keepsTheOriginOfAnEditedSuggestionAndSaysThatItWasEdited();
    void doesNotDoubleAnAttributionThatAPersonCompleted();
    void bringsANestedQuotationAlthoughTheOuterOneWasMoved();
    void bringsAnotherReportOfTheSameContentByAnotherCue();
    void keepsAnOpenSuggestionThatHasANote();
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

void TestAdoption::doesNotDoubleWhatAPersonMovedByAWord()
{
    IdAllocator ids({50, 50, 50});
    const Annotations found = suggested(QStringLiteral("Mayor [S1:Ann Lee] [C1:said] [Q1:that it was so] now.")).annotations;
    const AnnotatedArticle accepted = Test::parse(QStringLiteral("[S1:Mayor Ann Lee] [C1:said] [Q1:that it was so now]."));
    const Edit again = adopt(accepted, found, ids, {});
    QVERIFY2(again.changes.isEmpty(), qPrintable(Test::print(after(accepted, again))));
}

void TestAdoption::doesNotBringBackWhatWasRejectedWithOtherEdges()
{
    IdAllocator ids({50, 50, 50});
    AnnotatedArticle article = suggested(QStringLiteral("[S1:Ann] [C1:said] [Q1:that it was so] now. [L:It cost 5 euros] then."));
    for (Span &span : article.annotations.spans)
        span.provenance.state = State::Rejected;
    article.annotations.attributions[0].provenance.state = State::Rejected;
    const Annotations found = suggested(QStringLiteral("[S1:Ann] [C1:said] [Q1:that it was so now]. [L:It cost 5 euros then].")).annotations;
    QVERIFY(adopt(article, found, ids, {}).changes.isEmpty());
}

void TestAdoption::keepsTheOriginOfAnEditedSuggestionAndSaysThatItWasEdited()
{
    IdAllocator ids({50, 50, 50});
    const Schema schema = Test::defaultSchema();
    AnnotatedArticle article = suggested(QStringLiteral("[S1:Ann] [C1:said] [Q1:that it was so] now."));
    const Annotations found = article.annotations;
    const AnnotationIndex index(article.annotations);
    const SpanId content = article.annotations.attributions[0].spans(contentRole).constFirst();
    const TextRange was = index.span(content)->extent();
    Edits edits(article.article, index, schema, ids, QStringLiteral("me"));
    article = after(article, edits.setFragments(content, {{was.begin, was.end + 4}}));
    QVERIFY(adopt(article, found, ids, {}).changes.isEmpty());
    QCOMPARE(Test::print(article), QStringLiteral("[S1:Ann] [C1:said] [Q1:that it was so now]."));
    for (const Provenance &provenance : {article.annotations.span(content)->provenance, article.annotations.attributions[0].provenance}) {
        QVERIFY(provenance.origin.kind == OriginKind::Detector);
        QCOMPARE(provenance.origin.name, QStringLiteral("rules"));
        QVERIFY(provenance.origin.edited);
    }
    // Nor does it go when the detector finds nothing any more.
    const Annotations other = suggested(QStringLiteral("Ann said that it was so [X:now].")).annotations;
    QCOMPARE(Test::print(after(article, adopt(article, other, ids, {}))),
             QStringLiteral("[S1:Ann] [C1:said] [Q1:that it was so [X?:now]]."));
}

void TestAdoption::doesNotDoubleAnAttributionThatAPersonCompleted()
{
    IdAllocator ids({50, 50, 50});
    const Annotations found = suggested(QStringLiteral("Ann [C1:said] [Q1:so].")).annotations;
    const AnnotatedArticle article = Test::parse(QStringLiteral("[S1:Ann] [C1:said] [Q1:so]."));
    QVERIFY(adopt(article, found, ids, {}).changes.isEmpty());
}

void TestAdoption::bringsANestedQuotationAlthoughTheOuterOneWasMoved()
{
    IdAllocator ids({50, 50, 50});
    const AnnotatedArticle article = Test::parse(QStringLiteral("[S1:Ann] [C1:said that] [Q1:Ben denied the whole long story of it]."));
    const Annotations found = suggested(QStringLiteral("[S1:Ann] [C1:said that] [Q1:[S2:Ben] [C2:denied] [Q2:the whole long story of it]].")).annotations;
    QCOMPARE(Test::print(after(article, adopt(article, found, ids, {}))),
             QStringLiteral("[S1:Ann] [C1:said that] [Q1:[S2?:Ben] [C2?:denied] [Q2?:the whole long story of it]]."));
    const Annotations moved = suggested(QStringLiteral("[S1:Ann] [C1:said] [Q1:that [S2:Ben] [C2:denied] [Q2:the whole long story of it]].")).annotations;
    QCOMPARE(Test::print(after(article, adopt(article, moved, ids, {}))),
             QStringLiteral("[S1:Ann] [C1:said that] [Q1:[S2?:Ben] [C2?:denied] [Q2?:the whole long story of it]]."));
}

void TestAdoption::bringsAnotherReportOfTheSameContentByAnotherCue()
{
    IdAllocator ids({50, 50, 50});
    const AnnotatedArticle article = Test::parse(QStringLiteral("[S1:Ann] [C1:said], and Ben agreed, [Q1:that it was so]."));
    const Annotations found = suggested(QStringLiteral("Ann said, and [S1:Ben] [C1:agreed], [Q1:that it was so].")).annotations;
    QCOMPARE(after(article, adopt(article, found, ids, {})).annotations.attributions.size(), 2);
}

void TestAdoption::keepsAnOpenSuggestionThatHasANote()
{
    IdAllocator ids({50, 50, 50});
    AnnotatedArticle article = suggested(QStringLiteral("[X:a] [X:b]"));
    article.annotations.spans[0].note = QStringLiteral("ask Ann");
    const Annotations found = suggested(QStringLiteral("a b [X:c]")).annotations;
    article.article.text += QStringLiteral(" c");
    QCOMPARE(Test::print(after(article, adopt(article, found, ids, {}))), QStringLiteral("[X?:a] b [X?:c]"));
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
