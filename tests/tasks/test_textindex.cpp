// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/tasks/textindex.h>
#include <tests/editing/projectfixture.h>
#include <tests/support/stories.h>

#include <QtTest>

#include <algorithm>

using namespace Quoth;
using namespace Quoth::Tasks;
using Test::story;
using Test::storyParagraphs;

class TestTextIndex : public QObject
{
    Q_OBJECT

private slots:
    void findsTheSameStoryInAnotherOrder();
    void findsTheStoryThatWasCutShort();
    void findsNoOtherStory();
    void doesNotCompareShortTexts();
    void passesOverCaseAndPunctuation();
    void tellsTheNearestAndOfEqualsTheFirst();
    void holdsWhatTheProjectShows();
    void stopsWhenCancelled();

private:
    static std::optional<TextIndex::Near> nearest(const TextIndex &index, const QString &text) { return index.nearest(TextIndex::sampleOf(text)); }
    static TextIndex indexOf(const QStringList &texts)
    {
        TextIndex index;
        for (const QString &text : texts)
            index.add(TextIndex::sampleOf(text), text.section(u' ', 0, 0));
        return index;
    }
};

void TestTextIndex::findsTheSameStoryInAnotherOrder()
{
    QStringList paragraphs = storyParagraphs(1);
    const TextIndex index = indexOf({story(1), story(2)});
    std::reverse(paragraphs.begin(), paragraphs.end());
    const auto found = nearest(index, paragraphs.join(u'\n'));
    QVERIFY(found);
    QCOMPARE(found->title, QStringLiteral("s1p0w0"));
    QVERIFY(found->share >= 0.7 && found->share < 1);
}

void TestTextIndex::findsTheStoryThatWasCutShort()
{
    const QString half = storyParagraphs(1).mid(3, 5).join(u'\n');
    QVERIFY(nearest(indexOf({story(1)}), half));
    QCOMPARE(nearest(indexOf({story(1)}), half)->share, 1.0);
    QVERIFY(nearest(indexOf({half}), story(1))); // and the other way round
    QStringList without = storyParagraphs(1);
    without.removeAt(4);
    QVERIFY(nearest(indexOf({story(1)}), without.join(u'\n')));
}

void TestTextIndex::findsNoOtherStory()
{
    const TextIndex index = indexOf({story(1), story(2)});
    QVERIFY(!nearest(index, story(3)));
    QVERIFY(!nearest(index, QString()));
    // A third of its words in common is not enough.
    QVERIFY(!nearest(index, (storyParagraphs(3).mid(0, 6) + storyParagraphs(1).mid(0, 3)).join(u'\n')));
    QVERIFY(!nearest(TextIndex(), story(1)));
}

void TestTextIndex::doesNotCompareShortTexts()
{
    const QString brief = QStringLiteral("The bridge in the old town is closed.");
    QVERIFY(!nearest(indexOf({brief}), brief));
    QVERIFY(!nearest(indexOf({brief}), brief + story(1)));
    QVERIFY(!nearest(indexOf({brief + story(1)}), brief));
}

void TestTextIndex::passesOverCaseAndPunctuation()
{
    const QString loud = story(1).toUpper().replace(u' ', QStringLiteral(", \u2013 "));
    QVERIFY(TextIndex::sampleOf(loud) == TextIndex::sampleOf(story(1)));
    QCOMPARE(nearest(indexOf({story(1)}), loud)->share, 1.0);
}

void TestTextIndex::tellsTheNearestAndOfEqualsTheFirst()
{
    TextIndex index;
    QStringList changed = storyParagraphs(1);
    changed[0] = storyParagraphs(2).constFirst();
    index.add(TextIndex::sampleOf(changed.join(u'\n')), QStringLiteral("changed"));
    index.add(TextIndex::sampleOf(story(1)), QStringLiteral("first"));
    index.add(TextIndex::sampleOf(story(1)), QStringLiteral("second"));
    QCOMPARE(nearest(index, story(1))->title, QStringLiteral("first"));
    QVERIFY(!index.isFilled());
}

void TestTextIndex::holdsWhatTheProjectShows()
{
    Test::ProjectFixture fixture;
    fixture.add(story(1));
    Annotation::AnnotatedArticle titled;
    titled.article.externalId = QStringLiteral("b");
    titled.article.meta.title = QStringLiteral("Bridge closed");
    titled.article.text = story(2);
    QVERIFY(fixture.project().addArticle(titled, {}, {}));
    Storage::GrowingStep step{QStringLiteral("import")};
    titled.article.externalId = QStringLiteral("c");
    titled.article.text = story(3);
    QVERIFY(fixture.project().addArticle(titled, {}, {}, &step));
    QVERIFY(*fixture.project().step(Storage::Direction::Undo, {}));
    const auto index = TextIndex::of(fixture.project(), Progress());
    QVERIFY(index);
    QVERIFY(index->isFilled());
    QCOMPARE(nearest(*index, story(1))->title, QStringLiteral("1"));
    QCOMPARE(nearest(*index, story(2))->title, QStringLiteral("Bridge closed"));
    QVERIFY(!nearest(*index, story(3)));
}

void TestTextIndex::stopsWhenCancelled()
{
    Test::ProjectFixture fixture;
    fixture.add(story(1));
    const Progress progress;
    progress.cancel();
    const auto index = TextIndex::of(fixture.project(), progress);
    QVERIFY(!index);
    QCOMPARE(index.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestTextIndex)
#include "test_textindex.moc"
