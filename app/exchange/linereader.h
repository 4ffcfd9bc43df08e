// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QIODevice>

#include <optional>

namespace Quoth::Exchange {

/// The lines of a device, one at a time, LF or CRLF taken off; the last one needs no line end. A line longer than the limit
/// comes out empty with isTooLong() true, in constant memory.
class LineReader
{
public:
    explicit LineReader(QIODevice &device, qsizetype longest = qsizetype(256) * 1024 * 1024);

    /// The view is valid until the next call. nullopt at the end or when the device fails, see device.errorString().
    std::optional<QByteArrayView> next();
    qint64 number() const { return m_number; } ///< of the line that next() gave, from 1
    qint64 bytesRead() const { return m_bytes; }
    bool isTooLong() const { return m_tooLong; }
    bool hasFailed() const { return m_failed; }

private:
    bool fill();

    QIODevice &m_device;
    qsizetype m_longest;
    QByteArray m_buffer;
    qsizetype m_begin = 0;
    qint64 m_number = 0;
    qint64 m_bytes = 0;
    bool m_tooLong = false;
    bool m_failed = false;
    bool m_atEnd = false;
};

} // namespace Quoth::Exchange
