// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "flowlayout.h"

#include <QGuiApplication>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace Quoth::Widgets {

FlowLayout::FlowLayout(QWidget *parent, int spacing) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

QLayoutItem *FlowLayout::takeAt(int index) { return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr; }

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

int FlowLayout::arrange(const QRect &rect, bool move) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : QGuiApplication::layoutDirection();
    int x = room.left();
    int y = room.top();
    QList<QLayoutItem *> row;
    int height = 0;
    const auto endRow = [&] {
        int left = room.left();
        for (QLayoutItem *item : std::as_const(row)) {
            const QSize size(std::min(item->sizeHint().width(), room.width()), item->sizeHint().height());
            const QRect place(left, y + (height - size.height()) / 2, size.width(), size.height());
            if (move)
                item->setGeometry(QStyle::visualRect(direction, room, place));
            left += size.width() + spacing();
        }
        y += row.isEmpty() ? 0 : height + spacing();
        x = room.left();
        height = 0;
        row.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (!row.isEmpty() && x + size.width() > room.left() + room.width())
            endRow();
        row.append(item);
        x += size.width() + spacing();
        height = std::max(height, size.height());
    }
    endRow();
    const QMargins margins = contentsMargins();
    return std::max(0, y - spacing() - room.top()) + margins.top() + margins.bottom();
}

} // namespace Quoth::Widgets
