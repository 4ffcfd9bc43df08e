// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "castokens.h"

#include <QTextBoundaryFinder>

namespace Quoth::Exchange {

TextRange trimmed(TextRange range, QStringView text)
{
    while (range.begin < range.end && text[range.begin].isSpace())
        ++range.begin;
    while (range.begin < range.end && text[range.end - 1].isSpace())
        --range.end;
    return range;
}

QList<TextRange> tokensOf(const QString &text)
{
    QList<TextRange> tokens;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    qint32 begin = 0;
    while (begin < text.size()) {
        const auto next = qint32(finder.toNextBoundary());
        const qint32 end = next > begin ? next : qint32(text.size());
        // White space within what Unicode calls one word (a line break after a control character, a mark on a space) parts it.
        qint32 from = begin;
        for (qint32 i = begin; i <= end; ++i) {
            if (i < end && !text[i].isSpace())
                continue;
            if (from < i)
                tokens.append({from, i});
            from = i + 1;
        }
        begin = end;
    }
    return tokens;
}

QList<TextRange> linesWithin(QStringView text)
{
    QList<TextRange> lines;
    qint32 begin = 0;
    while (begin < text.size()) {
        const qsizetype found = text.indexOf(u'\n', begin);
        const auto end = qint32(found < 0 ? text.size() : found);
        const TextRange line = trimmed({begin, end}, text);
        if (!line.isEmpty())
            lines.append(line);
        begin = end + 1;
    }
    return lines;
}

} // namespace Quoth::Exchange
