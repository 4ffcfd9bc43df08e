// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "articleview.h"

#include <QAccessible>

#include <optional>

namespace Quoth::Widgets {

/// A margin card for screen readers: a list item named by its title, that can be taken in hand, and whose buttons are
/// its further actions. It looks its card up by the key whenever it is asked, and is invalid once that has gone.
class CardAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    CardAccessible(ArticleView &view, quint64 key)
        : m_view(view)
        , m_key(key)
    {
    }

    bool isValid() const override { return placed().has_value(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view.window()->windowHandle(); }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(&m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &name) const override;

private:
    std::optional<PlacedCard> placed() const;
    QList<CardButton> buttons() const;

    ArticleView &m_view;
    quint64 m_key;
};

} // namespace Quoth::Widgets
