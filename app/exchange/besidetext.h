// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "flatannotations.h"
#include "format.h"
#include "issuelist.h"
#include "textmapping.h"

#include <QJsonObject>

namespace Quoth::Exchange {

/// Where files of other programs keep what only Quoth reads.
inline const QString besideKey = QStringLiteral("quoth");

/// What the native record has besides the text, without what it says twice.
QJsonObject besideText(const Annotation::AnnotatedArticle &article);

/// Reads a record of another program in two steps: what Quoth kept beside the text, then what the program shows of it.
class BesideReader
{
public:
    /// plain is what the file itself says of the article ("id", "title" and further fields); it is used where nothing was kept.
    BesideReader(const QString &raw, const QJsonObject &kept, const QJsonObject &plain, const ImportOptions &options,
                 IssueList &issues, const QString &place);

    bool hasText() const { return m_imported.has_value(); }
    const TextMapping &mapping() const { return m_mapping; }
    ImportedArticle finish(const FlatAnnotations &shown, const FlatRules &rules);

private:
    const TextMapping m_mapping;
    std::optional<ImportedArticle> m_imported;
};

/// A range read from a file, or an issue: for nullopt and for one without characters.
std::optional<TextRange> checkedRange(std::optional<TextRange> range, IssueList &issues, const QString &place);
/// A whole number; nullopt for anything else, also for one that no text is long enough for.
std::optional<qint64> wholeNumber(const QJsonValue &value);
/// A text, a number, a truth value as one line; empty for all else.
QString plainText(const QJsonValue &value);

} // namespace Quoth::Exchange
