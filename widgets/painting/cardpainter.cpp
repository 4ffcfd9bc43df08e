// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cardpainter.h"

#include "colours.h"
#include "keychip.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace Quoth::Widgets {

namespace {

constexpr int padding = 11;
constexpr int barWidth = 4;
constexpr int gap = 6;

QFont scaledFont(const QFont &font, qreal factor)
{
    QFont scaled = font;
    if (font.pixelSize() > 0)
        scaled.setPixelSize(std::max(7, int(font.pixelSize() * factor)));
    else
        scaled.setPointSizeF(font.pointSizeF() * factor);
    return scaled;
}

QFont smallFont(const QFont &font) { return scaledFont(font, 0.9); }

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

/// Cards are laid out from left to right, and turned round where the interface runs the other way.
QRectF turned(const QRectF &place, const QRect &card)
{
    if (!QGuiApplication::isRightToLeft())
        return place;
    return {card.left() + card.right() + 1 - place.right(), place.top(), place.width(), place.height()};
}

QRect turned(const QRect &place, const QRect &card)
{
    return QGuiApplication::isRightToLeft() ? place.translated(card.left() + card.right() - place.left() - place.right(), 0) : place;
}

/// A text of the interface in its direction, whatever its first letter is.
QString embedded(const QString &text) { return QGuiApplication::isRightToLeft() ? QChar(0x2067) + text + QChar(0x2069) : text; }

int leading() { return int((QGuiApplication::isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter); }

int trailing() { return int((QGuiApplication::isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter); }

/// Two signs at the right of a card that is not open.
QList<CardButton> signButtons(const QRect &rect, int height)
{
    const int side = height + 4;
    const QRect last(rect.right() - side - 5, rect.top() + 6, side, side);
    return {{CardAction::Accept, QStringLiteral("✓"), {}, last.translated(-side - 3, 0)},
            {CardAction::Reject, QStringLiteral("✕"), {}, last}};
}

QList<CardButton> emptyButtons(Decision decision, const CardKeys &keys)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("Quoth::Widgets::Card", source); };
    const CardButton accept{CardAction::Accept, text(QT_TRANSLATE_NOOP("Quoth::Widgets::Card", "Accept")), keys.accept, {}};
    const CardButton reject{CardAction::Reject, text(QT_TRANSLATE_NOOP("Quoth::Widgets::Card", "Reject")), keys.reject, {}};
    const CardButton reopen{CardAction::Reopen, text(QT_TRANSLATE_NOOP("Quoth::Widgets::Card", "Reopen")), keys.reopen, {}};
    const CardButton fix{CardAction::Fix, text(QT_TRANSLATE_NOOP("Quoth::Widgets::Card", "Fix")), keys.fix, {}};
    switch (decision) {
    case Decision::Open: break;
    case Decision::Proposed:
        return {{CardAction::Take, text(QT_TRANSLATE_NOOP("Quoth::Widgets::Card", "Take what is proposed")), keys.accept, {}},
                {CardAction::Drop, text(QT_TRANSLATE_NOOP("Quoth::Widgets::Card", "Drop")), keys.reject, {}}};
    case Decision::Accepted: return {reopen, reject, fix};
    case Decision::Rejected: return {accept, reopen, fix};
    }
    return {accept, reject, fix};
}

int titleHeight(const QFont &font) { return QFontMetrics(bold(font)).height(); }

int slotHeight(const QFont &font) { return QFontMetrics(font).height() + 6; }

int slotsHeight(const MarginCard &card, const QFont &font)
{
    return card.current && !card.cardSlots.isEmpty() ? int(card.cardSlots.size()) * slotHeight(font) + 8 : 0;
}

int textHeight(const MarginCard &card, const QFont &font)
{
    return titleHeight(font) + slotsHeight(card, font)
        + int(card.lines.size()) * (QFontMetrics(smallFont(font)).height() + 2);
}

QList<QRect> laidSlots(const MarginCard &card, const QRect &rect, const QFont &font)
{
    QList<QRect> rects;
    if (!card.current)
        return rects;
    const int left = rect.left() + barWidth + padding - 7;
    int y = rect.top() + 8 + titleHeight(font) + 4;
    for (qsizetype i = 0; i < card.cardSlots.size(); ++i) {
        rects.append(QRect(left, y, rect.right() - padding + 5 - left, slotHeight(font)));
        y += slotHeight(font);
    }
    return rects;
}

QList<CardButton> laidButtons(const MarginCard &card, const QRect &rect, const QFont &font)
{
    const QFont small = smallFont(font);
    const QFontMetrics metrics(small);
    if (!card.current)
        return card.decision == Decision::Open ? signButtons(rect, metrics.height()) : QList<CardButton>();
    QList<CardButton> buttons = emptyButtons(card.decision, card.keys);
    const int left = rect.left() + barWidth + padding - 3;
    const int right = rect.right() - padding / 2;
    int x = left;
    int y = rect.top() + 8 + textHeight(card, font) + 7;
    for (CardButton &button : buttons) {
        const QSizeF chip = button.key.isEmpty() ? QSizeF(0, 0) : keyChipSize(button.key, small);
        const int width = metrics.horizontalAdvance(button.text) + int(chip.width()) + 8 + 5 + 5;
        const int height = std::max(metrics.height(), int(chip.height())) + 6;
        if (x > left && x + width > right) {
            x = left;
            y += height + 4;
        }
        button.rect = QRect(x, y, width, height);
        x += width + gap;
    }
    return buttons;
}

void paintSlots(QPainter &painter, const QRect &rect, const MarginCard &card, const QFont &font, const QPalette &palette,
                CardHover hover)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const QFont small = smallFont(font);
    const QList<QRect> rects = laidSlots(card, rect, font);
    int titles = 0;
    for (const CardSlot &slot : card.cardSlots)
        titles = std::max(titles, QFontMetrics(small).horizontalAdvance(slot.title));
    titles = std::min(titles + 2, rect.width() / 3); // to its own width, which is rounded, a title may be found too wide
    for (qsizetype i = 0; i < rects.size(); ++i) {
        const CardSlot &slot = card.cardSlots[i];
        const QColor colour = legible(slot.colour.isValid() ? slot.colour : text, base);
        const QRectF frame = QRectF(rects[i]).adjusted(0.5, 1.5, -0.5, -1.5);
        const bool hovered = hover.slot == i;
        painter.setBrush(hovered ? QBrush(mixed(colour, base, hover.dropping ? 0.3 : 0.12)) : Qt::NoBrush);
        if (card.activeSlot == i)
            painter.setPen(QPen(text, 2));
        else if (hovered)
            painter.setPen(QPen(colour, hover.dropping ? 2 : 1));
        else
            painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(turned(frame, rect), 3, 3);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(turned(QRectF(frame.left() + 4, frame.center().y() - 4, 4, 8), rect), 1, 1);
        QRect place = rects[i].adjusted(13, 0, -5, 0);
        if (!slot.key.isEmpty()) {
            const QSizeF chip = keyChipSize(slot.key, small);
            const QRectF at(QPointF(place.right() - chip.width(), frame.center().y() - chip.height() / 2), chip);
            paintKeyChip(painter, turned(at, rect), slot.key, small, palette);
            place.setRight(place.right() - int(chip.width()) - 6);
        }
        painter.setFont(small);
        painter.setPen(softText(palette));
        painter.drawText(turned(place.adjusted(0, 0, titles - place.width(), 0), rect), leading(),
                         QFontMetrics(small).elidedText(slot.title, Qt::ElideRight, titles));
        place.setLeft(place.left() + titles + 8);
        if (slot.words.isEmpty()) {
            QPen line(softText(palette), 1.2); // it says that nothing is there
            line.setDashPattern({3, 2});
            painter.setPen(line);
            const QRectF under = turned(QRectF(place.left(), frame.bottom() - 5, place.width(), 0), rect);
            painter.drawLine(under.topLeft(), under.topRight());
            continue;
        }
        QFont words = font;
        words.setItalic(slot.proposed);
        painter.setFont(words);
        painter.setPen(slot.proposed ? softText(palette) : text);
        painter.drawText(turned(place, rect), leading(),
                         QFontMetrics(words).elidedText(slot.words, Qt::ElideRight, place.width()));
    }
}

} // namespace

QList<CardButton> cardButtons(const MarginCard &card, const QRect &rect, const QFont &font)
{
    QList<CardButton> buttons = laidButtons(card, rect, font);
    for (CardButton &button : buttons)
        button.rect = turned(button.rect, rect);
    return buttons;
}

int cardHeight(const MarginCard &card, int width, const QFont &font)
{
    const int text = 8 + textHeight(card, font) + 8;
    const QList<CardButton> buttons = laidButtons(card, QRect(0, 0, width, text), font);
    return card.current ? buttons.last().rect.bottom() + 10 : text;
}

QList<QRect> cardSlotRects(const MarginCard &card, const QRect &rect, const QFont &font)
{
    QList<QRect> rects = laidSlots(card, rect, font);
    for (QRect &slot : rects)
        slot = turned(slot, rect);
    return rects;
}

void paintCard(QPainter &painter, const QRect &rect, const MarginCard &card, const QFont &font, const QPalette &palette,
               CardHover hover)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const QColor colour = legible(card.colour.isValid() ? card.colour : text, base);
    painter.save();
    painter.setLayoutDirection(Qt::LeftToRight); // or a window that runs right to left would turn the alignment round
    painter.setRenderHint(QPainter::Antialiasing);

    const QRectF frame = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(frame, 4, 4);
    painter.fillPath(shape, card.current || card.tentative ? mixed(colour, base, card.current ? 0.06 : 0.025) : base);
    painter.save();
    painter.setClipPath(shape);
    painter.fillRect(turned(QRectF(rect.left(), rect.top(), barWidth, rect.height()), rect), colour);
    painter.restore();
    QPen pen(frameColour(palette), 1);
    if (card.tentative && !card.current)
        pen.setDashPattern({3, 2});
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    painter.drawPath(shape);
    if (card.current) {
        painter.setPen(QPen(text, 2));
        painter.drawRoundedRect(QRectF(rect).adjusted(-1, -1, 1, 1), 5, 5);
    }

    const QFont small = smallFont(font);
    const QFontMetrics titleMetrics(bold(font));
    const QFontMetrics metrics(font);
    const QFontMetrics smallMetrics(small);
    QRect row(rect.left() + barWidth + padding - 3, rect.top() + 8, rect.width() - barWidth - 2 * padding + 3,
              titleMetrics.height());
    const QList<CardButton> buttons = card.current || hover.card ? laidButtons(card, rect, font) : QList<CardButton>();
    if (hover.card && !card.current && !buttons.isEmpty()) {
        row.setRight(buttons.first().rect.left() - 6);
    } else if (!card.badge.isEmpty()) {
        painter.setFont(font);
        painter.setPen(softText(palette));
        painter.drawText(turned(row, rect), trailing(), card.badge);
        row.setWidth(row.width() - metrics.horizontalAdvance(card.badge) - 8);
    }
    // Measured after eliding: to its own width, which is rounded, a text may be found too wide.
    const QString title = titleMetrics.elidedText(card.title, Qt::ElideRight,
                                                  card.detail.isEmpty() ? row.width() : row.width() * 2 / 3);
    const int titleWidth = titleMetrics.horizontalAdvance(title);
    painter.setFont(bold(font));
    painter.setPen(text);
    painter.drawText(turned(row, rect), leading(), embedded(title));
    if (!card.detail.isEmpty()) {
        painter.setFont(font);
        const QString dot = QStringLiteral("\u00A0\u00B7\u00A0"); // towards the title
        const QString detail = metrics.elidedText(card.detail, Qt::ElideRight, row.width() - titleWidth - metrics.horizontalAdvance(dot));
        painter.drawText(turned(row.adjusted(titleWidth, 0, 0, 0), rect), leading(), embedded(dot + detail));
    }
    paintSlots(painter, rect, card, font, palette, hover);
    painter.setFont(small);
    painter.setPen(softText(palette));
    int y = rect.top() + 8 + titleMetrics.height() + slotsHeight(card, font) + 2;
    for (const QString &line : card.lines) {
        const QRect place(row.left(), y, rect.right() - padding - row.left(), smallMetrics.height());
        painter.drawText(turned(place, rect), leading(), embedded(smallMetrics.elidedText(line, Qt::ElideRight, place.width())));
        y += smallMetrics.height() + 2;
    }

    for (int i = 0; i < buttons.size(); ++i) {
        const CardButton &button = buttons[i];
        painter.setPen(QPen(i == hover.button ? text : frameColour(palette), 1));
        painter.setBrush(i == hover.button ? mixed(text, base, 0.08) : base);
        painter.drawRoundedRect(turned(QRectF(button.rect).adjusted(0.5, 0.5, -0.5, -0.5), rect), button.rect.height() / 2.0,
                                button.rect.height() / 2.0);
        painter.setFont(small);
        painter.setPen(text);
        if (!card.current) {
            painter.drawText(turned(button.rect, rect), Qt::AlignCenter, button.text);
            continue;
        }
        painter.drawText(turned(button.rect.adjusted(8, 0, 0, 0), rect), leading(), button.text);
        if (button.key.isEmpty())
            continue;
        const QSizeF chip = keyChipSize(button.key, small);
        const QRectF place(
            QPointF(button.rect.right() - 5 - chip.width(), button.rect.center().y() + 0.5 - chip.height() / 2), chip);
        paintKeyChip(painter, turned(place, rect), button.key, small, palette);
    }
    painter.restore();
}

} // namespace Quoth::Widgets
