// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace Quoth::Windows {

/// Holds a label whose text changes all the time. It grows with the widest text so far and never shrinks, so that a new
/// text, as a rule, does not lay out the whole window anew.
class SteadyBox : public QWidget
{
    Q_OBJECT

public:
    /// Takes the label over.
    explicit SteadyBox(QLabel *label, QWidget *parent = nullptr);

    QSize sizeHint() const override { return m_size.expandedTo(m_label->sizeHint()); }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void grow();

    QLabel *m_label;
    QSize m_size;
};

} // namespace Quoth::Windows
