// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelpalette.h"

#include <widgets/painting/colours.h>
#include <widgets/painting/keychip.h>
#include <widgets/painting/markpainter.h>

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Quoth::Widgets {

namespace {
constexpr int side = 10;
constexpr int swatch = 18;
constexpr int gap = 6;
} // namespace

LabelButton::LabelButton(const PaletteLabel &label, QWidget *parent)
    : QAbstractButton(parent)
    , m_label(label)
{
    setText(label.title);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(label.title);
    setAccessibleDescription(label.key.isEmpty() ? label.toolTip
                                                 : tr("Key %1. %2").arg(label.key, label.toolTip).trimmed());
    setToolTip(label.toolTip);
}

QSize LabelButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    const QSizeF chip = m_label.key.isEmpty() ? QSizeF(0, 0) : keyChipSize(m_label.key, font());
    const int height = std::max(metrics.height() + 8, int(chip.height()) + 6);
    const int keyWidth = m_label.key.isEmpty() ? 0 : gap + 2 + int(chip.width());
    return {side + swatch + gap + metrics.horizontalAdvance(m_label.title) + keyWidth + side - 2, height};
}

void LabelButton::setStuck(bool stuck)
{
    m_stuck = stuck;
    setAccessibleName(stuck ? tr("%1, sticks").arg(m_label.title) : m_label.title);
    update();
}

void LabelButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor base = palette().color(QPalette::Base);
    const QColor colour = legible(m_label.colour, base);
    const bool emphasised = isChecked() || isDown();
    const qreal weight = isDown() ? 0.34 : isChecked() ? 0.26 : underMouse() ? 0.16 : 0.07;
    const QRectF pill = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setOpacity(isEnabled() ? 1 : 0.5);
    painter.setPen(QPen(emphasised ? colour : mixed(colour, base, 0.75), emphasised ? 1.8 : 1));
    painter.setBrush(mixed(colour, base, weight));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    if (m_stuck) {
        painter.setPen(QPen(palette().color(QPalette::Text), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(pill.adjusted(2.5, 2.5, -2.5, -2.5), pill.height() / 2, pill.height() / 2);
    }

    const auto placed = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const QRect sample(side, (height() - 15) / 2, swatch, 15);
    paintMarkSwatch(painter, QRectF(placed(sample)), {m_label.title, m_label.colour, m_label.mark}, palette());
    const int titleWidth = fontMetrics().horizontalAdvance(m_label.title);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(placed(QRect(side + swatch + gap, 0, titleWidth + 2, height())), Qt::AlignCenter, m_label.title);
    if (!m_label.key.isEmpty()) {
        const QSize chip = keyChipSize(m_label.key, font()).toSize();
        const QRect place(side + swatch + gap + titleWidth + gap + 2, (height() - chip.height()) / 2, chip.width(),
                          chip.height());
        paintKeyChip(painter, QRectF(placed(place)), m_label.key, font(), palette());
    }
}

LabelPalette::LabelPalette(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Labels"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(7);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LabelPalette::setLabels(const QList<PaletteLabel> &labels)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const PaletteLabel &label : labels) {
        auto *button = new LabelButton(label, this);
        layout()->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, name = label.name] {
            setChecked(m_checked);
            emit labelTriggered(name);
        });
        m_buttons.append(button);
    }
    setChecked(m_checked);
    setStuck(m_stuck);
}

void LabelPalette::setStuck(const QString &name)
{
    m_stuck = name;
    for (LabelButton *button : std::as_const(m_buttons))
        button->setStuck(!name.isEmpty() && button->label().name == name);
}

void LabelPalette::setChecked(const QString &name)
{
    m_checked = name;
    for (LabelButton *button : std::as_const(m_buttons))
        button->setChecked(!name.isEmpty() && button->label().name == name);
}

} // namespace Quoth::Widgets
