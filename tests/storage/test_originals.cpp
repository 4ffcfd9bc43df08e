// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importfixture.h"

#include <app/storage/mentions.h>
#include <app/storage/migrations.h>
#include <app/storage/textsearch.h>

#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Storage;
using Test::ann;
using Test::me;

/// The pages that articles came from, and files from before they were kept.
class TestOriginals : public QObject, protected Test::ImportFixture
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void keepsOriginalsToTheByte();
    void bringsAFileOfVersionFiveUpAndReadsItAsItIs();
};

void TestOriginals::keepsOriginalsToTheByte()
{
    QByteArray bytes("<p>\0\xff\xfe", 6);
    for (int i = 0; i < 100'000; ++i)
        bytes.append(char(i * 7 % 251));
    const Original original{QStringLiteral("page.html"), QStringLiteral("text/html"), bytes};
    GrowingStep step{QStringLiteral("import")};
    const ArticleId with = add(article(QStringLiteral("a"), QStringLiteral("[S:Ann] spoke.")), &step, {QStringLiteral("page.html"), QStringLiteral("UTF-8"), {}, original});
    const ArticleId without = add(article(QStringLiteral("b"), QStringLiteral("[S:Ben] spoke.")), &step);
    QCOMPARE(*m_project->original(with), std::optional(original));
    QVERIFY(!m_project->original(without)->has_value());
    QVERIFY(*m_project->step(Direction::Undo, me));
    reopen();
    QVERIFY(*m_project->step(Direction::Redo, me));
    QCOMPARE(*m_project->original(with), std::optional(original));
}

void TestOriginals::bringsAFileOfVersionFiveUpAndReadsItAsItIs()
{
    const ArticleId first = add(article(QStringLiteral("a"), QStringLiteral("[S1:Ann Lee] [C1:said] [Q1:it rained]."), {ann}));
    QVERIFY(m_project->apply(note(first, QStringLiteral("mine")), me));
    const AnnotatedArticle before = *m_project->article(first);
    const QStringList told = history();
    const auto made = Test::makeVersionFive(m_project->database());
    QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
    reopen(Project::Access::ReadOnly);
    QCOMPARE(m_project->database().value(QStringLiteral("PRAGMA user_version"))->toInt(), 5);
    QCOMPARE(names(), QStringList{QStringLiteral("a")});
    QCOMPARE(*m_project->article(first), before);
    QCOMPARE(*m_project->speakers(), QList<Speaker>{ann});
    QCOMPARE(mentionCounts(*m_project)->value(ann.id), 1);
    QCOMPARE(articlesContaining(*m_project, QStringLiteral("rained"))->size(), 1);
    QVERIFY(!m_project->withdrawn(first)->has_value());
    QVERIFY(!m_project->original(first)->has_value());
    QCOMPARE(history(), told);
    QVERIFY(isSound());
    reopen();
    QCOMPARE(m_project->database().value(QStringLiteral("PRAGMA user_version"))->toInt(), currentVersion());
    QVERIFY(QFile::exists(path() + QStringLiteral(".version-5.backup")));
    QCOMPARE(*m_project->article(first), before);
    QCOMPARE(m_project->undoState()->undoTitle, QStringLiteral("mine"));
    GrowingStep step{QStringLiteral("import")};
    add(article(QStringLiteral("b"), QStringLiteral("[S:Ben] spoke.")), &step);
    QVERIFY(*m_project->step(Direction::Undo, me));
    QCOMPARE(names(), QStringList{QStringLiteral("a")});
    QVERIFY(isSound());
}

QTEST_GUILESS_MAIN(TestOriginals)
#include "test_originals.moc"
