// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "projectfixture.h"

#include <app/editing/occurrences.h>

#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Editing;

class TestOccurrences : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<Test::ProjectFixture>(); }
    void suggestsEveryFurtherOccurrence();
    void doesNotDoubleWhatIsLabelledOrWasRejected();
    void staysInOneArticleWhenAsked();
    void showsWhereTheWordsStand();
    void stopsWhenItIsCancelled();
    void searchesAThousandArticlesInWellUnderASecond();

private:
    static OccurrenceQuery query(const char *words, const char *label = "Speaker")
    {
        return {{QString::fromUtf8(words), true, true}, QString::fromLatin1(label), std::nullopt};
    }
    QString printed(qint64 article) { return Test::print(m_fixture->article(article)); }
    int suggest(const OccurrenceQuery &asked, std::optional<SpeakerId> speaker = {})
    {
        const QList<Edit> step = Test::ProjectFixture::must(suggestOccurrences(m_fixture->project(), asked, speaker, m_fixture->ids()));
        if (const auto done = m_fixture->project().apply(step, QStringLiteral("me")); !done)
            qFatal("%s", qPrintable(done.error().text()));
        return int(step.size());
    }

    std::unique_ptr<Test::ProjectFixture> m_fixture;
};

void TestOccurrences::suggestsEveryFurtherOccurrence()
{
    m_fixture->add(QStringLiteral("[S1:Ann] [C1:said] [Q1:that Ann would]. Annie met Ann."),
                   {{SpeakerId(1), QStringLiteral("Ann Lee"), SpeakerType::Person, {}, {}}});
    m_fixture->add(QStringLiteral("Nothing."));
    m_fixture->add(QStringLiteral("\U0001F600 Ann’s house. ANN."));
    QCOMPARE(suggest(query("Ann"), SpeakerId(1)), 2);
    QCOMPARE(printed(1), QStringLiteral("[S1:Ann] [C1:said] [Q1:that [S?:Ann] would]. Annie met [S?:Ann]."));
    QCOMPARE(printed(3), QStringLiteral("\U0001F600 [S?:Ann]’s house. ANN."));
    QCOMPARE(m_fixture->credits(3), QStringLiteral("Ann=Ann Lee"));
    const Span span = m_fixture->article(3).annotations.spans[0];
    QVERIFY(span.provenance.state == State::Suggested);
    QVERIFY(span.provenance.origin.kind == OriginKind::Detector);
    QCOMPARE(span.provenance.origin.name, QStringLiteral("occurrences"));
    QCOMPARE(span.provenance.explanation, QStringLiteral("same words as “Ann”"));
    QVERIFY(m_fixture->project().step(Storage::Direction::Undo, QStringLiteral("me")));
    QCOMPARE(printed(1), QStringLiteral("[S1:Ann] [C1:said] [Q1:that Ann would]. Annie met Ann."));
    QCOMPARE(printed(3), QStringLiteral("\U0001F600 Ann’s house. ANN."));
}

void TestOccurrences::doesNotDoubleWhatIsLabelledOrWasRejected()
{
    m_fixture->add(QStringLiteral("[S:Mayor Ann Lee] spoke. Ann Lee slept. [L:Ann Lee is ill]. [Q:[S:x] and [S:y Ann] Lee]"));
    QCOMPARE(findOccurrences(m_fixture->project(), query("Ann Lee"))->places, 2);
    QCOMPARE(suggest(query("Ann Lee")), 1);
    QCOMPARE(printed(1), QStringLiteral("[S:Mayor Ann Lee] spoke. [S?:Ann Lee] slept. [L:[S?:Ann Lee] is ill]. [Q:[S:x] and [S:y Ann] Lee]"));
    QCOMPARE(suggest(query("Ann Lee")), 0);
    QVERIFY(m_fixture->project().database().runOnce(QStringLiteral("UPDATE spans SET state = 'rejected' WHERE state = 'suggested'")));
    QCOMPARE(suggest(query("Ann Lee")), 0);
    QCOMPARE(findOccurrences(m_fixture->project(), query("Ann Lee", "Claim"))->places, 3);
}

void TestOccurrences::staysInOneArticleWhenAsked()
{
    m_fixture->add(QStringLiteral("Ann and Ann."));
    m_fixture->add(QStringLiteral("Ann."));
    OccurrenceQuery asked = query("Ann");
    QCOMPARE(findOccurrences(m_fixture->project(), asked)->articles, 2);
    asked.article = ArticleId(1);
    const Occurrences found = Test::ProjectFixture::must(findOccurrences(m_fixture->project(), asked));
    QCOMPARE(found.articles, 1);
    QCOMPARE(found.places, 2);
    QCOMPARE(suggest(asked), 1);
    QCOMPARE(printed(2), QStringLiteral("Ann."));
}

void TestOccurrences::showsWhereTheWordsStand()
{
    m_fixture->add(QStringLiteral("Head\nAnn came home.\n") + QStringLiteral("One two three four five six seven eight nine ten Ann eleven twelve thirteen "
                                                                             "fourteen fifteen sixteen."));
    const Occurrences found = Test::ProjectFixture::must(findOccurrences(m_fixture->project(), query("Ann")));
    QCOMPARE(found.examples.size(), 2);
    QCOMPARE(found.examples[0].before, QString());
    QCOMPARE(found.examples[0].words, QStringLiteral("Ann"));
    QCOMPARE(found.examples[0].after, QStringLiteral(" came home."));
    QCOMPARE(found.examples[0].article, QStringLiteral("1"));
    QVERIFY(found.examples[1].before.startsWith(u'…'));
    QVERIFY(found.examples[1].before.endsWith(QStringLiteral("ten ")));
    QVERIFY(found.examples[1].after.startsWith(QStringLiteral(" eleven")));
    QVERIFY(found.examples[1].after.endsWith(u'…'));
}

void TestOccurrences::stopsWhenItIsCancelled()
{
    m_fixture->add(QStringLiteral("Ann"));
    const Progress progress;
    progress.cancel();
    const auto found = findOccurrences(m_fixture->project(), query("Ann"), progress);
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Cancelled);
}

void TestOccurrences::searchesAThousandArticlesInWellUnderASecond()
{
    QString filler;
    for (int i = 0; i < 700; ++i)
        filler += QStringLiteral("word%1 ").arg(i % 97);
    auto &database = m_fixture->project().database();
    QVERIFY(database.runOnce(QStringLiteral("BEGIN")));
    for (int i = 0; i < 1000; ++i) {
        QVERIFY(database.run(QStringLiteral("INSERT INTO articles (external_id, text, sha256, added) VALUES (?, ?, '', '')"),
                             {QString::number(i), QString(filler + QStringLiteral("Ann Lee. ") + filler)}));
    }
    QVERIFY(database.runOnce(QStringLiteral("COMMIT")));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(findOccurrences(m_fixture->project(), query("Ann Lee"))->places, 1000);
    qInfo("1,000 articles of %lld characters: %lld ms", qint64(2 * filler.size()), timer.elapsed());
    QVERIFY(timer.elapsed() < 1000);
}

QTEST_GUILESS_MAIN(TestOccurrences)
#include "test_occurrences.moc"
