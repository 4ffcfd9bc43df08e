// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quothprocess.h"

#include <app/storage/project.h>

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;

/// The registry of speakers by the real program, on an article of its own.
class TestSpeakersCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void listsWhoIsCreditedAndHowOften();
    void mergesSpeakersInOneStep();
    void renamesAndKeepsTheOldNameAsAnAlias();
    void setsTheType();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    Ran run(const QString &arguments) const { return quoth(arguments.split(u' '), m_folder->path()); }
    QJsonArray speakers() const
    {
        return run(QStringLiteral("speakers p.quoth --json")).json().value(QStringLiteral("speakers")).toArray();
    }
    QJsonObject speaker(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSpeakersCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    const auto write = [this](const QString &name, const char *text) {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) > 0;
    };
    QVERIFY(write(
        QStringLiteral("a.txt"),
        "Ann Carter said that the bridge was closed. Carter said that it would open again. Boris Lind said that it was old.\n"));
    QVERIFY(write(QStringLiteral("b.txt"), "Ann Carter said that the mill was sold.\n"));
    QCOMPARE(run(QStringLiteral("new p.quoth")).status, 0);
    QCOMPARE(run(QStringLiteral("import p.quoth a.txt b.txt")).status, 0);
    QCOMPARE(run(QStringLiteral("suggest p.quoth --detector rules")).status, 0);
}

QJsonObject TestSpeakersCommand::speaker(const QString &name) const
{
    const QJsonArray all = speakers();
    for (const QJsonValue &one : all) {
        if (one[QStringLiteral("name")].toString() == name)
            return one.toObject();
    }
    return {};
}

void TestSpeakersCommand::listsWhoIsCreditedAndHowOften()
{
    const QJsonArray all = speakers();
    QCOMPARE(all.size(), 2);
    const QJsonObject ann = all[0].toObject();
    QCOMPARE(ann.value(QStringLiteral("name")).toString(), QStringLiteral("Ann Carter"));
    QCOMPARE(ann.value(QStringLiteral("type")).toString(), QStringLiteral("person"));
    QCOMPARE(ann.value(QStringLiteral("aliases")).toArray(), QJsonArray{QStringLiteral("Carter")});
    QCOMPARE(ann.value(QStringLiteral("attributions")).toInt(), 3);
    QCOMPARE(ann.value(QStringLiteral("articles")).toInt(), 2);
    QCOMPARE(speaker(QStringLiteral("Boris Lind")).value(QStringLiteral("attributions")).toInt(), 1);
    const Ran table = run(QStringLiteral("speakers p.quoth"));
    QCOMPARE(table.status, 0);
    QCOMPARE(table.output.count('\n'), 3);
    QVERIFY2(table.output.contains("Ann Carter") && table.output.contains("Boris Lind"), table.output.constData());
}

void TestSpeakersCommand::mergesSpeakersInOneStep()
{
    const Ran ran
        = quoth({QStringLiteral("speakers"), QStringLiteral("p.quoth"), QStringLiteral("--merge"), QStringLiteral("Boris Lind"),
                 QStringLiteral("--into"), QStringLiteral("Carter"), QStringLiteral("--annotator"), QStringLiteral("Ines")},
                m_folder->path());
    QCOMPARE(ran.errors, QByteArray());
    QCOMPARE(ran.status, 0);
    QCOMPARE(speakers().size(), 1);
    QCOMPARE(speaker(QStringLiteral("Ann Carter")).value(QStringLiteral("attributions")).toInt(), 4);
    QVERIFY(
        speaker(QStringLiteral("Ann Carter")).value(QStringLiteral("aliases")).toArray().contains(QStringLiteral("Boris Lind")));
    const QJsonObject entry
        = run(QStringLiteral("log p.quoth --json --most 1")).json().value(QStringLiteral("entries")).toArray()[0].toObject();
    QCOMPARE(entry.value(QStringLiteral("who")).toString(), QStringLiteral("Ines"));
    QVERIFY(entry.value(QStringLiteral("title")).toString().contains(QStringLiteral("Boris Lind")));
    {
        const auto project
            = Storage::Project::open(m_folder->filePath(QStringLiteral("p.quoth")), Storage::Project::Access::ReadWrite);
        QVERIFY(project);
        QVERIFY((*project)->step(Storage::Direction::Undo, QStringLiteral("Ines")));
    }
    QCOMPARE(speakers().size(), 2);
    QCOMPARE(speaker(QStringLiteral("Boris Lind")).value(QStringLiteral("attributions")).toInt(), 1);
}

void TestSpeakersCommand::renamesAndKeepsTheOldNameAsAnAlias()
{
    QCOMPARE(run(QStringLiteral("speakers p.quoth --speaker Carter --rename Annabel")).status, 0);
    const QJsonObject renamed = speaker(QStringLiteral("Annabel"));
    QCOMPARE(renamed.value(QStringLiteral("aliases")).toArray(),
             (QJsonArray{QStringLiteral("Carter"), QStringLiteral("Ann Carter")}));
    QCOMPARE(renamed.value(QStringLiteral("attributions")).toInt(), 3);
    // An alias may become the name.
    QCOMPARE(run(QStringLiteral("speakers p.quoth --speaker Annabel --rename Carter")).status, 0);
    QCOMPARE(speaker(QStringLiteral("Carter")).value(QStringLiteral("aliases")).toArray(),
             (QJsonArray{QStringLiteral("Ann Carter"), QStringLiteral("Annabel")}));
}

void TestSpeakersCommand::setsTheType()
{
    const qint64 number = speaker(QStringLiteral("Boris Lind")).value(QStringLiteral("number")).toInteger();
    const QString command = QStringLiteral("speakers p.quoth --json --type organisation --speaker %1").arg(number);
    QVERIFY(run(command).json().value(QStringLiteral("changed")).toBool());
    QCOMPARE(speaker(QStringLiteral("Boris Lind")).value(QStringLiteral("type")).toString(), QStringLiteral("organisation"));
    QVERIFY(!run(command).json().value(QStringLiteral("changed")).toBool(true));
}

void TestSpeakersCommand::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("nobody") << QStringLiteral("--speaker Nobody --type group") << 1 << QByteArray("no speaker \"Nobody\"");
    QTest::newRow("nobody to merge") << QStringLiteral("--merge Lind --into Lind") << 1 << QByteArray("no speaker \"Lind\"");
    QTest::newRow("type") << QStringLiteral("--speaker Carter --type firm") << 2 << QByteArray("--type takes one of");
    QTest::newRow("half a merge") << QStringLiteral("--merge Carter") << 2 << QByteArray("belong together");
    QTest::newRow("whose") << QStringLiteral("--rename Carter") << 2 << QByteArray("--speaker NAME");
    QTest::newRow("two wishes") << QStringLiteral("--speaker Carter --rename A --type group") << 2 << QByteArray("at a time");
}

void TestSpeakersCommand::saysWhatIsWrong()
{
    QFETCH(QString, arguments);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    const Ran ran = run(QStringLiteral("speakers p.quoth ") + arguments);
    QCOMPARE(ran.status, status);
    QVERIFY2(ran.errors.contains(words), ran.errors.constData());
}

QTEST_GUILESS_MAIN(TestSpeakersCommand)
#include "test_speakerscommand.moc"
