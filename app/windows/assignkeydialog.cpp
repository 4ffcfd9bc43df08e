// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assignkeydialog.h"

#include "actiongroups.h"
#include "shortcuts.h"

#include <widgets/keycapture.h>

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Quoth::Windows {

AssignKeyDialog::AssignKeyDialog(const Shortcuts &shortcuts, QString id, QWidget *parent)
    : QDialog(parent), m_shortcuts(shortcuts), m_id(std::move(id))
{
    setWindowTitle(tr("Choose a key"));
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    const QAction *action = shortcuts.action(m_id);
    auto *question = new QLabel(tr("Press the key for \u201C%1\u201D.").arg(action ? plainText(*action) : m_id));
    question->setWordWrap(true);
    m_capture = new Widgets::KeyCapture;
    question->setBuddy(m_capture);
    m_verdict = new QLabel(tr("Any key, alone or with Ctrl, Alt and Shift. Esc leaves all as it is."));
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setWordWrap(true);
    m_verdict->setMinimumHeight(m_verdict->fontMetrics().lineSpacing() * 2 + 4);
    m_verdict->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto *buttons = new QDialogButtonBox;
    m_set = buttons->addButton(tr("Set key"), QDialogButtonBox::AcceptRole);
    m_set->setObjectName(QStringLiteral("setKey"));
    m_set->setEnabled(false);
    buttons->addButton(QDialogButtonBox::Cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(question);
    layout->addWidget(m_capture);
    layout->addWidget(m_verdict);
    layout->addWidget(buttons);
    connect(m_capture, &Widgets::KeyCapture::captured, this, &AssignKeyDialog::judge);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_capture->setFocus();
}

QKeySequence AssignKeyDialog::key() const { return m_capture->key(); }

void AssignKeyDialog::judge(const QKeySequence &key)
{
    const QString refusal = m_shortcuts.refusal(m_id, key);
    const QAction *holder = m_shortcuts.holder(key, m_id);
    m_set->setEnabled(refusal.isEmpty());
    m_set->setText(refusal.isEmpty() && holder ? tr("Take it from there") : tr("Set key"));
    if (!refusal.isEmpty())
        m_verdict->setText(tr("%1 Press another.").arg(refusal));
    else if (holder)
        m_verdict->setText(tr("\u201C%1\u201D has this key. Taken from there, it has it no more.").arg(plainText(*holder)));
    else
        m_verdict->setText(tr("This key is free."));
    // On to the button, so that Enter is not taken for the key wanted; a click into the field, or Shift+Tab, tries another.
    if (refusal.isEmpty())
        m_set->setFocus();
}

} // namespace Quoth::Windows
