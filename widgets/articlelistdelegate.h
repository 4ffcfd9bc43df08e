// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace Quoth::Widgets {

/// Draws a row of the article list: the title in up to two lines, a quieter subtitle, and how far the article has
/// come.
class ArticleListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { SubtitleRole = Qt::UserRole + 100, ProgressRole, AttentionRole };
    Q_ENUM(Role)

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Quoth::Widgets
