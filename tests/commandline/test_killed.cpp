// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statedigest.h"

#include <app/storage/project.h>
#include <app/storage/projectcheck.h>
#include <tests/support/schema.h>

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;

namespace {

constexpr int rounds = 100;

/// What a labelling run said before it was killed.
struct Told
{
    QHash<int, QByteArray> steps; // which state each step leads to
    int saved = 0;
};

Told parse(const QByteArray &output)
{
    Told told;
    const QList<QByteArray> lines = output.left(output.lastIndexOf('\n') + 1).split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 3 && words[0] == "step")
            told.steps.insert(words[1].toInt(), words[2]);
        else if (words.size() == 2 && words[0] == "saved")
            told.saved = words[1].toInt();
    }
    return told;
}

QByteArray digestOf(Storage::Project &project)
{
    const auto article = project.article(ArticleId(1));
    return article ? stateDigest(AnnotationIndex(article->annotations), article->article.text) : article.error().text().toUtf8();
}

} // namespace

class TestKilled : public QObject
{
    Q_OBJECT

private slots:
    void losesNothingThatWasSaved();
};

void TestKilled::losesNothingThatWasSaved()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("killed.quoth"));
    QByteArray stateBefore;
    {
        const auto project = Storage::Project::create(path, Test::defaultSchema());
        QVERIFY2(project, project ? "" : qPrintable(project.error().text()));
        AnnotatedArticle article;
        article.article.externalId = QStringLiteral("a");
        article.article.text = QStringLiteral("The mayor \U0001F6A2 said the bridge would open, and the harbour master denied it.\n").repeated(20);
        QVERIFY((*project)->addArticle(article, {}, QStringLiteral("tester")));
        stateBefore = digestOf(**project);
    }

    QRandomGenerator random(20260101);
    int savedInAll = 0;
    for (int round = 0; round < rounds; ++round) {
        QProcess run;
        run.start(QStringLiteral(LABELLING_RUN), {path, QString::number(round)});
        QVERIFY(run.waitForReadyRead(20000));
        QTest::qSleep(random.bounded(80));
        run.kill();
        QVERIFY(run.waitForFinished());
        QCOMPARE(run.exitStatus(), QProcess::CrashExit);
        QCOMPARE(run.readAllStandardError(), QByteArray());
        const Told told = parse(run.readAllStandardOutput());

        const auto project = Storage::Project::open(path, Storage::Project::Access::ReadWrite);
        QVERIFY2(project, project ? "" : qPrintable(project.error().text()));
        const QByteArray state = digestOf(**project);
        // Of the steps after the last saved one, some may have reached the disk, in their order.
        bool found = told.saved == 0 && state == stateBefore;
        for (int step = qMax(1, told.saved); !found && told.steps.contains(step); ++step)
            found = told.steps.value(step) == state;
        QVERIFY2(found, qPrintable(QStringLiteral("round %1: %2 steps saved, but that is not what is there").arg(round).arg(told.saved)));
        savedInAll += told.saved;

        const auto issues = Storage::check(**project, Progress());
        QVERIFY(issues);
        QVERIFY2(issues->isEmpty(), issues->isEmpty() ? "" : qPrintable(issues->constFirst().message));
        const auto undone = (*project)->step(Storage::Direction::Undo, QStringLiteral("tester"));
        QVERIFY(undone);
        if (*undone) {
            QVERIFY(digestOf(**project) != state);
            QVERIFY(*(*project)->step(Storage::Direction::Redo, QStringLiteral("tester")));
        }
        QCOMPARE(digestOf(**project), state);
        stateBefore = state;
    }
    QVERIFY2(savedInAll > rounds, qPrintable(QString::number(savedInAll)));
}

QTEST_GUILESS_MAIN(TestKilled)
#include "test_killed.moc"
