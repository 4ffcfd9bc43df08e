// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <widgets/painting/highlight.h>

#include <QFont>
#include <QList>
#include <QRect>

namespace Quoth::Widgets {

struct PlacedCard
{
    MarginCard card;
    QRect rect;
};

/// Puts cards beside their lines, one under another: each as near to the top wished for it as the ones before it
/// allow. The current card keeps its wish, and the ones before it make way upwards. Cards never overlap.
QList<PlacedCard> stackCards(const QList<MarginCard> &cards, const QList<int> &wishedTops, int left, int width,
                             const QFont &font);

} // namespace Quoth::Widgets
