// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quotations.h"

#include "tokenizer.h"

#include <algorithm>
#include <utility>

namespace Quoth::Detection {

namespace {

constexpr int longestSingle = 300;

enum class Role : quint8 { None, Opens, Closes, Either };

class Finder
{
public:
    Finder(const Tokens &tokens, TokenRange paragraph) : m_tokens(tokens), m_range(paragraph) { }

    bool gapBefore(int i) const { return i <= m_range.begin || m_tokens[size_t(i)].spaceBefore; }
    bool gapAfter(int i) const { return i + 1 >= m_range.end || m_tokens[size_t(i + 1)].spaceBefore; }
    char16_t mark(int i) const { return m_range.contains(i) ? m_tokens[size_t(i)].mark : char16_t(0); }

    bool afterOpener(int i) const
    {
        const char16_t before = mark(i - 1);
        return gapBefore(i) || before == u'(' || before == u'[' || before == u'\u2014' || before == u'\u2013' || before == u'-'
            || before == u'\u2026' || isQuotationMark(before);
    }

    Role roleOf(int i, char16_t open) const
    {
        switch (const char16_t c = mark(i)) {
        case u'\u201E':
        case u'\u300C':
        case u'\u300E': return Role::Opens;
        case u'\u201D':
        case u'\u300D':
        case u'\u300F':
            return open == 0 && gapBefore(i) && !gapAfter(i) ? Role::Opens : Role::Closes; // Swedish and Finnish open with it too
        case u'\u201C':
        case u'\u201F': return open == u'\u201E' ? Role::Closes : Role::Opens;
        case u'\u00AB': return open == u'\u00BB' ? Role::Closes : Role::Opens;
        case u'\u00BB': return open == u'\u00AB' ? Role::Closes : open == 0 ? Role::Opens : Role::Closes;
        case u'"':
            if (afterOpener(i) && !gapAfter(i) && !(open && !gapBefore(i)))
                return Role::Opens;
            return !gapBefore(i) || i == m_range.end - 1 ? Role::Closes : gapAfter(i) ? Role::Either : Role::Opens;
        default: Q_UNUSED(c) return Role::None;
        }
    }

    static char16_t partnerOf(char16_t opening)
    {
        switch (opening) {
        case u'\u00AB': return u'\u00BB';
        case u'\u00BB': return u'\u00AB';
        case u'\u300C': return u'\u300D';
        case u'\u300E': return u'\u300F';
        default: return 0;
        }
    }
    /// Only marks that have a partner of their own can tell an inner quotation from a mark that was forgotten.
    static bool nests(char16_t outer, char16_t inner) { return partnerOf(outer) && inner != outer && inner != partnerOf(outer); }

    void findDouble(bool continues, bool nextOpens, std::vector<Quotation> &result) const
    {
        int open = -1;
        int around = -1; ///< an open mark of another kind around it: « “ ” »
        for (int i = m_range.begin; i < m_range.end; ++i) {
            if (!isDoubleMark(mark(i)))
                continue;
            // The outer one closes: what is open within it never does.
            if (around >= 0 && mark(i) == partnerOf(mark(around)) && mark(i) != partnerOf(mark(open)))
                open = std::exchange(around, -1);
            Role role = roleOf(i, open < 0 ? char16_t(0) : mark(open));
            if (role == Role::Either)
                role = open < 0 ? Role::Opens : Role::Closes;
            // A straight mark cannot open while one of its kind is open: its blank is on the wrong side.
            if (role == Role::Opens && open >= 0 && mark(i) == u'"' && mark(open) == u'"' && !gapAfter(i) && !gapBefore(i))
                role = Role::Closes;
            if (role == Role::Opens) {
                if (around < 0 && open >= 0 && nests(mark(open), mark(i)))
                    around = open;
                open = i;
            } else if (open >= 0) {
                if (i > open + 1)
                    result.push_back({{open, i + 1}, false, true, continues && open == m_range.begin, -1});
                open = std::exchange(around, -1);
            }
        }
        if (open >= 0 && open + 1 < m_range.end && (nextOpens || open == m_range.begin))
            result.push_back({{open, m_range.end}, false, false, continues && open == m_range.begin, -1});
    }

    int closeOfSingle(int open, int limit) const
    {
        const char16_t opening = mark(open);
        int possessive = -1;
        for (int i = open + 2; i < limit; ++i) {
            const char16_t c = mark(i);
            if (c == u'\u203A' && opening == u'\u2039')
                return i;
            if (c == u'\u2018' && opening == u'\u201A')
                return i;
            if (c == u'\u2018' || (c == opening && afterOpener(i) && !gapAfter(i)))
                return possessive; // another one opens
            if ((c != u'\u2019' && c != u'\'') || gapBefore(i) || (!gapAfter(i) && !m_tokens[size_t(i + 1)].mark))
                continue;
            // "the voters' choice": a mark after a plural is no end if a better one follows.
            if (m_tokens[size_t(i - 1)].mark || m_tokens[size_t(i - 1)].tag != Tag::Noun || mark(i + 1))
                return i;
            if (possessive < 0)
                possessive = i;
        }
        return possessive;
    }

    void findSingle(std::vector<Quotation> &result) const
    {
        std::vector<Quotation> singles;
        size_t next = 0;
        for (int i = m_range.begin; i + 2 < m_range.end; ++i) {
            const char16_t c = mark(i);
            if ((c != u'\u2018' && c != u'\'' && c != u'\u201A' && c != u'\u2039') || !afterOpener(i) || gapAfter(i))
                continue;
            while (next < result.size() && result[next].tokens.end <= i)
                ++next;
            const bool inside = next < result.size() && result[next].tokens.contains(i);
            int limit = std::min(m_range.end, i + longestSingle);
            if (inside)
                limit = std::min(limit, result[next].inside().end);
            else if (next < result.size() && c != u'\u2018')
                limit = std::min(limit, result[next].tokens.begin);
            const int close = closeOfSingle(i, limit);
            if (close < 0)
                continue;
            singles.push_back({{i, close + 1}, true, true, false, -1});
            i = close;
        }
        result.insert(result.end(), singles.begin(), singles.end());
    }

private:
    const Tokens &m_tokens;
    TokenRange m_range;
};

} // namespace

std::vector<Quotation> findQuotations(const Tokens &tokens, TokenRange paragraph, bool continues, bool nextOpens)
{
    std::vector<Quotation> result;
    const Finder finder(tokens, paragraph);
    finder.findDouble(continues, nextOpens, result);
    finder.findSingle(result);
    std::sort(result.begin(), result.end(), [](const Quotation &a, const Quotation &b) {
        return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.end > b.tokens.end;
    });
    std::vector<int> around;
    for (int i = 0; i < int(result.size()); ++i) {
        while (!around.empty() && result[size_t(around.back())].tokens.end <= result[size_t(i)].tokens.begin)
            around.pop_back();
        if (!around.empty())
            result[size_t(i)].parent = around.back();
        around.push_back(i);
    }
    return result;
}

} // namespace Quoth::Detection
