// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlight.h"

#include <QFont>
#include <QPalette>
#include <QRect>

class QPainter;

namespace Quoth::Widgets {

enum class CardAction { Accept, Reject, Reopen, Fix, Take, Drop };

struct CardButton
{
    CardAction action = CardAction::Accept;
    QString text;
    QString key;
    QRect rect;
};

/// How tall a card of that width is, buttons included when it is current.
int cardHeight(const MarginCard &card, int width, const QFont &font);
/// The buttons of a card drawn in rect: those of a current one, without what was decided already; of another that is open,
/// Accept and Reject as signs at its right, which are drawn while the pointer is on it.
QList<CardButton> cardButtons(const MarginCard &card, const QRect &rect, const QFont &font);
/// Where the slots of a current card drawn in rect are, in the card's order; none for another.
QList<QRect> cardSlotRects(const MarginCard &card, const QRect &rect, const QFont &font);

/// What of a card the pointer is at: indexes into cardButtons and cardSlotRects, or -1.
struct CardHover
{
    bool card = false; ///< it is on the card at all
    int button = -1;
    int slot = -1;
    bool dropping = false; ///< words are held over the slot

    bool operator==(const CardHover &) const = default;
};

void paintCard(QPainter &painter, const QRect &rect, const MarginCard &card, const QFont &font, const QPalette &palette,
               CardHover hover = {});

} // namespace Quoth::Widgets
