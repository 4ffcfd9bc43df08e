// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace Quoth::Annotation {

/// Where a span or an attribution stands in the review. A rejected suggestion is kept: it is a negative example and must
/// not be suggested again.
enum class State : quint8 { Suggested, Accepted, Rejected };

enum class OriginKind : quint8 { Person, Detector, Import };

/// Who or what made an annotation. edited: a person has changed it since.
struct Origin
{
    OriginKind kind = OriginKind::Person;
    bool edited = false;
    QString name;
    QString version;

    bool operator==(const Origin &) const = default;
};

/// What spans and attributions have in common. confidence is a probability from 0 to 1; explanation is one line for people.
struct Provenance
{
    State state = State::Accepted;
    Origin origin;
    std::optional<double> confidence;
    QString explanation;

    bool operator==(const Provenance &) const = default;
};

/// The names used on disk and in exchange files: "suggested", "person", ...
QString toString(State state);
QString toString(OriginKind kind);
std::optional<State> stateFromString(QStringView name);
std::optional<OriginKind> originKindFromString(QStringView name);

} // namespace Quoth::Annotation
