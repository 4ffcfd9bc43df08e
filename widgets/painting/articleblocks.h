// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <vector>

namespace Quoth::Widgets {

/// A paragraph, or a piece of one too long to lay out at once. Offsets are UTF-16; the line break is not part of it.
struct Block
{
    qint32 begin = 0;
    qint32 end = 0;
    qint32 height = 0;
    bool headline = false;
    bool continues = false;
    bool afterBlank = false;
    bool measured = false;
};

/// The blocks of an article with their heights in whole pixels, estimated until measured. Finding a block by offset
/// or by height, and correcting one height, take logarithmic time (a Fenwick tree over the heights).
class ArticleBlocks
{
public:
    /// Paragraphs end at line feeds; lines of blanks only widen the gap. There is always at least one block.
    void scan(QStringView text, qint32 headlineLength);

    int count() const { return int(m_blocks.size()); }
    const Block &at(int index) const { return m_blocks[size_t(index)]; }
    /// The last block that begins at or before offset.
    int indexOf(qint32 offset) const;
    /// The block that covers y, clamped to the first and the last.
    int indexAt(qint64 y) const;
    qint64 top(int index) const;
    qint64 height() const { return top(count()); }
    void setMeasured(int index, int height);

    /// Forgets every measure; estimate(const Block &) gives the height of each until it is measured.
    template<class Estimate>
    void estimateAll(Estimate estimate)
    {
        for (Block &block : m_blocks) {
            block.measured = false;
            block.height = estimate(block);
        }
        rebuildHeights();
    }

private:
    void scanParagraphs(QStringView text, qint32 from, qint32 to, bool headline);
    void appendParagraph(QStringView text, Block paragraph);
    void rebuildHeights();

    std::vector<Block> m_blocks;
    std::vector<qint64> m_tree;
};

} // namespace Quoth::Widgets
