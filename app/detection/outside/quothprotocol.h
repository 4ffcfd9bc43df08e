// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "answerbuilder.h"

#include <QJsonDocument>

namespace Quoth::Detection {

/// Quoth's own protocol for detectors, version 1, as resources/protocols/detectors.md tells it: JSON objects in UTF-8, one a line
/// over a program's standard input and output, or as the bodies of HTTP requests. Offsets count code points, ends exclusive.
/// Pure: nothing here reads or writes anything.
inline constexpr int quothProtocol = 1;

/// How a detector from outside introduces itself. Both may be empty where a protocol does not tell them.
struct PeerInfo
{
    QString name;
    QString version;
};

/// An object out of bytes that may be anything: fails on invalid UTF-8, on JSON that is cut short or is no object, with the
/// begin of what came instead.
Result<QJsonObject> jsonObjectFrom(QByteArrayView bytes);
/// The begin of what a detector sent, made harmless and short, for messages.
QString excerpt(QByteArrayView bytes);

/// {"quoth":"hello","protocol":1,"version":"0.1.0"}
QJsonObject helloRecord();
/// Fails unless it has a name and speaks this version of the protocol.
Result<PeerInfo> readHello(const QJsonObject &record);

/// What a detector is told of an article: id, title, text, meta and the label schema. Nothing of its annotations.
QJsonObject articleRecord(const Annotation::Article &article, const Annotation::Schema &schema);
/// Fails if the detector tells an error, answers to another article, or the record has not the form of an answer. What single
/// items lack is counted by the builder.
Result<void> readQuothAnswer(const QJsonObject &record, const QString &articleId, AnswerBuilder &builder);

} // namespace Quoth::Detection
