// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Quoth::Exchange {

/// What the reader and the writer of CoNLL-U (universaldependencies.org/format.html) agree on in its comments and its column MISC. start and
/// end count code points of the article. SpaceAfter=No and, as UDPipe writes them, SpacesAfter and SpacesBefore give the blanks. Raw is the
/// word where FORM, in normal form C, differs, percent-encoded. Spans is a list of B-Label:id and I-Label:id parted by commas, Roles one of
/// role:id of the attributions whose part the span is that begins there. The comment conlluArticle of an article's first sentence is the native
/// file's record without text and fragments.
inline const QString conlluArticle = QStringLiteral("quoth_article");

/// Blanks with \s, \t, \n, \r; others and the column's own "|" and "\" as \u and four hexadecimal digits.
QString conlluBlanks(QStringView text);
QString fromConlluBlanks(QStringView escaped);

} // namespace Quoth::Exchange
