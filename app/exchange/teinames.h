// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <initializer_list>

namespace Quoth::Exchange {

/// Text for XML 1.0: markup characters escaped, and line ends, tabs and carriage returns where a parser would change them. Characters that
/// XML cannot hold become a space or U+FFFD, one unit for one, and are counted.
QByteArray xmlText(QStringView text, int *replaced = nullptr);
/// The same for the value of an attribute in double quotation marks.
QByteArray xmlAttribute(QStringView value, int *replaced = nullptr);
/// A name as a word that TEI takes for a type: letters, digits, "-", "_" and "." as they are, anything else percent-encoded.
QString teiWord(const QString &name);
QString fromTeiWord(const QString &word);

} // namespace Quoth::Exchange
