// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quothprocess.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

/// `quoth manual` by the real program, and the commands that the manual tells of.
class TestManualCommand : public QObject
{
    Q_OBJECT

private slots:
    void printsAChapter();
    void listsTheChapters();
    void writesAPage();
    void writesPdf();
    void writesAFolder();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void everyCommandOfTheManualIsThere();

private:
    Ran run(const QStringList &arguments) const { return quoth(arguments, m_folder.path()); }
    QByteArray contents(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

void TestManualCommand::printsAChapter()
{
    const Ran first = run({QStringLiteral("manual")});
    QCOMPARE(first.status, 0);
    QCOMPARE(first.errors, QByteArray());
    QVERIFY(first.output.startsWith("# Quoth"));
    const Ran formats = run({QStringLiteral("manual"), QStringLiteral("formats")});
    QVERIFY(formats.output.startsWith("# Formats\n"));
    QCOMPARE(run({QStringLiteral("manual"), QStringLiteral("formats.md")}).output, formats.output);
}

void TestManualCommand::listsTheChapters()
{
    const Ran ran = run({QStringLiteral("manual"), QStringLiteral("--list")});
    QCOMPARE(ran.status, 0);
    QVERIFY(ran.output.startsWith("index"));
    QVERIFY2(ran.output.contains("formats        Formats\n"), ran.output.constData());
}

void TestManualCommand::writesAPage()
{
    const Ran ran = run({QStringLiteral("manual"), QStringLiteral("--output"), QStringLiteral("manual.html")});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.output, QByteArray("The manual was written to manual.html\n"));
    QVERIFY(contents(QStringLiteral("manual.html")).startsWith("<!DOCTYPE html>"));
}

void TestManualCommand::writesPdf()
{
    QCOMPARE(
        run({QStringLiteral("manual"), QStringLiteral("--output"), QStringLiteral("m.pdf"), QStringLiteral("printing")}).status,
        0);
    QVERIFY(contents(QStringLiteral("m.pdf")).startsWith("%PDF-"));
}

void TestManualCommand::writesAFolder()
{
    QCOMPARE(run({QStringLiteral("manual"), QStringLiteral("--output"), QStringLiteral("site")}).status, 0);
    QVERIFY(contents(QStringLiteral("site/formats.html")).contains("href=\"releasing.html\""));
}

void TestManualCommand::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no such chapter") << QStringList{QStringLiteral("poems")} << 2 << QByteArray("poems");
    QTest::newRow("no output") << QStringList{QStringLiteral("--output"), QString()} << 2 << QByteArray("--output");
    QTest::newRow("nowhere to write") << QStringList{QStringLiteral("--output"), QStringLiteral("/nowhere/m.html")} << 1
                                      << QByteArray("/nowhere/m.html");
}

void TestManualCommand::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    const Ran ran = run(QStringList{QStringLiteral("manual")} + arguments);
    QCOMPARE(ran.status, status);
    QVERIFY2(ran.saysOneLine(says), ran.errors.constData());
}

void TestManualCommand::everyCommandOfTheManualIsThere()
{
    const QDir manual(QStringLiteral(QUOTH_SOURCE_DIR "/resources/manual"));
    static const QRegularExpression call(QStringLiteral("(?:^|`|\\$ )quoth ([a-z]+)(?=[ `\\n])"),
                                         QRegularExpression::MultilineOption);
    QMap<QString, QString> commands; // and the chapter that names it
    for (const QString &name : manual.entryList({QStringLiteral("*.md")})) {
        QFile file(manual.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto found = call.globalMatch(QString::fromUtf8(file.readAll()));
        while (found.hasNext())
            commands.insert(found.next().captured(1), name);
    }
    QVERIFY(commands.size() > 10);
    for (auto it = commands.cbegin(); it != commands.cend(); ++it) {
        const Ran ran = run({it.key(), QStringLiteral("--help")});
        QVERIFY2(ran.status == 0 && ran.output.startsWith("Usage: quoth " + it.key().toUtf8()),
                 qPrintable(it.value() + u' ' + it.key()));
    }
}

QTEST_GUILESS_MAIN(TestManualCommand)
#include "test_manualcommand.moc"
