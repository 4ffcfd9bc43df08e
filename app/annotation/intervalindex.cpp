// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "intervalindex.h"

#include <algorithm>

namespace Quoth::Annotation {

bool IntervalIndex::Entry::operator<(const Entry &other) const
{
    if (range.begin != other.range.begin)
        return range.begin < other.range.begin;
    if (range.end != other.range.end)
        return range.end > other.range.end;
    return id < other.id;
}

void IntervalIndex::assign(std::vector<Entry> entries)
{
    m_entries = std::move(entries);
    std::sort(m_entries.begin(), m_entries.end());
    updateBlocks(0);
}

void IntervalIndex::insert(const Entry &entry)
{
    const auto place = std::upper_bound(m_entries.begin(), m_entries.end(), entry);
    const size_t index = size_t(place - m_entries.begin());
    m_entries.insert(place, entry);
    updateBlocks(index);
}

bool IntervalIndex::remove(const Entry &entry)
{
    const auto place = std::lower_bound(m_entries.begin(), m_entries.end(), entry);
    if (place == m_entries.end() || !(*place == entry))
        return false;
    const size_t index = size_t(place - m_entries.begin());
    m_entries.erase(place);
    updateBlocks(index);
    return true;
}

QList<SpanId> IntervalIndex::touching(TextRange range) const
{
    const qint32 lastBegin = range.isEmpty() ? range.begin : range.end - 1;
    const auto stop = std::upper_bound(m_entries.begin(), m_entries.end(), lastBegin,
                                       [](qint32 begin, const Entry &entry) { return begin < entry.range.begin; });
    const size_t count = size_t(stop - m_entries.begin());
    const qint32 firstEnd = range.isEmpty() ? range.begin : range.begin + 1;
    QList<SpanId> result;
    for (size_t block = 0; block * blockSize < count; ++block) {
        if (m_blockEnds[block] < firstEnd)
            continue;
        const size_t blockStop = std::min(count, (block + 1) * blockSize);
        for (size_t i = block * blockSize; i < blockStop; ++i) {
            if (m_entries[i].range.end >= firstEnd)
                result.append(m_entries[i].id);
        }
    }
    return result;
}

void IntervalIndex::updateBlocks(size_t fromEntry)
{
    const size_t blocks = (m_entries.size() + blockSize - 1) / blockSize;
    m_blockEnds.resize(blocks);
    for (size_t block = fromEntry / blockSize; block < blocks; ++block) {
        const size_t stop = std::min(m_entries.size(), (block + 1) * blockSize);
        qint32 end = 0;
        for (size_t i = block * blockSize; i < stop; ++i)
            end = std::max(end, m_entries[i].range.end);
        m_blockEnds[block] = end;
    }
}

} // namespace Quoth::Annotation
