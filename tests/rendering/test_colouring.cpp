// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/annotation/change.h>
#include <app/rendering/articlehighlights.h>
#include <app/rendering/articlehtml.h>
#include <app/rendering/articlerenderer.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Rendering;

class TestColouring : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void givesSevenColoursByNumber();
    void prefersTheColourOfTheSpeaker();
    void readsTheNamesItWrites();
    void coloursSourceCueContentAndClaimAsTheirSpeaker();
    void keepsShapesAndDepthsOfLabels();
    void coloursByState();
    void coloursByAnnotatorAndFollowsNewOnes();
    void tellsWhatColoursMean();
    void drawsTheLegendIntoPagesAndPictures();

private:
    int groupAt(const char *words) const
    {
        for (const IntervalIndex::Entry &entry : m_index.spansInOrder()) {
            const Span &span = *m_index.span(entry.id);
            if (textOf(span.fragments, m_article.article.text) == QString::fromUtf8(words))
                return m_colouring->groupOf(span);
        }
        qFatal("There is no such span: %s", words);
    }
    QStringList titles(const QList<State> &states = {State::Suggested, State::Accepted}) const
    {
        QStringList result;
        const QList<Colouring::Title> all = m_colouring->titles(states);
        for (const Colouring::Title &title : all)
            result.append(QStringLiteral("%1:%2").arg(title.group).arg(title.title));
        return result;
    }

    AnnotatedArticle m_article;
    AnnotationIndex m_index;
    std::unique_ptr<Colouring> m_colouring;
};

void TestColouring::init()
{
    m_article = Test::parse(QStringLiteral("[S1:Ann] [C1:said] [Q1:that [S2:he] [C2:knew] [Q2:of [L:rain]]]. [S3:Nobody] [C3:says] [Q3:so]. [X:Odd]. [S:Bo] left."));
    m_article.annotations.speakers = {{SpeakerId(1), QStringLiteral("Ann Lee"), SpeakerType::Person, {}, {}},
                                      {SpeakerId(9), QStringLiteral("Bo"), SpeakerType::Person, {}, {}, QStringLiteral("#123456")}};
    for (Span &span : m_article.annotations.spans) {
        const QString text = textOf(span.fragments, m_article.article.text);
        if (text == u"Ann")
            span.speaker = SpeakerId(1);
        if (text == u"he" || text == u"Bo")
            span.speaker = SpeakerId(9);
    }
    m_index = AnnotationIndex(m_article.annotations);
    m_colouring = std::make_unique<Colouring>(m_index);
}

void TestColouring::givesSevenColoursByNumber()
{
    QSet<QRgb> colours;
    for (int i = 1; i <= givenColours; ++i)
        colours.insert(givenColour(i).rgb());
    QCOMPARE(colours.size(), givenColours);
    QCOMPARE(givenColour(1), givenColour(1 + givenColours));
}

void TestColouring::prefersTheColourOfTheSpeaker()
{
    QCOMPARE(colourOf(m_article.annotations.speakers[0]), givenColour(1));
    QCOMPARE(colourOf(m_article.annotations.speakers[1]), QColor(0x12, 0x34, 0x56));
}

void TestColouring::readsTheNamesItWrites()
{
    for (const ColourBy colourBy : allColourBy()) {
        QVERIFY(colourByFromString(toString(colourBy)) == colourBy);
        QVERIFY(!titleOf(colourBy).isEmpty());
    }
    QVERIFY(!colourByFromString(u"colour"));
}

void TestColouring::coloursSourceCueContentAndClaimAsTheirSpeaker()
{
    QVERIFY(m_colouring->setColourBy(ColourBy::Speaker));
    QVERIFY(!m_colouring->setColourBy(ColourBy::Speaker));
    QCOMPARE(groupAt("Ann"), 1);
    QCOMPARE(groupAt("said"), 1);
    QCOMPARE(groupAt("that he knew of rain"), 1);
    const int bo = groupAt("he");
    QVERIFY(bo > givenColours);
    QCOMPARE(m_colouring->colours()[bo], QColor(0x12, 0x34, 0x56));
    QCOMPARE(groupAt("knew"), bo);
    QCOMPARE(groupAt("rain"), bo);
    QCOMPARE(groupAt("Bo"), bo);
    QCOMPARE(groupAt("so"), 0);
    QCOMPARE(groupAt("Odd"), 0);
    QCOMPARE(m_colouring->groupOf(*m_index.attribution(m_index.attributionsInOrder()[0])), 1);
}

void TestColouring::keepsShapesAndDepthsOfLabels()
{
    const Schema schema = Test::defaultSchema();
    ArticleHighlights highlights(m_article.article, m_index, schema);
    const auto plain = highlights.highlightsIn(0, 100);
    const auto styles = highlights.styles();
    QVERIFY(highlights.setColourBy(ColourBy::Speaker));
    const auto coloured = highlights.highlightsIn(0, 100);
    QCOMPARE(coloured.size(), plain.size());
    for (qsizetype i = 0; i < plain.size(); ++i) {
        QVERIFY(highlights.styles()[coloured[i].style].mark == styles[plain[i].style].mark);
        QCOMPARE(coloured[i].depth, plain[i].depth);
        QCOMPARE(coloured[i].key, plain[i].key);
    }
    const auto cards = highlights.cardsIn(0, 100);
    QCOMPARE(cards[0].colour, givenColour(1));
    QCOMPARE(highlights.styles()[highlights.styleOfCard(cards[0].key)].colour, cards[0].colour);
}

void TestColouring::coloursByState()
{
    m_colouring->setColourBy(ColourBy::State);
    QCOMPARE(titles(), QStringList{QStringLiteral("2:accepted")});
    Span suggested = *m_index.span(m_index.spansInOrder()[0].id);
    const Span before = suggested;
    suggested.provenance.state = State::Suggested;
    m_index.apply(ChangeOf<Span>{before, suggested});
    QCOMPARE(titles(), (QStringList{QStringLiteral("1:suggested"), QStringLiteral("2:accepted")}));
    QCOMPARE(titles({State::Suggested}), QStringList{QStringLiteral("1:suggested")});
    QVERIFY(groupAt("Ann") != groupAt("said"));
}

void TestColouring::coloursByAnnotatorAndFollowsNewOnes()
{
    m_colouring->setColourBy(ColourBy::Annotator);
    QCOMPARE(titles(), QStringList{QStringLiteral("1:test")});
    Span other = *m_index.span(m_index.spansInOrder()[0].id);
    other.id = SpanId(99);
    other.provenance.origin = {OriginKind::Detector, false, QStringLiteral("rules"), QStringLiteral("1")};
    Edit edit;
    edit.changes = {ChangeOf<Span>{std::nullopt, other}};
    m_index.apply(edit.changes[0]);
    QVERIFY(m_colouring->follow(edit));
    QVERIFY(!m_colouring->follow(edit));
    QVERIFY(titles().contains(QStringLiteral("2:detector “rules”")));
    QCOMPARE(m_colouring->groupOf(other), 2);
}

void TestColouring::tellsWhatColoursMean()
{
    QVERIFY(titles().isEmpty());
    m_colouring->setColourBy(ColourBy::Speaker);
    const QString bo = QStringLiteral("%1:Bo").arg(groupAt("Bo"));
    QCOMPARE(titles(), (QStringList{QStringLiteral("1:Ann Lee"), bo, QStringLiteral("0:nobody")}));
    Edit edit;
    Speaker ann = m_article.annotations.speakers[0];
    ann.colour = QStringLiteral("#abcdef");
    edit.changes = {ChangeOf<Speaker>{m_article.annotations.speakers[0], ann}};
    m_index.apply(edit.changes[0]);
    QVERIFY(m_colouring->follow(edit));
    QCOMPARE(m_colouring->colours()[groupAt("Ann")], QColor(0xab, 0xcd, 0xef));
}

void TestColouring::drawsTheLegendIntoPagesAndPictures()
{
    RenderOptions options;
    const Schema schema = Test::defaultSchema();
    const QString plain = renderHtml(m_article, schema, options);
    const auto image = renderImage(m_article, schema, options);
    options.colourBy = ColourBy::Speaker;
    const QString coloured = renderHtml(m_article, schema, options);
    const QString legend = coloured.mid(coloured.indexOf(QStringLiteral("class=\"legend\"")));
    QVERIFY(legend.contains(QStringLiteral(">Ann Lee<")));
    QVERIFY(legend.contains(QStringLiteral(">nobody<")));
    QVERIFY(legend.contains(QStringLiteral(">Quotation<")));
    QVERIFY(!plain.mid(plain.indexOf(QStringLiteral("class=\"legend\""))).contains(QStringLiteral("Ann Lee")));
    QVERIFY(coloured.contains(QStringLiteral("--c: #123456")));
    const auto taller = renderImage(m_article, schema, options);
    QVERIFY(image && taller);
    QVERIFY(taller->height() > image->height());
}

QTEST_MAIN(TestColouring)
#include "test_colouring.moc"
