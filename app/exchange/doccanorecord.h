// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "besidetext.h"

namespace Quoth::Exchange {

/// A line of a doccano file. Its editor shows offsets that count UTF-16 units (its own word for them is "codePoint"), or
/// grapheme clusters in projects that are told to.
QByteArray doccanoRecord(const Annotation::AnnotatedArticle &article, OffsetUnit unit, LossList &losses);
/// Reads a record: with lists of [begin, end, label], or with entities and relations. The unit that a record of ours names
/// comes before the given one. nullopt, with an issue, if it has no text.
std::optional<ImportedArticle> readDoccanoRecord(const QJsonObject &record, OffsetUnit unit, const ImportOptions &options,
                                                 IssueList &issues, const QString &place);

/// Names the unit in records of ours.
inline const QString doccanoUnit = QStringLiteral("offset_unit");
inline const QString doccanoGraphemes = QStringLiteral("graphemes");

} // namespace Quoth::Exchange
