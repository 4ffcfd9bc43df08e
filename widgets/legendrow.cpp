// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "legendrow.h"

#include <widgets/painting/colours.h>
#include <widgets/painting/markpainter.h>

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace Quoth::Widgets {

namespace {
constexpr int side = 14;
constexpr int swatch = 20;
constexpr int gap = 5;
constexpr int between = 14;
constexpr int longestName = 170;
} // namespace

LegendRow::LegendRow(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
}

void LegendRow::setEntries(const QString &title, const QList<HighlightStyle> &entries)
{
    m_title = title;
    m_entries = entries;
    QStringList names;
    for (const HighlightStyle &entry : entries)
        names.append(entry.title);
    setAccessibleName(title);
    setAccessibleDescription(names.join(QStringLiteral(", ")));
    update();
}

QSize LegendRow::sizeHint() const { return {400, fontMetrics().height() + 10}; }
QSize LegendRow::minimumSizeHint() const { return {100, fontMetrics().height() + 10}; }

int LegendRow::titleWidth() const { return fontMetrics().horizontalAdvance(m_title); }

QList<LegendRow::Place> LegendRow::places() const
{
    QList<Place> places;
    const QFontMetrics metrics = fontMetrics();
    const int limit = width() - side;
    const auto more = [](qsizetype count) { return tr("and %n more", nullptr, int(count)); };
    int x = side + titleWidth() + between;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const QString text = metrics.elidedText(m_entries[i].title, Qt::ElideRight, longestName);
        const int wide = swatch + gap + metrics.horizontalAdvance(text) + 2;
        const qsizetype left = m_entries.size() - i;
        const int kept = left > 1 ? between + metrics.horizontalAdvance(more(left - 1)) : 0;
        if (x + wide + kept > limit) {
            places.append({-1, QRect(x, 0, metrics.horizontalAdvance(more(left)) + 2, height()), more(left)});
            break;
        }
        places.append({i, QRect(x, 0, wide, height()), text});
        x += wide + between;
    }
    return places;
}

void LegendRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor soft = softText(palette());
    painter.setPen(soft);
    const auto placed = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    painter.drawText(placed(QRect(side, 0, titleWidth() + 2, height())), Qt::AlignVCenter, m_title);
    const QList<Place> all = places();
    for (const Place &place : all) {
        QRect text = place.rect;
        if (place.entry >= 0) {
            const QRect sample(place.rect.left(), (height() - 16) / 2, swatch, 16);
            paintMarkSwatch(painter, QRectF(placed(sample)), m_entries[place.entry], palette());
            text.setLeft(text.left() + swatch + gap);
        }
        painter.setPen(place.entry >= 0 ? palette().color(QPalette::Text) : soft);
        painter.drawText(placed(text), Qt::AlignVCenter | Qt::TextSingleLine, place.text);
    }
    painter.setPen(frameColour(palette()));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

bool LegendRow::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        QStringList names;
        for (const HighlightStyle &entry : std::as_const(m_entries))
            names.append(entry.title);
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), names.join(u'\n'), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace Quoth::Widgets
