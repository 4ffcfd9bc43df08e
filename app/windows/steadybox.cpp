// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "steadybox.h"

#include <QEvent>

namespace Quoth::Windows {

SteadyBox::SteadyBox(QLabel *label, QWidget *parent) : QWidget(parent), m_label(label)
{
    m_label->setParent(this);
    m_label->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    grow();
}

bool SteadyBox::event(QEvent *event)
{
    // Without a layout of its own, this is all that comes of the label's new text.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show || event->type() == QEvent::FontChange)
        grow(); // a label that is hidden does not tell of its texts
    return QWidget::event(event);
}

void SteadyBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_label->resize(size());
}

void SteadyBox::grow()
{
    const QSize wanted = m_size.expandedTo(m_label->sizeHint());
    if (wanted == m_size)
        return;
    m_size = wanted;
    updateGeometry();
}

} // namespace Quoth::Windows
