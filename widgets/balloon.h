// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QPointer>

#include <optional>

class QLabel;
class QPushButton;

namespace Quoth::Widgets {

/// A hint that lies over a window and points at a part of it: a title, a text, where it stands in a row of hints, and buttons to go on, back
/// or away. It follows the part and the window as they move, never leaves the window, and takes the focus from nobody: its buttons
/// have keys (Alt and the letter) and can be reached by Tab where Tab goes through a window. A screen reader is told each new hint.
class Balloon : public QFrame
{
    Q_OBJECT

public:
    /// window: it lies over this, and is its child.
    explicit Balloon(QWidget *window);

    /// place: within the part, in its pixels; empty for all of it. Without a part, or while it is not seen, the hint stands in the
    /// window's lower middle and points at nothing.
    void pointAt(QWidget *part, const QRect &place = {});
    void setHint(const QString &title, const QString &text, int number, int count);
    QString title() const;
    QString text() const;
    /// The side of the balloon that the arrow stands on; nothing if it points at nothing.
    std::optional<Qt::Edge> arrowEdge() const { return m_edge; }

signals:
    void nextRequested();
    void backRequested();
    void endRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    void placeSoon();
    void tone();
    QRect target() const;

    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_number;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_end;
    QPointer<QWidget> m_part;
    QRect m_place;
    std::optional<Qt::Edge> m_edge;
    int m_arrowAt = 0; ///< along its side
    bool m_isPlacing = false;
};

} // namespace Quoth::Widgets
