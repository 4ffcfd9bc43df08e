// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "articlelayout.h"

#include <QTextLayout>

#include <algorithm>
#include <vector>

namespace Quoth::Widgets {

/// A block that has been laid out. Its lines' offsets and heights count from the block's own begin and top.
struct ArticleLayout::LaidBlock
{
    QTextLayout layout;
    std::vector<Line> lines;
    qint32 begin = 0;
    int height = 0;
    bool bidirectional = false;
    bool rightToLeft = false;
    qreal ascent = 0;
    qreal descent = 0;
    quint64 used = 0;

    qint32 size() const { return qint32(layout.text().size()); }
    int lineOf(qint32 local) const
    {
        const auto after = std::upper_bound(lines.begin(), lines.end(), local,
                                            [](qint32 value, const Line &line) { return value < line.begin; });
        return std::max(0, int(after - lines.begin()) - 1);
    }
    int lineAt(qreal y) const
    {
        const auto found = std::find_if(lines.begin(), lines.end(),
                                        [y](const Line &line) { return y < line.top + line.height; });
        return found == lines.end() ? int(lines.size()) - 1 : int(found - lines.begin());
    }
};

} // namespace Quoth::Widgets
