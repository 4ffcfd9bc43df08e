// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace Quoth::Widgets {

/// Draws a row of a history: a point on a line that runs through all rows, the title in up to two lines and a quieter
/// subtitle. Where one is now is a large point; what was undone has hollow points and is faded.
class HistoryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { SubtitleRole = Qt::UserRole + 100, IsHereRole, IsUndoneRole };
    Q_ENUM(Role)

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Quoth::Widgets
