// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table.h"

#include <algorithm>

namespace Quoth::CommandLine {

namespace {

/// Digits, with a decimal point perhaps; "-" stands for a number that there is not.
bool isNumber(const QString &cell)
{
    return cell == u"-" || std::all_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit() || c == u'.'; });
}

} // namespace

QStringList Table::lines() const
{
    const qsizetype columns = m_rows.front().size();
    QList<qsizetype> widths(columns, 0);
    QList<bool> numeric(columns, m_rows.size() > 1);
    for (size_t row = 0; row < m_rows.size(); ++row) {
        for (qsizetype column = 0; column < columns; ++column) {
            const QString &cell = m_rows[row][column];
            widths[column] = std::max(widths[column], cell.size());
            if (row > 0 && !isNumber(cell))
                numeric[column] = false;
        }
    }
    QStringList result;
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype column = 0; column < columns; ++column) {
            const QString cell = numeric[column] ? row[column].rightJustified(widths[column]) : row[column].leftJustified(widths[column]);
            line += (column == 0 ? QString() : QStringLiteral("  ")) + cell;
        }
        while (line.endsWith(u' '))
            line.chop(1);
        result.append(line);
    }
    return result;
}

} // namespace Quoth::CommandLine
