// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "spanlist.h"

#include <widgets/painting/markpainter.h>

#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace Quoth::Widgets {

namespace {

constexpr int widest = 460;
constexpr QSize swatchSize(22, 16);

QIcon swatch(const HighlightStyle &style, const QPalette &palette, qreal ratio)
{
    QPixmap pixmap(swatchSize * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintMarkSwatch(painter, QRectF(QPointF(), QSizeF(swatchSize)).adjusted(1, 1, -1, -1), style, palette);
    painter.end();
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected);
    return icon;
}

} // namespace

SpanList::SpanList(QWidget *parent)
    : QFrame(parent)
    , m_list(new QListWidget(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_list->setAccessibleName(tr("Highlights in this place"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize(swatchSize);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { choose(m_list->row(item)); });
    hide();
}

void SpanList::open(const QList<SpanChoice> &choices, quint64 current, const QRect &anchor, int right, bool takeFocus)
{
    m_list->clear();
    m_list->setFocusPolicy(takeFocus ? Qt::StrongFocus : Qt::NoFocus);
    for (qsizetype i = 0; i < choices.size(); ++i) {
        const SpanChoice &choice = choices[i];
        const QString number = takeFocus && i < 9 ? QStringLiteral("%1  ").arg(i + 1) : QString();
        auto *item = new QListWidgetItem(swatch(choice.style, palette(), devicePixelRatioF()),
                                         number + choice.words + QStringLiteral("  \u00B7  ") + choice.description, m_list);
        item->setData(Qt::UserRole, choice.key);
        item->setToolTip(choice.description);
        if (choice.key == current || i == 0)
            m_list->setCurrentItem(item);
    }
    const int rows = std::min(int(choices.size()), 9);
    const int width = std::clamp(m_list->sizeHintForColumn(0) + 14, 120, std::clamp(right - 8, 120, widest));
    resize(width, rows * std::max(1, m_list->sizeHintForRow(0)) + 8);
    QPoint place(anchor.left(), anchor.bottom() + 6);
    if (place.y() + height() > parentWidget()->height())
        place.setY(std::max(0, anchor.top() - 6 - height()));
    place.setX(std::clamp(place.x(), 4, std::max(4, right - this->width() - 4)));
    move(place);
    show();
    raise();
    if (takeFocus)
        m_list->setFocus(Qt::PopupFocusReason);
}

void SpanList::choose(int row)
{
    if (const QListWidgetItem *item = m_list->item(row)) {
        const quint64 key = item->data(Qt::UserRole).toULongLong();
        hide();
        emit chosen(key);
    }
}

bool SpanList::handleKey(int key)
{
    if (key >= Qt::Key_1 && key <= Qt::Key_9)
        choose(key - Qt::Key_1);
    else if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
        choose(m_list->currentRow());
    else if (key == Qt::Key_Escape)
        hide();
    else
        return false;
    if (key == Qt::Key_Escape)
        emit cancelled();
    return true;
}

bool SpanList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if (event->type() == QEvent::FocusOut && isVisible()) {
        hide();
        emit cancelled();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace Quoth::Widgets
