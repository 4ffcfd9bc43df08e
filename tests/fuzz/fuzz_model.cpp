// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The bytes are a model's file as they are; or what stands behind its header, which is made for them; or changes to a
// small model: five bytes each, of which four say where. What is taken must read an article with all spans in it, and come
// out of a file as it went in.

#include <tests/detection/detectionchecks.h>
#include <tests/detection/tinymodel.h>

#include <app/detection/model/modeldetector.h>

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <cstdlib>

using namespace Quoth;
using namespace Quoth::Detection;

namespace {

constexpr qsizetype headerSize = 8 + 4 + 8 + 32;

QByteArray withHeader(const QByteArray &body)
{
    QByteArray header("QuothMdl");
    QDataStream stream(&header, QIODevice::WriteOnly | QIODevice::Append);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream << quint32(1) << quint64(body.size());
    return header + QCryptographicHash::hash(body, QCryptographicHash::Blake2b_256) + body;
}

QByteArray changed(const QByteArray &changes)
{
    static const QByteArray whole = [] {
        TrainedModel model = randomModel();
        model.network = randomNetwork(32, 1, tinyVectors());
        return writeModel(model).mid(headerSize);
    }();
    QByteArray body = whole;
    for (qsizetype i = 0; i + 5 <= changes.size(); i += 5)
        body[qsizetype(qFromLittleEndian<quint32>(changes.constData() + i) % quint32(body.size()))] = changes[i + 4];
    return body;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Annotation::Article article = [] {
        Annotation::Article result;
        result.meta.language = QStringLiteral("en");
        result.text = tinyArticle(1).text;
        return result;
    }();
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const QByteArray &file : {bytes, withHeader(bytes), withHeader(changed(bytes))}) {
        const auto model = readModel(file, QStringLiteral("fuzz"));
        if (!model)
            continue;
        if (!readModel(writeModel(**model), QStringLiteral("fuzz")))
            std::abort();
        const auto found = ModelDetector(QStringLiteral("fuzz"), QStringLiteral("fuzz"), std::make_shared<const AttributionFinder>(*model), nullptr, QStringLiteral("1")).detect(article, Progress());
        if (!found || !whatIsWrong(*found, article.text).isEmpty())
            std::abort();
    }
    return 0;
}
