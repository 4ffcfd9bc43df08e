// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetesting.h"

#include <app/exchange/textdecoder.h>

#include <QStringConverter>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestTextImport : public QObject
{
    Q_OBJECT

private slots:
    void tellsEncodingsApart_data();
    void tellsEncodingsApart();
    void takesTheEncodingItIsGiven();
    void reportsInvalidBytesWithTheirFirstLine();
    void normalisesAndSaysSo();
    void takesAShortFirstLineForTheTitle();
    void refusesWhatIsNoText_data();
    void refusesWhatIsNoText();
    void refusesEmptyFiles();
    void keepsAStrayNulAsAReplacementCharacter();
    void readsAMegabyteOnOneLine();

private:
    Reading read(const QByteArray &bytes, const ImportOptions &options = {})
    {
        return readPath(writeFile(m_folder, QStringLiteral("story.txt"), bytes), options);
    }

    QTemporaryDir m_folder;
};

void TestTextImport::tellsEncodingsApart_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto encoded = [](QStringConverter::Encoding encoding, const QString &text, bool mark) {
        QStringEncoder encoder(encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return QByteArray(encoder.encode(text));
    };
    const QString mixed = QStringLiteral("Ministry\nThe minister said “no” — Łódź, Αθήνα, Київ \U0001F600.\n");
    QTest::newRow("UTF-8") << mixed.toUtf8() << mixed;
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + mixed.toUtf8() << mixed;
    QTest::newRow("UTF-16LE with a mark") << encoded(QStringConverter::Utf16LE, mixed, true) << mixed;
    QTest::newRow("UTF-16BE with a mark") << encoded(QStringConverter::Utf16BE, mixed, true) << mixed;
    QTest::newRow("UTF-32LE with a mark") << encoded(QStringConverter::Utf32LE, mixed, true) << mixed;
    QTest::newRow("UTF-16LE") << encoded(QStringConverter::Utf16LE, mixed, false) << mixed;
    QTest::newRow("UTF-16BE") << encoded(QStringConverter::Utf16BE, mixed, false) << mixed;
    QTest::newRow("UTF-32BE") << encoded(QStringConverter::Utf32BE, mixed, false) << mixed;
    const QString chinese = QStringLiteral("部长星期一表示，政府将在明年之前完成这项改革。\n反对党领袖说，这是不可能的。\n");
    QTest::newRow("UTF-16LE Chinese") << encoded(QStringConverter::Utf16LE, chinese, false) << chinese;
    const auto row = [](const char *name, const QByteArray &hex, const QString &text) {
        QTest::newRow(name) << QByteArray::fromHex(hex) << text;
    };
    row("windows-1252",
        "446572204d696e697374657220736167746520616d204d6f6e74616720696e204bf66c6e2c20646965205265666f726d2073"
        "65692066fc72206469652042fc726765722084fc62657266e46c6c69679320756e64206dfc737365206772f6df6572207765"
        "7264656e2e20446173204772656d69756d2065726b6ce47274652c206d616e206bf66e6e65207370e474657220646172fc62"
        "657220726564656e2e0a",
        QStringLiteral("Der Minister sagte am Montag in Köln, die Reform sei für die Bürger „überfällig“ und müsse größer werden. Das Gremium erklärte, man könne später darüber reden.\n"));
    row("windows-1251",
        "cce8ede8f1f2f020e7e0ffe2e8eb20e220efeeede5e4e5ebfcede8ea2c20f7f2ee20eff0e0e2e8f2e5ebfcf1f2e2ee20e7e0"
        "e2e5f0f8e8f220f0e5f4eef0ecf320e4ee20eaeeedf6e020e3eee4e02e0aceefefeee7e8f6e8ff20f1f7e8f2e0e5f22c20f7"
        "f2ee20fdf2ee20ede5e2eee7eceee6edee2e0a",
        QStringLiteral("Министр заявил в понедельник, что правительство завершит реформу до конца года.\nОппозиция считает, что это невозможно.\n"));
    row("KOI8-R",
        "edc9cec9d3d4d220dac1d1d7c9cc20d720d0cfcec5c4c5ccd8cec9cb2c20ded4cf20d0d2c1d7c9d4c5ccd8d3d4d7cf20dac1"
        "d7c5d2dbc9d420d2c5c6cfd2cdd520c4cf20cbcfcec3c120c7cfc4c12e0aefd0d0cfdac9c3c9d120d3dec9d4c1c5d42c20de"
        "d4cf20dcd4cf20cec5d7cfdacdcfd6cecf2e0a",
        QStringLiteral("Министр заявил в понедельник, что правительство завершит реформу до конца года.\nОппозиция считает, что это невозможно.\n"));
    row("GB18030",
        "b2bfb3a4d0c7c6dad2bbb1edcabea3acd5feb8aebdabd4dac3f7c4ead6aec7b0cdeab3c9d5e2cfeeb8c4b8efa1a30ab7b4b6"
        "d4b5b3c1ecd0e4cbb5a3acd5e2cac7b2bbbfc9c4dcb5c4a1a30a",
        QStringLiteral("部长星期一表示，政府将在明年之前完成这项改革。\n反对党领袖说，这是不可能的。\n"));
    row("Shift_JIS",
        "91e5906282cd8c8e976a93fa814190ad957b82cd944e93e082c989fc8a7682f08f4982a682e982c68f7182d782bd81420a96"
        "ec937d82cc937d8ef182cd814182bb82ea82cd957389c2945c82be82c68cea82c182bd81420a",
        QStringLiteral("大臣は月曜日、政府は年内に改革を終えると述べた。\n野党の党首は、それは不可能だと語った。\n"));
    row("EUC-KR",
        "c0e5b0fcc0ba20bff9bfe4c0cf20c1a4baceb0a120bfc3c7d820bec8bfa120b0b3c7f5c0bb20b3a1b3be20b0cdc0ccb6f3b0"
        "ed20b8bbc7dfb4d92e0abedfb4e720b4ebc7a5b4c220bad2b0a1b4c9c7cfb4d9b0ed20b9e0c7fbb4d92e0a",
        QStringLiteral("장관은 월요일 정부가 올해 안에 개혁을 끝낼 것이라고 말했다.\n야당 대표는 불가능하다고 밝혔다.\n"));
    row("Big5",
        "b3a1aaf8ac50b4c1a440aaeda5dca141ac46a9b2b14ea662a9faa67ea4a7ab65a7b9a6a8b36fb6b5a7efadb2a1430aa4cfb9"
        "efc4d2bbe2b353bba1a141b36fac4fa4a3a569afe0aabaa1430a",
        QStringLiteral("部長星期一表示，政府將在明年之前完成這項改革。\n反對黨領袖說，這是不可能的。\n"));
}

void TestTextImport::tellsEncodingsApart()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const Reading reading = read(bytes);
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.article().text, text);
    QCOMPARE(reading.report.issues, QList<Issue>());
    QVERIFY(!reading.articles[0].encoding.isEmpty());
}

void TestTextImport::takesTheEncodingItIsGiven()
{
    ImportOptions options;
    options.encoding = QStringLiteral("KOI8-R");
    const Reading reading = read("\xC4\xC1", options);
    QCOMPARE(reading.article().text, QStringLiteral("да"));
    QCOMPARE(reading.articles[0].encoding, QStringLiteral("KOI8-R"));
    options.encoding = QStringLiteral("windows-1252");
    QCOMPARE(read("\xC4\xC1", options).article().text, QStringLiteral("ÄÁ"));
    options.encoding = QStringLiteral("no-such-set");
    const Reading unknown = read("text", options);
    QCOMPARE(unknown.result.error().code, ErrorCode::BadInput);
    QVERIFY(unknown.result.error().message.contains(QStringLiteral("no-such-set")));
}

void TestTextImport::reportsInvalidBytesWithTheirFirstLine()
{
    const Reading utf8 = read("“Да”, said Žofie.\n“So”\xFF she\xC0\xAF said.\n");
    QCOMPARE(utf8.articles[0].encoding, QStringLiteral("UTF-8"));
    QCOMPARE(utf8.article().text, QStringLiteral("“Да”, said Žofie.\n“So”\uFFFD she\uFFFD\uFFFD said.\n"));
    QCOMPARE(utf8.report.issues.size(), 1);
    QCOMPARE(utf8.report.issues[0].count, 3);
    QVERIFY(utf8.report.issues[0].place.endsWith(QStringLiteral("line 2")));
    ImportOptions options;
    options.encoding = QStringLiteral("windows-1252");
    const Reading latin = read("a\nb\nc\x81" "d\n", options);
    QCOMPARE(latin.article().text, QStringLiteral("a\nb\nc\uFFFDd\n"));
    QVERIFY(latin.report.issues[0].place.endsWith(QStringLiteral("line 3")));
    options.encoding = QStringLiteral("UTF-16LE");
    QCOMPARE(read(QByteArray("a\0b\0c", 5), options).article().text, QStringLiteral("ab\uFFFD"));
}

void TestTextImport::normalisesAndSaysSo()
{
    const Reading reading = read("\xEF\xBB\xBFOne\r\nTwo\rThree\n");
    QCOMPARE(reading.article().text, QStringLiteral("One\nTwo\nThree\n"));
    QCOMPARE(reading.articles[0].changes.size(), 2);
}

void TestTextImport::takesAShortFirstLineForTheTitle()
{
    QCOMPARE(read("\n A title \n\nHe said so.\n").article().meta.title, QStringLiteral("A title"));
    QCOMPARE(read("Only one line\n").article().meta.title, QStringLiteral("story"));
    QCOMPARE(read(QByteArray("long ").repeated(60) + "\nmore\n").article().meta.title, QStringLiteral("story"));
    QCOMPARE(read("Only one line\n").article().externalId, QStringLiteral("story"));
}

void TestTextImport::refusesWhatIsNoText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) << QStringLiteral("PNG");
    QTest::newRow("ZIP") << QByteArray("PK\x03\x04" "abc") << QStringLiteral("ZIP");
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << QStringLiteral("PDF");
    QTest::newRow("SQLite") << QByteArray("SQLite format 3\0abc", 19) << QStringLiteral("SQLite");
    QTest::newRow("NULs") << QByteArray("ab\0\x01\x02\0\0cd\0\xFF", 11) << QStringLiteral("binary");
    QTest::newRow("control characters") << QByteArray("a\x01" "b\x02" "c\x03").repeated(50) << QStringLiteral("binary");
}

void TestTextImport::refusesWhatIsNoText()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const Reading reading = read(bytes);
    QVERIFY(!reading.result);
    QCOMPARE(reading.result.error().code, ErrorCode::BadInput);
    QVERIFY2(reading.result.error().message.contains(words), qPrintable(reading.result.error().message));
    QVERIFY(reading.articles.isEmpty());
}

void TestTextImport::refusesEmptyFiles()
{
    QCOMPARE(read("").result.error().code, ErrorCode::BadInput);
    QCOMPARE(read(" \r\n\n").result.error().code, ErrorCode::BadInput);
    QCOMPARE(read("\xEF\xBB\xBF").result.error().code, ErrorCode::BadInput);
}

void TestTextImport::keepsAStrayNulAsAReplacementCharacter()
{
    const Reading reading = read(QByteArray("word ").repeated(200) + QByteArray("a\0b", 3));
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QVERIFY(reading.article().text.endsWith(QStringLiteral("a\uFFFDb")));
}

void TestTextImport::readsAMegabyteOnOneLine()
{
    const Reading reading = read(QByteArray("w\xC3\xB6rd ").repeated(200000));
    QCOMPARE(reading.article().text.size(), 1000000);
    QCOMPARE(reading.article().meta.title, QStringLiteral("story"));
}

QTEST_GUILESS_MAIN(TestTextImport)
#include "test_textimport.moc"
