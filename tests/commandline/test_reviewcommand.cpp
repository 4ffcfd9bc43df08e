// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quothprocess.h"

#include <app/storage/project.h>

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;

/// Bulk review by the real program, on the sample project.
class TestReviewCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void decidesOnManyInOneStep();
    void changesNothingWhereNothingMatchesOrInADryRun();

private:
    Ran run(const QStringList &arguments) const { return quoth(arguments, m_folder->path()); }
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestReviewCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestReviewCommand::decidesOnManyInOneStep()
{
    QCOMPARE(run({QStringLiteral("sample"), QStringLiteral("s.quoth")}).status, 0);
    const QString review = QStringLiteral("review s.quoth --state suggested --max-confidence 0.8 --json --annotator Ines");
    const QJsonObject dry = run((review + QStringLiteral(" --reject --dry-run")).split(u' ')).json();
    const Ran ran = run((review + QStringLiteral(" --reject")).split(u' '));
    QCOMPARE(ran.errors, QByteArray());
    QCOMPARE(ran.status, 0);
    QVERIFY(ran.json().value(QStringLiteral("changed")).toBool());
    const int items = ran.json().value(QStringLiteral("items")).toInt();
    QVERIFY(items > 2);
    QCOMPARE(dry.value(QStringLiteral("items")).toInt(), items);
    QCOMPARE(ran.json().value(QStringLiteral("articles")).toInt(), 2);
    // All rejected is what was meant, and the log says so under that name.
    const QString rejected = QStringLiteral("review s.quoth --state rejected --max-confidence 0.8 --reopen --dry-run --json");
    QCOMPARE(run(rejected.split(u' ')).json().value(QStringLiteral("items")).toInt(), items);
    QCOMPARE(run((review + QStringLiteral(" --accept")).split(u' ')).json().value(QStringLiteral("items")).toInt(), 0);
    const QJsonArray entries = run(QStringLiteral("log s.quoth --json --most 1").split(u' ')).json().value(QStringLiteral("entries")).toArray();
    QCOMPARE(entries.at(0).toObject().value(QStringLiteral("who")).toString(), QStringLiteral("Ines"));
    QVERIFY(entries.at(0).toObject().value(QStringLiteral("title")).toString().startsWith(QStringLiteral("reject %1 items").arg(items)));
    // One step: one undo takes back both articles.
    {
        const auto project = Storage::Project::open(path(QStringLiteral("s.quoth")), Storage::Project::Access::ReadWrite);
        QVERIFY(project);
        QVERIFY((*project)->step(Storage::Direction::Undo, QStringLiteral("Ines")));
    }
    QCOMPARE(run((review + QStringLiteral(" --reject --dry-run")).split(u' ')).json().value(QStringLiteral("items")).toInt(), items);
    const Ran told = run(QStringLiteral("review s.quoth --reject --state suggested --max-confidence 0.8").split(u' '));
    QVERIFY2(told.output.startsWith(QByteArray::number(items) + " items rejected in 2 articles."), told.output.constData());
}

void TestReviewCommand::changesNothingWhereNothingMatchesOrInADryRun()
{
    QCOMPARE(run({QStringLiteral("sample"), QStringLiteral("s.quoth")}).status, 0);
    const QStringList log = {QStringLiteral("log"), QStringLiteral("s.quoth"), QStringLiteral("--json")};
    const QByteArray before = run(log).output;
    const Ran nothing = run(QStringLiteral("review s.quoth --accept --text zyxwv").split(u' '));
    QCOMPARE(nothing.status, 0);
    QCOMPARE(nothing.errors, QByteArray());
    QVERIFY2(nothing.output.contains("Nothing matched"), nothing.output.constData());
    const Ran dry = run(QStringLiteral("review s.quoth --accept --label Claim --dry-run").split(u' '));
    QCOMPARE(dry.status, 0);
    QVERIFY2(dry.output.contains("Nothing was changed"), dry.output.constData());
    QCOMPARE(run(log).output, before);
}

QTEST_GUILESS_MAIN(TestReviewCommand)
#include "test_reviewcommand.moc"
