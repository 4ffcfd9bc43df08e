// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <widgets/painting/highlight.h>

#include <QFrame>
#include <QList>

class QListWidget;

namespace Quoth::Widgets {

/// A highlight among several in one place.
struct SpanChoice
{
    quint64 key = 0;
    HighlightStyle style;
    QString words;
    QString description;

    bool operator==(const SpanChoice &) const = default;
};

/// A small list of the highlights that lie over each other in one place, over its parent. With the focus it is used by
/// digits, Up and Down, Enter and Escape; without, by the mouse, and the keys stay where they are.
class SpanList : public QFrame
{
    Q_OBJECT

public:
    explicit SpanList(QWidget *parent);

    /// current is the key that is in hand; anchor is the line of the place, in the parent's pixels. It stays to the left of
    /// right where it can.
    void open(const QList<SpanChoice> &choices, quint64 current, const QRect &anchor, int right, bool takeFocus);
    QListWidget *list() const { return m_list; }

signals:
    void chosen(quint64 key);
    /// Closed by Escape, or because the focus went elsewhere.
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(int row);
    bool handleKey(int key);

    QListWidget *m_list;
};

} // namespace Quoth::Widgets
