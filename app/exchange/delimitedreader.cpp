// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delimitedreader.h"

#include <algorithm>

namespace Quoth::Exchange {

namespace {

bool isLineEnd(QChar c) { return c == u'\n' || c == u'\r'; }

} // namespace

std::optional<QStringList> DelimitedReader::next()
{
    if (m_at >= m_text.size())
        return std::nullopt;
    m_line = m_nextLine;
    QStringList cells(cell());
    while (m_at < m_text.size() && m_text[m_at] == m_separator) {
        ++m_at;
        cells.append(cell());
    }
    if (m_at < m_text.size()) {
        m_at += m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n' ? 2 : 1;
        ++m_nextLine;
    }
    return cells;
}

QString DelimitedReader::cell()
{
    QString text = m_at < m_text.size() && m_text[m_at] == u'"' ? quoted() : QString();
    const qsizetype begin = m_at;
    while (m_at < m_text.size() && m_text[m_at] != m_separator && !isLineEnd(m_text[m_at]))
        ++m_at;
    text += m_text.sliced(begin, m_at - begin);
    return text;
}

QString DelimitedReader::quoted()
{
    QString text;
    for (++m_at; m_at < m_text.size(); ++m_at) {
        const QChar c = m_text[m_at];
        if (c == u'"') {
            if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != u'"') {
                ++m_at;
                return text;
            }
            ++m_at;
        }
        m_nextLine += c == u'\n';
        text += c;
    }
    m_unclosed = true;
    return text;
}

QChar separatorOf(QStringView text)
{
    const QString separators = QStringLiteral(",;\t|");
    QList<int> counts(separators.size());
    bool isQuoted = false;
    for (const QChar c : text.first(qMin<qsizetype>(text.size(), 64 * 1024))) {
        if (c == u'"')
            isQuoted = !isQuoted;
        else if (!isQuoted && isLineEnd(c))
            break;
        else if (const qsizetype which = separators.indexOf(c); !isQuoted && which >= 0)
            ++counts[which];
    }
    return separators[std::max_element(counts.begin(), counts.end()) - counts.begin()];
}

} // namespace Quoth::Exchange
