// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandpalette.h"

#include "keytext.h"
#include "clearbutton.h"

#include <widgets/painting/colours.h>
#include <widgets/painting/keychip.h>

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace Quoth::Widgets {

namespace {

constexpr int ShortcutRole = Qt::UserRole + 1;

QString commandName(const QAction &action)
{
    QString name = withoutMnemonic(action.text());
    while (name.endsWith(u'\u2026') || name.endsWith(u'.'))
        name.chop(1);
    return name;
}

class CommandDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, option.fontMetrics.height() + 12};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QPalette &palette = option.palette;
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(
                mixed(palette.color(QPalette::Highlight), palette.color(QPalette::Base), isDark(palette) ? 0.4 : 0.24));
            painter->drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 4, 4);
        }
        QRect row = option.rect.adjusted(10, 0, -10, 0);
        const auto placed = [&](const QRect &r) { return QStyle::visualRect(option.direction, option.rect, r); };
        if (const QString key = index.data(ShortcutRole).toString(); !key.isEmpty()) {
            const QSize chip = keyChipSize(key, option.font).toSize();
            const QRect place(row.right() - chip.width(), row.center().y() - chip.height() / 2, chip.width(),
                              chip.height());
            paintKeyChip(*painter, QRectF(placed(place)), key, option.font, palette);
            row.setRight(place.left() - 10);
        }
        painter->setFont(option.font);
        painter->setPen(palette.color(QPalette::Text));
        const QString name = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, row.width());
        painter->drawText(placed(row), int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                          name);
        painter->restore();
    }
};

bool beginsWord(QStringView text, qsizetype at) { return at == 0 || !text[at - 1].isLetterOrNumber(); }

bool fits(QStringView pattern, QStringView text)
{
    qsizetype at = 0;
    for (const QChar wanted : pattern) {
        if (wanted.isSpace())
            continue;
        while (at < text.size() && text[at].toCaseFolded() != wanted.toCaseFolded())
            ++at;
        if (at++ >= text.size())
            return false;
    }
    return true;
}

} // namespace

int fuzzyScore(QStringView pattern, QStringView text)
{
    int score = 0;
    qsizetype at = 0;
    qsizetype last = -2;
    for (qsizetype p = 0; p < pattern.size(); ++p) {
        if (pattern[p].isSpace())
            continue;
        qsizetype found = -1;
        for (qsizetype i = at; i < text.size(); ++i) {
            if (text[i].toCaseFolded() != pattern[p].toCaseFolded())
                continue;
            if (found < 0)
                found = i;
            // A better place further on counts only if what is left of the pattern still fits behind it.
            if ((i == last + 1 || beginsWord(text, i)) && fits(pattern.mid(p + 1), text.mid(i + 1))) {
                found = i;
                break;
            }
        }
        if (found < 0)
            return -1;
        score += found == last + 1 ? 10 : 1;
        score += beginsWord(text, found) ? 8 : 0;
        last = found;
        at = found + 1;
    }
    return score;
}

CommandPalette::CommandPalette(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_filter(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
{
    setAccessibleName(tr("Commands"));
    setFrameShape(QFrame::StyledPanel);
    m_filter->setPlaceholderText(tr("Type a command"));
    m_filter->setAccessibleName(tr("Find a command"));
    addClearButton(*m_filter);
    m_filter->installEventFilter(this);
    m_list->setAccessibleName(tr("Matching commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_filter);
    column->addWidget(m_list);
    setFocusProxy(m_filter);
    connect(m_filter, &QLineEdit::textChanged, this, &CommandPalette::refill);
    connect(m_list, &QListView::clicked, this, &CommandPalette::triggerCurrent);
}

void CommandPalette::setActions(const QList<QAction *> &actions)
{
    m_actions.clear();
    for (QAction *action : actions)
        m_actions.append(action);
    refill();
}

void CommandPalette::open()
{
    m_filter->clear();
    refill();
    resize(480, 380);
    if (const QWidget *owner = parentWidget() ? parentWidget()->window() : nullptr) {
        setMaximumWidth(std::max(240, owner->width()));
        move(owner->mapToGlobal(QPoint((owner->width() - width()) / 2, std::min(90, owner->height() / 8))));
    }
    show();
    activateWindow();
    m_filter->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::refill()
{
    struct Match
    {
        QPointer<QAction> action;
        int score = 0;
    };
    QList<Match> matches;
    for (const QPointer<QAction> &action : std::as_const(m_actions)) {
        if (!action || !action->isEnabled() || !action->isVisible() || action->isSeparator())
            continue;
        if (const int score = fuzzyScore(m_filter->text(), commandName(*action)); score >= 0)
            matches.append({action, score});
    }
    std::stable_sort(matches.begin(), matches.end(), [](const Match &a, const Match &b) { return a.score > b.score; });
    m_model->clear();
    m_shown.clear();
    for (const Match &match : std::as_const(matches)) {
        auto *item = new QStandardItem(commandName(*match.action));
        item->setData(keyName(match.action->shortcut()), ShortcutRole);
        item->setToolTip(match.action->toolTip());
        m_model->appendRow(item);
        m_shown.append(match.action);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
}

void CommandPalette::step(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = m_list->currentIndex().row() + rows;
    const int wrapped = std::abs(rows) == 1 ? (row + count) % count : std::clamp(row, 0, count - 1);
    m_list->setCurrentIndex(m_model->index(wrapped, 0));
}

void CommandPalette::triggerCurrent()
{
    const QPointer<QAction> action = m_shown.value(m_list->currentIndex().row());
    if (!action)
        return;
    // Closed first: the command may open a window of its own.
    hide();
    action->trigger();
    if (action)
        emit commandTriggered(action);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_PageUp:
        step(-8);
        return true;
    case Qt::Key_PageDown:
        step(8);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        triggerCurrent();
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace Quoth::Widgets
