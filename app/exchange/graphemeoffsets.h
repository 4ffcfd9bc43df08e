// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/offsets.h>

#include <vector>

namespace Quoth::Exchange {

/// Offsets that count what people take for one character: the extended grapheme clusters of UAX #29, as PCRE knows them.
class GraphemeOffsets
{
public:
    explicit GraphemeOffsets(const QString &text);

    /// The number of clusters that begin before an offset in UTF-16 units: one within a cluster counts as its end.
    qint64 toGrapheme(qint32 utf16) const;
    /// nullopt below zero and past the end.
    std::optional<qint32> toUtf16(qint64 grapheme) const;
    /// The smallest range of whole clusters around a range.
    TextRange snapped(TextRange range) const;

private:
    std::vector<qint32> m_begins; // of the clusters, and the text's length
};

} // namespace Quoth::Exchange
