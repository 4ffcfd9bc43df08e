// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/id.h>

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace Quoth::Annotation {

/// What is known of an article besides its text. published is kept as it was found; ISO 8601 where an importer can tell.
/// language is a BCP 47 tag. extra holds the further fields of the file it came from.
struct ArticleMeta
{
    QString title;
    QString url;
    QString outlet;
    QString author;
    QString published;
    QString language;
    QJsonObject extra;

    bool operator==(const ArticleMeta &) const = default;
};

/// A news article. Its text never changes after import; normalised() says what import does to it.
struct Article
{
    ArticleId id{1};
    QString externalId; ///< the name it has in exchange files, unique in a project
    QString text;
    ArticleMeta meta;

    bool operator==(const Article &) const = default;
    /// SHA-256 of the text in UTF-8, in hexadecimal.
    QByteArray sha256() const;
};

/// A text as it is kept: CRLF and lone CR become LF, a byte order mark at the begin goes, NUL and lone surrogates become
/// U+FFFD (neither SQLite's text functions nor UTF-8 can carry them). changes says in words what was done, empty if nothing.
struct NormalisedText
{
    QString text;
    QStringList changes;
};
NormalisedText normalised(const QString &text);

} // namespace Quoth::Annotation
