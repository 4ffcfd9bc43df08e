// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/id.h>
#include <app/base/offsets.h>

#include <QList>

#include <vector>

namespace Quoth::Annotation {

/// Finds the spans that touch a range without looking at the others. Entries lie sorted by begin in one array; the greatest
/// end of each block of them lets a query skip what ends too early. insert() and remove() move memory, which at a million
/// entries takes about a millisecond; a query costs O(log n + n / blockSize + hits).
class IntervalIndex
{
public:
    struct Entry
    {
        TextRange range;
        SpanId id;
        /// The order of the article: outer before inner, then by id.
        bool operator<(const Entry &other) const;
        bool operator==(const Entry &) const = default;
    };

    void assign(std::vector<Entry> entries);
    void insert(const Entry &entry);
    bool remove(const Entry &entry);
    /// The entries that share a character with the range, or that an empty range lies in or touches, in the article's order.
    QList<SpanId> touching(TextRange range) const;
    const std::vector<Entry> &entries() const { return m_entries; }

private:
    static constexpr size_t blockSize = 64;
    void updateBlocks(size_t fromEntry);

    std::vector<Entry> m_entries;
    std::vector<qint32> m_blockEnds;
};

} // namespace Quoth::Annotation
