// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <widgets/painting/highlight.h>

#include <QFrame>
#include <QKeySequence>
#include <QList>

#include <optional>

class QTextBrowser;

namespace Quoth::Widgets {

/// What to label with a label, as the project's schema says it.
struct Guideline
{
    std::optional<HighlightStyle> style; ///< of the label's mark; none for what is not drawn itself
    QString title;
    QString key; ///< as shown to people, or empty
    QString text;

    bool operator==(const Guideline &) const = default;
};

/// Guidelines to read, over its parent, which gets the focus back. The text takes the focus, so that a screen reader reads it and
/// the arrow keys scroll it; Escape, a key given to it, or the focus going elsewhere close it.
class GuidelinePanel : public QFrame
{
    Q_OBJECT

public:
    explicit GuidelinePanel(QWidget *parent);

    /// name is what a screen reader calls it. anchor is the line of the place, in the parent's pixels; the panel stays within the sides of the room.
    void open(const QString &name, const QList<Guideline> &guidelines, const QList<QKeySequence> &closers, const QRect &anchor,
              const QRect &room);
    void shut();
    QTextBrowser *text() const { return m_text; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill(const QList<Guideline> &guidelines);
    bool closes(int key, Qt::KeyboardModifiers modifiers) const;

    QTextBrowser *m_text;
    QList<QKeySequence> m_closers;
};

} // namespace Quoth::Widgets
