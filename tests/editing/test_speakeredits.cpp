// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "projectfixture.h"

#include <app/editing/adoption.h>
#include <app/editing/edits.h>
#include <app/editing/speakeredits.h>

#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Editing;

class TestSpeakerEdits : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void mergesOverAllArticlesAndTakesItBackInOneStep();
    void keepsWhatTheSpeakerThatStaysHas();
    void mergesAttributionsWithoutASource();
    void refusesToMergeASpeakerIntoItself();
    void splitsByWordsAndTakesItBackInOneStep();
    void splitsAttributionsWithoutASource();
    void refusesASplitThatGivesNothing();
    void creditsWordsAlwaysToOneSpeaker();
    void givesTheNameOnToWhatIsLabelledAndSuggestedLater();
    void takesTheNameFromOthersWhoHaveIt();
    void refusesANameThatAnotherSpeakerNeeds();
    void addsChangesAndDeletesSpeakers();
    void refusesASpeakerThatIsNone_data();
    void refusesASpeakerThatIsNone();

private:
    SpeakerEdits edits() { return SpeakerEdits(m_fixture->project(), m_fixture->ids()); }
    void apply(const SpeakerEdits::Step &step)
    {
        QVERIFY2(step, step ? "" : qPrintable(step.error().text()));
        const auto done = m_fixture->project().apply(*step, QStringLiteral("me"));
        QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
    }
    void undo() { QVERIFY(m_fixture->project().step(Storage::Direction::Undo, QStringLiteral("me"))); }
    /// Credits the nth speaker span of an article.
    void credit(qint64 article, int nth, SpeakerId speaker);
    void creditFrame(qint64 article, SpeakerId speaker);

    std::unique_ptr<Test::ProjectFixture> m_fixture;
};

namespace {

const SpeakerId ann(1);
const SpeakerId lee(2);
const SpeakerId city(3);

} // namespace

void TestSpeakerEdits::init()
{
    m_fixture = std::make_unique<Test::ProjectFixture>();
    m_fixture->add(QStringLiteral("[S1:Ann Lee] [C1:said] [Q1:so]. [S:Lee] left. [S:The city] paid."),
                   {{ann, QStringLiteral("Ann Lee"), SpeakerType::Person, {}, {}},
                    {lee, QStringLiteral("Lee"), SpeakerType::Person, {QStringLiteral("Ms Lee")}, QStringLiteral("Q7"), QStringLiteral("#009e73")},
                    {city, QStringLiteral("The city"), SpeakerType::Group, {}, {}}});
    m_fixture->add(QStringLiteral("[S:LEE] came. [C1:It was reported] [Q1:that it rains]. [S:Lee] and [S:Ms Lee] slept."));
    credit(1, 0, ann);
    credit(1, 1, lee);
    credit(1, 2, city);
    credit(2, 0, lee);
    credit(2, 1, lee);
    credit(2, 2, lee);
}

void TestSpeakerEdits::credit(qint64 number, int nth, SpeakerId speaker)
{
    const AnnotatedArticle article = m_fixture->article(number);
    const AnnotationIndex index(article.annotations);
    QList<SpanId> spans;
    for (const IntervalIndex::Entry &entry : index.spansInOrder()) {
        if (index.span(entry.id)->label == u"Speaker")
            spans.append(entry.id);
    }
    IdAllocator ids = m_fixture->ids();
    const Edit edit = Edits(article.article, index, m_fixture->project().schema(), ids, QStringLiteral("me")).setSpeaker(spans[nth], speaker);
    QVERIFY(m_fixture->project().apply(edit, QStringLiteral("me")));
}

void TestSpeakerEdits::creditFrame(qint64 number, SpeakerId speaker)
{
    const AnnotatedArticle article = m_fixture->article(number);
    const AnnotationIndex index(article.annotations);
    IdAllocator ids = m_fixture->ids();
    const Edit edit = Edits(article.article, index, m_fixture->project().schema(), ids, QStringLiteral("me"))
                          .setSpeaker(index.attributionsInOrder().constFirst(), speaker);
    QVERIFY(m_fixture->project().apply(edit, QStringLiteral("me")));
}

void TestSpeakerEdits::mergesOverAllArticlesAndTakesItBackInOneStep()
{
    const QList<AnnotatedArticle> before = m_fixture->all();
    apply(edits().merge({ann, lee}, ann));
    QCOMPARE(m_fixture->registry(), QStringLiteral("Ann Lee (Lee, Ms Lee), The city"));
    QCOMPARE(m_fixture->credits(1), QStringLiteral("Ann Lee=Ann Lee, Lee=Ann Lee, The city=The city"));
    QCOMPARE(m_fixture->credits(2), QStringLiteral("LEE=Ann Lee, Lee=Ann Lee, Ms Lee=Ann Lee"));
    QCOMPARE(m_fixture->project().undoState()->undoTitle, QStringLiteral("merge Lee into Ann Lee"));
    const QList<AnnotatedArticle> merged = m_fixture->all();
    undo();
    QCOMPARE(m_fixture->all(), before);
    QVERIFY(m_fixture->project().step(Storage::Direction::Redo, QStringLiteral("me")));
    QCOMPARE(m_fixture->all(), merged);
}

void TestSpeakerEdits::keepsWhatTheSpeakerThatStaysHas()
{
    apply(edits().merge({city, ann, lee}, ann));
    Speaker kept = m_fixture->project().speakers()->constFirst();
    QCOMPARE(kept.wikidata, QStringLiteral("Q7"));
    QCOMPARE(kept.colour, QStringLiteral("#009e73"));
    QVERIFY(kept.type == SpeakerType::Person);
    undo();
    kept.id = city;
    kept.name = QStringLiteral("The city");
    kept.aliases.clear();
    kept.wikidata = QStringLiteral("Q9");
    apply(edits().change(kept));
    apply(edits().merge({lee, city}, city));
    QCOMPARE(m_fixture->project().speakers()->constLast().wikidata, QStringLiteral("Q9"));
}

void TestSpeakerEdits::mergesAttributionsWithoutASource()
{
    creditFrame(2, lee);
    apply(edits().merge({lee, city}, city));
    QCOMPARE(m_fixture->article(2).annotations.attributions[0].speaker, std::optional(city));
}

void TestSpeakerEdits::refusesToMergeASpeakerIntoItself()
{
    for (const QList<SpeakerId> &speakers : {QList{ann}, QList{ann, ann}, QList<SpeakerId>()}) {
        const auto step = edits().merge(speakers, ann);
        QVERIFY(!step);
        QVERIFY(step.error().message.contains(QStringLiteral("into itself")));
    }
    QVERIFY(!edits().merge({ann, SpeakerId(99)}, ann));
    QVERIFY(!edits().merge({ann, lee}, SpeakerId(99)));
}

void TestSpeakerEdits::splitsByWordsAndTakesItBackInOneStep()
{
    apply(edits().merge({ann, lee}, ann));
    const QList<AnnotatedArticle> before = m_fixture->all();
    Speaker fresh;
    fresh.name = QStringLiteral(" Bo  Lee ");
    fresh.type = SpeakerType::Organisation;
    apply(edits().split(ann, {QStringLiteral("lee"), QStringLiteral("Ms Lee")}, fresh));
    QCOMPARE(m_fixture->registry(), QStringLiteral("Ann Lee, The city, Bo Lee (Lee, Ms Lee)"));
    QCOMPARE(m_fixture->credits(1), QStringLiteral("Ann Lee=Ann Lee, Lee=Bo Lee, The city=The city"));
    QCOMPARE(m_fixture->credits(2), QStringLiteral("LEE=Bo Lee, Lee=Bo Lee, Ms Lee=Bo Lee"));
    undo();
    QCOMPARE(m_fixture->all(), before);
}

void TestSpeakerEdits::splitsAttributionsWithoutASource()
{
    creditFrame(2, lee);
    Speaker fresh;
    fresh.name = QStringLiteral("Nobody");
    apply(edits().split(lee, {QString()}, fresh));
    const AnnotatedArticle article = m_fixture->article(2);
    QCOMPARE(article.annotations.speaker(*article.annotations.attributions[0].speaker)->name, QStringLiteral("Nobody"));
    QCOMPARE(m_fixture->credits(2), QStringLiteral("LEE=Lee, Lee=Lee, Ms Lee=Lee"));
}

void TestSpeakerEdits::refusesASplitThatGivesNothing()
{
    Speaker fresh;
    fresh.name = QStringLiteral("Bo");
    QVERIFY(edits().split(lee, {}, fresh).error().message.contains(QStringLiteral("Choose")));
    QVERIFY(edits().split(lee, {QStringLiteral("nowhere")}, fresh).error().message.contains(QStringLiteral("not mentioned")));
    fresh.name = QStringLiteral("ann lee");
    QVERIFY(edits().split(lee, {QStringLiteral("Lee")}, fresh).error().message.contains(QStringLiteral("already")));
}

void TestSpeakerEdits::creditsWordsAlwaysToOneSpeaker()
{
    m_fixture->add(QStringLiteral("[S:The mayor] and [S:the Mayor] and [S:mayor] met [L:the mayor]."));
    apply(edits().creditAlways(QStringLiteral("the mayor"), ann));
    QCOMPARE(m_fixture->credits(3), QStringLiteral("The mayor=Ann Lee, the Mayor=Ann Lee, mayor=-"));
    QCOMPARE(m_fixture->registry(), QStringLiteral("Ann Lee (the mayor), Lee (Ms Lee), The city"));
    undo();
    QCOMPARE(m_fixture->credits(3), QStringLiteral("The mayor=-, the Mayor=-, mayor=-"));
    QCOMPARE(m_fixture->registry(), QStringLiteral("Ann Lee, Lee (Ms Lee), The city"));
    apply(edits().creditAlways(QStringLiteral("Ann Lee"), ann));
    QCOMPARE(edits().creditAlways(QStringLiteral("Ann Lee"), ann)->size(), 0);
}

void TestSpeakerEdits::givesTheNameOnToWhatIsLabelledAndSuggestedLater()
{
    m_fixture->add(QStringLiteral("[S:The mayor] met him. Later, the mayor slept. The mayor woke."));
    apply(edits().creditAlways(QStringLiteral("The mayor"), city));
    const AnnotatedArticle article = m_fixture->article(3);
    const AnnotationIndex index(article.annotations);
    IdAllocator ids = m_fixture->ids();
    SpanId added(1);
    const qint32 second = qint32(article.article.text.indexOf(QStringLiteral("the mayor")));
    const Edit edit = Edits(article.article, index, m_fixture->project().schema(), ids, QStringLiteral("me"))
                          .addSpan(QStringLiteral("Speaker"), {{second, second + 9}}, &added);
    QCOMPARE(std::get<ChangeOf<Span>>(edit.changes[0]).after->speaker, std::optional(city));

    Annotations incoming;
    incoming.speakers = {{SpeakerId(1), QStringLiteral("The Mayor"), SpeakerType::Person, {}, {}}};
    Span span;
    const qint32 third = qint32(article.article.text.lastIndexOf(QStringLiteral("The mayor")));
    span.label = QStringLiteral("Speaker");
    span.fragments = {{third, third + 9}};
    span.speaker = SpeakerId(1);
    span.provenance = {State::Suggested, {OriginKind::Detector, false, QStringLiteral("rules"), QStringLiteral("1")}, 0.9, {}};
    incoming.spans = {span};
    const Edit adopted = adopt(article, incoming, ids, QStringLiteral("suggest"));
    QCOMPARE(adopted.changes.size(), 1);
    QCOMPARE(std::get<ChangeOf<Span>>(adopted.changes[0]).after->speaker, std::optional(city));
}

void TestSpeakerEdits::takesTheNameFromOthersWhoHaveIt()
{
    // "Ms Lee" was an alias of Lee; "The city" was the whole name of a speaker whom nothing else mentions.
    apply(edits().creditAlways(QStringLiteral("ms lee"), ann));
    QCOMPARE(m_fixture->registry(), QStringLiteral("Ann Lee (ms lee), Lee, The city"));
    QCOMPARE(m_fixture->credits(2), QStringLiteral("LEE=Lee, Lee=Lee, Ms Lee=Ann Lee"));
    const QList<AnnotatedArticle> before = m_fixture->all();
    apply(edits().creditAlways(QStringLiteral("the city"), ann));
    QCOMPARE(m_fixture->registry(), QStringLiteral("Ann Lee (ms lee, the city), Lee"));
    QCOMPARE(m_fixture->credits(1), QStringLiteral("Ann Lee=Ann Lee, Lee=Lee, The city=Ann Lee"));
    undo();
    QCOMPARE(m_fixture->all(), before);
}

void TestSpeakerEdits::refusesANameThatAnotherSpeakerNeeds()
{
    const auto step = edits().creditAlways(QStringLiteral("Lee"), ann);
    QVERIFY(!step);
    QVERIFY(step.error().message.contains(QStringLiteral("another speaker called Lee")));
    QVERIFY(!edits().creditAlways(QStringLiteral("Lee"), SpeakerId(99)));
}

void TestSpeakerEdits::addsChangesAndDeletesSpeakers()
{
    Speaker speaker{SpeakerId(1), QStringLiteral(" New  one "), SpeakerType::Country, {QStringLiteral(" N1 "), {}, QStringLiteral("n1"), QStringLiteral("new one")}, QStringLiteral(" Q5 "), QStringLiteral("#0072B2")};
    SpeakerId added(1);
    apply(edits().add(speaker, &added));
    QCOMPARE(m_fixture->registry(), QStringLiteral("Ann Lee, Lee (Ms Lee), The city, New one (N1)"));
    speaker = m_fixture->project().speakers()->constLast();
    QCOMPARE(speaker.id, added);
    QCOMPARE(speaker.wikidata, QStringLiteral("Q5"));
    QCOMPARE(edits().change(speaker)->size(), 0);
    speaker.name = QStringLiteral("Newer");
    apply(edits().change(speaker));
    QCOMPARE(m_fixture->project().speakers()->constLast(), speaker);
    QCOMPARE(m_fixture->project().undoState()->undoTitle, QStringLiteral("change the speaker Newer"));
    apply(edits().remove(added));
    QCOMPARE(m_fixture->project().speakers()->size(), 3);
    undo();
    QCOMPARE(m_fixture->project().speakers()->constLast(), speaker);
    QVERIFY(edits().remove(ann).error().message.contains(QStringLiteral("is mentioned")));
}

void TestSpeakerEdits::refusesASpeakerThatIsNone_data()
{
    QTest::addColumn<Speaker>("speaker");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *title, const char *name, const char *wikidata, const char *colour, const char *says) {
        QTest::newRow(title) << Speaker{SpeakerId(1), QString::fromLatin1(name), SpeakerType::Person, {}, QString::fromLatin1(wikidata), QString::fromLatin1(colour)}
                             << QString::fromLatin1(says);
    };
    row("no name", " ", "", "", "needs a name");
    row("a name that is taken", "the  CITY", "", "", "already");
    row("Wikidata", "A", "42", "", "no item of Wikidata");
    row("colour", "A", "Q42", "red", "no colour");
}

void TestSpeakerEdits::refusesASpeakerThatIsNone()
{
    QFETCH(Speaker, speaker);
    QFETCH(QString, says);
    for (const auto &step : {edits().add(speaker), edits().change(speaker)}) {
        QVERIFY(!step);
        QCOMPARE(step.error().code, ErrorCode::BadInput);
        QVERIFY2(step.error().message.contains(says), qPrintable(step.error().message));
    }
}

QTEST_GUILESS_MAIN(TestSpeakerEdits)
#include "test_speakeredits.moc"
