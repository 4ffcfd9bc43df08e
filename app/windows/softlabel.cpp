// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "softlabel.h"

#include <widgets/painting/colours.h>

#include <QEvent>
#include <QGuiApplication>

namespace Quoth::Windows {

Qt::Alignment leadingEdge()
{
    return Qt::AlignAbsolute | Qt::AlignVCenter | (QGuiApplication::isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
}

SoftLabel::SoftLabel(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setForegroundRole(QPalette::WindowText); // on Base a label takes Text unless told
    tone();
}

void SoftLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tone();
}

void SoftLabel::tone()
{
    QPalette toned = palette();
    const QColor soft = Widgets::softText(toned);
    if (toned.color(QPalette::WindowText) == soft)
        return;
    toned.setColor(QPalette::WindowText, soft);
    setPalette(toned);
}

} // namespace Quoth::Windows
