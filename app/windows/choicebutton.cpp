// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "choicebutton.h"

#include <widgets/painting/colours.h>

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>

namespace Quoth::Windows {

namespace {

constexpr int padding = 10;
constexpr int gap = 2; // between title and detail

} // namespace

ChoiceButton::ChoiceButton(const QIcon &icon, const QString &title, const QString &detail, Detail how, QWidget *parent)
    : QPushButton(parent), m_title(title), m_detail(detail), m_how(how)
{
    setIcon(icon);
    setAccessibleName(title);
    setAccessibleDescription(detail);
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont ChoiceButton::titleFont() const
{
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

int ChoiceButton::textLeft() const { return padding + iconSize().width() + padding; }

QSize ChoiceButton::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * 52;
    return {width, heightForWidth(width)};
}

QSize ChoiceButton::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * 26, sizeHint().height()}; }

int ChoiceButton::heightForWidth(int width) const
{
    const int room = std::max(1, width - textLeft() - padding);
    const int titleHeight = QFontMetrics(titleFont()).lineSpacing();
    int detailHeight = m_detail.isEmpty() ? 0 : fontMetrics().lineSpacing() + gap;
    if (m_how == Detail::Wraps && !m_detail.isEmpty())
        detailHeight = fontMetrics().boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, m_detail).height() + gap;
    return titleHeight + detailHeight + 2 * padding;
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = QIcon();
    const bool isHot = underMouse() || isDown();
    if (isHot)
        style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);
    const Qt::LayoutDirection direction = layoutDirection();
    const auto mirrored = [&](const QRect &place) { return QStyle::visualRect(direction, rect(), place); };
    const int titleHeight = QFontMetrics(titleFont()).lineSpacing();
    const QRect iconPlace(padding, padding + (titleHeight - iconSize().height()) / 2, iconSize().width(), iconSize().height());
    icon().paint(&painter, mirrored(iconPlace));
    const QPalette::ColorRole role = isHot ? QPalette::ButtonText : QPalette::WindowText;
    const int room = width() - textLeft() - padding;
    painter.setPen(palette().color(role));
    painter.setFont(titleFont());
    const int align = int(QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignTop));
    painter.drawText(mirrored(QRect(textLeft(), padding, room, titleHeight)), align | Qt::TextSingleLine,
                     QFontMetrics(titleFont()).elidedText(m_title, Qt::ElideRight, room));
    painter.setFont(font());
    QPalette ground = palette();
    ground.setColor(QPalette::Base, palette().color(isHot ? QPalette::Button : QPalette::Window));
    ground.setColor(QPalette::Text, palette().color(role));
    painter.setPen(Widgets::softText(ground));
    const QRect below(textLeft(), padding + titleHeight + gap, room, height() - 2 * padding - titleHeight - gap);
    if (m_how == Detail::Wraps)
        painter.drawText(mirrored(below), align | Qt::TextWordWrap, m_detail);
    else
        painter.drawText(mirrored(below), align | Qt::TextSingleLine, fontMetrics().elidedText(m_detail, Qt::ElideMiddle, room));
    if (hasFocus()) {
        QStyleOptionFocusRect ring;
        ring.initFrom(this);
        ring.rect = rect().adjusted(1, 1, -1, -1);
        ring.backgroundColor = palette().color(QPalette::Window);
        ring.state |= QStyle::State_KeyboardFocusChange;
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, &painter, this);
    }
}

void ChoiceButton::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat())
        click();
    else
        QPushButton::keyPressEvent(event);
}

} // namespace Quoth::Windows
