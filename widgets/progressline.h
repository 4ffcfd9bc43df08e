// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <QRectF>
#include <QWidget>

class QPainter;

namespace Quoth::Widgets {

/// A thin rounded bar; value is 0 to 1. attention draws it in the colour of waiting work.
void paintProgressLine(QPainter &painter, const QRectF &rect, qreal value, bool attention, const QPalette &palette);

/// How far a piece of work has come, as a thin line.
class ProgressLine : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(qreal value READ value WRITE setValue)

public:
    explicit ProgressLine(QWidget *parent = nullptr);

    qreal value() const { return m_value; }
    void setValue(qreal value);
    void setAttention(bool attention);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qreal m_value = 0;
    bool m_attention = false;
};

} // namespace Quoth::Widgets
