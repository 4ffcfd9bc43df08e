// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textsearch.h"

#include <QStringMatcher>

#include <boost/algorithm/searching/boyer_moore_horspool.hpp>

namespace Quoth::Storage {

namespace {

/// Whether a character goes on with a word. Han, kana and the scripts of South-East Asia part no words by blanks: there, any edge will do.
bool joinsWords(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar: return false;
    default: return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == U'_';
    }
}

char32_t characterBefore(QStringView text, qsizetype offset)
{
    const QChar unit = text[offset - 1];
    const bool isPair = unit.isLowSurrogate() && offset > 1 && text[offset - 2].isHighSurrogate();
    return isPair ? QChar::surrogateToUcs4(text[offset - 2], unit) : unit.unicode();
}

char32_t characterAfter(QStringView text, qsizetype offset)
{
    const QChar unit = text[offset];
    const bool isPair = unit.isHighSurrogate() && offset + 1 < text.size() && text[offset + 1].isLowSurrogate();
    return isPair ? QChar::surrogateToUcs4(unit, text[offset + 1]) : unit.unicode();
}

bool isWordEdge(QStringView text, qsizetype offset)
{
    return offset == 0 || offset == text.size() || !joinsWords(characterBefore(text, offset)) || !joinsWords(characterAfter(text, offset));
}

/// Inside a surrogate pair or before a combining mark.
bool cutsACharacter(QStringView text, qsizetype offset)
{
    if (offset == 0 || offset == text.size())
        return false;
    return (text[offset].isLowSurrogate() && text[offset - 1].isHighSurrogate()) || QChar::isMark(characterAfter(text, offset));
}

} // namespace

QList<TextRange> placesOf(const WordSearch &search, const QString &text)
{
    QList<TextRange> places;
    if (search.words.isEmpty())
        return places;
    // Compares without changing lengths, so that the offsets are those of the text.
    const QStringMatcher matcher(search.words, search.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive);
    const qsizetype length = search.words.size();
    for (qsizetype at = matcher.indexIn(text); at >= 0; at = matcher.indexIn(text, at)) {
        const qsizetype end = at + length;
        if (cutsACharacter(text, at) || cutsACharacter(text, end)
            || (search.wholeWords && !(isWordEdge(text, at) && isWordEdge(text, end)))) {
            ++at;
            continue;
        }
        places.append({qint32(at), qint32(end)});
        at = end;
    }
    return places;
}

Result<QSet<ArticleId>> articlesContaining(Project &project, const QString &words)
{
    const QString folded = words.toCaseFolded();
    const boost::algorithm::boyer_moore_horspool<const char16_t *> search(
        reinterpret_cast<const char16_t *>(folded.utf16()), reinterpret_cast<const char16_t *>(folded.utf16()) + folded.size());
    const auto rows = project.database().run(QStringLiteral("SELECT id, text FROM articles WHERE withdrawn = 0"));
    if (!rows)
        return rows.error();
    QSet<ArticleId> found;
    while ((*rows)->next()) {
        const QString text = (*rows)->value(1).toString().toCaseFolded();
        const auto *begin = reinterpret_cast<const char16_t *>(text.utf16());
        const auto *end = begin + text.size();
        if (folded.isEmpty() || search(begin, end).first != end)
            found.insert(ArticleId((*rows)->value(0).toLongLong()));
    }
    if (const auto done = project.database().finished(**rows); !done)
        return done.error();
    return found;
}

} // namespace Quoth::Storage
