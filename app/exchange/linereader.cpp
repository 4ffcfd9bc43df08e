// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linereader.h"

namespace Quoth::Exchange {

namespace {
constexpr qsizetype blockSize = 256 * 1024;
}

LineReader::LineReader(QIODevice &device, qsizetype longest) : m_device(device), m_longest(longest) { }

bool LineReader::fill()
{
    if (m_atEnd)
        return false;
    const qsizetype kept = m_buffer.size();
    m_buffer.resize(kept + blockSize);
    const qint64 got = m_device.read(m_buffer.data() + kept, blockSize);
    m_buffer.resize(kept + qMax<qint64>(got, 0));
    m_failed = got < 0;
    m_atEnd = got <= 0;
    m_bytes += qMax<qint64>(got, 0);
    return got > 0;
}

std::optional<QByteArrayView> LineReader::next()
{
    m_tooLong = false;
    qsizetype searched = m_begin;
    qsizetype end = -1;
    while ((end = m_buffer.indexOf('\n', searched)) < 0) {
        m_buffer.remove(0, m_begin);
        m_begin = 0;
        if (m_buffer.size() > m_longest) {
            m_tooLong = true;
            m_buffer.clear();
        }
        searched = m_buffer.size();
        if (!fill())
            break;
    }
    const qsizetype begin = m_begin;
    if (end < 0) {
        if (m_failed || (m_buffer.isEmpty() && !m_tooLong))
            return std::nullopt;
        end = m_buffer.size();
        m_begin = end;
    } else {
        m_begin = end + 1;
    }
    ++m_number;
    m_tooLong = m_tooLong || end - begin > m_longest;
    if (m_tooLong)
        return QByteArrayView();
    if (end > begin && m_buffer.at(end - 1) == '\r')
        --end;
    return QByteArrayView(m_buffer.constData() + begin, end - begin);
}

} // namespace Quoth::Exchange
