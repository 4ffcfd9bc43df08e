// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/detection/model/wordvectors.h>

#include <QBuffer>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Detection;

namespace {

Result<WordVectors> fromText(QByteArray text, int words = 100)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return WordVectors::fromText(buffer, words, QStringLiteral("words.txt"));
}

std::vector<float> numbersOf(const WordVectors &vectors, std::u16string_view word)
{
    std::vector<float> numbers(size_t(vectors.size()), 9);
    vectors.copy(vectors.row(word), numbers.data());
    return numbers;
}

} // namespace

class TestWordVectors : public QObject
{
    Q_OBJECT

private slots:
    void keepsNumbersToASixteenthOfTheGreatest();
    void knowsCompoundsByTheirLastPart();
    void readsTheFormOfWord2Vec();
    void takesTheFirstWordsOnly();
    void saysWhichLineIsWrong_data();
    void saysWhichLineIsWrong();
    void comesBackFromBytes();
    void refusesOtherBytes();
    void isEmptyWithoutWords();
};

void TestWordVectors::keepsNumbersToASixteenthOfTheGreatest()
{
    const auto vectors = fromText("said 0.7 -0.35 0.1\nna\xC3\xAFve -1.4 0 0.2\n\xF0\x9F\x98\x80 0 0 0\n");
    QVERIFY(vectors);
    QCOMPARE(vectors->count(), 3);
    QCOMPARE(vectors->size(), 3);
    const std::vector<float> said = numbersOf(*vectors, u"said");
    QVERIFY(std::abs(said[0] - 0.7f) < 0.05f && std::abs(said[1] + 0.35f) < 0.05f && std::abs(said[2] - 0.1f) < 0.05f);
    QVERIFY(std::abs(numbersOf(*vectors, u"na\u00EFve")[0] + 1.4f) < 0.1f);
    QCOMPARE(numbersOf(*vectors, u"\U0001F600"), std::vector<float>(3, 0.0f));
    QCOMPARE(vectors->row(u"sai"), 0);
    QCOMPARE(numbersOf(*vectors, u"nowhere"), std::vector<float>(3, 0.0f));
}

void TestWordVectors::knowsCompoundsByTheirLastPart()
{
    const auto vectors = fromText("led 1 2\nre-elected 3 4\n");
    QVERIFY(vectors);
    QCOMPARE(vectors->row(u"saudi-led"), vectors->row(u"led"));
    QVERIFY(vectors->row(u"re-elected") != vectors->row(u"led"));
    QCOMPARE(vectors->row(u"led-saudi"), 0);
    QCOMPARE(vectors->row(u"-"), 0);
    QCOMPARE(vectors->row(u""), 0);
}

void TestWordVectors::readsTheFormOfWord2Vec()
{
    const auto vectors = fromText("2 3\na 1 2 3 \nb 4 5 6\n");
    QVERIFY(vectors);
    QCOMPARE(vectors->count(), 2);
    QCOMPARE(vectors->size(), 3);
}

void TestWordVectors::takesTheFirstWordsOnly()
{
    const auto vectors = fromText("a 1 2\nb 1 2\na 3 4\nc oops\n", 3); // the fourth line is not read
    QVERIFY(vectors);
    QCOMPARE(vectors->count(), 2);
    QVERIFY(numbersOf(*vectors, u"a")[1] < 2.5f);
}

void TestWordVectors::saysWhichLineIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("no vectors");
    QTest::newRow("too few") << QByteArray("a 1 2\nb 1\n") << QStringLiteral("Line 2");
    QTest::newRow("no number") << QByteArray("a 1 2\nb 1 two\n") << QStringLiteral("“two”");
    QTest::newRow("not finite") << QByteArray("a 1 inf\n") << QStringLiteral("Line 1");
    QTest::newRow("other text") << QByteArray("This is an article.\nIt has lines.\n") << QStringLiteral("Line 1");
}

void TestWordVectors::saysWhichLineIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, words);
    const auto vectors = fromText(text);
    QVERIFY(!vectors);
    QCOMPARE(vectors.error().code, ErrorCode::BadInput);
    QVERIFY2(vectors.error().message.contains(words), qPrintable(vectors.error().message));
    QCOMPARE(vectors.error().place, QStringLiteral("words.txt"));
}

void TestWordVectors::comesBackFromBytes()
{
    const auto vectors = fromText("b 1 2 3\na 3 2 1\n\xF0\x9F\x98\x80 0 1 0\n");
    const auto back = WordVectors::fromBytes(vectors->toBytes());
    QVERIFY(back);
    QCOMPARE(back->toBytes(), vectors->toBytes());
    for (const std::u16string_view word : {u"a", u"b", u"\U0001F600"})
        QCOMPARE(numbersOf(*back, word), numbersOf(*vectors, word));
}

void TestWordVectors::refusesOtherBytes()
{
    const QByteArray bytes = fromText("b 1 2 3\na 3 2 1\n")->toBytes();
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY2(!WordVectors::fromBytes(bytes.left(size)), qPrintable(QString::number(size)));
    QVERIFY(!WordVectors::fromBytes(bytes + 'x'));
    for (qsizetype i = 0; i < bytes.size(); ++i) { // whatever it says, it must be safe to use
        QByteArray changed = bytes;
        changed[i] = char(changed[i] ^ 0x55);
        const auto vectors = WordVectors::fromBytes(changed);
        if (vectors && vectors->size() > 0)
            numbersOf(*vectors, u"a");
    }
}

void TestWordVectors::isEmptyWithoutWords()
{
    const auto back = WordVectors::fromBytes(WordVectors().toBytes());
    QVERIFY(back);
    QVERIFY(back->isEmpty());
    QCOMPARE(back->row(u"said"), 0);
}

QTEST_GUILESS_MAIN(TestWordVectors)
#include "test_wordvectors.moc"
