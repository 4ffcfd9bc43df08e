// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quothprocess.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

/// Tables of articles, read by the real program.
class TestImportCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void takesTheColumnsThatAreNamed();
    void saysWhichColumnsThereAre();

private:
    Ran run(const QString &arguments) const { return quoth(arguments.split(u' '), m_folder->path()); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImportCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QFile table(m_folder->filePath(QStringLiteral("t.csv")));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("nr,heading,words\r\n1,\"Bridge, closed\",\"It is shut. \xF0\x9F\x98\x80\nSince May.\"\r\n2,Mill,It is safe.\r\n");
    table.close();
    QCOMPARE(run(QStringLiteral("new p.quoth")).status, 0);
}

void TestImportCommand::takesTheColumnsThatAreNamed()
{
    const Ran ran = run(QStringLiteral("import p.quoth t.csv --columns text=words,title=heading --json"));
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.json().value(QStringLiteral("added")).toInt(), 2);
    const Ran listed = run(QStringLiteral("list p.quoth"));
    QVERIFY2(listed.output.contains("Bridge, closed") && listed.output.contains("Mill"), listed.output);
    const QByteArray exported = run(QStringLiteral("export p.quoth --format jsonl --output -")).output;
    QVERIFY2(exported.contains("It is shut. \xF0\x9F\x98\x80\\nSince May."), exported);
}

void TestImportCommand::saysWhichColumnsThereAre()
{
    const Ran ran = run(QStringLiteral("import p.quoth t.csv --columns text=body"));
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.saysOneLine("body") && ran.errors.contains("heading, words"), ran.errors);
    QVERIFY(run(QStringLiteral("list p.quoth --json")).json().value(QStringLiteral("articles")).toArray().isEmpty());
}

QTEST_GUILESS_MAIN(TestImportCommand)
#include "test_importcommand.moc"
