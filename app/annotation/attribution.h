// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "span.h"

#include <span>

namespace Quoth::Annotation {

/// How content is given: wholly in quotation marks, without any, or partly. The terms are those of PARC 3.0 (Pareti 2016)
/// and PolNeAR (Newell, Margolin and Ruths, LREC 2018).
enum class Kind : quint8 { Direct, Indirect, Mixed };

QString toString(Kind kind);
std::optional<Kind> kindFromString(QStringView name);

/// The roles of the built-in frame type. Frame types of other schemas name their own.
inline const QString sourceRole = QStringLiteral("source");
inline const QString cueRole = QStringLiteral("cue");
inline const QString contentRole = QStringLiteral("content");

struct RoleFiller
{
    QString role;
    SpanId span;

    bool operator==(const RoleFiller &) const = default;
};

/// A frame: one relation that joins the spans which fill its roles. In the default schema it credits content (one span or
/// more) to a source (none or more) by a cue (none or more). Nesting and claimants are derived (nesting.h), never stored.
struct Attribution
{
    AttributionId id{1};
    QString type = QStringLiteral("Attribution"); ///< the name of a frame type of the schema
    QList<RoleFiller> fillers; ///< in the order they were given; a span fills a role of a frame at most once
    std::optional<Kind> kind;
    std::optional<SpeakerId> speaker; ///< only where no source span names the speaker, see speakerOf() in annotations.h
    Provenance provenance;
    QJsonObject attributes;
    QString note;

    bool operator==(const Attribution &) const = default;
    QList<SpanId> spans(QStringView role) const;
    bool has(SpanId span) const;
};

/// The kind that the quotation marks of a content give, by the corpora's rule: direct if all its letters and digits stand
/// inside double quotation marks, indirect if none do, mixed otherwise. nullopt if it has no letter or digit.
std::optional<Kind> kindOf(std::span<const TextRange> content, QStringView articleText);

} // namespace Quoth::Annotation
