// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "answerbuilder.h"
#include "outsidesettings.h"

namespace Quoth::Detection {

/// What INCEpTION sends to an external recommender and what it takes back, after ariadne/protocol.py, server.py,
/// contrib/inception_util.py and examples/requests of inception-project/inception-external-recommender: POST …/predict with
/// {metadata, document, typeSystem}, answered by {"document": XMI}. The document is a UIMA CAS in XMI 2.0 with DKPro sentences
/// and tokens; offsets count UTF-16 units. Pure: nothing here reads or writes.

/// Characters that XML 1.0 forbids are sent as spaces, so that offsets stay.
QJsonObject inceptionRequest(const Annotation::Article &article, const OutsideSettings &settings);
/// Annotations of the layer with inception_internal_predicted become spans, by the feature's value, or by the layer's short name if
/// it has none; F_score is the confidence, F_score_explanation the explanation. Fails if the document is no XMI, is longer
/// than it may be, or holds another text than was sent.
Result<void> readInceptionAnswer(const QJsonObject &record, const OutsideSettings &settings, AnswerBuilder &builder);

} // namespace Quoth::Detection
