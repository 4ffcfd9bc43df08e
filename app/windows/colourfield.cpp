// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "colourfield.h"

#include <QColorDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QToolButton>

namespace Quoth::Windows {

ColourField::ColourField(const QString &what, QWidget *parent)
    : QWidget(parent), m_what(what), m_text(new QLineEdit), m_button(new QToolButton)
{
    m_text->setAccessibleName(what);
    m_text->setMaxLength(7);
    m_text->setMaximumWidth(m_text->fontMetrics().averageCharWidth() * 14);
    m_button->setAccessibleName(tr("Choose: %1").arg(what));
    m_button->setToolTip(tr("Choose a colour"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    layout->addWidget(m_button);
    layout->addStretch(1);
    setFocusProxy(m_text);
    connect(m_text, &QLineEdit::textEdited, this, [this] {
        showSwatch();
        emit edited();
    });
    connect(m_button, &QToolButton::clicked, this, &ColourField::choose);
}

QString ColourField::colour() const { return m_text->text().trimmed(); }

void ColourField::setColour(const QString &colour)
{
    if (m_text->text() != colour)
        m_text->setText(colour);
    showSwatch();
}

void ColourField::choose()
{
    const QColor chosen = QColorDialog::getColor(QColor(colour()), this, m_what);
    if (!chosen.isValid())
        return;
    setColour(chosen.name());
    emit edited();
}

void ColourField::showSwatch()
{
    QPixmap swatch(QSize(28, 16) * devicePixelRatioF());
    swatch.setDevicePixelRatio(devicePixelRatioF());
    const QColor colour(m_text->text());
    swatch.fill(colour.isValid() ? colour : QColor(Qt::transparent));
    m_button->setIconSize(QSize(28, 16));
    m_button->setIcon(QIcon(swatch));
}

} // namespace Quoth::Windows
