// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/offsets.h>

#include <QStringView>

namespace Quoth::Exchange {

/// The words and punctuation marks of a text by Unicode's word boundaries (UAX 29), without white space between them. UTF-16 units.
QList<TextRange> tokensOf(const QString &text);
/// The lines of a text that hold more than white space, without the white space around them.
QList<TextRange> linesWithin(QStringView text);
/// A range without white space at its begin and end; empty, at its begin, if nothing else is there.
TextRange trimmed(TextRange range, QStringView text);

} // namespace Quoth::Exchange
