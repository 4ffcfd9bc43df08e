// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "addressdialog.h"

#include "dialogbuttons.h"

#include <app/tasks/pagefetch.h>

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace Quoth::Windows {

AddressDialog::AddressDialog(const QString &folder, QWidget *parent) : QDialog(parent), m_folder(folder)
{
    setWindowTitle(tr("Import from an address"));
    auto *title = new QLabel(tr("&Address of the article:"));
    m_edit = new QLineEdit;
    m_edit->setObjectName(QStringLiteral("address.edit"));
    m_edit->setAccessibleName(tr("Address of the article"));
    m_edit->setPlaceholderText(QStringLiteral("https://example.org/news/article"));
    m_edit->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    title->setBuddy(m_edit);
    auto *says = new QLabel(tr("Only this page is fetched, none of its pictures, and nothing is sent but the address. What needs a login has to be "
                               "saved from a browser."));
    says->setWordWrap(true);
    m_bar = new QProgressBar;
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Fetching"));
    m_state = new QLabel;
    m_state->setObjectName(QStringLiteral("address.state"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_fetch = buttons->addButton(tr("&Fetch"), QDialogButtonBox::AcceptRole);
    m_fetch->setObjectName(QStringLiteral("address.fetch"));
    connect(buttons, &QDialogButtonBox::accepted, this, &AddressDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { m_fetch->setEnabled(!m_edit->text().trimmed().isEmpty()); });
    connect(&m_fetching, &QFutureWatcherBase::finished, this, &AddressDialog::finish);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(m_edit);
    layout->addWidget(says);
    layout->addWidget(m_bar);
    layout->addWidget(m_state);
    layout->addWidget(buttons);
    finishButtons(*buttons, *m_fetch);
    m_fetch->setEnabled(false);
    showBusy(false);
}

AddressDialog::~AddressDialog()
{
    m_progress.cancel();
    m_fetching.waitForFinished();
}

void AddressDialog::setAddress(const QString &address)
{
    m_edit->setText(address);
    m_edit->selectAll();
}

void AddressDialog::accept()
{
    if (m_fetching.isRunning())
        return;
    const auto address = Tasks::webAddress(m_edit->text());
    if (!address) {
        m_state->setText(address.error().message);
        return;
    }
    m_address = *address;
    m_progress = Progress();
    m_state->clear();
    showBusy(true);
    m_fetching.setFuture(QtConcurrent::run([address = m_address, folder = m_folder, progress = m_progress] { return Tasks::fetchPage(address, folder, progress); }));
}

void AddressDialog::finish()
{
    showBusy(false);
    const Result<QString> fetched = m_fetching.result();
    if (!fetched) {
        m_state->setText(fetched.error().message);
        m_edit->setFocus();
        return;
    }
    m_file = *fetched;
    QDialog::accept();
}

void AddressDialog::showBusy(bool busy)
{
    m_edit->setEnabled(!busy);
    m_fetch->setEnabled(!busy && !m_edit->text().trimmed().isEmpty());
    m_bar->setVisible(busy);
}

} // namespace Quoth::Windows
