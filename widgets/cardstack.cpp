// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cardstack.h"

#include <widgets/painting/cardpainter.h>

#include <algorithm>

namespace Quoth::Widgets {

namespace {
constexpr int gap = 9;
}

QList<PlacedCard> stackCards(const QList<MarginCard> &cards, const QList<int> &wishedTops, int left, int width,
                             const QFont &font)
{
    QList<PlacedCard> placed;
    placed.reserve(cards.size());
    qsizetype current = -1;
    for (qsizetype i = 0; i < cards.size(); ++i) {
        int top = wishedTops[i];
        if (!placed.isEmpty() && !cards[i].current)
            top = std::max(top, placed.last().rect.bottom() + 1 + gap);
        if (cards[i].current && current < 0)
            current = i;
        else if (!placed.isEmpty())
            top = std::max(top, placed.last().rect.bottom() + 1 + gap);
        placed.append({cards[i], QRect(left, top, width, cardHeight(cards[i], width, font))});
    }
    for (qsizetype i = current; i > 0; --i) {
        QRect &above = placed[i - 1].rect;
        const int limit = placed[i].rect.top() - gap - above.height();
        if (above.top() <= limit)
            break;
        above.moveTop(limit);
    }
    return placed;
}

} // namespace Quoth::Widgets
