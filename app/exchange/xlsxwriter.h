// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/result.h>

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QStringList>

namespace Quoth::Exchange {

/// Makes a workbook with a bold, frozen header on each sheet, row after row.
class XlsxWriter
{
public:
    /// Columns in numbers are written as such where their cells are; widths are in characters, one a column.
    XlsxWriter(QStringList header, QList<int> widths, QSet<QString> numbers);

    /// How many cells were longer than a cell may be and were cut.
    int addRow(const QStringList &cells);
    Result<QByteArray> finish();

private:
    void beginSheet();
    int append(const QStringList &cells, bool isHeader);

    const QStringList m_header;
    const QList<int> m_widths;
    const QSet<QString> m_numbers;
    QList<QByteArray> m_sheets;
    int m_rows = 0; // of the last sheet
};

/// A text as cells have it: control characters as _x0007_, and what looks like that escaped so.
QString toXlsxText(const QString &text);
QString fromXlsxText(const QString &text);

} // namespace Quoth::Exchange
