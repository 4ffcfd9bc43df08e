// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historydelegate.h"

#include <widgets/painting/colours.h>

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace Quoth::Widgets {

namespace {

constexpr int padding = 5;
constexpr int gutter = 22; // for the line of points
constexpr int lineGap = 1;

QFont titleFont(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = option.font;
    font.setBold(index.data(HistoryDelegate::IsHereRole).toBool());
    return font;
}

QFont subtitleFont(const QStyleOptionViewItem &option)
{
    QFont font = option.font;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

QStringList titleLines(const QString &title, const QFont &font, int width)
{
    QTextLayout layout(title.simplified(), font);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid() && lines.size() < 2; line = layout.createLine()) {
        line.setLineWidth(width);
        const QString rest = layout.text().mid(line.textStart());
        lines.append(lines.isEmpty() ? rest.left(line.textLength()).trimmed() : QFontMetrics(font).elidedText(rest, Qt::ElideRight, width));
    }
    layout.endLayout();
    return lines;
}

void paintPoint(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, qreal y)
{
    const QPalette &palette = option.palette;
    const QColor base = palette.color(QPalette::Base);
    const QColor line = mixed(palette.color(QPalette::Text), base, 0.35);
    const bool isHere = index.data(HistoryDelegate::IsHereRole).toBool();
    const bool isUndone = index.data(HistoryDelegate::IsUndoneRole).toBool();
    const QRect column = QStyle::visualRect(option.direction, option.rect, QRect(option.rect.left(), option.rect.top(), gutter, option.rect.height()));
    const QPointF centre(column.center().x() + 0.5, y);
    const qreal radius = isHere ? 5.5 : 3.5;
    painter.setPen(QPen(line, 1.2));
    if (index.row() > 0)
        painter.drawLine(QPointF(centre.x(), option.rect.top()), centre - QPointF(0, radius));
    if (index.row() + 1 < index.model()->rowCount())
        painter.drawLine(centre + QPointF(0, radius), QPointF(centre.x(), option.rect.bottom() + 1));
    const QColor colour = isHere ? palette.color(QPalette::Highlight) : line;
    painter.setPen(QPen(colour, 1.4));
    painter.setBrush(isUndone ? QBrush(base) : QBrush(colour));
    painter.drawEllipse(centre, radius, radius);
}

} // namespace

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QPalette &palette = option.palette;
    const QColor base = palette.color(QPalette::Base);
    const QColor accent = palette.color(QPalette::Highlight);
    const QRectF card = QRectF(option.rect).adjusted(1, 1, -1, -1);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mixed(accent, base, option.state & QStyle::State_Selected ? (isDark(palette) ? 0.34 : 0.2) : 0.08));
        painter->drawRoundedRect(card, 3, 3);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
    const QFont font = titleFont(option, index);
    const int titleHeight = QFontMetrics(font).height();
    paintPoint(*painter, option, index, option.rect.top() + padding + titleHeight / 2.0);

    const QRect inner = option.rect.adjusted(gutter, padding, -padding, -padding);
    const auto placed = [&option](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const Qt::Alignment align = QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter;
    painter->setFont(font);
    const QColor soft = option.state & QStyle::State_Selected ? mixed(palette.color(QPalette::Text), base, 0.8) : softText(palette);
    painter->setPen(index.data(IsUndoneRole).toBool() ? soft : palette.color(QPalette::Text));
    int y = inner.top();
    for (const QString &line : titleLines(index.data().toString(), font, inner.width())) {
        painter->drawText(placed(QRect(inner.left(), y, inner.width(), titleHeight)), int(align), line);
        y += titleHeight;
    }
    const QFont small = subtitleFont(option);
    const QFontMetrics metrics(small);
    painter->setFont(small);
    painter->setPen(soft);
    painter->drawText(placed(QRect(inner.left(), y + lineGap, inner.width(), metrics.height())), int(align),
                      metrics.elidedText(index.data(SubtitleRole).toString(), Qt::ElideRight, inner.width()));
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFont font = titleFont(option, index);
    const int viewWidth = option.widget ? option.widget->contentsRect().width() : 220;
    const int width = std::max(60, (option.rect.width() > 0 ? option.rect.width() : viewWidth) - gutter - padding);
    const int lines = int(std::max<qsizetype>(1, titleLines(index.data().toString(), font, width).size()));
    return {100, lines * QFontMetrics(font).height() + lineGap + QFontMetrics(subtitleFont(option)).height() + 2 * padding};
}

} // namespace Quoth::Widgets
