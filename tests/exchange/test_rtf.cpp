// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetesting.h"

#include <app/exchange/rtfparser.h>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestRtf : public QObject
{
    Q_OBJECT

private slots:
    void readsADocument();
    void readsTexts_data();
    void readsTexts();
    void survivesDamage_data();
    void survivesDamage();
    void refusesWhatIsNoRtf();

private:
    static QString text(const QByteArray &body, QList<Issue> *told = nullptr)
    {
        QList<Issue> issues;
        IssueList list(issues);
        const QString place = QStringLiteral("t.rtf");
        const auto document = parseRtf("{\\rtf1\\ansi " + body, place, list);
        if (told)
            *told = issues;
        return document ? document->paragraphs.join(u'|') : QStringLiteral("refused");
    }
};

void TestRtf::readsADocument()
{
    const QTemporaryDir folder;
    const Reading reading = readPath(writeFile(folder, QStringLiteral("doc.rtf"),
                                               "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Arial Cyr;}}\r\n{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s1 Normal;}}"
                                               "{\\info{\\title The Talks}{\\author J. Doe}{\\creatim\\yr2024\\mo5\\dy6\\hr7}{\\operator x}}{\\*\\generator Word;}{\\header page head}\r\n"
                                               "\\pard\\b A head\\b0\\par\r\nAna said: \\'93yes\\'94 {\\i twice}.\\par {\\f1\\'cf\\'f0\\'e8\\'e2\\'e5\\'f2}\\par\\par}\r\n"));
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(reading.article().text, QStringLiteral("A head\nAna said: \u201Cyes\u201D twice.\n\u041F\u0440\u0438\u0432\u0435\u0442\n"));
    const ArticleMeta meta = {QStringLiteral("The Talks"), {}, {}, QStringLiteral("J. Doe"), QStringLiteral("2024-05-06"), {}, {}};
    QCOMPARE(reading.article().meta, meta);
}

void TestRtf::readsTexts_data()
{
    QTest::addColumn<QByteArray>("rtf");
    QTest::addColumn<QString>("text");
    QTest::newRow("Unicode with its stand-in") << QByteArray("\\u8220?yes\\u8221\\'94!}") << QStringLiteral("\u201Cyes\u201D!");
    QTest::newRow("negative Unicode") << QByteArray("\\u-10179?\\u-8704?}") << QStringLiteral("\U0001F600");
    QTest::newRow("no stand-in") << QByteArray("\\uc0\\u228 rger}") << QStringLiteral("\u00E4rger");
    QTest::newRow("two stand-ins") << QByteArray("\\uc2\\u228??x}") << QStringLiteral("\u00E4x");
    QTest::newRow("stand-ins end with the group") << QByteArray("{\\uc2\\u228?}x}") << QStringLiteral("\u00E4x");
    QTest::newRow("escapes") << QByteArray("a\\{b\\}c\\\\d\\~e\\_f}") << QStringLiteral("a{b}c\\d\u00A0e\u2011f");
    QTest::newRow("named characters") << QByteArray("a\\emdash b\\rquote s\\tab c\\line d}") << QStringLiteral("a\u2014b\u2019s\tc\nd");
    QTest::newRow("ignorable") << QByteArray("a{\\*\\unknown no}b{\\*\\bkmkstart no}c}") << QStringLiteral("abc");
    QTest::newRow("field") << QByteArray("{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt here}}}") << QStringLiteral("here");
    QTest::newRow("hidden") << QByteArray("a{\\v no}b\\v no\\v0 c}") << QStringLiteral("abc");
    QTest::newRow("bytes of two") << QByteArray("\\ansicpg932 \\'93\\'fa\\'96\\'7b}") << QStringLiteral("\u65E5\u672C");
    QTest::newRow("picture") << QByteArray("a{\\pict\\bin3 }}}}b}") << QStringLiteral("ab");
    QTest::newRow("note") << QByteArray("a{\\footnote no}b}") << QStringLiteral("ab");
    QTest::newRow("row") << QByteArray("a\\cell b\\cell\\row c}") << QStringLiteral("a\tb\t|c");
    QTest::newRow("line ends are none") << QByteArray("a\r\nb\nc}") << QStringLiteral("abc");
    QTest::newRow("line end escaped") << QByteArray("a\\\nb}") << QStringLiteral("a|b");
    QTest::newRow("unknown words") << QByteArray("\\foo-12 a\\bar b}") << QStringLiteral("ab");
}

void TestRtf::readsTexts()
{
    QFETCH(QByteArray, rtf);
    QFETCH(QString, text);
    QList<Issue> issues;
    QCOMPARE(TestRtf::text(rtf, &issues), text);
    QCOMPARE(issues, QList<Issue>());
}

void TestRtf::survivesDamage_data()
{
    QTest::addColumn<QByteArray>("rtf");
    QTest::addColumn<QString>("text");
    QTest::newRow("cut") << QByteArray("abc\\par d") << QStringLiteral("abc|d");
    QTest::newRow("cut in an escape") << QByteArray("abc\\'9") << QStringLiteral("abc\t").trimmed();
    QTest::newRow("cut in a word") << QByteArray("abc\\") << QStringLiteral("abc");
    QTest::newRow("binary past the end") << QByteArray("abc\\bin99999999 x") << QStringLiteral("abc");
    QTest::newRow("negative binary") << QByteArray("abc\\bin-5 x") << QStringLiteral("abcx");
    QTest::newRow("unknown code page") << QByteArray("\\ansicpg4711 a\\'e4") << QStringLiteral("a\u00E4");
    QTest::newRow("huge number") << QByteArray("\\u99999999999999 a") << QString();
}

void TestRtf::survivesDamage()
{
    QFETCH(QByteArray, rtf);
    QFETCH(QString, text);
    QList<Issue> issues;
    const QString read = TestRtf::text(rtf, &issues);
    QVERIFY(issues.size() >= 1);
    if (!text.isEmpty())
        QVERIFY2(read.startsWith(text), qPrintable(read));
    QVERIFY(TestRtf::text(QByteArray("{").repeated(200'000) + "x", &issues).size() < 10);
    QVERIFY(TestRtf::text(QByteArray("}").repeated(1000) + "x").size() < 10);
}

void TestRtf::refusesWhatIsNoRtf()
{
    QList<Issue> issues;
    IssueList list(issues);
    const QString place;
    QVERIFY(!parseRtf("{\\rt", place, list));
    QVERIFY(!parseRtf("", place, list));
    const QTemporaryDir folder;
    QVERIFY(readPath(writeFile(folder, QStringLiteral("e.rtf"), "{\\rtf1 \\par}")).result.error().message.contains(QStringLiteral("no text")));
}

QTEST_GUILESS_MAIN(TestRtf)
#include "test_rtf.moc"
