// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "overlaps.h"

#include "actions.h"

#include <app/rendering/cardtext.h>
#include <app/rendering/itemkey.h>
#include <app/rendering/styles.h>
#include <widgets/painting/colours.h>

#include <QEvent>
#include <QListWidget>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace Quoth::Windows {

using namespace Annotation;

namespace {

constexpr qsizetype longestWords = 36;

QString wordsOf(const Span &span, const QString &text)
{
    const TextRange extent = span.extent();
    const QString words = text.mid(extent.begin, std::min<qsizetype>(extent.end - extent.begin, 4 * longestWords)).simplified();
    const QString shown = words.size() <= longestWords ? words : words.left(longestWords - 1).trimmed() + u'\u2026';
    return Overlaps::tr("“%1”").arg(Rendering::isolated(shown));
}

} // namespace

Overlaps::Overlaps(Workbench &workbench, Widgets::ArticleView &view, std::function<void(quint64)> take, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_view(view), m_take(std::move(take)),
      m_action(makeAction(this, "item.choose", tr("Choose among the highlights at the caret\u2026"), {QStringLiteral("M")})),
      m_list(new Widgets::SpanList(&view))
{
    connect(m_action, &QAction::triggered, this, &Overlaps::openAtCaret);
    connect(&view, &Widgets::ArticleView::overlapClicked, this, [this](const QList<quint64> &keys, quint64 taken, qint32 offset) {
        open(keys, taken, offset, false);
    });
    connect(m_list, &Widgets::SpanList::chosen, this, [this](quint64 key) {
        m_view.setFocus();
        m_take(key);
    });
    connect(m_list, &Widgets::SpanList::cancelled, this, [this] { m_view.setFocus(); });
    connect(&view, &Widgets::ArticleView::articleShown, m_list, &QWidget::hide);
    connect(&view, &Widgets::ArticleView::caretMoved, m_list, &QWidget::hide);
    connect(&workbench.model(), &AnnotationModel::applied, m_list, &QWidget::hide);
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, m_list, &QWidget::hide);
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
}

bool Overlaps::eventFilter(QObject *watched, QEvent *event)
{
    // Beside a click the list is only an offer: whatever is done next closes it.
    const bool goesOn = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress
        || event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Resize;
    if (goesOn && m_list->isVisible() && !m_list->list()->hasFocus())
        m_list->hide();
    return QObject::eventFilter(watched, event);
}

void Overlaps::openAtCaret()
{
    qint32 offset = m_view.caret();
    QList<quint64> keys = m_view.keysAt(offset);
    if (keys.isEmpty() && offset > 0)
        keys = m_view.keysAt(--offset); // the caret stands behind it
    if (keys.size() == 1)
        m_take(keys.first());
    else if (!keys.isEmpty())
        open(keys, m_view.focusedKey(), offset, true);
}

void Overlaps::open(const QList<quint64> &keys, quint64 current, qint32 offset, bool takeFocus)
{
    QList<Widgets::SpanChoice> choices;
    const bool dark = Widgets::isDark(m_view.palette());
    const QList<Widgets::HighlightStyle> styles = Rendering::stylesOf(m_workbench.schema(), dark);
    for (const quint64 key : keys) {
        const auto item = Rendering::itemOf(key);
        const auto *id = item ? std::get_if<SpanId>(&*item) : nullptr;
        const Span *span = id ? m_workbench.index().span(*id) : nullptr;
        if (!span)
            continue;
        const auto label = std::find_if(m_workbench.schema().labels.begin(), m_workbench.schema().labels.end(),
                                        [span](const Label &one) { return one.name == span->label; });
        Widgets::SpanChoice choice;
        choice.key = key;
        if (label != m_workbench.schema().labels.end())
            choice.style = styles.value(label - m_workbench.schema().labels.begin());
        choice.words = wordsOf(*span, m_view.text());
        choice.description = Rendering::spanText(*span, m_workbench.index(), m_workbench.schema(), m_view.text());
        choices.append(choice);
    }
    if (choices.isEmpty())
        return;
    const QRectF line = m_view.caretRectangle(offset);
    int right = m_view.viewport()->width();
    const QList<Widgets::PlacedCard> cards = m_view.visibleCards();
    for (const Widgets::PlacedCard &placed : cards)
        right = std::min(right, placed.rect.left()); // a card's buttons are often next
    m_list->open(choices, current, line.translated(m_view.viewport()->pos()).toAlignedRect(), right, takeFocus);
}

} // namespace Quoth::Windows
