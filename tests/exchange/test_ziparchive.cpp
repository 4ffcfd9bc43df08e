// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetesting.h"

#include <app/exchange/ziparchive.h>

using namespace Quoth;
using namespace Quoth::Exchange;

class TestZipArchive : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void givesBackWhatWentIn();
    void makesTheSameBytesOfTheSameFiles();
    void refusesWhatIsNoArchive();
    void refusesAFileThatUnpacksToTooMuch();
    void saysWhichFileIsMissing();
    void readsFromMemory();
};

namespace {

QByteArray archive()
{
    ZipWriter writer;
    if (!writer.add(QStringLiteral("mimetype"), "text/plain", true) || !writer.add(QStringLiteral("a/\U0001F600.txt"), QByteArray(100'000, 'x')))
        return {};
    const auto bytes = writer.finish();
    return bytes ? *bytes : QByteArray();
}

} // namespace

void TestZipArchive::initTestCase()
{
    if (!isZipSupported())
        QSKIP("built without libzip");
}

void TestZipArchive::givesBackWhatWentIn()
{
    const QByteArray bytes = archive();
    QVERIFY(isZip(bytes));
    QVERIFY(bytes.size() < 2'000);
    QVERIFY(bytes.contains("mimetypetext/plain")); // stored first, as EPUB and OpenDocument want it
    const QTemporaryDir folder;
    const auto reader = ZipReader::open(writeFile(folder, QStringLiteral("a.zip"), bytes));
    QVERIFY(reader);
    QCOMPARE(reader->names(), (QStringList{QStringLiteral("mimetype"), QStringLiteral("a/\U0001F600.txt")}));
    QCOMPARE(*reader->read(QStringLiteral("mimetype")), QByteArray("text/plain"));
    QCOMPARE(*reader->read(QStringLiteral("a/\U0001F600.txt")), QByteArray(100'000, 'x'));
}

void TestZipArchive::makesTheSameBytesOfTheSameFiles()
{
    const QByteArray first = archive();
    QTest::qSleep(10);
    QCOMPARE(archive(), first);
}

void TestZipArchive::refusesWhatIsNoArchive()
{
    const QTemporaryDir folder;
    const QByteArray bytes = archive();
    for (const QByteArray &bad : {QByteArray("PK\x03\x04 and no more"), QByteArray("text"), bytes.left(bytes.size() / 2)}) {
        const auto reader = ZipReader::open(writeFile(folder, QStringLiteral("a.zip"), bad));
        QVERIFY(!reader);
        QVERIFY(reader.error().text().contains(QStringLiteral("a.zip")));
    }
}

void TestZipArchive::refusesAFileThatUnpacksToTooMuch()
{
    const QTemporaryDir folder;
    const auto reader = ZipReader::open(writeFile(folder, QStringLiteral("a.zip"), archive()));
    QVERIFY(reader);
    const auto read = reader->read(QStringLiteral("a/\U0001F600.txt"), 99'999);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadInput);
}

void TestZipArchive::saysWhichFileIsMissing()
{
    const QTemporaryDir folder;
    const auto reader = ZipReader::open(writeFile(folder, QStringLiteral("a.zip"), archive()));
    QVERIFY(reader && !reader->contains(QStringLiteral("b.txt")));
    QVERIFY(reader->read(QStringLiteral("b.txt")).error().text().contains(QStringLiteral("b.txt")));
}

void TestZipArchive::readsFromMemory()
{
    const auto reader = ZipReader::fromBytes(archive(), QStringLiteral("here"));
    QVERIFY(reader);
    QCOMPARE(*reader->read(QStringLiteral("mimetype")), QByteArray("text/plain"));
    QVERIFY(ZipReader::fromBytes("PK\x03\x04", QStringLiteral("here")).error().text().contains(QStringLiteral("here")));
}

QTEST_GUILESS_MAIN(TestZipArchive)
#include "test_ziparchive.moc"
