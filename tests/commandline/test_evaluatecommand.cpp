// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quothprocess.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

/// `quoth evaluate` by the real program: files and projects, pictures, and what it says of bad input.
class TestEvaluateCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void measuresAFileAgainstAFile();
    void measuresAProjectAsItsExport();
    void goldMayBeAProject();
    void drawsWhatItMeasured();
    void measuresAgreement();
    void saysWhatIsWrongWithAFile_data();
    void saysWhatIsWrongWithAFile();
    void saysWhatIsWrongWithTheUsage_data();
    void saysWhatIsWrongWithTheUsage();

private:
    Ran run(const QString &arguments) const
    {
        QStringList list = arguments.split(u' ');
        list.replaceInStrings(QStringLiteral("DATA"), QStringLiteral(QUOTH_TEST_DATA "/measure"));
        return quoth(list, m_folder->path());
    }
    bool write(const char *name, const QByteArray &content) const
    {
        QFile file(m_folder->filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestEvaluateCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestEvaluateCommand::measuresAFileAgainstAFile()
{
    const Ran ran = run(QStringLiteral("evaluate --gold DATA/gold.jsonl --predicted DATA/predicted.jsonl --json"));
    QCOMPARE(ran.errors, QByteArray());
    QCOMPARE(ran.status, 0);
    const QJsonObject json = ran.json();
    QCOMPARE(json.value(u"documents").toInt(), 7);
    QCOMPARE(json.value(u"missing_documents").toInt(), 1);
    QCOMPARE(json.value(u"ignored_documents").toInt(), 1);
    QVERIFY(!json.contains(u"by_kind"));
    QCOMPARE(json.value(u"detectors").toObject().size(), 3);
    QVERIFY(json.value(u"calibration").toObject().value(u"linked").toObject().contains(u"expected_calibration_error"));
    const Ran table = run(QStringLiteral("evaluate --gold DATA/gold.jsonl --predicted DATA/predicted.jsonl --by-kind"));
    QCOMPARE(table.status, 0);
    QVERIFY(table.output.startsWith("documents 7  gold attributions 20  predicted attributions 21  missing documents 1"));
    QVERIFY(table.output.contains("\nlinked"));
    QVERIFY(table.output.contains("rules 1.0"));
}

void TestEvaluateCommand::measuresAProjectAsItsExport()
{
    QCOMPARE(run(QStringLiteral("new p.quoth")).status, 0);
    QCOMPARE(run(QStringLiteral("import p.quoth DATA/predicted.jsonl --as suggested")).status, 0);
    QCOMPARE(run(QStringLiteral("export p.quoth --format jsonl --output out.jsonl")).status, 0);
    const Ran project = run(QStringLiteral("evaluate --gold DATA/gold.jsonl --predicted p.quoth --json"));
    QCOMPARE(project.errors, QByteArray());
    // Import made LF of the CRLF in one of the texts; gold follows, and the figures stay.
    const Ran file = run(QStringLiteral("evaluate --gold DATA/gold.jsonl --predicted DATA/predicted.jsonl --json"));
    QCOMPARE(project.json().value(u"units"), file.json().value(u"units"));
    QCOMPARE(project.json().value(u"fragments"), file.json().value(u"fragments"));
    QVERIFY(run(QStringLiteral("evaluate --gold DATA/gold.jsonl --predicted out.jsonl"))
                .saysOneLine("The predicted text is not the gold text"));
    const Ran accepted = run(QStringLiteral("evaluate --gold DATA/gold.jsonl --predicted p.quoth --state accepted --json"));
    QCOMPARE(accepted.json().value(u"predicted_attributions").toInt(), 0);
}

void TestEvaluateCommand::goldMayBeAProject()
{
    QCOMPARE(run(QStringLiteral("new g.quoth")).status, 0);
    QCOMPARE(run(QStringLiteral("import g.quoth DATA/gold.jsonl --as accepted")).status, 0);
    const Ran ran = run(QStringLiteral("evaluate --gold g.quoth --predicted DATA/predicted.jsonl --json"));
    QCOMPARE(ran.errors, QByteArray());
    const Ran file = run(QStringLiteral("evaluate --gold DATA/gold.jsonl --predicted DATA/predicted.jsonl --json"));
    QCOMPARE(ran.json().value(u"relations"), file.json().value(u"relations"));
    const Ran itself = run(QStringLiteral("evaluate --gold g.quoth --predicted g.quoth --json"));
    QCOMPARE(itself.json().value(u"relations").toObject().value(u"full").toObject().value(u"f1").toDouble(), 1.0);
    QCOMPARE(run(QStringLiteral("evaluate --gold g.quoth --predicted g.quoth --gold-state rejected --json"))
                 .json()
                 .value(u"gold_attributions")
                 .toInt(),
             0);
}

void TestEvaluateCommand::drawsWhatItMeasured()
{
    const Ran ran
        = run(QStringLiteral("evaluate --gold DATA/gold.jsonl --predicted DATA/predicted.jsonl --picture a.png --json"));
    QCOMPARE(ran.errors, QByteArray());
    const QImage image(m_folder->filePath(QStringLiteral("a.png")));
    QVERIFY(image.width() > 1000);
    QCOMPARE(run(QStringLiteral("evaluate --gold DATA/gold.jsonl --predicted DATA/predicted.jsonl --picture a.svg")).status, 0);
    const Ran nothing = run(QStringLiteral("evaluate --gold DATA/gold.jsonl --predicted DATA/gold.jsonl --picture b.png"));
    QCOMPARE(nothing.status, 1);
    QVERIFY2(nothing.saysOneLine("nothing to draw"), nothing.errors.constData());
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("b.png"))));
}

void TestEvaluateCommand::measuresAgreement()
{
    const Ran ran = run(QStringLiteral("evaluate --agreement DATA/versions.jsonl --json"));
    QCOMPARE(ran.errors, QByteArray());
    QCOMPARE(ran.json().value(u"articles").toInt(), 2);
    QCOMPARE(ran.json().value(u"documents").toInt(), 8); // three versions give six ordered pairs, two give two
    QVERIFY(run(QStringLiteral("evaluate --gold DATA/versions.jsonl --predicted DATA/gold.jsonl")).saysOneLine("--agreement"));
}

void TestEvaluateCommand::saysWhatIsWrongWithAFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("empty") << QByteArray() << QByteArray("bad.jsonl: There is no document in it to measure against.");
    QTest::newRow("no JSON") << QByteArray("{\"id\": \"a\"\n") << QByteArray("bad.jsonl, line 1: The line is not a JSON record");
    QTest::newRow("a list") << QByteArray("\n[]\n")
                            << QByteArray("bad.jsonl, line 2: The line is not a JSON record (it is no object)");
    QTest::newRow("a bad range") << QByteArray(R"({"id": "a", "text": "x", "attributions": [{"source": [[0, 2]]}]})")
                                 << QByteArray("bad.jsonl, line 1, document a: attribution 0, source");
    QTest::newRow("twice") << QByteArray(
        "{\"id\":\"a\",\"text\":\"x\",\"attributions\":[]}\n{\"id\":\"a\",\"text\":\"x\",\"attributions\":[]}\n")
                           << QByteArray("document a: The document is there more than once");
}

void TestEvaluateCommand::saysWhatIsWrongWithAFile()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, says);
    QVERIFY(write("bad.jsonl", content));
    const Ran ran = run(QStringLiteral("evaluate --gold bad.jsonl --predicted DATA/predicted.jsonl"));
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.saysOneLine(says), ran.errors.constData());
    QVERIFY(run(QStringLiteral("evaluate --gold none.jsonl --predicted DATA/predicted.jsonl")).saysOneLine("none.jsonl"));
}

void TestEvaluateCommand::saysWhatIsWrongWithTheUsage_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("nothing") << QStringLiteral("--json");
    QTest::newRow("gold alone") << QStringLiteral("--gold a.jsonl");
    QTest::newRow("all three") << QStringLiteral("--gold a.jsonl --predicted b.jsonl --agreement c.jsonl");
    QTest::newRow("a state that is none") << QStringLiteral("--gold a.jsonl --predicted b.jsonl --state done");
    QTest::newRow("a picture that is none") << QStringLiteral("--gold a.jsonl --predicted b.jsonl --picture a.doc");
    QTest::newRow("a picture of agreement") << QStringLiteral("--agreement a.jsonl --picture a.png");
}

void TestEvaluateCommand::saysWhatIsWrongWithTheUsage()
{
    QFETCH(QString, arguments);
    const Ran ran = run(QStringLiteral("evaluate ") + arguments);
    QCOMPARE(ran.status, 2);
    QVERIFY(ran.errors.startsWith("quoth: "));
}

QTEST_GUILESS_MAIN(TestEvaluateCommand)
#include "test_evaluatecommand.moc"
