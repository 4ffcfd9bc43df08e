// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "state.h"

#include <app/base/id.h>
#include <app/base/offsets.h>

#include <QJsonObject>
#include <QList>

namespace Quoth::Annotation {

/// A labelled stretch of an article. Spans may overlap, nest and, by having several fragments, be interrupted.
struct Span
{
    SpanId id{1};
    QString label; ///< the name of a label of the schema
    QList<TextRange> fragments; ///< UTF-16 units; at least one, sorted, none touching the next, see canonical()
    Provenance provenance;
    std::optional<SpeakerId> speaker; ///< whom it names, for the spans that name somebody
    QJsonObject attributes; ///< by attribute name, as the schema declares them
    QString note;

    bool operator==(const Span &) const = default;
    /// From the begin of the first fragment to the end of the last.
    TextRange extent() const { return {fragments.constFirst().begin, fragments.constLast().end}; }
    bool covers(qint32 position) const;
};

/// Sorted, with empty ranges dropped and ranges that overlap or touch joined. Empty if nothing is left.
QList<TextRange> canonical(QList<TextRange> fragments);
/// Canonical, with an edge that lies inside a surrogate pair moved outward, so that no character is cut: files count code
/// points and could not keep such an edge. Edges outside the text stay as they are.
QList<TextRange> wholeCharacters(const QList<TextRange> &fragments, QStringView text);
/// Whether fragments are canonical, not empty, and within a text of this many UTF-16 units.
bool isValid(const QList<TextRange> &fragments, qsizetype textLength);
/// Whether every character of inner belongs to outer.
bool contains(const QList<TextRange> &outer, const QList<TextRange> &inner);
bool overlap(const QList<TextRange> &a, const QList<TextRange> &b);
/// The text of a span, its fragments joined by a separator.
QString textOf(const QList<TextRange> &fragments, QStringView articleText, QStringView separator = u" ");

} // namespace Quoth::Annotation
