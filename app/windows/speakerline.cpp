// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "speakerline.h"

#include "collation.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace Quoth::Windows {

using Annotation::Speaker;

namespace {

constexpr int nameRole = Qt::UserRole + 1; // what is compared with the typed text
constexpr int idRole = Qt::UserRole + 2;

QStandardItem *offerFor(const QString &name, const QString &shown, SpeakerId id)
{
    auto *item = new QStandardItem(shown);
    item->setData(name, nameRole);
    item->setData(id.number(), idRole);
    return item;
}

} // namespace

SpeakerLine::SpeakerLine(QWidget *parent)
    : QLineEdit(parent), m_offers(new QStandardItemModel(this)), m_completer(new QCompleter(m_offers, this))
{
    m_completer->setCompletionRole(nameRole);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setMaxVisibleItems(8);
    // Not QLineEdit::setCompleter(): that writes the row's text into the line, an alias maybe of two speakers.
    m_completer->setWidget(this);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &SpeakerLine::choose);
    connect(this, &QLineEdit::textEdited, this, &SpeakerLine::offer);
}

void SpeakerLine::setOffers(QList<Speaker> speakers)
{
    sortByLanguage(speakers);
    m_offers->clear();
    for (const Speaker &speaker : std::as_const(speakers)) {
        m_offers->appendRow(offerFor(speaker.name, speaker.name, speaker.id));
        for (const QString &alias : speaker.aliases)
            m_offers->appendRow(offerFor(alias, tr("%1 — %2", "alias, canonical name").arg(alias, speaker.name), speaker.id));
    }
}

void SpeakerLine::offer(const QString &typed)
{
    const QString wanted = typed.trimmed();
    m_completer->setCompletionPrefix(wanted);
    if (wanted.isEmpty() || m_completer->completionCount() == 0)
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void SpeakerLine::choose(const QModelIndex &row)
{
    const qint64 number = row.data(idRole).toLongLong();
    if (number > 0)
        emit speakerChosen(SpeakerId(number));
}

void SpeakerLine::keyPressEvent(QKeyEvent *event)
{
    QAbstractItemView *popup = m_completer->popup();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const QModelIndex row = popup->isVisible() ? popup->currentIndex() : QModelIndex();
        popup->hide();
        if (row.isValid())
            choose(row);
        else
            emit given();
        event->accept();
    } else if (event->key() == Qt::Key_Escape) {
        popup->hide();
        emit takenBack();
        event->accept();
    } else if (event->key() == Qt::Key_Down && !popup->isVisible()) {
        m_completer->setCompletionPrefix(isModified() ? text().trimmed() : QString());
        m_completer->complete();
        event->accept();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void SpeakerLine::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        emit focused();
}

void SpeakerLine::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason)
        return;
    m_completer->popup()->hide();
    emit left(reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason);
}

} // namespace Quoth::Windows
