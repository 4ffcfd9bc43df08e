// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/rendering/articlehighlights.h>
#include <app/rendering/itemkey.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

#include <QtTest>

#include <limits>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Rendering;
using Widgets::Highlight;
using Widgets::MarginCard;

namespace {

/// An article that is open, as views see it.
struct Shown
{
    explicit Shown(const AnnotatedArticle &annotated)
        : article(annotated.article), index(annotated.annotations), schema(Test::defaultSchema()), highlights(article, index, schema)
    {
    }
    explicit Shown(const QString &markup) : Shown(Test::parse(markup)) { }

    QList<Highlight> all() const { return highlights.highlightsIn(0, qint32(article.text.size())); }
    QList<MarginCard> cards() const { return highlights.cardsIn(0, qint32(article.text.size()) + 1); }
    QString textOf(const Highlight &one) const { return article.text.mid(one.begin, one.end - one.begin); }

    Article article;
    AnnotationIndex index;
    Schema schema;
    ArticleHighlights highlights;
};

QStringList brief(const QList<MarginCard> &cards)
{
    QStringList result;
    for (const MarginCard &card : cards)
        result.append(QStringList(card.title + u'|' + card.detail + u'|' + card.badge).join(u' ') + (card.lines.isEmpty() ? QString() : u'|' + card.lines.join(u'|')));
    return result;
}

AnnotatedArticle withState(AnnotatedArticle article, AttributionId id, State state, std::optional<double> confidence = std::nullopt)
{
    for (Attribution &attribution : article.annotations.attributions) {
        if (attribution.id == id) {
            attribution.provenance.state = state;
            attribution.provenance.confidence = confidence;
            attribution.provenance.explanation = QStringLiteral("quotation marks and a verb");
        }
    }
    return article;
}

const QString nested = QStringLiteral("[S1:Ann] [C1:said] [Q1:that [S2:Ben] [C2:denied] [Q2:that [S3:Cem] [C3:knew] [Q3:of it]]].");

} // namespace

class TestArticleHighlights : public QObject
{
    Q_OBJECT

private slots:
    void givesKeysThatLeadBack();
    void countsTheDepthAmongSpansOfTheSameLabel();
    void ordersThePiecesOfAnInterruptedSpan();
    void givesTheSamePiecesForAnyRange();
    void showsOnlyTheStatesAskedFor();
    void ordersCardsAndListsNestedOnesInTheOuter();
    void givesTheCurrentOneACardOfItsOwn();
    void explainsOnlyTheCurrentOne();
    void namesClaimants();
    void leavesScareQuotesWithoutACardUntilTheyAreCurrent();
    void listsAnAttributionWhoseOuterOneIsHidden();
    void cutsLongListsShort();
    void keepsRightToLeftWordsInTheirPlace();
    void showsWhereThereAreNotes();
    void takesStylesFromTheSchema();
};

void TestArticleHighlights::givesKeysThatLeadBack()
{
    const auto span = itemOf(keyOf(SpanId(7)));
    const auto attribution = itemOf(keyOf(AttributionId(7)));
    QVERIFY(span && std::get<SpanId>(*span) == SpanId(7));
    QVERIFY(attribution && std::get<AttributionId>(*attribution) == AttributionId(7));
    QVERIFY(keyOf(SpanId(7)) != keyOf(AttributionId(7)));
    const SpanId largest(std::numeric_limits<qint64>::max());
    QVERIFY(std::get<SpanId>(*itemOf(keyOf(largest))) == largest);
    QVERIFY(!itemOf(0));
}

void TestArticleHighlights::countsTheDepthAmongSpansOfTheSameLabel()
{
    const Shown shown(nested);
    QMap<QString, int> depths;
    const QList<Highlight> all = shown.all();
    for (const Highlight &one : all)
        depths.insert(shown.textOf(one), one.depth);
    QCOMPARE(depths.value(QStringLiteral("that Ben denied that Cem knew of it")), 0);
    QCOMPARE(depths.value(QStringLiteral("that Cem knew of it")), 1);
    QCOMPARE(depths.value(QStringLiteral("of it")), 2);
    QCOMPARE(depths.value(QStringLiteral("Cem")), 0);
}

void TestArticleHighlights::ordersThePiecesOfAnInterruptedSpan()
{
    const Shown shown(QStringLiteral("[Q1:We came], [S1:she] [C1:said], [Q1:and we saw]."));
    QStringList texts;
    const QList<Highlight> all = shown.all();
    for (const Highlight &one : all)
        texts.append(shown.textOf(one) + (one.opens ? QStringLiteral(" o") : QString()) + (one.closes ? QStringLiteral(" c") : QString()));
    QCOMPARE(texts, QStringList({QStringLiteral("We came o"), QStringLiteral("she o c"), QStringLiteral("said o c"), QStringLiteral("and we saw c")}));
    QCOMPARE(all.first().key, all.last().key);
}

void TestArticleHighlights::givesTheSamePiecesForAnyRange()
{
    const Shown shown(nested + QStringLiteral(" [Q4:We came], [S4:she] said, [Q4:and we saw]."));
    const QList<Highlight> all = shown.all();
    const qint32 length = qint32(shown.article.text.size());
    for (qint32 begin = 0; begin < length; ++begin) {
        for (qint32 end = begin + 1; end <= length; end += 5) {
            QList<Highlight> expected;
            for (const Highlight &one : all) {
                if (one.begin < end && begin < one.end)
                    expected.append(one);
            }
            QCOMPARE(shown.highlights.highlightsIn(begin, end), expected);
        }
    }
}

void TestArticleHighlights::showsOnlyTheStatesAskedFor()
{
    AnnotatedArticle article = Test::parse(QStringLiteral("[S:Ann] and [S:Ben] and [S:Cem]."));
    article.annotations.spans[1].provenance.state = State::Suggested;
    article.annotations.spans[2].provenance.state = State::Rejected;
    Shown shown(article);
    QCOMPARE(shown.all().size(), 2);
    QVERIFY(!shown.all().at(0).tentative);
    QVERIFY(shown.all().at(1).tentative);
    QVERIFY(shown.highlights.setStates({State::Rejected}));
    QVERIFY(!shown.highlights.setStates({State::Rejected}));
    QCOMPARE(shown.all().size(), 1);
    QCOMPARE(shown.textOf(shown.all().constFirst()), QStringLiteral("Cem"));
}

void TestArticleHighlights::ordersCardsAndListsNestedOnesInTheOuter()
{
    const Shown shown(withState(Test::parse(nested + QStringLiteral(" [S9:Dora] [C9:agreed] [Q9:to it].")), AttributionId(2), State::Suggested, 0.74));
    const QList<MarginCard> cards = shown.cards();
    QCOMPARE(brief(cards), QStringList({QStringLiteral("Ann|said \u00B7 indirect|\u2713|\u2514 Ben \u00B7 denied \u00B7 indirect \u00B7 0.74|   \u2514 Cem \u00B7 knew \u00B7 indirect"),
                                        QStringLiteral("Dora|agreed \u00B7 indirect|\u2713")}));
    QCOMPARE(cards[0].anchor, 0);
    QCOMPARE(cards[0].key, keyOf(AttributionId(1)));
    QCOMPARE(cards[1].anchor, qint32(shown.article.text.indexOf(QStringLiteral("Dora"))));
    // A range holds the cards whose anchor lies in it.
    QCOMPARE(shown.highlights.cardsIn(1, cards[1].anchor).size(), 0);
    QCOMPARE(shown.highlights.cardsIn(cards[1].anchor, cards[1].anchor + 1).size(), 1);
}

void TestArticleHighlights::givesTheCurrentOneACardOfItsOwn()
{
    Shown shown(nested);
    QCOMPARE(shown.cards().size(), 1);
    QVERIFY(shown.highlights.setCurrent(keyOf(AttributionId(2))));
    const QList<MarginCard> cards = shown.cards();
    QCOMPARE(cards.size(), 2);
    QVERIFY(!cards[0].current);
    QVERIFY(cards[1].current);
    QCOMPARE(cards[1].title, QStringLiteral("Ben"));
    QCOMPARE(cards[1].lines, QStringList({QStringLiteral("\u2514 Cem \u00B7 knew \u00B7 indirect")}));
}

void TestArticleHighlights::explainsOnlyTheCurrentOne()
{
    Shown shown(withState(Test::parse(QStringLiteral("[S1:Ann] [C1:said] [Q1:so].")), AttributionId(1), State::Suggested, 0.9));
    QVERIFY(shown.cards().at(0).lines.isEmpty());
    QVERIFY(shown.cards().at(0).tentative);
    shown.highlights.setCurrent(keyOf(AttributionId(1)));
    QCOMPARE(shown.cards().at(0).lines, QStringList({QStringLiteral("quotation marks and a verb")}));
}

void TestArticleHighlights::namesClaimants()
{
    AnnotatedArticle article = Test::parse(QStringLiteral("[L:It rained]. [S1:Ann] [C1:said] [Q1:that [L:it snowed]]. It was said [Q2:that [L:it hailed]]."));
    const auto set = [&article](qsizetype claim, const char *value) {
        qsizetype n = 0;
        for (Span &span : article.annotations.spans) {
            if (span.label == u"Claim" && n++ == claim)
                span.attributes.insert(QStringLiteral("checkworthy"), QLatin1String(value));
        }
    };
    set(0, "yes");
    set(1, "no");
    const Shown shown(article);
    const QStringList cards = brief(shown.cards());
    QVERIFY2(cards.contains(QStringLiteral("Claim|by the article|\u2713|Worth checking")), qPrintable(cards.join(u'\n')));
    QVERIFY2(cards.contains(QStringLiteral("Claim|by Ann|\u2713|not “Worth checking”")), qPrintable(cards.join(u'\n')));
    QVERIFY2(cards.contains(QStringLiteral("Claim|by somebody unnamed|\u2713")), qPrintable(cards.join(u'\n')));
}

void TestArticleHighlights::leavesScareQuotesWithoutACardUntilTheyAreCurrent()
{
    Shown shown(QStringLiteral("The [X:\u2018reform\u2019] came. [S1:Ann] [C1:said] [Q1:so]."));
    QCOMPARE(shown.cards().size(), 1);
    shown.highlights.setCurrent(keyOf(shown.index.spansInOrder().front().id));
    QCOMPARE(shown.cards().size(), 2);
    QCOMPARE(shown.cards().constFirst().title, QStringLiteral("Scare quote"));
    QVERIFY(shown.cards().constFirst().current);
}

void TestArticleHighlights::listsAnAttributionWhoseOuterOneIsHidden()
{
    const Shown shown(withState(Test::parse(nested), AttributionId(1), State::Rejected));
    QCOMPARE(brief(shown.cards()), QStringList({QStringLiteral("Ben|denied \u00B7 indirect|\u2713|\u2514 Cem \u00B7 knew \u00B7 indirect")}));
}

void TestArticleHighlights::cutsLongListsShort()
{
    QString markup = QStringLiteral("[S1:Ann] [C1:said] [Q1:");
    for (int i = 2; i < 22; ++i)
        markup += QStringLiteral("[S%1:Ben] [C%1:knew] [Q%1:it], ").arg(i);
    const Shown shown(markup + QStringLiteral("then]."));
    const QList<MarginCard> cards = shown.cards();
    QCOMPARE(cards.size(), 1);
    QCOMPARE(cards[0].lines.size(), 7);
    QCOMPARE(cards[0].lines.constLast(), QStringLiteral("and 14 more"));
}

void TestArticleHighlights::keepsRightToLeftWordsInTheirPlace()
{
    const Shown shown(QStringLiteral("[S1:\u05D4\u05D9\u05D0] [C1:\u05D0\u05DE\u05E8\u05D4] [Q1:\u05DB\u05DF]."));
    QCOMPARE(shown.cards().at(0).detail, QStringLiteral("\u2068\u05D0\u05DE\u05E8\u05D4\u2069 \u00B7 indirect"));
}

void TestArticleHighlights::showsWhereThereAreNotes()
{
    AnnotatedArticle article = Test::parse(QStringLiteral("[S1:Ann] [C1:said] [Q1:so]. [L:It is.]"));
    article.annotations.attributions[0].note = QStringLiteral("ask\nher");
    article.annotations.spans[1].note = QStringLiteral("or says?");
    Shown shown(article);
    QCOMPARE(brief(shown.cards())[0], QStringLiteral("Ann|said \u00B7 indirect|\u270E \u2713"));
    QCOMPARE(brief(shown.cards())[1], QStringLiteral("Claim|by the article|\u2713"));
    shown.highlights.setCurrent(keyOf(AttributionId(1)));
    QCOMPARE(shown.cards()[0].lines, (QStringList{QStringLiteral("\u270E ask her"), QStringLiteral("\u270E Cue: or says?")}));
    QVERIFY(shown.cards()[0].decision == Widgets::Decision::Accepted);
    const QList<Highlight> all = shown.all();
    QVERIFY(!all[0].noted && all[1].noted && !all[2].noted);
    QCOMPARE(shown.highlights.descriptionOf(all[1].key),
             QStringLiteral("Cue \u00B7 Ann said \u00B7 indirect\n\u270E or says?\n\u270E ask her"));
    QCOMPARE(shown.highlights.descriptionOf(all[3].key), QStringLiteral("Claim"));
}

void TestArticleHighlights::takesStylesFromTheSchema()
{
    Shown shown(QStringLiteral("[S:Ann]."));
    QList<Widgets::HighlightStyle> styles = shown.highlights.styles();
    QCOMPARE(styles.size(), shown.schema.labels.size());
    QCOMPARE(styles[0].colour, QColor(shown.schema.labels[0].colour));
    QCOMPARE(styles[3].mark, Widgets::Mark::Line);
    QVERIFY(shown.highlights.setDark(true));
    QCOMPARE(shown.highlights.styles().at(0).colour, QColor(shown.schema.labels[0].darkColour));
}

QTEST_APPLESS_MAIN(TestArticleHighlights)
#include "test_articlehighlights.moc"
