// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "table.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Quoth::CommandLine {

namespace {

/// Whether a terminal gives it two columns: what Unicode's EastAsianWidth.txt calls W and F, in its larger runs.
bool isWide(char32_t c)
{
    constexpr std::pair<char32_t, char32_t> runs[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
                                                      {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},
                                                      {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
                                                      {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
    return std::any_of(std::begin(runs), std::end(runs), [c](auto run) { return c >= run.first && c <= run.second; });
}

/// Digits, with a decimal point perhaps; "-" stands for a number that there is not.
bool isNumber(const QString &cell)
{
    return cell == u"-" || std::all_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit() || c == u'.'; });
}

} // namespace

int columnsOf(QStringView text)
{
    int columns = 0;
    for (const char32_t c : text.toUcs4()) {
        const QChar::Category category = QChar::category(c);
        const bool isMark = category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format;
        columns += isMark ? 0 : isWide(c) ? 2 : 1;
    }
    return columns;
}

QStringList Table::lines() const
{
    const qsizetype columns = m_rows.front().size();
    QList<int> widths(columns, 0);
    QList<bool> numeric(columns, m_rows.size() > 1);
    for (size_t row = 0; row < m_rows.size(); ++row) {
        for (qsizetype column = 0; column < columns; ++column) {
            const QString &cell = m_rows[row][column];
            widths[column] = std::max(widths[column], columnsOf(cell));
            if (row > 0 && !isNumber(cell))
                numeric[column] = false;
        }
    }
    QStringList result;
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype column = 0; column < columns; ++column) {
            const QString blanks(widths[column] - columnsOf(row[column]), u' ');
            line += (column == 0 ? QString() : QStringLiteral("  ")) + (numeric[column] ? blanks + row[column] : row[column] + blanks);
        }
        while (line.endsWith(u' '))
            line.chop(1);
        result.append(line);
    }
    return result;
}

} // namespace Quoth::CommandLine
