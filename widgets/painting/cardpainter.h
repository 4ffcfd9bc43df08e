// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlight.h"

#include <QFont>
#include <QPalette>
#include <QRect>

class QPainter;

namespace Quoth::Widgets {

enum class CardAction { Accept, Reject, Fix };

struct CardButton
{
    CardAction action = CardAction::Accept;
    QString text;
    QString key;
    QRect rect;
};

/// How tall a card of that width is, buttons included when it is current.
int cardHeight(const MarginCard &card, int width, const QFont &font);
/// The buttons of a current card drawn in rect; none for another.
QList<CardButton> cardButtons(const MarginCard &card, const QRect &rect, const QFont &font);
/// hovered is the button under the pointer, as an index into cardButtons, or -1.
void paintCard(QPainter &painter, const QRect &rect, const MarginCard &card, const QFont &font, const QPalette &palette,
               int hovered = -1);

} // namespace Quoth::Widgets
