// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articlelistdelegate.h"

#include "progressline.h"

#include <widgets/painting/colours.h>

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace Quoth::Widgets {

namespace {

constexpr int padding = 7;
constexpr int lineGap = 3;

QFont titleFont(const QStyleOptionViewItem &option)
{
    QFont font = option.font;
    font.setBold(true);
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
        const QString text = rest.left(line.textLength()).trimmed();
        lines.append(lines.isEmpty() ? text : QFontMetrics(font).elidedText(rest, Qt::ElideRight, width));
    }
    layout.endLayout();
    return lines;
}

} // namespace

void ArticleListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QPalette &palette = option.palette;
    const QColor base = palette.color(QPalette::Base);
    const QColor accent = palette.color(QPalette::Highlight);
    const QRectF card = QRectF(option.rect).adjusted(1, 1, -1, -1);
    // The row keeps the text's colours when selected, so that the line of progress stays legible on it.
    if (option.state & QStyle::State_Selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mixed(accent, base, isDark(palette) ? 0.34 : 0.2));
        painter->drawRoundedRect(card, 3, 3);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mixed(accent, base, 0.08));
        painter->drawRoundedRect(card, 3, 3);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }

    const QRect inner = option.rect.adjusted(padding, padding, -padding, -padding);
    const Qt::Alignment align = QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter;
    const QFont bold = titleFont(option);
    const int titleHeight = QFontMetrics(bold).height();
    int y = inner.top();
    painter->setFont(bold);
    painter->setPen(palette.color(QPalette::Text));
    for (const QString &line : titleLines(index.data().toString(), bold, inner.width())) {
        painter->drawText(QRect(inner.left(), y, inner.width(), titleHeight), int(align), line);
        y += titleHeight;
    }
    const QFont small = subtitleFont(option);
    const QFontMetrics smallMetrics(small);
    painter->setFont(small);
    const bool selected = option.state & QStyle::State_Selected;
    painter->setPen(selected ? mixed(palette.color(QPalette::Text), base, 0.8) : softText(palette));
    const QString subtitle = index.data(SubtitleRole).toString();
    painter->drawText(QRect(inner.left(), y + lineGap, inner.width(), smallMetrics.height()), int(align),
                      smallMetrics.elidedText(subtitle, Qt::ElideRight, inner.width()));
    y += lineGap + smallMetrics.height() + 5;
    paintProgressLine(*painter, QRectF(inner.left(), y, inner.width(), 3), index.data(ProgressRole).toReal(),
                      index.data(AttentionRole).toBool(), palette);
    painter->restore();
}

QSize ArticleListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFont bold = titleFont(option);
    const int viewWidth = option.widget ? option.widget->contentsRect().width() : 220;
    const int width = std::max(60, (option.rect.width() > 0 ? option.rect.width() : viewWidth) - 2 * padding);
    const int lines = int(std::max<qsizetype>(1, titleLines(index.data().toString(), bold, width).size()));
    const int height = lines * QFontMetrics(bold).height() + lineGap + QFontMetrics(subtitleFont(option)).height() + 8;
    return {100, height + 2 * padding};
}

} // namespace Quoth::Widgets
