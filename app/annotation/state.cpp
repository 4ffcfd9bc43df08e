// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "state.h"

namespace Quoth::Annotation {

QString toString(State state)
{
    switch (state) {
    case State::Suggested: return QStringLiteral("suggested");
    case State::Accepted: return QStringLiteral("accepted");
    case State::Rejected: return QStringLiteral("rejected");
    }
    Q_UNREACHABLE();
}

QString toString(OriginKind kind)
{
    switch (kind) {
    case OriginKind::Person: return QStringLiteral("person");
    case OriginKind::Detector: return QStringLiteral("detector");
    case OriginKind::Import: return QStringLiteral("import");
    }
    Q_UNREACHABLE();
}

std::optional<State> stateFromString(QStringView name)
{
    for (const State state : {State::Suggested, State::Accepted, State::Rejected}) {
        if (name == toString(state))
            return state;
    }
    return std::nullopt;
}

std::optional<OriginKind> originKindFromString(QStringView name)
{
    for (const OriginKind kind : {OriginKind::Person, OriginKind::Detector, OriginKind::Import}) {
        if (name == toString(kind))
            return kind;
    }
    return std::nullopt;
}

} // namespace Quoth::Annotation
