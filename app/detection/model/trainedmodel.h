// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adaptation.h"
#include "calibration.h"
#include "linker.h"
#include "network.h"
#include "pieces.h"

#include <app/base/result.h>

#include <QJsonObject>

#include <memory>

namespace Quoth::Detection {

/// All that is learned from labelled articles. Immutable once made.
struct TrainedModel
{
    std::shared_ptr<const NetworkWeights> network;
    Linker linker;
    PieceJudge judge;
    PieceChoice choice;
    Calibration calibration;
    /// What it was made of and how: "name", "language", "articles", "attributions", "options".
    QJsonObject about;
    /// What an analyst's decisions have taught the model, where it was exported from a project; else null.
    std::shared_ptr<const Adaptation> adaptation;
    QString version; ///< the first digits of the file's checksum; empty until written
};

/// The file: "QuothMdl", the number of the format, the length and BLAKE2b of the rest; then in Qt's data stream format what
/// stands in TrainedModel. Weights are rounded to eight bits, each row with a scale of its own, and those that the reader takes
/// as whole numbers as it rounds them. A model with an adaptation has the format 2, which has that at its end.
QByteArray writeModel(const TrainedModel &model);

inline constexpr int modelMarkSize = 8;
/// Whether a file that begins so claims to be a model.
bool isModel(const QByteArray &beginning);

/// Reads what writeModel() made. Fails with ErrorCode::BadInput on anything else, whatever it holds; place: where it
/// comes from, for the message.
Result<std::shared_ptr<const TrainedModel>> readModel(const QByteArray &bytes, const QString &place);

} // namespace Quoth::Detection
