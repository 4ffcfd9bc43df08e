// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <vector>

namespace Quoth::CommandLine {

/// How many columns of a terminal a text takes: none for combining marks, two for Chinese characters and emoji.
int columnsOf(QStringView text);

/// Rows of cells set in columns with two blanks between; columns of numbers are set to the right.
class Table
{
public:
    explicit Table(QStringList head) { add(std::move(head)); }
    void add(QStringList row) { m_rows.push_back(std::move(row)); }
    QStringList lines() const;

private:
    std::vector<QStringList> m_rows;
};

} // namespace Quoth::CommandLine
