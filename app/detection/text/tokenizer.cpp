// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizer.h"

#include <array>

namespace Quoth::Detection {

bool isDoubleMark(char16_t mark)
{
    switch (mark) {
    case u'"':
    case u'\u201C':
    case u'\u201D':
    case u'\u201E':
    case u'\u201F':
    case u'\u00AB':
    case u'\u00BB':
    case u'\u300C':
    case u'\u300D':
    case u'\u300E':
    case u'\u300F': return true;
    default: return false;
    }
}

bool isSingleMark(char16_t mark)
{
    return mark == u'\'' || mark == u'\u2018' || mark == u'\u2019' || mark == u'\u201A' || mark == u'\u201B' || mark == u'\u2039'
        || mark == u'\u203A' || mark == u'`';
}

namespace {

enum class Class : quint8 { Space, Word, Extend, Mark };

Class reckonClass(char32_t c)
{
    if (c < 128) {
        if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || c == U'_')
            return Class::Word;
        return c <= U' ' || c == 127 ? Class::Space : Class::Mark;
    }
    if (QChar::isSpace(c) || c == 0x200B || c == 0xFEFF)
        return Class::Space;
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format: return Class::Extend;
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Letter_Other:
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
    case QChar::Number_Other: return Class::Word;
    default: return c >= 0x1F3FB && c <= 0x1F3FF ? Class::Extend : Class::Mark; // skin tones go with their emoji
    }
}

constexpr char32_t tabled = 0x3000; // alphabets and punctuation; what lies beyond is reckoned anew

const std::array<Class, tabled> &classTable()
{
    static const std::array<Class, tabled> table = [] {
        std::array<Class, tabled> t{};
        for (char32_t c = 0; c < tabled; ++c)
            t[c] = reckonClass(c);
        return t;
    }();
    return table;
}

class Scanner
{
public:
    Scanner(QStringView text, TextRange range, const Lexicon *lexicon, Tokens &tokens)
        : m_text(text), m_end(range.end), m_lexicon(lexicon), m_tokens(tokens), m_classes(classTable()), m_at(range.begin)
    {
    }

    void run()
    {
        const char16_t *text = m_text.utf16();
        bool space = true;
        while (m_at < m_end) {
            const qint32 begin = m_at;
            const Class c = text[m_at] < tabled ? m_classes[text[m_at++]] : step();
            if (c == Class::Space) {
                space = true;
                continue;
            }
            if (c == Class::Mark) {
                marks(begin);
                add(begin, m_at, space, text[begin]);
            } else {
                word(begin, space);
            }
            space = false;
        }
    }

private:
    char32_t peek(qint32 at, qint32 *next) const
    {
        const QChar c = m_text[at];
        if (c.isHighSurrogate() && at + 1 < m_end && m_text[at + 1].isLowSurrogate()) {
            *next = at + 2;
            return QChar::surrogateToUcs4(c, m_text[at + 1]);
        }
        *next = at + 1;
        return c.unicode();
    }
    Class classOf(char32_t c) const { return c < tabled ? m_classes[c] : reckonClass(c); }
    Class step() { return classOf(peek(m_at, &m_at)); }
    Class classAt(qint32 at) const
    {
        qint32 next = 0;
        return at < m_end ? classOf(peek(at, &next)) : Class::Space;
    }
    char16_t charAt(qint32 at) const { return at < m_end ? m_text[at].unicode() : u' '; }
    void extend()
    {
        while (m_at < m_end && classAt(m_at) == Class::Extend)
            step();
    }

    // Runs of the same mark ("...", "--", "``") are one token.
    void marks(qint32 begin)
    {
        const char16_t first = m_text[begin].unicode();
        if (first == u'.' || first == u'-' || first == u'\'' || first == u'`' || first == u'!' || first == u'?' || first == u'*'
            || first == u'_' || first == u'=') {
            while (charAt(m_at) == first && !((first == u'\'' || first == u'`') && m_at - begin >= 2))
                ++m_at;
        }
        extend();
    }

    void word(qint32 begin, bool space)
    {
        const char16_t *text = m_text.utf16();
        qint32 apostrophe = -1; // the last
        for (;;) {
            qint32 at = m_at;
            while (at < m_end && text[at] < tabled && isWordPart(m_classes[text[at]]))
                ++at;
            m_at = at;
            if (m_at >= m_end)
                break;
            const char16_t c = text[m_at];
            if (c >= tabled) { // not in the table: a surrogate, or a script of its own
                qint32 next = 0;
                if (!isWordPart(classOf(peek(m_at, &next))))
                    break;
                m_at = next;
                continue;
            }
            const bool mayJoin = c == u'-' || c == u'\'' || c == u'\u2019' || c == u'.' || c == u',' || c == u'&' || c == u'/'
                || c == u':' || c == u'"' || c == u'\u05F4';
            if (!mayJoin || !joins(begin, c))
                break;
            if (c == u'\'' || c == u'\u2019')
                apostrophe = m_at;
            ++m_at;
        }
        if (charAt(m_at) == u'.' && isAbbreviation(begin))
            ++m_at;
        split(begin, space, apostrophe);
    }

    static bool isWordPart(Class c) { return c == Class::Word || c == Class::Extend; }

    static bool isHebrew(char16_t c) { return c >= u'\u05D0' && c <= u'\u05EA'; }

    bool joins(qint32 begin, char16_t c) const
    {
        if (classAt(m_at + 1) != Class::Word)
            return false;
        if (c == u'"' || c == u'\u05F4') // Hebrew abbreviations
            return isHebrew(m_text[m_at - 1].unicode()) && isHebrew(m_text[m_at + 1].unicode());
        const bool digits = m_text[m_at - 1].isDigit() && m_text[m_at + 1].isDigit();
        if (c == u',' || c == u':')
            return digits;
        if (c == u'/')
            return digits;
        if (c == u'&')
            return m_at - begin <= 2;
        if (c == u'.') // 1.5, U.S., example.org; not the end of a sentence without a blank
            return digits || m_at - begin == 1 || m_text[m_at - 2] == u'.' || m_text[m_at + 1].isLower();
        return true;
    }

    bool isAbbreviation(qint32 begin) const
    {
        const qint32 length = m_at - begin;
        if (length > 6)
            return false;
        const QStringView w = m_text.mid(begin, length);
        if (length == 1)
            return w[0].isUpper() && w[0] != u'I';
        if (w[length - 2] == u'.')
            return true;
        return m_lexicon && m_lexicon->isIn(m_lexicon->find(w), List::Abbreviation);
    }

    void split(qint32 begin, bool space, qint32 apostrophe)
    {
        // The last apostrophe decides: "doesn't" is does + n't, "Ushakov's" is Ushakov + 's.
        if (m_lexicon && apostrophe >= m_at - 4 && apostrophe > begin) {
            qint32 cut = apostrophe;
            if (cut - 1 > begin && (m_text[cut - 1] == u'n' || m_text[cut - 1] == u'N') && m_at - cut == 2
                && (m_text[cut + 1] == u't' || m_text[cut + 1] == u'T'))
                --cut;
            if (m_lexicon->isIn(m_lexicon->find(m_text.mid(cut, m_at - cut)), List::Clitic)) {
                add(begin, cut, space, 0);
                add(cut, m_at, false, 0);
                return;
            }
        }
        add(begin, m_at, space, 0);
    }

    void add(qint32 begin, qint32 end, bool space, char16_t mark)
    {
        Token token;
        token.begin = begin;
        token.end = end;
        token.mark = mark;
        token.spaceBefore = space;
        if (mark) {
            token.tag = Tag::Punctuation;
            if (mark == u'\'' && end - begin == 2)
                token.mark = u'"'; // two apostrophes for a double mark
            if (mark == u'`' && end - begin == 2)
                token.mark = u'\u201C';
        } else {
            token.capital = m_text[begin].isUpper();
            if (m_lexicon)
                token.word = m_lexicon->find(m_text.mid(begin, end - begin));
        }
        m_tokens.push_back(token);
    }

    QStringView m_text;
    qint32 m_end;
    const Lexicon *m_lexicon;
    Tokens &m_tokens;
    const std::array<Class, tabled> &m_classes;
    qint32 m_at;
};

} // namespace

void tokenize(QStringView text, TextRange range, const Lexicon *lexicon, Tokens &tokens)
{
    Scanner(text, range, lexicon, tokens).run();
}

} // namespace Quoth::Detection
