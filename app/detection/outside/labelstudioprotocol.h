// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quothprotocol.h"

namespace Quoth::Detection {

/// What Label Studio sends to its machine learning backends and what it takes back; field names after label_studio_ml/api.py and
/// response.py of HumanSignal/label-studio-ml-backend, and guide/ml_create and guide/predictions of its documentation. "start"
/// and "end" of a result count code points (label-studio pull requests 1559 and 2420). Pure: nothing here reads or writes.

/// The labelling configuration that a schema amounts to: its labels, or what the detector calls them, over the text "$text".
QString labellingConfig(const Annotation::Schema &schema, const QMap<QString, QString> &labels);
QJsonObject labelStudioSetup(const QString &config);
QJsonObject labelStudioTask(const Annotation::Article &article, const QString &config, const QString &modelVersion);
/// Fails on a backend that says it is not "UP".
Result<void> readLabelStudioHealth(const QJsonObject &record);
/// The answer to labelStudioTask(). Regions become spans, relations attributions (linkedframes.h); choices, ratings and the like
/// are counted and left out.
Result<void> readLabelStudioAnswer(const QJsonObject &record, AnswerBuilder &builder);

} // namespace Quoth::Detection
