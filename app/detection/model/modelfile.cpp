// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trainedmodel.h"

#include "kernels.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr char magic[] = "QuothMdl";
constexpr int magicSize = modelMarkSize;
constexpr quint32 format = 1;
constexpr quint32 adaptedFormat = 2; ///< with an adaptation at the end
constexpr auto hashMethod = QCryptographicHash::Blake2b_256; // many times as fast as SHA-256 here
constexpr int hashSize = 32;
constexpr qsizetype headerSize = magicSize + 4 + 8 + hashSize;
constexpr qint64 largestFile = 64 * 1024 * 1024;
constexpr int mostEntries = 1'000'000;
constexpr int mostUnits = 1024;
constexpr float strongestOfChain = 30; ///< its sums are made of exp() of it

void setUp(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
}

// Rows of 8-bit numbers, each row after its scale.
void writeRows(QDataStream &stream, const float *values, size_t rows, size_t columns, int levels = 127)
{
    QByteArray bytes(qsizetype(columns), Qt::Uninitialized);
    for (size_t r = 0; r < rows; ++r, values += columns) {
        float greatest = 0;
        for (size_t c = 0; c < columns; ++c)
            greatest = std::max(greatest, std::abs(values[c]));
        const float scale = greatest / float(levels);
        stream << scale;
        for (size_t c = 0; c < columns; ++c)
            bytes[qsizetype(c)] = char(scale > 0 ? std::clamp(std::lround(values[c] / scale), -long(levels), long(levels)) : 0);
        stream.writeRawData(bytes.constData(), int(columns));
    }
}

bool readRows(QDataStream &stream, float *values, size_t rows, size_t columns)
{
    QByteArray bytes(qsizetype(columns), Qt::Uninitialized);
    for (size_t r = 0; r < rows; ++r, values += columns) {
        float scale = 0;
        stream >> scale;
        if (stream.readRawData(bytes.data(), int(columns)) != int(columns) || !std::isfinite(scale) || std::abs(scale) > 1000)
            return false;
        for (size_t c = 0; c < columns; ++c)
            values[c] = scale * float(qint8(bytes[qsizetype(c)]));
    }
    return true;
}

// Calls each(begin, rows, columns) for the parts of a network's weights.
template<typename Each>
bool parts(const NetworkPlan &plan, const Vocabulary &vocabulary, const Each &each)
{
    const size_t units = size_t(plan.units);
    bool ok = true;
    for (size_t f = 0; f < fieldCount; ++f)
        ok = ok && each(plan.tables[f], size_t(vocabulary.rows(Field(f))), size_t(NetworkPlan::fieldSizes[f]));
    for (size_t d = 0; d < 2; ++d) {
        ok = ok && each(plan.inputs[d], size_t(plan.inputSize), 4 * units);
    }
    return ok;
}

// Those that WholeMatrix rounds anyway: column by column, as it does.
template<typename Each>
bool wholeParts(const NetworkPlan &plan, const Each &each)
{
    const size_t units = size_t(plan.units);
    return each(plan.recurrent[0], units, 4 * units) && each(plan.recurrent[1], units, 4 * units) && each(plan.output, 2 * units, size_t(labelCount));
}

void transpose(const float *from, size_t rows, size_t columns, std::vector<float> &to)
{
    to.resize(rows * columns);
    for (size_t r = 0; r < rows; ++r) {
        for (size_t c = 0; c < columns; ++c)
            to[c * rows + r] = from[r * columns + c];
    }
}

// What is small or delicate stays as it is.
template<typename Each>
void exactParts(const NetworkPlan &plan, const Each &each)
{
    for (size_t d = 0; d < 2; ++d)
        each(plan.biases[d], 4 * size_t(plan.units));
    each(plan.outputBias, plan.size - plan.outputBias);
}

Error damaged(const QString &place, const QString &what)
{
    return {ErrorCode::BadInput, what, place};
}

QString notAModel() { return QCoreApplication::translate("Quoth::Detection", "This is no model of Quoth's, or it is damaged. Make it anew with \"quoth train\"."); }

bool areSane(const float *values, size_t count, float greatest = 1e6f)
{
    for (size_t i = 0; i < count; ++i) {
        if (!std::isfinite(values[i]) || std::abs(values[i]) > greatest)
            return false;
    }
    return true;
}

bool isShare(float x) { return x >= 0 && x <= 1; }

// What parts the entries must not stand in one.
QByteArray entriesOf(const Vocabulary &vocabulary, Field field)
{
    QStringList entries = vocabulary.entries(field);
    entries.replaceInStrings(QString(QChar(0)), QString(QChar::ReplacementCharacter));
    entries.replaceInStrings(QStringLiteral("\n"), QString(QChar::ReplacementCharacter));
    return entries.join(u'\n').toUtf8();
}

bool readVocabulary(QDataStream &stream, Vocabulary &vocabulary)
{
    QByteArray packed;
    stream >> packed;
    // qUncompress() trusts the size that stands before the data.
    if (stream.status() != QDataStream::Ok || packed.size() < 4 || qFromBigEndian<quint32>(packed.constData()) > quint32(largestFile))
        return false;
    const QByteArray text = qUncompress(packed);
    const QList<QByteArray> tables = text.split('\0');
    if (tables.size() != formFields)
        return false;
    std::array<QStringList, formFields> entries;
    for (size_t f = 0; f < formFields; ++f) {
        if (tables[qsizetype(f)].isEmpty())
            continue;
        entries[f] = QString::fromUtf8(tables[qsizetype(f)]).split(u'\n');
        if (entries[f].size() > mostEntries)
            return false;
    }
    std::vector<Figures> figures(size_t(entries[0].size()) + 1);
    for (Figures &row : figures) {
        for (float &value : row) {
            qint8 rounded = 0;
            stream >> rounded;
            value = float(rounded) / 60;
        }
    }
    QByteArray vectorBytes;
    stream >> vectorBytes;
    if (stream.status() != QDataStream::Ok)
        return false;
    Result<WordVectors> vectors = WordVectors::fromBytes(vectorBytes);
    if (!vectors)
        return false;
    vocabulary = Vocabulary(std::move(entries), std::move(figures), std::make_shared<const WordVectors>(*std::move(vectors)));
    return true;
}

} // namespace

QByteArray writeModel(const TrainedModel &model)
{
    QByteArray body;
    {
        QDataStream stream(&body, QIODevice::WriteOnly);
        setUp(stream);
        stream << QJsonDocument(model.about).toJson(QJsonDocument::Compact);
        stream << model.choice.least;
        for (const float weight : model.calibration.weights)
            stream << weight;
        const Vocabulary &vocabulary = model.network->vocabulary;
        QByteArray text;
        for (int f = 0; f < formFields; ++f)
            text += (f > 0 ? QByteArray(1, '\0') : QByteArray()) + entriesOf(vocabulary, Field(f));
        stream << qCompress(text, 9);
        for (const Figures &figures : vocabulary.allFigures()) {
            for (const float value : figures)
                stream << qint8(std::clamp(std::lround(value * 60), -127L, 127L));
        }
        stream << vocabulary.vectors().toBytes() << qint32(model.network->units);
        const NetworkPlan plan(vocabulary, model.network->units);
        const float *values = model.network->values.data();
        parts(plan, vocabulary, [&](size_t begin, size_t rows, size_t columns) {
            writeRows(stream, values + begin, rows, columns);
            return true;
        });
        std::vector<float> turned;
        wholeParts(plan, [&](size_t begin, size_t rows, size_t columns) {
            transpose(values + begin, rows, columns, turned);
            writeRows(stream, turned.data(), columns, rows, wholeReach);
            return true;
        });
        exactParts(plan, [&](size_t begin, size_t count) {
            for (size_t i = begin; i < begin + count; ++i)
                stream << values[i];
        });
        for (const BoostedTrees &trees : model.judge.ofRole)
            trees.write(stream);
        stream << qint32(model.linker.weights().size());
        writeRows(stream, model.linker.weights().data(), model.linker.weights().size() / 256, 256);
        if (model.adaptation)
            stream << model.adaptation->toBytes();
    }
    QByteArray result(magic, magicSize);
    {
        QDataStream stream(&result, QIODevice::WriteOnly | QIODevice::Append);
        setUp(stream);
        stream << (model.adaptation ? adaptedFormat : format) << quint64(body.size());
    }
    return result + QCryptographicHash::hash(body, hashMethod) + body;
}

Result<std::shared_ptr<const TrainedModel>> readModel(const QByteArray &bytes, const QString &place)
{
    if (bytes.size() < headerSize || bytes.size() > largestFile || !isModel(bytes))
        return damaged(place, notAModel());
    QDataStream header(bytes.mid(magicSize, 12));
    setUp(header);
    quint32 number = 0;
    quint64 length = 0;
    header >> number >> length;
    if (number != format && number != adaptedFormat)
        return damaged(place, QCoreApplication::translate("Quoth::Detection", "This model has the format %1; this Quoth reads %2. Make it anew with \"quoth train\".").arg(number).arg(adaptedFormat));
    const QByteArray body = bytes.mid(headerSize);
    if (length != quint64(body.size()))
        return damaged(place, QCoreApplication::translate("Quoth::Detection", "The model's file is cut short or too long: copy it again."));
    const QByteArray hash = QCryptographicHash::hash(body, hashMethod);
    if (hash != bytes.mid(magicSize + 12, hashSize))
        return damaged(place, QCoreApplication::translate("Quoth::Detection", "The model's file has changed since it was made: copy it again."));

    QDataStream stream(body);
    setUp(stream);
    auto model = std::make_shared<TrainedModel>();
    model->version = QString::fromLatin1(hash.toHex().left(8));
    QByteArray about;
    stream >> about >> model->choice.least;
    model->about = QJsonDocument::fromJson(about).object();
    for (float &weight : model->calibration.weights)
        stream >> weight;
    auto network = std::make_shared<NetworkWeights>();
    qint32 units = 0;
    if (!areSane(model->calibration.weights.data(), Calibration::size) || !readVocabulary(stream, network->vocabulary))
        return damaged(place, notAModel());
    stream >> units;
    if (stream.status() != QDataStream::Ok || units < 32 || units > mostUnits || units % 32 != 0)
        return damaged(place, notAModel());
    network->units = units;
    const NetworkPlan plan(network->vocabulary, units);
    if (plan.size > size_t(body.size())) // a weight takes a byte at least
        return damaged(place, notAModel());
    network->values.resize(plan.size);
    bool ok = parts(plan, network->vocabulary, [&](size_t begin, size_t rows, size_t columns) {
        return readRows(stream, network->values.data() + begin, rows, columns);
    });
    std::vector<float> turned;
    ok = ok && wholeParts(plan, [&](size_t begin, size_t rows, size_t columns) {
        turned.resize(rows * columns);
        std::vector<float> values;
        if (!readRows(stream, turned.data(), columns, rows))
            return false;
        transpose(turned.data(), columns, rows, values);
        std::copy(values.begin(), values.end(), network->values.begin() + qsizetype(begin));
        return true;
    });
    exactParts(plan, [&](size_t begin, size_t count) {
        for (size_t i = begin; i < begin + count; ++i)
            stream >> network->values[i];
    });
    for (BoostedTrees &trees : model->judge.ofRole)
        ok = ok && trees.read(stream, PieceJudge::features);
    qint32 linkerSize = 0;
    stream >> linkerSize;
    ok = ok && stream.status() == QDataStream::Ok && linkerSize == Linker::size;
    std::vector<float> weights(ok ? size_t(linkerSize) : 0);
    ok = ok && readRows(stream, weights.data(), weights.size() / 256, 256);
    if (ok && number == adaptedFormat) {
        QByteArray learned;
        stream >> learned;
        auto adaptation = stream.status() == QDataStream::Ok ? Adaptation::fromBytes(learned) : Error{};
        if (!adaptation)
            return damaged(place, notAModel());
        model->adaptation = std::make_shared<const Adaptation>(*std::move(adaptation));
    }
    ok = ok && stream.atEnd() && areSane(network->values.data(), network->values.size())
        && areSane(network->values.data() + plan.transitions, plan.size - plan.transitions, strongestOfChain)
        && isShare(model->choice.least);
    if (!ok)
        return damaged(place, notAModel());
    model->network = std::move(network);
    model->linker = Linker(std::move(weights));
    return std::shared_ptr<const TrainedModel>(std::move(model));
}

bool isModel(const QByteArray &beginning) { return beginning.startsWith(magic); }

} // namespace Quoth::Detection
