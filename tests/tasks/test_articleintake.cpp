// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/tasks/articleintake.h>
#include <tests/editing/projectfixture.h>
#include <tests/support/stories.h>

#include <QFile>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Tasks;
using Storage::Direction;
using Storage::GrowingStep;

class TestArticleIntake : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void namesAnImportByItsFiles();
    void takesAllAsOneStep();
    void cannotUndoWithoutAStep();
    void bringsAWithdrawnArticleBackWithItsLabels();
    void tellsOfArticlesThatAreThereInOtherWords();
    void namesTwentyOfThemAndNoMore();
    void keepsThePageOfADocument();

private:
    Storage::Project &project() { return m_fixture->project(); }
    ArticleIntake intake(const std::optional<GrowingStep> &step = std::nullopt)
    {
        auto made = ArticleIntake::into(project(), m_fixture->ids(), QStringLiteral("me"), step);
        if (!made)
            qFatal("%s", qPrintable(made.error().text()));
        return *std::move(made);
    }
    static Exchange::ImportedArticle imported(const QString &id, const QString &title, const QString &text)
    {
        Exchange::ImportedArticle result;
        result.article.article.externalId = id;
        result.article.article.meta.title = title;
        result.article.article.text = text;
        return result;
    }
    static Exchange::ImportedArticle labelled(const QString &id)
    {
        Exchange::ImportedArticle result;
        result.article = Test::parse(QStringLiteral("[S1:Ann Lee] [C1:said] [Q1:it rained]."));
        result.article.article.externalId = id;
        result.article.annotations.speakers = {{SpeakerId(1), QStringLiteral("Ann Lee"), SpeakerType::Person, {}, {}}};
        result.article.annotations.spans[0].speaker = SpeakerId(1);
        return result;
    }
    qsizetype articles() { return project().articles()->size(); }

    std::unique_ptr<Test::ProjectFixture> m_fixture;
};

void TestArticleIntake::init() { m_fixture = std::make_unique<Test::ProjectFixture>(); }

void TestArticleIntake::namesAnImportByItsFiles()
{
    QCOMPARE(importTitle({QStringLiteral("/news/a.txt")}), QStringLiteral("import a.txt"));
    QVERIFY(importTitle({QStringLiteral("a.txt"), QStringLiteral("b.txt")}).startsWith(QStringLiteral("import 2 file")));
}

void TestArticleIntake::takesAllAsOneStep()
{
    ArticleIntake first = intake(GrowingStep{QStringLiteral("import news")});
    for (int number = 1; number <= 3; ++number)
        QVERIFY(first.take(imported(QString::number(number), {}, Test::story(number, 1)), QStringLiteral("news.jsonl")));
    QCOMPARE(first.added(), 3);
    QVERIFY(first.step() && first.step()->number > 0);
    // What the next file brings is more of the same step.
    ArticleIntake second = intake(first.step());
    QVERIFY(second.take(labelled(QStringLiteral("4")), QStringLiteral("more.jsonl")));
    QCOMPARE(second.step()->number, first.step()->number);
    QCOMPARE(articles(), 4);
    QCOMPARE(project().undoState()->undoTitle, QStringLiteral("import news"));
    QVERIFY(*project().step(Direction::Undo, {}));
    QCOMPARE(articles(), 0);
    QVERIFY(project().speakers()->isEmpty());
    QVERIFY(!project().undoState()->canUndo);
    QVERIFY(*project().step(Direction::Redo, {}));
    QCOMPARE(articles(), 4);
    QCOMPARE(project().speakers()->size(), 1);
}

void TestArticleIntake::cannotUndoWithoutAStep()
{
    ArticleIntake alone = intake();
    QVERIFY(alone.take(labelled(QStringLiteral("a")), {}));
    QVERIFY(!alone.step());
    QVERIFY(!project().undoState()->canUndo);
    QVERIFY(!project().step(Direction::Undo, {})->has_value());
    QCOMPARE(articles(), 1);
}

void TestArticleIntake::bringsAWithdrawnArticleBackWithItsLabels()
{
    ArticleIntake first = intake(GrowingStep{QStringLiteral("import one")});
    QVERIFY(first.take(labelled(QStringLiteral("a")), {}));
    const QList<ArticleId> added = first.articlesAdded();
    QCOMPARE(added.size(), 1);
    const AnnotatedArticle before = *project().article(added[0]);
    const QList<Speaker> speakers = *project().speakers();
    QCOMPARE(speakers.size(), 1);
    QVERIFY(*project().step(Direction::Undo, {}));
    QCOMPARE(articles(), 0);

    ArticleIntake second = intake(GrowingStep{QStringLiteral("import again")});
    QVERIFY(second.take(labelled(QStringLiteral("a")), {}));
    QCOMPARE(second.added(), 1);
    QCOMPARE(second.merged(), 0);
    QCOMPARE(second.unchanged(), 0);
    QCOMPARE(second.articlesAdded(), added);
    QCOMPARE(*project().article(added[0]), before);
    QCOMPARE(*project().speakers(), speakers);
    QCOMPARE(project().undoState()->undoTitle, QStringLiteral("import again"));
    // A third time it is there.
    ArticleIntake third = intake(GrowingStep{QStringLiteral("import once more")});
    QVERIFY(third.take(labelled(QStringLiteral("a")), {}));
    QCOMPARE(third.added(), 0);
    QCOMPARE(third.unchanged(), 1);
    QVERIFY(*project().step(Direction::Undo, {}));
    QCOMPARE(articles(), 0);
    QVERIFY(project().speakers()->isEmpty());
}

void TestArticleIntake::tellsOfArticlesThatAreThereInOtherWords()
{
    QVERIFY(intake().take(imported(QStringLiteral("old"), QStringLiteral("Bridge closed"), Test::story(1)), {}));
    TextIndex texts = *TextIndex::of(project(), Progress());
    ArticleIntake next = intake();
    next.compareWith(texts);
    QVERIFY(next.take(imported(QStringLiteral("other"), QStringLiteral("Mill closes"), Test::story(2)), {}));
    QVERIFY(next.takeIssues().isEmpty());
    const QString changed = Test::storyParagraphs(1).mid(1).join(u'\n');
    QVERIFY(next.take(imported(QStringLiteral("new"), QStringLiteral("Bridge shut"), changed), QStringLiteral("new.txt")));
    const QList<Issue> issues = next.takeIssues();
    QCOMPARE(issues.size(), 1);
    QCOMPARE(issues[0].severity, Severity::Warning);
    QCOMPARE(issues[0].place, QStringLiteral("new.txt"));
    QVERIFY2(issues[0].message.contains(QStringLiteral("Bridge shut")) && issues[0].message.contains(QStringLiteral("Bridge closed"))
                 && issues[0].message.contains(QStringLiteral("100 %")),
             qPrintable(issues[0].message));
    QVERIFY(next.takeIssues().isEmpty());
    QCOMPARE(next.added(), 2); // it comes in all the same
}

void TestArticleIntake::namesTwentyOfThemAndNoMore()
{
    TextIndex texts;
    ArticleIntake many = intake();
    many.compareWith(texts);
    for (int copy = 0; copy < 26; ++copy)
        QVERIFY(many.take(imported(QString::number(copy), QStringLiteral("Copy %1").arg(copy), Test::story(1)), {}));
    const QList<Issue> issues = many.takeIssues();
    QCOMPARE(issues.size(), 21);
    QVERIFY(issues[0].message.contains(QStringLiteral("Copy 1")) && issues[0].message.contains(QStringLiteral("Copy 0")));
    QVERIFY(issues[19].message.contains(QStringLiteral("Copy 20")));
    QVERIFY(!issues[20].message.contains(QStringLiteral("Copy")));
    QCOMPARE(articles(), 26);
}

void TestArticleIntake::keepsThePageOfADocument()
{
    const QTemporaryDir folder;
    const QByteArray bytes("<!DOCTYPE html><html><body><p>It rained.</p></body></html>\n");
    QFile file(folder.filePath(QStringLiteral("page.html")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    ArticleIntake both = intake();
    Exchange::ImportedArticle page = imported(QStringLiteral("page"), {}, QStringLiteral("It rained.\n"));
    page.isDocument = true;
    QVERIFY(both.take(page, file.fileName()));
    QVERIFY(both.take(imported(QStringLiteral("record"), {}, QStringLiteral("It snowed.\n")), file.fileName()));
    const auto original = *project().original(both.articlesAdded().constFirst());
    QVERIFY(original);
    QCOMPARE(original->name, QStringLiteral("page.html"));
    QCOMPARE(original->type, QStringLiteral("text/html"));
    QCOMPARE(original->bytes, bytes);
    QVERIFY(!project().original(both.articlesAdded().constLast())->has_value());
}

QTEST_GUILESS_MAIN(TestArticleIntake)
#include "test_articleintake.moc"
