// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "qdacounting.h"

#include "textmapping.h"

namespace Quoth::Exchange {

namespace {

constexpr int enough = 500;

/// How many selections have the text that their name says; programs cut long names, with dots or without.
int fitting(const QdaProject::Source &source, const TextMapping &mapping, bool utf16)
{
    int count = 0;
    int tried = 0;
    for (const QdaProject::Selection &selection : source.selections) {
        QString name = selection.name.simplified();
        while (name.endsWith(u'.') || name.endsWith(u'\u2026'))
            name.chop(1);
        if (name.isEmpty())
            continue;
        if (++tried > enough)
            break;
        const bool narrow = selection.begin >= 0 && selection.begin <= selection.end && selection.end < (qint64(1) << 31);
        const auto range = !narrow ? std::nullopt
            : utf16                ? mapping.fromUtf16({qint32(selection.begin), qint32(selection.end)})
                                   : mapping.toText(CodePointRange{selection.begin, selection.end});
        if (range)
            count += QStringView(mapping.text()).mid(range->begin, range->length()).toString().simplified().startsWith(name);
    }
    return count;
}

} // namespace

QdaCounting bestCounting(const QdaProject::Source &source, const QString &rawText, bool crlfIsOne)
{
    const QString asOne = QString(rawText).replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    const bool hasPairs = std::any_of(rawText.begin(), rawText.end(), [](QChar c) { return c.isSurrogate(); });
    QList<QdaCounting> ways = {{crlfIsOne ? asOne : rawText, false, false}};
    if (asOne.size() != rawText.size())
        ways.append({crlfIsOne ? rawText : asOne, false, true});
    for (qsizetype i = 0, plain = ways.size(); i < plain && hasPairs; ++i)
        ways.append({ways[i].text, true, true});
    qsizetype best = 0;
    int most = -1;
    for (qsizetype i = 0; i < ways.size() && ways.size() > 1; ++i) {
        const int fits = fitting(source, TextMapping(ways[i].text), ways[i].utf16);
        if (fits > most) {
            most = fits;
            best = i;
        }
    }
    return ways[best];
}

} // namespace Quoth::Exchange
