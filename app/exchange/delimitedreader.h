// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <optional>

namespace Quoth::Exchange {

/// The rows of a text of RFC 4180 or its like, with any separator. Quotation marks within a cell that does not begin with one stand for
/// themselves. The text must outlive it.
class DelimitedReader
{
public:
    DelimitedReader(QStringView text, QChar separator) : m_text(text), m_separator(separator) { }

    /// nullopt at the end.
    std::optional<QStringList> next();
    qint64 line() const { return m_line; } ///< on which the row that next() gave begins, from 1
    qsizetype position() const { return m_at; }
    bool isUnclosed() const { return m_unclosed; } ///< the last quotation mark was not closed

private:
    QString cell();
    QString quoted();

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    qint64 m_nextLine = 1;
    bool m_unclosed = false;
};

/// What separates the cells: comma, semicolon, tab or bar, by the first row.
QChar separatorOf(QStringView text);

} // namespace Quoth::Exchange
