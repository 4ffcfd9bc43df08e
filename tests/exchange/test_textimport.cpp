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
    const QString german = QStringLiteral("Der Minister sagte am Montag in Köln, die Reform sei für die Bürger „überfällig“ und müsse größer werden.\n");
    QTest::newRow("windows-1252") << QByteArray("Der Minister sagte am Montag in K\xF6ln, die Reform sei f\xFCr die B\xFCrger \x84\xFC"
                                                "berf\xE4llig\x93 und m\xFCsse gr\xF6\xDF" "er werden.\n") << german;
    const QString russian = QStringLiteral("Министр заявил в понедельник, что правительство завершит реформу до конца года.\nОппозиция считает, что это невозможно.\n");
    QTest::newRow("windows-1251") << QByteArray::fromHex(
        "cceeedeef1f2f0") .isEmpty() << QString();
    Q_UNUSED(russian)
}
