// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registrydialog.h"

#include "dialogbuttons.h"

#include <QAccessible>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Quoth::Windows {

RegistryDialog::RegistryDialog(const QString &title, const QString &verb, QWidget *parent)
    : QDialog(parent), m_contents(new QVBoxLayout), m_problem(new QLabel)
{
    setWindowTitle(title);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    QFont bold = m_problem->font();
    bold.setBold(true);
    m_problem->setFont(bold);
    m_problem->hide();
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_button = m_buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(m_contents, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &RegistryDialog::tryIt);
}

void RegistryDialog::showEvent(QShowEvent *event)
{
    finishButtons(*m_buttons, *m_button); // behind the contents, which are there by now
    QDialog::showEvent(event);
}

QString RegistryDialog::problem() const { return m_problem->isHidden() ? QString() : m_problem->text(); }

void RegistryDialog::tryIt()
{
    const Result<int> done = m_doing ? m_doing() : Result<int>(0);
    if (done) {
        accept();
        return;
    }
    m_problem->setText(done.error().message);
    m_problem->show();
    QAccessibleEvent told(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

} // namespace Quoth::Windows
