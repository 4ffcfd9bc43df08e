// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guidelinepanel.h"

#include <widgets/painting/colours.h>
#include <widgets/painting/markpainter.h>

#include <QKeyEvent>
#include <QPainter>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace Quoth::Widgets {

namespace {

constexpr int widest = 480;
constexpr int padding = 12;

QImage swatch(const HighlightStyle &style, const QFontMetrics &metrics, const QPalette &palette, qreal ratio)
{
    const QSize size(metrics.height() * 3 / 2, metrics.height());
    QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMarkSwatch(painter, QRectF(QPointF(), QSizeF(size)).adjusted(1, 1, -1, -1), style, palette);
    return image;
}

} // namespace

GuidelinePanel::GuidelinePanel(QWidget *parent)
    : QFrame(parent)
    , m_text(new QTextBrowser(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->document()->setDocumentMargin(padding);
    m_text->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->addWidget(m_text);
    hide();
}

void GuidelinePanel::fill(const QList<Guideline> &guidelines)
{
    m_text->clear();
    QTextCursor cursor(m_text->document());
    QTextBlockFormat heading;
    QTextBlockFormat body;
    body.setLineHeight(125, QTextBlockFormat::ProportionalHeight);
    body.setTopMargin(4);
    QTextCharFormat bold;
    bold.setFontWeight(QFont::DemiBold);
    const QTextCharFormat plain;
    QTextCharFormat middle;
    middle.setVerticalAlignment(QTextCharFormat::AlignMiddle);
    for (qsizetype i = 0; i < guidelines.size(); ++i) {
        const Guideline &one = guidelines[i];
        if (i == 0) {
            cursor.setBlockFormat(heading);
        } else {
            heading.setTopMargin(padding);
            cursor.insertBlock(heading);
        }
        if (one.style) {
            cursor.insertImage(swatch(*one.style, fontMetrics(), palette(), devicePixelRatioF()));
            cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor);
            cursor.mergeCharFormat(middle);
            cursor.movePosition(QTextCursor::End);
            cursor.insertText(QStringLiteral("  "), plain);
        }
        cursor.insertText(one.title, bold);
        if (!one.key.isEmpty())
            cursor.insertText(tr("  key %1", "the key of a label").arg(one.key), plain);
        cursor.insertBlock(body, plain);
        cursor.insertText(one.text, plain);
    }
    m_text->moveCursor(QTextCursor::Start);
}

void GuidelinePanel::open(const QString &name, const QList<Guideline> &guidelines, const QList<QKeySequence> &closers,
                          const QRect &anchor, const QRect &room)
{
    m_closers = closers;
    fill(guidelines);
    setAccessibleName(name);
    m_text->setAccessibleName(name);
    m_text->setAccessibleDescription(m_text->toPlainText().remove(QChar::ObjectReplacementCharacter));
    const int width = std::clamp(room.width() - 8, 160, widest);
    const int tallest = std::max(60, parentWidget()->height() - 8);
    resize(width, tallest);
    show(); // before that the text is laid out in the width of a widget that nobody has sized
    layout()->activate();
    const int height = std::min(tallest, int(std::ceil(m_text->document()->size().height())) + 4);
    resize(width, height);
    QPoint place(anchor.left(), anchor.bottom() + 6);
    if (place.y() + height > parentWidget()->height())
        place.setY(anchor.top() - 6 - height);
    place.setX(std::clamp(isRightToLeft() ? anchor.right() - width : place.x(), room.left() + 4,
                          std::max(room.left() + 4, room.right() - width - 3)));
    place.setY(std::clamp(place.y(), 4, std::max(4, parentWidget()->height() - height - 4)));
    move(place);
    raise();
    m_text->setFocus(Qt::PopupFocusReason);
}

void GuidelinePanel::shut()
{
    if (m_text->hasFocus())
        parentWidget()->setFocus(Qt::PopupFocusReason);
    hide();
}

void GuidelinePanel::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setPen(softText(palette())); // the article behind has the same background
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool GuidelinePanel::closes(int key, Qt::KeyboardModifiers modifiers) const
{
    return key == Qt::Key_Escape || m_closers.contains(QKeySequence(QKeyCombination(modifiers, Qt::Key(key))));
}

bool GuidelinePanel::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::ShortcutOverride || type == QEvent::KeyPress) {
        // Other keys do to the article what they always do.
        auto *press = static_cast<QKeyEvent *>(event);
        const bool scrolls = QList<int>{Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End}.contains(press->key());
        if (closes(press->key(), press->modifiers())) {
            if (type == QEvent::KeyPress)
                shut();
            event->accept();
            return true;
        }
        if (scrolls && type == QEvent::ShortcutOverride) {
            event->accept();
            return true;
        }
    }
    if (type == QEvent::FocusOut)
        hide();
    return QFrame::eventFilter(watched, event);
}

} // namespace Quoth::Widgets
