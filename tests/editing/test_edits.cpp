// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/editing/edits.h>
#include <app/editing/reviewqueue.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Editing;

/// An article written as markup, edited, and printed as markup.
class Bench
{
public:
    explicit Bench(const QString &markup) : article(Test::parse(markup)), index(article.annotations) { }

    Edits edits() { return Edits(article.article, index, schema, ids, QStringLiteral("me")); }
    Bench &apply(const Edit &edit)
    {
        for (const Change &change : edit.changes)
            index.apply(change);
        done.append(edit);
        return *this;
    }
    QString text() const { return Test::print({article.article, index.toAnnotations()}); }
    SpanId spanOf(const char *words) const
    {
        for (const auto &entry : index.spansInOrder()) {
            if (textOf(index.span(entry.id)->fragments, article.article.text) == QLatin1String(words))
                return entry.id;
        }
        qFatal("no span \"%s\"", words);
    }
    QList<TextRange> find(const char *words) const
    {
        const qint32 begin = qint32(article.article.text.indexOf(QLatin1String(words)));
        return {{begin, begin + qint32(qstrlen(words))}};
    }
    void suggest()
    {
        for (Span &span : article.annotations.spans) {
            span.provenance.state = State::Suggested;
            span.provenance.origin = {OriginKind::Detector, false, QStringLiteral("rules"), QStringLiteral("1")};
            span.provenance.confidence = 0.8;
        }
        for (Attribution &attribution : article.annotations.attributions) {
            attribution.provenance = article.annotations.spans[0].provenance;
            attribution.provenance.confidence = attribution.id == AttributionId(1) ? 0.95 : 0.5;
        }
        index = AnnotationIndex(article.annotations);
    }

    AnnotatedArticle article;
    AnnotationIndex index;
    Schema schema = Test::defaultSchema();
    IdAllocator ids{{100, 100, 100}};
    QList<Edit> done;
};

class TestEdits : public QObject
{
    Q_OBJECT

private slots:
    void labelsWords();
    void acceptsASuggestionThatIsLabelledAgain();
    void refusesASpanOutsideTheText();
    void neverCutsACharacter();
    void forgetsASpanByWhatIsStored();
    void creditsANewSpeakerSpanToWhoIsCalledSo();
    void movesAnEdgeAndTellsThatItWasEdited();
    void leavesOthersOfASharedSpanUndecided();
    void followsTheQuotationMarksWithTheKindUnlessAPersonChose();
    void acceptsAndRejectsAnAttributionWithItsSpans();
    void keepsASharedSourceWhenOneAttributionIsRejected();
    void acceptsAllAtOrAboveAConfidence();
    void deletesOnesOwnAndRejectsADetectors();
    void takesASpanOutOfItsAttributionWhenDeleted();
    void fillsRolesAndReplacesWhatOverlaps();
    void setsTheSpeakerByName();
    void doesNothingWhereThereIsNothingToDo();
    void goesThroughTheSuggestionsInOrderAndRound();
    void comesBackByUndoingEverything();
};

void TestEdits::labelsWords()
{
    Bench bench(QStringLiteral("Ann said so."));
    SpanId added(1);
    bench.apply(bench.edits().addSpan(QStringLiteral("Speaker"), bench.find("Ann"), &added));
    bench.apply(bench.edits().addAttributionWith(contentRole, QStringLiteral("Quotation"), bench.find("so")));
    QCOMPARE(bench.text(), QStringLiteral("[S:Ann] said [Q1:so]."));
    QCOMPARE(bench.index.span(added)->provenance.origin.name, QStringLiteral("me"));
    QCOMPARE(bench.index.attribution(AttributionId(100))->kind, std::optional(Kind::Indirect));
}

void TestEdits::acceptsASuggestionThatIsLabelledAgain()
{
    Bench bench(QStringLiteral("[S:Ann] said so."));
    bench.suggest();
    bench.apply(bench.edits().addSpan(QStringLiteral("Speaker"), bench.find("Ann")));
    QCOMPARE(bench.text(), QStringLiteral("[S:Ann] said so."));
    QCOMPARE(bench.index.spanCount(), 1);
}

void TestEdits::refusesASpanOutsideTheText()
{
    Bench bench(QStringLiteral("[S:Ann]."));
    QVERIFY(bench.edits().addSpan(QStringLiteral("Cue"), {{2, 50}}).changes.isEmpty());
    QVERIFY(bench.edits().addSpan(QStringLiteral("Cue"), {{2, 2}}).changes.isEmpty());
    QVERIFY(bench.edits().setFragments(SpanId(1), {}).changes.isEmpty());
    QVERIFY(bench.edits().addAttributionWith(contentRole, QStringLiteral("Quotation"), {{-1, 2}}).changes.isEmpty());
}

void TestEdits::neverCutsACharacter()
{
    Bench bench(QStringLiteral("[S:Ann] \U0001F600 said \U0001F601."));
    const TextRange smile{4, 6};
    const TextRange grin{12, 14};
    SpanId added(1);
    bench.apply(bench.edits().addSpan(QStringLiteral("Cue"), {{5, 13}}, &added));
    QCOMPARE(bench.index.span(added)->fragments, (QList<TextRange>{{smile.begin, grin.end}}));
    bench.apply(bench.edits().setFragments(added, {{smile.begin, 5}}));
    QCOMPARE(bench.index.span(added)->fragments, QList<TextRange>{smile});
    QVERIFY(bench.edits().setFragments(added, {{5, smile.end}}).changes.isEmpty());
    AttributionId attribution(1);
    bench.apply(bench.edits().addAttributionWith(contentRole, QStringLiteral("Quotation"), {{13, grin.end}}, &attribution));
    const auto filling = [&](QStringView role) { return bench.index.span(bench.index.attribution(attribution)->spans(role).value(0, SpanId(1)))->fragments; };
    QCOMPARE(filling(contentRole), QList<TextRange>{grin});
    bench.apply(bench.edits().fillRole(attribution, sourceRole, QStringLiteral("Speaker"), {{3, 5}}));
    QCOMPARE(filling(sourceRole), (QList<TextRange>{{3, smile.end}}));
}

void TestEdits::forgetsASpanByWhatIsStored()
{
    Bench bench(QStringLiteral("[S:Ann] said."));
    Span elsewhere = *bench.index.span(SpanId(1));
    elsewhere.fragments = {{5, 9}};
    bench.index.apply(ChangeOf<Span>{elsewhere, std::nullopt});
    QCOMPARE(bench.index.spanCount(), 0);
    QVERIFY(bench.index.spansInOrder().empty());
    QVERIFY(bench.index.spansTouching({0, 20}).isEmpty());
}

void TestEdits::creditsANewSpeakerSpanToWhoIsCalledSo()
{
    Bench bench(QStringLiteral("Moreau said so. The others agreed."));
    bench.article.annotations.speakers = {{SpeakerId(7), QStringLiteral("Ana Moreau"), SpeakerType::Person, {QStringLiteral("Moreau")}, {}}};
    bench.index = AnnotationIndex(bench.article.annotations);
    bench.apply(bench.edits().addSpan(QStringLiteral("Speaker"), bench.find("Moreau")));
    bench.apply(bench.edits().addSpan(QStringLiteral("Speaker"), bench.find("The others")));
    QCOMPARE(bench.index.span(bench.spanOf("Moreau"))->speaker, std::optional(SpeakerId(7)));
    QCOMPARE(bench.index.span(bench.spanOf("The others"))->speaker, std::nullopt);
}

void TestEdits::movesAnEdgeAndTellsThatItWasEdited()
{
    Bench bench(QStringLiteral("[S1:Ann] [C1:said] [Q1:so] today."));
    bench.suggest();
    bench.apply(bench.edits().setFragments(bench.spanOf("so"), bench.find("so today")));
    QCOMPARE(bench.text(), QStringLiteral("[S1:Ann] [C1:said] [Q1:so today].")); // who mends has decided
    const Origin origin = bench.index.span(bench.spanOf("so today"))->provenance.origin;
    QVERIFY(origin.edited);
    QVERIFY(origin.kind == OriginKind::Detector);
}

void TestEdits::leavesOthersOfASharedSpanUndecided()
{
    Bench bench(QStringLiteral("[S1:Ann] [C1:said] [Q1:so] today and [C2:wrote] [Q2:no]."));
    bench.suggest();
    bench.apply(bench.edits().addAttribution({{sourceRole, bench.spanOf("Ann")}, {contentRole, bench.spanOf("no")}}));
    bench.apply(bench.edits().setFragments(bench.spanOf("Ann"), bench.find("Ann said")));
    const QList<AttributionId> users = bench.index.attributionsOf(bench.spanOf("Ann said"));
    QCOMPARE(users.size(), 2);
    QVERIFY(std::any_of(users.begin(), users.end(), [&bench](AttributionId id) {
        return bench.index.attribution(id)->provenance.state == State::Suggested;
    }));
}

void TestEdits::followsTheQuotationMarksWithTheKindUnlessAPersonChose()
{
    Bench bench(QStringLiteral("[Q1:\"So,\"] [S1:Ann] [C1:said] today."));
    const SpanId content = bench.spanOf("\"So,\"");
    bench.apply(bench.edits().setFragments(content, {{0, 5}, {15, 20}}));
    QCOMPARE(bench.index.attribution(AttributionId(1))->kind, std::optional(Kind::Mixed));
    bench.apply(bench.edits().setKind(AttributionId(1), Kind::Indirect));
    bench.apply(bench.edits().setFragments(content, {{0, 5}}));
    QCOMPARE(bench.index.attribution(AttributionId(1))->kind, std::optional(Kind::Indirect));
}

void TestEdits::acceptsAndRejectsAnAttributionWithItsSpans()
{
    Bench bench(QStringLiteral("[S1:Ann] [C1:said] [Q1:so]. [S2:Ben] [C2:said] [Q2:no]."));
    bench.suggest();
    bench.apply(bench.edits().setState({AttributionId(1)}, State::Accepted));
    bench.apply(bench.edits().setState({AttributionId(2)}, State::Rejected));
    QCOMPARE(bench.text(), QStringLiteral("[S1:Ann] [C1:said] [Q1:so]. Ben said no."));
    bench.apply(bench.edits().setState({AttributionId(2)}, State::Suggested));
    QCOMPARE(bench.text(), QStringLiteral("[S1:Ann] [C1:said] [Q1:so]. [S2?:Ben] [C2?:said] [Q2?:no]."));
}

void TestEdits::keepsASharedSourceWhenOneAttributionIsRejected()
{
    Bench bench(QStringLiteral("[S1:Ann] [C1:said] [Q1:so] and [C2:added] [Q2:more]."));
    bench.suggest();
    Attribution second = *bench.index.attribution(AttributionId(2));
    Attribution withSource = second;
    withSource.fillers.prepend({sourceRole, bench.spanOf("Ann")});
    bench.index.apply(ChangeOf<Attribution>{second, withSource});
    bench.apply(bench.edits().setState({AttributionId(1)}, State::Rejected));
    QCOMPARE(bench.text(), QStringLiteral("[S1?:Ann] said so and [C1?:added] [Q1?:more]."));
}

void TestEdits::acceptsAllAtOrAboveAConfidence()
{
    Bench bench(QStringLiteral("[S1:Ann] [C1:said] [Q1:so]. [S2:Ben] [C2:said] [Q2:no]. [L:It rained]."));
    bench.suggest();
    bench.apply(bench.edits().acceptAll(0.8));
    QCOMPARE(bench.text(), QStringLiteral("[S1:Ann] [C1:said] [Q1:so]. [S2?:Ben] [C2?:said] [Q2?:no]. [L:It rained]."));
}

void TestEdits::deletesOnesOwnAndRejectsADetectors()
{
    Bench bench(QStringLiteral("[S1:Ann] [C1:said] [Q1:so]. [S2:Ben] [C2:said] [Q2:no]."));
    bench.apply(bench.edits().remove({AttributionId(1)}));
    QCOMPARE(bench.text(), QStringLiteral("Ann said so. [S1:Ben] [C1:said] [Q1:no]."));
    QCOMPARE(bench.index.spanCount(), 3);
    bench.suggest();
    bench.index = AnnotationIndex(bench.article.annotations);
    bench.apply(bench.edits().remove({AttributionId(2)}));
    QCOMPARE(bench.index.spanCount(), 6);
    QVERIFY(bench.index.attribution(AttributionId(2))->provenance.state == State::Rejected);
}

void TestEdits::takesASpanOutOfItsAttributionWhenDeleted()
{
    Bench bench(QStringLiteral("[S1:Ann] [C1:said] [Q1:so]."));
    bench.apply(bench.edits().remove({bench.spanOf("said")}));
    QCOMPARE(bench.text(), QStringLiteral("[S1:Ann] said [Q1:so]."));
    bench.apply(bench.edits().remove({bench.spanOf("so"), bench.spanOf("Ann")}));
    QCOMPARE(bench.index.attributionCount(), 0);
}

void TestEdits::fillsRolesAndReplacesWhatOverlaps()
{
    Bench bench(QStringLiteral("Old Ann said so and so."));
    AttributionId id(1);
    bench.apply(bench.edits().addAttributionWith(cueRole, QStringLiteral("Cue"), bench.find("said"), &id));
    bench.apply(bench.edits().fillRole(id, sourceRole, QStringLiteral("Speaker"), bench.find("Ann")));
    bench.apply(bench.edits().fillRole(id, sourceRole, QStringLiteral("Speaker"), bench.find("Old Ann")));
    bench.apply(bench.edits().fillRole(id, contentRole, QStringLiteral("Quotation"), bench.find("so and so")));
    QCOMPARE(bench.text(), QStringLiteral("[S1:Old Ann] [C1:said] [Q1:so and so]."));
    QCOMPARE(bench.index.spanCount(), 3);
    QCOMPARE(bench.index.attribution(id)->kind, std::optional(Kind::Indirect));
    bench.apply(bench.edits().clearRole(id, sourceRole));
    QCOMPARE(bench.text(), QStringLiteral("[S:Old Ann] [C1:said] [Q1:so and so]."));
}

void TestEdits::setsTheSpeakerByName()
{
    Bench bench(QStringLiteral("[S1:She] [C1:said] [Q1:so]. [C2:Reportedly] [Q2:no]."));
    bench.apply(bench.edits().setSpeakerByName(AttributionId(1), QStringLiteral("  Ann  Lee "), SpeakerType::Person));
    QCOMPARE(bench.index.speakers().size(), 1);
    QCOMPARE(bench.index.speakers()[0].name, QStringLiteral("Ann Lee"));
    bench.apply(bench.edits().setSpeakerByName(AttributionId(2), QStringLiteral("ann lee"), SpeakerType::Person));
    QCOMPARE(bench.index.speakers().size(), 1);
    for (const int id : {1, 2})
        QCOMPARE(speakerOf(*bench.index.attribution(AttributionId(id)), bench.index), std::optional(bench.index.speakers()[0].id));
    bench.apply(bench.edits().setSpeakerByName(AttributionId(1), {}, SpeakerType::Person));
    QCOMPARE(speakerOf(*bench.index.attribution(AttributionId(1)), bench.index), std::nullopt);
}

void TestEdits::doesNothingWhereThereIsNothingToDo()
{
    Bench bench(QStringLiteral("[S1:Ann] [C1:said] [Q1:so]."));
    Edits edits = bench.edits();
    QVERIFY(edits.setState({AttributionId(1)}, State::Accepted).changes.isEmpty());
    QVERIFY(edits.setFragments(SpanId(1), bench.index.span(SpanId(1))->fragments).changes.isEmpty());
    QVERIFY(edits.relabel(SpanId(1), QStringLiteral("Speaker")).changes.isEmpty());
    QVERIFY(edits.setState({AttributionId(9), SpanId(99)}, State::Rejected).changes.isEmpty());
    QVERIFY(edits.remove({SpanId(99)}).changes.isEmpty());
    QVERIFY(edits.acceptAll(0).changes.isEmpty());
    QVERIFY(edits.setNote(AttributionId(1), {}).changes.isEmpty());
}

void TestEdits::goesThroughTheSuggestionsInOrderAndRound()
{
    Bench bench(QStringLiteral("[X:one] [S1:Ann] [C1:said] [Q1:so]. [S2:Ben] [C2:said] [Q2:no]."));
    bench.suggest();
    const auto next = [&](std::optional<Item> from, bool forward = true) {
        return nextItem(bench.index, from, 0, forward, {State::Suggested});
    };
    QCOMPARE(next({}), std::optional<Item>(bench.spanOf("one")));
    QCOMPARE(next(bench.spanOf("one")), std::optional<Item>(AttributionId(1)));
    QCOMPARE(next(AttributionId(2)), std::optional<Item>(bench.spanOf("one")));
    QCOMPARE(next(bench.spanOf("one"), false), std::optional<Item>(AttributionId(2)));
    bench.apply(bench.edits().setState({AttributionId(1), bench.spanOf("one")}, State::Accepted));
    QCOMPARE(next(bench.spanOf("one")), std::optional<Item>(AttributionId(2)));
    QCOMPARE(next(AttributionId(2)), std::nullopt);
    const ReviewProgress progress = reviewProgress(bench.index);
    QCOMPARE(progress.reviewed, 2);
    QCOMPARE(progress.total, 3);
}

void TestEdits::comesBackByUndoingEverything()
{
    Bench bench(QStringLiteral("[S1:Ann] [C1:said] [Q1:so] and [C2:added] [Q2:more]. [L:It rained]."));
    bench.suggest();
    const Annotations before = bench.index.toAnnotations();
    bench.apply(bench.edits().addSpan(QStringLiteral("Claim"), bench.find("so and added")));
    bench.apply(bench.edits().relabel(bench.spanOf("added"), QStringLiteral("Claim")));
    bench.apply(bench.edits().setFragments(bench.spanOf("more"), bench.find("mor")));
    bench.apply(bench.edits().setSpeakerByName(AttributionId(1), QStringLiteral("Ann"), SpeakerType::Person));
    bench.apply(bench.edits().setAttribute(bench.spanOf("It rained"), QStringLiteral("checkworthy"), QStringLiteral("yes")));
    bench.apply(bench.edits().setNote(AttributionId(2), QStringLiteral("hm")));
    bench.apply(bench.edits().fillRole(AttributionId(2), sourceRole, QStringLiteral("Speaker"), bench.find("Ann")));
    bench.apply(bench.edits().remove({AttributionId(1), bench.spanOf("mor")}));
    bench.apply(bench.edits().acceptAll(0.1));
    const QList<Edit> done = std::exchange(bench.done, {});
    for (auto edit = done.crbegin(); edit != done.crend(); ++edit)
        bench.apply(edit->reversed());
    QCOMPARE(bench.index.toAnnotations(), before);
}

QTEST_APPLESS_MAIN(TestEdits)
#include "test_edits.moc"
