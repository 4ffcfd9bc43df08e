// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textfind.h"

#include <algorithm>
#include <array>
#include <vector>

namespace Quoth::Widgets {

namespace {

constexpr char16_t plain(char16_t c)
{
    switch (c) {
    case 0x00a0: // no-break space
    case 0x202f: // narrow no-break space
    case 0x2009: // thin space
        return u' ';
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x2032:
        return u'\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x2033:
        return u'"';
    case 0x2010:
    case 0x2011:
        return u'-';
    default:
        return c;
    }
}

/// What characters are compared by. One array instead of two rules for each character that is looked at.
class Folding
{
public:
    explicit Folding(bool matchCase)
        : m_matchCase(matchCase)
    {
        for (char16_t c = 0; c < m_table.size(); ++c)
            m_table[c] = fold(c);
    }

    char16_t operator()(QChar c) const
    {
        const char16_t u = c.unicode();
        return u < m_table.size() ? m_table[u] : fold(u);
    }

private:
    char16_t fold(char16_t c) const
    {
        const char16_t same = plain(c);
        return m_matchCase || QChar::isSurrogate(same) ? same : char16_t(QChar::toCaseFolded(char32_t(same)));
    }

    std::array<char16_t, 0x600> m_table{};
    bool m_matchCase;
};

bool isWordCharacter(QChar c) { return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'_'; }

bool standsAlone(QStringView text, qsizetype begin, qsizetype end)
{
    const bool before = begin > 0 && isWordCharacter(text[begin - 1]) && isWordCharacter(text[begin]);
    const bool after = end < text.size() && isWordCharacter(text[end]) && isWordCharacter(text[end - 1]);
    return !before && !after;
}

} // namespace

QList<Extent> findAll(QStringView text, QStringView words, FindOptions options)
{
    QList<Extent> found;
    const qsizetype size = words.size();
    if (size == 0 || size > text.size())
        return found;
    const Folding fold(options.matchCase);
    std::vector<char16_t> wanted;
    for (const QChar c : words)
        wanted.push_back(fold(c));
    // Horspool: how far to go on by the last character looked at, told apart by its low byte.
    std::array<qsizetype, 256> skip;
    skip.fill(size);
    for (qsizetype i = 0; i + 1 < size; ++i)
        skip[wanted[size_t(i)] & 0xff] = size - 1 - i;
    const QChar *const characters = text.data();
    const qsizetype length = text.size();
    const char16_t lastWanted = wanted.back();
    found.reserve(std::min<qsizetype>(text.size() / 64, 4096));
    if (size == 1) {
        // Every character is looked at, and none has to wait for what the one before it said.
        for (qsizetype at = 0; at < length; ++at) {
            if (fold(characters[at]) == lastWanted && (!options.wholeWords || standsAlone(text, at, at + 1)))
                found.append({qint32(at), qint32(at + 1)});
        }
        return found;
    }
    for (qsizetype at = 0; at + size <= length;) {
        const char16_t last = fold(characters[at + size - 1]);
        if (last != lastWanted) {
            at += skip[last & 0xff];
            continue;
        }
        const bool fits = std::equal(wanted.begin(), wanted.end() - 1, characters + at,
                                     [&fold](char16_t w, QChar c) { return w == fold(c); });
        if (fits && (!options.wholeWords || standsAlone(text, at, at + size))) {
            found.append({qint32(at), qint32(at + size)});
            at += size;
        } else {
            at += skip[last & 0xff];
        }
    }
    return found;
}

} // namespace Quoth::Widgets
