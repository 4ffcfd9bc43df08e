// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "flatannotations.h"

namespace Quoth::Exchange {

/// How states stand in a task: what was accepted in an annotation, what was rejected in one that was cancelled (which other
/// programs pass over), what is suggested in a prediction for each that made some.
inline const QString annotationGroup = QStringLiteral("annotation");
inline const QString cancelledGroup = QStringLiteral("cancelled");
inline const QString predictionGroup = QStringLiteral("prediction "); ///< and the model's version

inline QString modelVersion(const Annotation::Origin &origin)
{
    const QString name = (origin.name + u' ' + origin.version).simplified();
    return name.isEmpty() ? Annotation::toString(origin.kind) : name;
}

inline FlatRules labelStudioRules()
{
    return {[](const Annotation::Provenance &provenance) -> std::optional<QString> {
        switch (provenance.state) {
        case Annotation::State::Accepted: return annotationGroup;
        case Annotation::State::Rejected: return cancelledGroup;
        case Annotation::State::Suggested: break;
        }
        return predictionGroup + modelVersion(provenance.origin);
    }};
}

} // namespace Quoth::Exchange
