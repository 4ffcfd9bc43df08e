// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "markpreview.h"

#include <widgets/painting/colours.h>
#include <widgets/painting/markpainter.h>

#include <QPainter>

#include <algorithm>

namespace Quoth::Widgets {

namespace {

constexpr int padding = 12;
constexpr int gap = 18;

} // namespace

MarkPreview::MarkPreview(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("How the marks look on light and on dark"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MarkPreview::setStyles(const QList<HighlightStyle> &light, const QList<HighlightStyle> &dark, int current)
{
    m_light = light;
    m_dark = dark;
    m_current = current;
    updateGeometry();
    update();
}

QSize MarkPreview::sizeHint() const { return {420, heightForWidth(420)}; }

int MarkPreview::heightForWidth(int width) const
{
    return std::max(fontMetrics().height() + 2 * padding + 8, layOut(nullptr, QRect(0, 0, width / 2, 0), m_light, palette()));
}

void MarkPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect left(0, 0, width() / 2, height());
    const QRect right(left.width(), 0, width() - left.width(), height());
    layOut(&painter, left, m_light, paperPalette(Qt::white, Qt::black));
    layOut(&painter, right, m_dark, paperPalette(QColor(0x1f, 0x20, 0x23), QColor(0xe8, 0xe6, 0xe3)));
}

int MarkPreview::layOut(QPainter *painter, const QRect &area, const QList<HighlightStyle> &styles, const QPalette &colours) const
{
    if (painter)
        painter->fillRect(area, colours.color(QPalette::Base));
    int x = area.left() + padding;
    int y = area.top() + padding;
    const int height = fontMetrics().height();
    for (qsizetype i = 0; i < styles.size(); ++i) {
        QFont own = font();
        own.setBold(i == m_current);
        const QString words = styles[i].title.isEmpty() ? tr("some words") : styles[i].title;
        const int width = QFontMetrics(own).horizontalAdvance(words);
        if (x > area.left() + padding && x + width > area.right() - padding) {
            x = area.left() + padding;
            y += height + 14;
        }
        if (painter) {
            const MarkPainter mark(styles[i], colours, 1);
            const MarkRun run{QRectF(x, y, width, height), true, true, false, false};
            const Highlight highlight;
            mark.paintFill(*painter, run, highlight, false);
            painter->setFont(own);
            painter->setPen(colours.color(QPalette::Text));
            painter->drawText(QRect(x, y, width + 2, height), Qt::AlignAbsolute | Qt::AlignLeft | Qt::AlignVCenter, words);
            mark.paintLines(*painter, run, highlight, false);
        }
        x += width + gap;
    }
    return y + height + padding + 6 - area.top();
}

} // namespace Quoth::Widgets
