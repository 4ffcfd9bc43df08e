// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonelements.h"

namespace Quoth::Exchange {

JsonElements::JsonElements(QByteArrayView json) : m_json(json)
{
    if (m_json.startsWith("\xEF\xBB\xBF"))
        m_position = 3;
    skipBlanks();
    m_array = m_position < m_json.size() && m_json[m_position] == '[';
    m_position += m_array;
}

void JsonElements::skipBlanks()
{
    while (m_position < m_json.size() && QByteArrayView(" \t\r\n").contains(m_json[m_position]))
        m_lineHere += m_json[m_position++] == '\n';
}

std::optional<QByteArrayView> JsonElements::next()
{
    skipBlanks();
    while (m_array && m_position < m_json.size() && m_json[m_position] == ',') {
        ++m_position;
        skipBlanks();
    }
    if (m_complete || m_position >= m_json.size())
        return std::nullopt;
    if (m_array && m_json[m_position] == ']') {
        m_complete = true;
        return std::nullopt;
    }
    m_line = m_lineHere;
    const qsizetype begin = m_position;
    qsizetype depth = 0;
    bool quoted = false;
    for (; m_position < m_json.size(); ++m_position) {
        const char c = m_json[m_position];
        m_lineHere += c == '\n';
        if (quoted) {
            m_position += c == '\\';
            quoted = c != '"';
            continue;
        }
        if (depth == 0 && m_array && (c == ',' || c == ']'))
            break;
        quoted = c == '"';
        depth += (c == '{' || c == '[') - (c == '}' || c == ']');
        if (depth == 0 && (c == '}' || c == ']') && !quoted) {
            ++m_position;
            break;
        }
    }
    m_position = qMin(m_position, m_json.size());
    m_complete = !m_array && depth <= 0;
    return m_json.sliced(begin, m_position - begin);
}

} // namespace Quoth::Exchange
