// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/offsets.h>

#include <QString>

#include <optional>

namespace Quoth::Exchange {

/// A text quote selector of the W3C's Web Annotation Data Model, with where its words are said to stand, in UTF-16 units.
struct Quote
{
    QString exact;
    QString prefix;
    QString suffix;
    std::optional<TextRange> position;
};

/// Where a quote stands in a text: the occurrence with the most of its surroundings, then the nearest to its position. nullopt if the words
/// do not occur. Of very many occurrences only some are compared.
std::optional<TextRange> findQuote(const Quote &quote, QStringView text);

} // namespace Quoth::Exchange
