// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace Quoth::Exchange {

/// A line of text as WebAnno TSV 3.3 has it behind "#Text=": backslashes, tabs and control characters with a backslash before them.
QString tsvText(QStringView line);
/// javaEscapes: versions before 3.2 know \uXXXX as well.
QString textFromTsv(QStringView escaped, bool javaEscapes = false);
/// A feature's value, in which brackets, bars, underscores, arrows, semicolons and asterisks mean something.
QString tsvValue(QStringView value);
QString valueFromTsv(QStringView escaped);
/// The parts between separators that have no backslash before them.
QList<QStringView> tsvParts(QStringView text, QChar separator);
/// Takes "[…]" off the end of a value and gives what is in it; empty if there is none.
QStringView takeTsvSuffix(QStringView &value);

} // namespace Quoth::Exchange
