// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quothprocess.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

/// The person's detectors from the command line: the real program, its settings in a folder of the test.
class TestDetectorsCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void listsTheBuiltInOnesFirst();
    void addsTestsMovesAndRemoves();
    void suggestsWithADetectorOfOnesOwn();
    void tellsOfADetectorThatFailsAndKeepsTheOthers();
    void warnsWhereTextsGo();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();

private:
    Ran run(const QStringList &arguments) const { return quoth(arguments, m_folder->path()); }
    Ran addProgram(const QString &name, const QString &how) const
    {
        return run({QStringLiteral("detectors"), QStringLiteral("add"), name, QStringLiteral("--program"),
                    QStringLiteral(OUTSIDE_SERVER), QStringLiteral("--argument=--program"), QStringLiteral("--argument"), how,
                    QStringLiteral("--timeout"), QStringLiteral("20")});
    }
    QStringList names() const
    {
        QStringList names;
        const QJsonArray list = run({QStringLiteral("detectors"), QStringLiteral("list"), QStringLiteral("--json")})
                                    .json()
                                    .value(u"detectors")
                                    .toArray();
        for (const QJsonValue entry : list)
            names.append(entry.toObject().value(u"name").toString());
        return names;
    }
    void makeProject() const
    {
        QFile file(m_folder->filePath(QStringLiteral("story.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Harbour\n\n\xE2\x80\x9CThe bridge will open in May,\xE2\x80\x9D Mayor Ann Reed said.\n");
        file.close();
        QCOMPARE(run({QStringLiteral("new"), QStringLiteral("p.quoth")}).status, 0);
        QCOMPARE(run({QStringLiteral("import"), QStringLiteral("p.quoth"), QStringLiteral("story.txt")}).status, 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDetectorsCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_folder->filePath(QStringLiteral("settings")).toUtf8());
}

void TestDetectorsCommand::listsTheBuiltInOnesFirst()
{
    const QStringList before = names();
    QVERIFY(before.contains(QStringLiteral("rules")));
    QCOMPARE(addProgram(QStringLiteral("mine"), QStringLiteral("good")).status, 0);
    QCOMPARE(names(), before + QStringList(QStringLiteral("mine")));
    const Ran table = run({QStringLiteral("detectors"), QStringLiteral("list")});
    QVERIFY2(table.output.contains("outside_server --program good"), table.output);
}

void TestDetectorsCommand::addsTestsMovesAndRemoves()
{
    QCOMPARE(addProgram(QStringLiteral("mine"), QStringLiteral("good")).status, 0);
    const Ran tested
        = run({QStringLiteral("detectors"), QStringLiteral("test"), QStringLiteral("mine"), QStringLiteral("--json")});
    QVERIFY2(tested.status == 0, tested.errors);
    QCOMPARE(tested.json().value(u"spans").toInt(), 3);
    QCOMPARE(tested.json().value(u"attributions").toInt(), 1);
    QCOMPARE(tested.json().value(u"version").toString(), QStringLiteral("2.1"));
    QVERIFY(run({QStringLiteral("detectors"), QStringLiteral("test"), QStringLiteral("mine")})
                .output.contains("Speaker: Mayor Ann Reed"));
    QCOMPARE(run({QStringLiteral("detectors"), QStringLiteral("move"), QStringLiteral("mine"), QStringLiteral("1")}).status, 0);
    QCOMPARE(names().constFirst(), QStringLiteral("mine"));
    QCOMPARE(run({QStringLiteral("detectors"), QStringLiteral("disable"), QStringLiteral("rules")}).status, 0);
    const QJsonArray list = run({QStringLiteral("detectors"), QStringLiteral("list"), QStringLiteral("--json")})
                                .json()
                                .value(u"detectors")
                                .toArray();
    for (const QJsonValue entry : list) {
        if (entry.toObject().value(u"name").toString() == u"rules")
            QVERIFY(!entry.toObject().value(u"enabled").toBool(true));
    }
    QCOMPARE(run({QStringLiteral("detectors"), QStringLiteral("remove"), QStringLiteral("mine")}).status, 0);
    QVERIFY(!names().contains(QStringLiteral("mine")));
}

void TestDetectorsCommand::suggestsWithADetectorOfOnesOwn()
{
    makeProject();
    QCOMPARE(addProgram(QStringLiteral("mine"), QStringLiteral("good")).status, 0);
    const Ran done = run({QStringLiteral("suggest"), QStringLiteral("p.quoth"), QStringLiteral("--detector"),
                          QStringLiteral("mine"), QStringLiteral("--json")});
    QVERIFY2(done.status == 0, done.errors);
    const QJsonObject article = done.json().value(u"articles").toArray().at(0).toObject();
    QCOMPARE(article.value(u"found").toInt(), 1);
    QVERIFY(article.value(u"changed").toBool());
    const Ran exported
        = run({QStringLiteral("export"), QStringLiteral("p.quoth"), QStringLiteral("--format"), QStringLiteral("jsonl"),
               QStringLiteral("--state"), QStringLiteral("suggested"), QStringLiteral("--output"), QStringLiteral("-")});
    QVERIFY2(exported.output.contains("\"name\":\"mine\",\"version\":\"2.1\""), exported.output + exported.errors);
}

void TestDetectorsCommand::tellsOfADetectorThatFailsAndKeepsTheOthers()
{
    makeProject();
    QCOMPARE(addProgram(QStringLiteral("broken"), QStringLiteral("leaves")).status, 0);
    QCOMPARE(addProgram(QStringLiteral("wild"), QStringLiteral("wild")).status, 0);
    const Ran done = run({QStringLiteral("suggest"), QStringLiteral("p.quoth"), QStringLiteral("--detector"),
                          QStringLiteral("broken"), QStringLiteral("--detector"), QStringLiteral("wild"),
                          QStringLiteral("--detector"), QStringLiteral("rules"), QStringLiteral("--json")});
    QCOMPARE(done.status, 1);
    QVERIFY2(done.errors.contains("broken: ") && done.errors.contains("ModelError: the model file is missing"), done.errors);
    QVERIFY2(done.errors.contains("wild, story: warning: "), done.errors);
    const QJsonObject article = done.json().value(u"articles").toArray().at(0).toObject();
    QVERIFY(article.value(u"found").toInt() >= 1);
    QVERIFY(article.value(u"issues").toArray().size() >= 5);
}

void TestDetectorsCommand::warnsWhereTextsGo()
{
    const Ran added = run({QStringLiteral("detectors"), QStringLiteral("add"), QStringLiteral("far"), QStringLiteral("--url"),
                           QStringLiteral("https://detector.example.org/v1")});
    QCOMPARE(added.status, 0);
    QVERIFY2(added.saysOneLine("will be sent to detector.example.org"), added.errors);
    const Ran local = run({QStringLiteral("detectors"), QStringLiteral("add"), QStringLiteral("near"), QStringLiteral("--kind"),
                           QStringLiteral("label-studio"), QStringLiteral("--url"), QStringLiteral("http://localhost:9090"),
                           QStringLiteral("--label"), QStringLiteral("PER=Speaker")});
    QCOMPARE(local.status, 0);
    QVERIFY(local.errors.isEmpty());
}

void TestDetectorsCommand::refusesWhatCannotBe_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *arguments, int status, const char *says) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(u' ') << status << QByteArray(says);
    };
    row("no such verb", "paint", 2, "none of: list");
    row("a missing name", "add", 2, "a name is missing");
    row("nothing to run", "add x", 1, "which program");
    row("a bad name", "add a/b --program x", 1, "name may hold");
    row("a bad address", "add x --url ftp://host", 1, "http://");
    row("an unknown kind", "add x --kind fax --url http://h", 1, "no kind of detector");
    row("a bad time-out", "add x --program p --timeout soon", 1, "number of seconds");
    row("a time-out of nothing", "add x --program p --timeout 0", 1, "between 1 and 3600");
    row("a bad label", "add x --program p --label PER", 1, "THEIRS=OURS");
    row("a name that is taken", "add rules --program p", 1, "already");
    row("removing a built-in one", "remove rules", 1, "built in");
    row("testing a built-in one", "test rules", 1, "built in");
    row("one that is not there", "test nobody", 1, "no detector of that name");
    row("a bad place", "move rules 99", 2, "PLACE");
}

void TestDetectorsCommand::refusesWhatCannotBe()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    const Ran ran = run(QStringList(QStringLiteral("detectors")) + arguments);
    QCOMPARE(ran.status, status);
    QVERIFY2(ran.errors.contains(says), ran.errors);
}

QTEST_GUILESS_MAIN(TestDetectorsCommand)
#include "test_detectorscommand.moc"
