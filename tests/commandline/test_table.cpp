// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/commandline/table.h>

#include <QtTest>

using namespace Quoth::CommandLine;

class TestTable : public QObject
{
    Q_OBJECT

private slots:
    void setsNumbersToTheRight();
    void countsTheColumnsOfATerminal_data();
    void countsTheColumnsOfATerminal();
    void keepsColumnsInLineInEveryScript();
};

void TestTable::setsNumbersToTheRight()
{
    Table table({QStringLiteral("id"), QStringLiteral("spans"), QStringLiteral("title")});
    table.add({QStringLiteral("a"), QStringLiteral("9"), QStringLiteral("Old bridge")});
    table.add({QStringLiteral("long"), QStringLiteral("-"), QString()});
    QCOMPARE(table.lines(), (QStringList{QStringLiteral("id    spans  title"), QStringLiteral("a         9  Old bridge"), QStringLiteral("long      -")}));
}

void TestTable::countsTheColumnsOfATerminal_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("Latin with a combining mark") << QStringLiteral("e\u0301a") << 2;
    QTest::newRow("Cyrillic") << QStringLiteral("\u043C\u043E\u0441\u0442") << 4;
    QTest::newRow("Arabic with a vowel and a mark of direction") << QStringLiteral("\u200F\u0628\u064E") << 1;
    QTest::newRow("Chinese") << QStringLiteral("\u65E7\u6865\uFF0C") << 6;
    QTest::newRow("an emoji, one code point in two units") << QStringLiteral("\U0001F30A") << 2;
}

void TestTable::countsTheColumnsOfATerminal()
{
    QFETCH(QString, text);
    QTEST(columnsOf(text), "columns");
}

void TestTable::keepsColumnsInLineInEveryScript()
{
    Table table({QStringLiteral("\u6587\u7AE0"), QStringLiteral("x")});
    table.add({QStringLiteral("bridge"), QStringLiteral("y")});
    QCOMPARE(table.lines(), (QStringList{QStringLiteral("\u6587\u7AE0    x"), QStringLiteral("bridge  y")}));
}

QTEST_GUILESS_MAIN(TestTable)
#include "test_table.moc"
