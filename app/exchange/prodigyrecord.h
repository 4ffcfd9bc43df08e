// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "besidetext.h"

namespace Quoth::Exchange {

/// A line of a Prodigy file, as its recipes for spans and relations have it. Offsets count code points; a span's last token is
/// named, not the one behind it; head and child of a relation are the last tokens of their spans.
QByteArray prodigyRecord(const Annotation::AnnotatedArticle &article, LossList &losses);
/// Reads a record; nullopt, with an issue, if it has no text. The answer "accept" or "reject" decides over what is
/// suggested in it; in one that was not written by Quoth, spans of a rejected record are rejected and of an ignored one suggested.
std::optional<ImportedArticle> readProdigyRecord(const QJsonObject &record, const ImportOptions &options, IssueList &issues,
                                                 const QString &place);

} // namespace Quoth::Exchange
