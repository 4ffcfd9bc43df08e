// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "balloon.h"

#include <widgets/painting/colours.h>

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Quoth::Widgets {

namespace {

constexpr int arrow = 12; // how far it stands out, and half of its width
constexpr int corner = 8;
constexpr int apart = 8; // from the window's edges
constexpr int characters = 46; // in a line

} // namespace

Balloon::Balloon(QWidget *window)
    : QFrame(window)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_number(new QLabel)
    , m_back(new QPushButton(tr("&Back")))
    , m_next(new QPushButton(tr("&Next")))
    , m_end(new QPushButton(tr("En&d tour")))
{
    setObjectName(QStringLiteral("balloon"));
    setFocusPolicy(Qt::NoFocus);
    for (QLabel *label : {m_title, m_text, m_number}) {
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::Text);
    }
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * characters);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_number, 1);
    for (QPushButton *button : {m_end, m_back, m_next}) {
        button->setFocusPolicy(Qt::TabFocus); // a click leaves the focus where the keys are to go
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    m_back->setObjectName(QStringLiteral("balloon.back"));
    m_next->setObjectName(QStringLiteral("balloon.next"));
    m_end->setObjectName(QStringLiteral("balloon.end"));
    connect(m_back, &QPushButton::clicked, this, &Balloon::backRequested);
    connect(m_next, &QPushButton::clicked, this, &Balloon::nextRequested);
    connect(m_end, &QPushButton::clicked, this, &Balloon::endRequested);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(arrow + 14, arrow + 12, arrow + 14, arrow + 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    window->installEventFilter(this);
    tone();
}

QString Balloon::title() const { return m_title->text(); }

QString Balloon::text() const { return m_text->text(); }

void Balloon::setHint(const QString &title, const QString &text, int number, int count)
{
    m_title->setText(title);
    m_text->setText(text);
    m_number->setText(tr("%1 of %2").arg(number).arg(count));
    m_back->setEnabled(number > 1);
    m_next->setText(number == count ? tr("Do&ne") : tr("&Next"));
    setAccessibleName(title);
    setAccessibleDescription(text);
    place();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Balloon::pointAt(QWidget *part, const QRect &place)
{
    if (m_part != part) {
        if (m_part)
            m_part->removeEventFilter(this);
        m_part = part;
        if (part && part != parentWidget())
            part->installEventFilter(this);
    }
    m_place = place;
    this->place();
}

void Balloon::tone()
{
    QPalette toned = palette();
    toned.setColor(QPalette::Text, softText(toned));
    m_number->setPalette(toned);
}

void Balloon::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tone();
    else if (event->type() == QEvent::FontChange)
        placeSoon();
}

bool Balloon::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::LayoutRequest:
    case QEvent::ChildAdded: placeSoon(); break;
    default: break;
    }
    return QFrame::eventFilter(watched, event);
}

void Balloon::placeSoon()
{
    if (m_isPlacing)
        return;
    m_isPlacing = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isPlacing = false;
            place();
        },
        Qt::QueuedConnection);
}

QRect Balloon::target() const
{
    const QWidget *window = parentWidget();
    if (!m_part || !m_part->isVisibleTo(window) || m_part == window)
        return {};
    const QRect all(m_part->mapTo(window, QPoint(0, 0)), m_part->size());
    const QRect within = m_place.isNull() ? all : m_place.translated(all.topLeft());
    return within.intersected(all).intersected(window->rect());
}

void Balloon::place()
{
    const QRect room = parentWidget()->rect().adjusted(apart, apart, -apart, -apart);
    layout()->activate();
    int width = std::min(sizeHint().width(), room.width());
    const int height = std::min(std::max(sizeHint().height(), heightForWidth(width)), room.height());
    width = std::max(width, 1);
    const QRect at = target();
    const QPoint middle = at.center();
    // Where it hides least of what is read next: below, above, beside.
    QRect best;
    m_edge.reset();
    if (at.isValid()) {
        const int left = std::clamp(middle.x() - width / 4, room.left(), std::max(room.left(), room.right() + 1 - width));
        const int top = std::clamp(middle.y() - height / 2, room.top(), std::max(room.top(), room.bottom() + 1 - height));
        const std::pair<Qt::Edge, QRect> choices[] = {{Qt::TopEdge, QRect(left, at.bottom() + 1, width, height)},
                                                      {Qt::BottomEdge, QRect(left, at.top() - height, width, height)},
                                                      {Qt::LeftEdge, QRect(at.right() + 1, top, width, height)},
                                                      {Qt::RightEdge, QRect(at.left() - width, top, width, height)}};
        for (const auto &[edge, rectangle] : choices) {
            if (!m_edge && room.contains(rectangle)) {
                m_edge = edge;
                best = rectangle;
            }
        }
    }
    if (!m_edge)
        best = QRect(room.center().x() - width / 2, std::max(room.top(), room.bottom() - height - room.height() / 12), width,
                     height);
    const bool isAcross = m_edge == Qt::TopEdge || m_edge == Qt::BottomEdge;
    const int along = isAcross ? middle.x() - best.left() : middle.y() - best.top();
    const int least = 2 * arrow + corner;
    m_arrowAt = std::clamp(along, least, std::max(least, (isAcross ? width : height) - least));
    setGeometry(best);
    raise();
    update();
}

void Balloon::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isContrast = isHighContrast(palette());
    const QRectF body = QRectF(rect()).adjusted(arrow, arrow, -arrow, -arrow);
    QPainterPath path;
    path.addRoundedRect(body, corner, corner);
    if (m_edge) {
        const qreal at = m_arrowAt;
        QPolygonF tip;
        switch (*m_edge) {
        case Qt::TopEdge: tip << QPointF(at - arrow, body.top()) << QPointF(at, 1) << QPointF(at + arrow, body.top()); break;
        case Qt::BottomEdge:
            tip << QPointF(at - arrow, body.bottom()) << QPointF(at, height() - 1) << QPointF(at + arrow, body.bottom());
            break;
        case Qt::LeftEdge: tip << QPointF(body.left(), at - arrow) << QPointF(1, at) << QPointF(body.left(), at + arrow); break;
        case Qt::RightEdge:
            tip << QPointF(body.right(), at - arrow) << QPointF(width() - 1, at) << QPointF(body.right(), at + arrow);
            break;
        }
        QPainterPath point;
        point.addPolygon(tip);
        point.closeSubpath();
        path = path.united(point);
    }
    const QColor frame = isContrast ? palette().color(QPalette::Text) : palette().color(QPalette::Highlight);
    painter.setPen(QPen(frame, isContrast ? 3 : 2));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawPath(path);
}

} // namespace Quoth::Widgets
