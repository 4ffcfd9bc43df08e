// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quothprocess.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

class TestExportCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void tellsWhatIsLostBeforeItIsWritten();
    void hasInTheReadmeWhatFormatsCarry();

private:
    Ran run(const QStringList &arguments) const { return quoth(arguments, m_folder.path()); }

    QTemporaryDir m_folder;
};

void TestExportCommand::initTestCase()
{
    QCOMPARE(run({QStringLiteral("sample"), QStringLiteral("p.quoth")}).status, 0);
}

void TestExportCommand::tellsWhatIsLostBeforeItIsWritten()
{
    const auto exported = [this](const char *format, const char *more) {
        return run(QStringLiteral("export p.quoth --format %1 --output lost.%1 %2").arg(QLatin1String(format), QLatin1String(more)).simplified().split(u' '));
    };
    const Ran table = exported("conll2003", "--dry-run");
    QCOMPARE(table.status, 0);
    QVERIFY2(table.output.contains("nothing was written") && !table.errors.isEmpty(), table.output + table.errors);
    const Ran native = exported("jsonl", "--dry-run --json");
    QCOMPARE(native.json().value(QStringLiteral("written")).toBool(true), false);
    QCOMPARE(native.json().value(QStringLiteral("issues")).toArray().size(), 0);
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("lost.conll2003"))) && !QFile::exists(m_folder.filePath(QStringLiteral("lost.jsonl"))));
}

void TestExportCommand::hasInTheReadmeWhatFormatsCarry()
{
    QFile readme(QStringLiteral(QUOTH_SOURCE_DIR "/README.md"));
    QVERIFY(readme.open(QIODevice::ReadOnly));
    const QByteArray text = readme.readAll();
    const Ran ran = run({QStringLiteral("formats"), QStringLiteral("--table")});
    QCOMPARE(ran.status, 0);
    for (const QByteArray &line : ran.output.split('\n')) // where a library is missing there are fewer lines
        QVERIFY2(text.contains(line), "README.md: replace the table by what \"quoth formats --table\" prints");
}

QTEST_GUILESS_MAIN(TestExportCommand)
#include "test_exportcommand.moc"
