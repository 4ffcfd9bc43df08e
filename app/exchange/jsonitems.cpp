// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonitems.h"

namespace Quoth::Exchange {

JsonItems::JsonItems(QByteArrayView document) : m_document(document)
{
    if (m_document.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
    skipBlanks();
    m_isArray = m_at < m_document.size() && m_document[m_at] == '[';
    m_at += m_isArray;
}

void JsonItems::skipBlanks()
{
    while (m_at < m_document.size() && QByteArrayView(" \t\r\n,").contains(m_document[m_at])) {
        m_nextLine += m_document[m_at] == '\n';
        ++m_at;
    }
}

std::optional<QByteArrayView> JsonItems::next()
{
    skipBlanks();
    if (m_at >= m_document.size() || (m_isArray && m_document[m_at] == ']'))
        return std::nullopt;
    m_line = m_nextLine;
    const qsizetype begin = m_at;
    if (!m_isArray) {
        m_at = m_document.size();
        return m_document.sliced(begin);
    }
    int depth = 0;
    bool inString = false;
    for (; m_at < m_document.size(); ++m_at) {
        const char c = m_document[m_at];
        m_nextLine += c == '\n';
        if (inString) {
            m_at += c == '\\';
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == ']' && depth == 0) {
            break;
        } else if (c == '}' || c == ']') {
            depth = qMax(depth - 1, 0); // a bracket too many is a fault of the item, which must not stay empty
        } else if (c == ',' && depth == 0) {
            break;
        }
    }
    m_at = qMin(m_at, m_document.size());
    return m_document.sliced(begin, m_at - begin);
}

} // namespace Quoth::Exchange
