// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <array>

namespace Quoth {

/// A kind of text that detectors were not made for.
struct BadText
{
    const char *name;
    const char16_t *unit; ///< repeated; U+2400 stands for NUL, U+E000 and U+E001 for lone surrogates
    bool cutsLines = false; ///< a line break after every tenth unit; else all is one line
};

inline constexpr std::array badTexts{
    BadText{"no sentences", u"the bridge over the river and the road to the town with its old mill "},
    BadText{"one long line", u"Carter said that the bridge was safe. The town paid 3 million crowns for it. "},
    BadText{"one word", u"a"},
    BadText{"a mark that opens", u"\u201Che said it was so "},
    BadText{"a mark that closes", u"he said\u201D it was so "},
    BadText{"straight marks", u"\" he said it was so "},
    BadText{"straight marks alone", u"\""},
    BadText{"curly marks alone", u"\u201C\u201D"},
    BadText{"single marks", u"\u2018he said it was so "},
    BadText{"apostrophes", u"'he said it was so "},
    BadText{"marks in marks", u"\u00AB\u201Che said\u2019 \u2018it "},
    BadText{"guillemets that open", u"\u00ABil dit "},
    BadText{"an odd mark a line", u"\u201CThe bridge is safe, Carter said. It was closed in May.\n"},
    BadText{"brackets that open", u"(he said "},
    BadText{"brackets alone", u"("},
    BadText{"square brackets", u"[he] (said "},
    BadText{"commas", u"he said, "},
    BadText{"semicolons", u"he said it was so; the council paid; "},
    BadText{"conjunctions", u"he said it was so and she left and "},
    BadText{"names", u"Ann Carter "},
    BadText{"relatives", u"the man who said that the man who said that "},
    BadText{"colons", u"LIND: "},
    BadText{"full stops", u". "},
    BadText{"letters apart", u"C a r t e r  s a i d  "},
    BadText{"misread letters", u"Tne bridqe vvas c1osed, Car-\ntcr sa1d 0n M0nday; lt 'is ,safe\" ~ "},
    BadText{"all capitals", u"MAYOR CARTER SAID THE BRIDGE WAS SAFE. \"IT WILL STAY OPEN,\" SHE SAID. ", true},
    BadText{"Arabic",
            u"\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064A\u0631: \u00AB\u0627\u0644\u062C\u0633\u0631 \u0622\u0645\u0646 "
            u"\u0648\u0633\u064A\u0628\u0642\u0649\u00BB. ",
            true},
    BadText{"Hebrew", u"\u05D0\u05DE\u05E8 \u05E6\u05D4\"\u05DC: \"\u05D4\u05D2\u05E9\u05E8 \u05D1\u05D8\u05D5\u05D7\". ", true},
    BadText{"Chinese", u"\u6797\u5148\u751F\u8BF4\uFF1A\u201C\u8FD9\u5EA7\u6865\u5F88\u5B89\u5168\u3002\u201D"},
    BadText{
        "Russian",
        u"\u00AB\u041C\u043E\u0441\u0442 \u0437\u0430\u043A\u0440\u044B\u0442\u00BB, \u2014 \u0441\u043A\u0430\u0437\u0430\u043B "
        u"\u041B\u0438\u043D\u0434. ",
        true},
    BadText{"Finnish", u"\"Silta on turvallinen ja pysyy auki\", sanoi Virtanen. ", true},
    BadText{"emoji", u"\U0001F600\U0001F1FA\U0001F1E6\U0001F44D\U0001F3FD"},
    BadText{"combining marks", u"e\u0301\u0302\u0303"},
    BadText{"lone surrogates", u"\uE000 said \uE001"},
    BadText{"NUL characters", u"he\u2400 said\u2400 "},
    BadText{"line breaks", u"\n"},
    BadText{"a word a line", u"said\n"},
};

/// At least so many UTF-16 units of it.
inline QString makeBadText(const BadText &bad, qsizetype length)
{
    QString unit = QString::fromUtf16(bad.unit);
    unit.replace(u'\u2400', QChar(0)); // "symbol for null"
    unit.replace(u'\uE000', QChar(0xD800)).replace(u'\uE001', QChar(0xDC00));
    QString text;
    text.reserve(length + 10 * unit.size());
    for (int i = 1; text.size() < length; ++i) {
        text += unit;
        if (bad.cutsLines && i % 10 == 0)
            text += u'\n';
    }
    return text;
}

} // namespace Quoth
