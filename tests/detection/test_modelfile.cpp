// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tinymodel.h"

#include <app/detection/model/modeldetector.h>

#include <QCryptographicHash>
#include <QDataStream>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <limits>

using namespace Quoth;
using namespace Quoth::Detection;

namespace {

constexpr int headerSize = 8 + 4 + 8 + 32;
const QString origin = QStringLiteral("a.model");

// What follows the header, with the length and the checksum that belong to it.
QByteArray withHeader(const QByteArray &body, quint32 format = 1)
{
    QByteArray header("QuothMdl");
    QDataStream stream(&header, QIODevice::WriteOnly | QIODevice::Append);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream << format << quint64(body.size());
    return header + QCryptographicHash::hash(body, QCryptographicHash::Blake2b_256) + body;
}

const QByteArray &file()
{
    static const QByteArray bytes = writeModel(randomModel());
    return bytes;
}

QByteArray body() { return file().mid(headerSize); }

// Where the vocabulary, its figures and the number of units stand in the body.
struct Places
{
    qsizetype choice = 0;
    qsizetype calibration = 0;
    qsizetype vocabulary = 0; ///< its length
    qsizetype vectors = 0; ///< their length
    qsizetype units = 0;

    Places()
    {
        const QByteArray bytes = body();
        const auto lengthAt = [&](qsizetype at) { return qsizetype(qFromLittleEndian<quint32>(bytes.constData() + at)); };
        choice = 4 + lengthAt(0);
        calibration = choice + 4;
        vocabulary = calibration + Calibration::size * 4;
        const auto forms = randomModel().network->vocabulary.allFigures().size();
        vectors = vocabulary + 4 + lengthAt(vocabulary) + qsizetype(forms) * figureCount;
        units = vectors + 4 + lengthAt(vectors);
    }
};

constexpr qsizetype firstNode = 12 + 3 * 4; ///< of the first role's three trees, behind what they begin with

qsizetype judgeSize()
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    for (const BoostedTrees &trees : randomModel().judge.ofRole)
        trees.write(stream);
    return bytes.size();
}

template<typename Number>
QByteArray changed(qsizetype at, Number number)
{
    QByteArray bytes = body();
    qToLittleEndian(number, bytes.data() + at);
    return withHeader(bytes);
}

} // namespace

class TestModelFile : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWent();
    void staysTheSameWhenWrittenAgain();
    void keepsWhatWasTaught();
    void keepsOddWords();
    void refusesAFileCutShort();
    void refusesAFileWithAFlippedBit();
    void refusesWhatIsNoModel_data();
    void refusesWhatIsNoModel();
    void refusesHostileContentWithTheRightChecksum_data();
    void refusesHostileContentWithTheRightChecksum();
    void refusesABodyCutShortWithTheRightChecksum();
    void saysWhichFileCannotBeRead();
};

void TestModelFile::comesBackAsItWent()
{
    const TrainedModel model = randomModel();
    const auto read = readModel(file(), origin);
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    const TrainedModel &back = **read;
    QCOMPARE(back.about, model.about);
    QCOMPARE(back.choice.least, model.choice.least);
    QVERIFY(back.calibration.weights == model.calibration.weights);
    QCOMPARE(back.version.size(), 8);
    QCOMPARE(back.network->units, 32);
    for (int field = 0; field < formFields; ++field)
        QCOMPARE(back.network->vocabulary.entries(Field(field)), model.network->vocabulary.entries(Field(field)));
    QVERIFY(model.network->vocabulary.entries(Field::Form).size() > 20);
    QCOMPARE(back.network->values.size(), model.network->values.size());
    // Random weights up to 0.3, in 63 or 127 steps of a row's or column's greatest.
    const NetworkPlan plan(model.network->vocabulary, 32);
    for (size_t i = 0; i < back.network->values.size(); ++i) {
        const auto isIn = [i](size_t begin, size_t end) { return begin <= i && i < end; };
        const bool isWhole = isIn(plan.recurrent[0], plan.inputs[1]) || isIn(plan.recurrent[1], plan.outputBias);
        QVERIFY(std::abs(back.network->values[i] - model.network->values[i]) <= 0.3f / (isWhole ? 63 : 127));
    }
    for (size_t i = plan.transitions; i < plan.size; ++i) // small enough to be kept as they are
        QCOMPARE(back.network->values[i], model.network->values[i]);
    const std::vector<float> row = randomWeights(9, PieceJudge::features, 3);
    for (size_t role = 0; role < model.judge.ofRole.size(); ++role) {
        QVERIFY(!model.judge.ofRole[role].isEmpty());
        QCOMPARE(back.judge.ofRole[role].logOdds(row), model.judge.ofRole[role].logOdds(row));
    }
    QCOMPARE(back.linker.weights().size(), size_t(Linker::size));
    for (size_t i = 0; i < Linker::size; ++i)
        QVERIFY(std::abs(back.linker.weights()[i] - model.linker.weights()[i]) <= 1.0f / 127);
    const auto &figures = model.network->vocabulary.allFigures();
    for (size_t i = 0; i < figures.size(); ++i) {
        for (size_t k = 0; k < figureCount; ++k)
            QVERIFY(std::abs(back.network->vocabulary.figures(int(i))[k] - std::clamp(figures[i][k], -127 / 60.0f, 127 / 60.0f))
                    <= 0.01f);
    }
}

void TestModelFile::staysTheSameWhenWrittenAgain()
{
    const auto read = readModel(file(), origin);
    QVERIFY(read);
    QVERIFY(writeModel(**read) == file());
    QVERIFY(writeModel(randomModel(2)) != file());
}

void TestModelFile::keepsWhatWasTaught()
{
    Adaptation::Features features;
    Adaptation::Lesson lesson;
    for (const char *name : {"wcarter", "wblasted", "wit"})
        lesson.features.push_back({features.number(QString::fromLatin1(name))});
    lesson.scores.resize(3 * labelCount);
    lesson.labels = {Label::SourceBegin, Label::CueBegin, Label::ContentBegin};
    TrainedModel model = randomModel();
    model.adaptation = std::make_shared<const Adaptation>(Adaptation::learn({}, {lesson}, features));
    QVERIFY(model.adaptation->weights().contains(QStringLiteral("wblasted")));
    const QByteArray bytes = writeModel(model);
    const auto read = readModel(bytes, origin);
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    QVERIFY((*read)->adaptation && (*read)->adaptation->weights() == model.adaptation->weights());
    QVERIFY(writeModel(**read) == bytes);
    QVERIFY(!(*readModel(file(), origin))->adaptation);
    for (qsizetype size = body().size(); size < bytes.size() - headerSize; size += 5)
        QVERIFY2(!readModel(withHeader(bytes.mid(headerSize, size), 2), origin), qPrintable(QString::number(size)));
    QVERIFY(!readModel(withHeader(body(), 2), origin)); // said to have learned something, and nothing is there
    QVERIFY(!readModel(withHeader(bytes.mid(headerSize), 1), origin));
}

void TestModelFile::keepsOddWords()
{
    auto network = std::make_shared<NetworkWeights>();
    const QStringList forms{QStringLiteral("said"), QStringLiteral("\U0001F600"),   QString(QChar(0xD800)),
                            QString(QChar(0)),      QStringLiteral("a") + QChar(0), QStringLiteral("na\u00EFve")};
    network->vocabulary = Vocabulary({forms, {QString(QChar(0xDC00))}, {}, {QStringLiteral("id")}}, {}, tinyVectors());
    network->units = 32;
    network->values = randomWeights(3, NetworkPlan(network->vocabulary, 32).size, 0.3f);
    TrainedModel model = randomModel();
    model.network = network;
    const auto read = asWritten(model);
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    const Vocabulary &back = (*read)->network->vocabulary;
    for (int field = 0; field < formFields; ++field)
        QCOMPARE(back.rows(Field(field)), network->vocabulary.rows(Field(field)));
    QCOMPARE(back.entries(Field::Form)[0], forms[0]);
    QCOMPARE(back.entries(Field::Form)[1], forms[1]);
    QCOMPARE(back.entries(Field::Form)[5], forms[5]);
    QCOMPARE(back.vectors().toBytes(), tinyVectors()->toBytes());
    QVERIFY(writeModel(**read) == writeModel(model));
}

void TestModelFile::refusesAFileCutShort()
{
    const QByteArray &bytes = file();
    QVERIFY(bytes.size() > 50'000);
    for (qsizetype size = 0; size < bytes.size(); size += size < 100 ? 1 : 1000) {
        const auto read = readModel(bytes.left(size), origin);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::BadInput);
        QVERIFY2(read.error().text().contains(origin) && read.error().text().size() > 30, qPrintable(read.error().text()));
    }
    QVERIFY(!readModel(bytes + 'x', origin));
}

void TestModelFile::refusesAFileWithAFlippedBit()
{
    for (qsizetype at = 0; at < file().size(); at += at < headerSize ? 1 : 997) {
        QByteArray bytes = file();
        bytes[at] = char(bytes[at] ^ (1 << (at % 8)));
        QVERIFY2(!readModel(bytes, origin), qPrintable(QString::number(at)));
    }
}

void TestModelFile::refusesWhatIsNoModel_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const QString none = QStringLiteral("no model of Quoth's");
    QTest::newRow("nothing") << QByteArray() << none;
    QTest::newRow("text") << QByteArray("The bridge is safe.\n").repeated(100) << none;
    QTest::newRow("another mark") << QByteArray(file()).replace(0, 8, "QuothMdx") << none;
    QTest::newRow("a format of later") << QByteArray(file()).replace(8, 1, "\x03") << QStringLiteral("format 3");
    QTest::newRow("another length") << QByteArray(file()).replace(12, 1, QByteArray(1, char(file()[12] + 1)))
                                    << QStringLiteral("cut short");
    QTest::newRow("another checksum") << QByteArray(file()).replace(20, 1, QByteArray(1, char(file()[20] + 1)))
                                      << QStringLiteral("has changed");
    QTest::newRow("far too long") << QByteArray(file()) + QByteArray(65 * 1024 * 1024, 'x') << none;
}

void TestModelFile::refusesWhatIsNoModel()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const auto read = readModel(bytes, origin);
    QVERIFY(!read);
    QVERIFY2(read.error().text().contains(says), qPrintable(read.error().text()));
    QVERIFY(read.error().text().contains(origin));
}

void TestModelFile::refusesHostileContentWithTheRightChecksum_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QVERIFY(readModel(withHeader(body()), origin)); // else the rows below say nothing
    const Places at;
    QTest::newRow("nothing behind the header") << withHeader({});
    QTest::newRow("a name of 4 GB") << changed(0, quint32(0xfffffff0));
    for (const int units : {0, -32, 16, 33, 2048, 0x7fffffe0})
        QTest::addRow("%d units", units) << changed(at.units, qint32(units));
    QTest::newRow("more units than there are weights") << changed(at.units, qint32(1024));
    QTest::newRow("fewer units than there are weights") << changed(at.units, qint32(32 * 2));
    QTest::newRow("a vocabulary longer than the file") << changed(at.vocabulary, quint32(0x7fffffff));
    QTest::newRow("no vocabulary") << changed(at.vocabulary, quint32(0));
    QTest::newRow("a vocabulary of 4 GB unpacked") << changed(at.vocabulary + 4, quint32(0xffffffff));
    QTest::newRow("a vocabulary that cannot be unpacked") << changed(at.vocabulary + 8, quint32(0xffffffff));
    QTest::newRow("vectors longer than the file") << changed(at.vectors, quint32(0x7fffffff));
    QTest::newRow("damaged vectors") << changed(at.vectors + 4, quint32(0xffffffff));
    QTest::newRow("a calibration that is no number") << changed(at.calibration, std::numeric_limits<float>::quiet_NaN());
    QTest::newRow("an endless calibration") << changed(at.calibration + 4, std::numeric_limits<float>::infinity());
    QTest::newRow("a choice that is no number") << changed(at.choice, std::numeric_limits<float>::quiet_NaN());
    QTest::newRow("a choice that takes all") << changed(at.choice, -1e30f);
    QTest::newRow("a weight that is no number") << changed(at.units + 4, std::numeric_limits<float>::quiet_NaN());
    QTest::newRow("an endless weight") << changed(at.units + 4, std::numeric_limits<float>::infinity());
    QTest::newRow("something behind the end") << withHeader(body() + 'x');
    const auto linker = body().size() - Linker::size - Linker::size / 256 * 4;
    const auto trees = linker - 4 - judgeSize();
    QTest::newRow("an exact weight that is no number") << changed(trees - 4, std::numeric_limits<float>::quiet_NaN());
    QTest::newRow("a transition that outweighs all") << changed(trees - 4, 1e5f);
    QTest::newRow("trees that begin with no number") << changed(trees, std::numeric_limits<float>::quiet_NaN());
    QTest::newRow("fewer than no trees") << changed(trees + 4, qint32(-1));
    QTest::newRow("more trees than the file holds") << changed(trees + 4, qint32(9999));
    QTest::newRow("2 thousand million nodes") << changed(trees + 8, qint32(0x7fffffff));
    QTest::newRow("a tree that begins nowhere") << changed(trees + 12, qint32(-5));
    QTest::newRow("a node that asks for a feature too many") << changed(trees + firstNode, qint16(PieceJudge::features));
    QTest::newRow("a node without an end") << changed(trees + firstNode + 2, qint16(0));
    QTest::newRow("a node that leads out of its tree") << changed(trees + firstNode + 2, qint16(5000));
    QTest::newRow("a bound that is no number") << changed(trees + firstNode + 4, std::numeric_limits<float>::quiet_NaN());
    QTest::newRow("a linker of another size") << changed(linker - 4, qint32(Linker::size * 2));
    QTest::newRow("a linker of a negative size") << changed(linker - 4, qint32(-256));
}

void TestModelFile::refusesHostileContentWithTheRightChecksum()
{
    QFETCH(QByteArray, bytes);
    const auto read = readModel(bytes, origin);
    QVERIFY(!read);
    QVERIFY2(read.error().text().contains(QStringLiteral("quoth train")), qPrintable(read.error().text()));
}

void TestModelFile::refusesABodyCutShortWithTheRightChecksum()
{
    const QByteArray whole = body();
    for (qsizetype size = 0; size < whole.size(); size += size < 100 ? 1 : 1499)
        QVERIFY2(!readModel(withHeader(whole.left(size)), origin), qPrintable(QString::number(size)));
}

void TestModelFile::saysWhichFileCannotBeRead()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("none.model"));
    const auto missing = loadModel(path);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotReadable);
    QVERIFY(missing.error().text().contains(path));
    QVERIFY(!loadModel(folder.path())); // a folder
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file()) == file().size());
    out.close();
    QVERIFY(loadModel(path));
}

QTEST_GUILESS_MAIN(TestModelFile)
#include "test_modelfile.moc"
