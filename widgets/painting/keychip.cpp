// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychip.h"

#include "colours.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Quoth::Widgets {

namespace {

QFont chipFont(const QFont &font)
{
    QFont smaller = font;
    if (font.pixelSize() > 0)
        smaller.setPixelSize(std::max(7, int(font.pixelSize() * 0.84)));
    else
        smaller.setPointSizeF(font.pointSizeF() * 0.84);
    smaller.setBold(false);
    return smaller;
}

} // namespace

QSizeF keyChipSize(const QString &key, const QFont &font)
{
    const QFontMetricsF metrics(chipFont(font));
    const qreal height = std::ceil(metrics.height() + 2);
    return {std::max(height, std::ceil(metrics.horizontalAdvance(key) + 9)), height};
}

void paintKeyChip(QPainter &painter, const QRectF &rect, const QString &key, const QFont &font, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(frameColour(palette), 1));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(chipFont(font));
    painter.setPen(softText(palette));
    painter.drawText(rect, Qt::AlignCenter, key);
    painter.restore();
}

} // namespace Quoth::Widgets
