// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "olderversions.h"

#include <app/storage/mentions.h>
#include <app/storage/textsearch.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Storage;

class TestSpeakers : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void readsAFileOfAnEarlierVersionAndBringsItUpWhenItWrites();
    void refusesAColourThatIsNone();
    void countsMentionsInAllArticles();
    void tellsTheWordsOfMentionsTheMostFrequentFirst();
    void findsTheArticlesOfASpeakerAndOfWords();
    void findsWholeWords_data();
    void findsWholeWords();

private:
    QString path() const { return m_dir->filePath(QStringLiteral("p.quoth")); }
    std::unique_ptr<Project> opened(Project::Access access = Project::Access::ReadWrite) const;
    void add(Project &project, const char *id, const QString &markup, const QList<Speaker> &speakers = {});

    std::unique_ptr<QTemporaryDir> m_dir;
    qint64 m_ids = 0;
};

namespace {

const Speaker ann{SpeakerId(1), QStringLiteral("Ann Lee"), SpeakerType::Person, {QStringLiteral("Lee")}, QStringLiteral("Q1")};
const Speaker city{SpeakerId(2), QStringLiteral("The city"), SpeakerType::Group, {}, {}, QStringLiteral("#009e73")};

} // namespace

void TestSpeakers::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_ids = 0;
    QVERIFY(Project::create(path(), Test::defaultSchema()));
}

std::unique_ptr<Project> TestSpeakers::opened(Project::Access access) const
{
    auto project = Project::open(path(), access);
    if (!project)
        qFatal("%s", qPrintable(project.error().text()));
    return *std::move(project);
}

/// Source spans are credited to the speakers in turn.
void TestSpeakers::add(Project &project, const char *id, const QString &markup, const QList<Speaker> &speakers)
{
    AnnotatedArticle article = Test::parse(markup);
    article.article.externalId = QString::fromLatin1(id);
    article.annotations.speakers = speakers;
    article.annotations.attributions.clear();
    int next = 0;
    for (Span &span : article.annotations.spans) {
        span.id = SpanId(++m_ids);
        if (!speakers.isEmpty() && span.label == u"Speaker")
            span.speaker = speakers[next++ % speakers.size()].id;
    }
    QVERIFY(project.addArticle(article, {}, {}));
}

void TestSpeakers::readsAFileOfAnEarlierVersionAndBringsItUpWhenItWrites()
{
    {
        const auto project = opened();
        add(*project, "a", QStringLiteral("[S:Ann] spoke."), {ann});
        QVERIFY(Test::makeVersionFive(project->database()));
        QVERIFY(project->database().runOnce(QStringLiteral("ALTER TABLE speakers DROP COLUMN colour")));
        for (const char *table : {"release_articles", "releases", "learner_versions"})
            QVERIFY(project->database().runOnce(QStringLiteral("DROP TABLE ") + QLatin1String(table)));
        QVERIFY(project->database().runOnce(QStringLiteral("PRAGMA user_version=2")));
    }
    QCOMPARE(*opened(Project::Access::ReadOnly)->speakers(), QList<Speaker>{ann});
    const auto project = opened();
    QCOMPARE(*project->speakers(), QList<Speaker>{ann});
    QVERIFY(QFile::exists(path() + QStringLiteral(".version-2.backup")));
    add(*project, "b", QStringLiteral("[S:It] spoke."), {city});
    QCOMPARE(*project->speakers(), (QList<Speaker>{ann, city}));
}

void TestSpeakers::refusesAColourThatIsNone()
{
    const auto project = opened();
    AnnotatedArticle article = Test::parse(QStringLiteral("text"));
    article.article.externalId = QStringLiteral("a");
    article.annotations.speakers = {city};
    article.annotations.speakers[0].colour = QStringLiteral("green");
    QVERIFY(!project->addArticle(article, {}, {}));
    QVERIFY(project->speakers()->isEmpty());
}

void TestSpeakers::countsMentionsInAllArticles()
{
    const auto project = opened();
    add(*project, "a", QStringLiteral("[S:Ann] and [S:the city] spoke, then [S:Lee]."), {ann, city});
    add(*project, "b", QStringLiteral("[S:Ann] was right."), {ann});
    QVERIFY(project->database().runOnce(QStringLiteral("UPDATE spans SET state = 'rejected' WHERE id = 3")));
    const auto counts = mentionCounts(*project);
    QVERIFY(counts);
    QCOMPARE(*counts, (QHash<SpeakerId, int>{{ann.id, 2}, {city.id, 1}}));
}

void TestSpeakers::tellsTheWordsOfMentionsTheMostFrequentFirst()
{
    const auto project = opened();
    add(*project, "a", QStringLiteral("\U0001F600 [S:Lee] met [S:Ann\nLee]. [S:LEE] left, [S:lee] came."), {ann});
    const auto words = mentionWords(*project, ann.id);
    QVERIFY(words);
    QCOMPARE(*words, (QList<MentionWords>{{QStringLiteral("Lee"), 3}, {QStringLiteral("Ann Lee"), 1}}));
    QVERIFY(mentionWords(*project, SpeakerId(77))->isEmpty());
}

void TestSpeakers::findsTheArticlesOfASpeakerAndOfWords()
{
    const auto project = opened();
    add(*project, "a", QStringLiteral("[S:Ann] and [S:the city] spoke."), {ann, city});
    add(*project, "b", QStringLiteral("[S:The City] was right, [L:Ann] thought."), {city});
    add(*project, "c", QStringLiteral("[S:Anna] was not."), {ann});
    QCOMPARE(*articlesMentioning(*project, {ann.id}), (QList{ArticleId(1), ArticleId(3)}));
    QCOMPARE(*articlesMentioning(*project, {city.id, ann.id}), (QList{ArticleId(1), ArticleId(2), ArticleId(3)}));
    QCOMPARE(*articlesWithSpans(*project, {QStringLiteral("Speaker")}, QStringLiteral("the city")), (QList{ArticleId(1), ArticleId(2)}));
    QCOMPARE(*articlesWithSpans(*project, {QStringLiteral("Speaker")}, QStringLiteral("ann")), QList{ArticleId(1)});
}

void TestSpeakers::findsWholeWords_data()
{
    QTest::addColumn<WordSearch>("search");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<TextRange>>("places");
    const auto words = [](const char *w, bool whole = true, bool matchCase = true) { return WordSearch{QString::fromUtf8(w), whole, matchCase}; };
    QTest::newRow("whole words") << words("art") << QStringLiteral("art, part (art) arts art") << QList<TextRange>{{0, 3}, {11, 14}, {21, 24}};
    QTest::newRow("parts too") << words("art", false) << QStringLiteral("part arts") << QList<TextRange>{{1, 4}, {5, 8}};
    QTest::newRow("any case") << words("ann", true, false) << QStringLiteral("Ann ANN ann") << QList<TextRange>{{0, 3}, {4, 7}, {8, 11}};
    QTest::newRow("this case") << words("ann") << QStringLiteral("Ann ANN ann") << QList<TextRange>{{8, 11}};
    QTest::newRow("before an apostrophe") << words("Ann") << QStringLiteral("Ann’s") << QList<TextRange>{{0, 3}};
    QTest::newRow("not overlapping") << words("aa", false) << QStringLiteral("aaaaa") << QList<TextRange>{{0, 2}, {2, 4}};
    QTest::newRow("punctuation at an edge") << words("“no,”") << QStringLiteral("x“no,”y “no,”") << QList<TextRange>{{1, 6}, {8, 13}};
    QTest::newRow("combining marks") << words("cafe", false) << QStringLiteral("cafe\u0301 cafe") << QList<TextRange>{{6, 10}};
    QTest::newRow("other cases, other scripts") << words("ПУТИН", true, false) << QStringLiteral("Путин и Путина") << QList<TextRange>{{0, 5}};
    QTest::newRow("no blanks between words") << words("市長") << QStringLiteral("市長は市長と") << QList<TextRange>{{0, 2}, {3, 5}};
    QTest::newRow("surrogates") << words("\U0001F600") << QStringLiteral("\U0001F600\U0001F601\U0001F600") << QList<TextRange>{{0, 2}, {4, 6}};
    QTest::newRow("nothing") << words("") << QStringLiteral("text") << QList<TextRange>();
}

void TestSpeakers::findsWholeWords()
{
    QFETCH(WordSearch, search);
    QFETCH(QString, text);
    QTEST(placesOf(search, text), "places");
}

QTEST_GUILESS_MAIN(TestSpeakers)
#include "test_speakers.moc"
