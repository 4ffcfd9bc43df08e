// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/offsets.h>

#include <QStringView>

#include <functional>
#include <optional>

namespace Quoth::Editing {

/// The parts of a text that people label: the smallest of word, quotation with its marks, clause, sentence and paragraph that holds the range and
/// more; the range itself if there is none. Offsets are UTF-16. Only the paragraph is read, and of a very long one its neighbourhood.
TextRange nextLarger(QStringView text, TextRange range);

/// The next text between double quotation marks of any script that begins at or after a place (or, backward, the last that ends at or before it),
/// and that the caller does not pass over. Marks are paired within a paragraph; a mark without a partner is none.
std::optional<TextRange> nextQuotation(QStringView text, qint32 place, bool forward, const std::function<bool(TextRange)> &passOver);

} // namespace Quoth::Editing
