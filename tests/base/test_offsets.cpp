// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/base/offsets.h>

#include <QtTest>

using namespace Quoth;

class TestOffsets : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithCountingByHand_data();
    void agreesWithCountingByHand();
    void refusesWhatIsNotInTheText();
    void takesAnOffsetInsideAPairAsTheOneBefore();
};

void TestOffsets::agreesWithCountingByHand_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("plain") << QStringLiteral("She said so.");
    QTest::newRow("emoji in the middle") << QStringLiteral("a\U0001F600b\U0001F1FA\U0001F1E6c");
    QTest::newRow("emoji at both ends") << QStringLiteral("\U0001F600 said \U0001F600");
    QTest::newRow("combining marks") << QStringLiteral("e\u0301 \u0928\u093F");
    QTest::newRow("right to left") << QStringLiteral("\u05D0\u05DE\u05E8 \U0001F600 \u0642\u0627\u0644");
    QTest::newRow("lone surrogates") << QString(QChar(0xDC00)) + QStringLiteral("x") + QChar(0xD800);
}

void TestOffsets::agreesWithCountingByHand()
{
    QFETCH(QString, text);
    const OffsetConverter converter(text);
    qint64 codePoint = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool inside = i > 0 && i < text.size() && text[i].isLowSurrogate() && text[i - 1].isHighSurrogate();
        if (inside)
            continue;
        QCOMPARE(converter.toCodePoint(qint32(i)), codePoint);
        QCOMPARE(converter.toUtf16(codePoint), std::optional<qint32>(qint32(i)));
        ++codePoint;
    }
    QCOMPARE(converter.codePoints(), codePoint - 1);
}

void TestOffsets::refusesWhatIsNotInTheText()
{
    const OffsetConverter converter(QStringLiteral("ab\U0001F600"));
    QCOMPARE(converter.toUtf16(-1), std::nullopt);
    QCOMPARE(converter.toUtf16(4), std::nullopt);
    QCOMPARE(converter.toUtf16(CodePointRange{2, 1}), std::nullopt);
    QCOMPARE(converter.toUtf16(CodePointRange{2, 3}), (std::optional<TextRange>(TextRange{2, 4})));
    QCOMPARE(converter.toUtf16(CodePointRange{3, 3}), (std::optional<TextRange>(TextRange{4, 4})));
}

void TestOffsets::takesAnOffsetInsideAPairAsTheOneBefore()
{
    const OffsetConverter converter(QStringLiteral("a\U0001F600b"));
    QCOMPARE(converter.toCodePoint(2), 1);
    QCOMPARE(converter.toCodePoint(3), 2);
}

QTEST_APPLESS_MAIN(TestOffsets)
#include "test_offsets.moc"
