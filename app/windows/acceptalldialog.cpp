// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "acceptalldialog.h"

#include "dialogbuttons.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QSettings>
#include <QVBoxLayout>

namespace Quoth::Windows {

namespace {
const QString setting = QStringLiteral("review/acceptFrom");
}

AcceptAllDialog::AcceptAllDialog(std::function<int(double)> count, QWidget *parent)
    : QDialog(parent), m_count(std::move(count)), m_confidence(new QDoubleSpinBox), m_consequence(new QLabel)
{
    setWindowTitle(tr("Accept all that are sure"));
    m_confidence->setRange(0, 1);
    m_confidence->setDecimals(2);
    m_confidence->setSingleStep(0.05);
    m_confidence->setAccessibleName(tr("Least confidence"));
    m_confidence->setValue(QSettings().value(setting, 0.9).toDouble());
    m_consequence->setWordWrap(true);
    m_consequence->setMinimumWidth(fontMetrics().averageCharWidth() * 48);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(tr("Accept"), QDialogButtonBox::AcceptRole);
    auto *form = new QFormLayout;
    form->addRow(tr("&Confidence at least"), m_confidence);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_consequence);
    layout->addWidget(buttons);
    finishButtons(*buttons, *m_accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        QSettings().setValue(setting, confidence());
        accept();
    });
    connect(m_confidence, &QDoubleSpinBox::valueChanged, this, &AcceptAllDialog::showCount);
    m_confidence->selectAll();
    showCount();
}

void AcceptAllDialog::showCount()
{
    const int count = m_count(confidence());
    m_consequence->setText(count == 0 ? tr("No open suggestion of this article is that sure.")
                                      : tr("%n suggestion(s) of this article will be accepted. Undo takes it back in one step.", nullptr, count));
    m_accept->setEnabled(count > 0);
}

} // namespace Quoth::Windows
