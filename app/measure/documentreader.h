// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document.h"

#include <app/base/result.h>

#include <QJsonObject>

namespace Quoth::Measure {

/// Reads a line of a file of attributions: Quoth's native JSON Lines or the plainer form {"id", "text", "attributions":
/// [{"source", "cue", "content", "kind"}]}, offsets in code points and end-exclusive. Nothing is repaired: a range that is empty,
/// reversed or outside the text is an error that names attribution and role, for figures over half-read gold mislead.
/// Speakers come from "speakers" and the spans that name them, or from "coref": [{"id", "mentions": [[s, e], ...]}];
/// claims from "claims", with the confidence and state that the span of the same id has. A line {"id", "text", "label": 0 or 1},
/// as ClaimBuster's (Arslan et al., ICWSM 2020), is a sentence that is not or is check-worthy. place is for errors.
Result<Document> readDocument(const QJsonObject &record, const QString &place);

/// Whether a line is an instance of CofeNet's form: {"doc", "n", "tokens": [[s, e], ...], "labels": ["B-source", ...]}.
bool isInstance(const QJsonObject &record);
Result<Instance> readInstance(const QJsonObject &record, const QString &place);

} // namespace Quoth::Measure
