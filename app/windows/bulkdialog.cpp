// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulkdialog.h"

#include "dialogbuttons.h"
#include "provenancetext.h"
#include "softlabel.h"

#include <app/base/translation.h>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace Quoth::Windows {

using namespace Annotation;
using Editing::BulkAction;

namespace {

QLabel *makeText(const QString &name, const QString &what)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setAccessibleDescription(what); // its text is its name for a screen reader
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(leadingEdge());
    return label;
}

} // namespace

BulkDialog::BulkDialog(BulkAction action, const Schema &schema, const QString &what, bool mayWiden, QWidget *parent)
    : QDialog(parent), m_action(action), m_schema(schema), m_summary(makeText(QStringLiteral("bulk.summary"), tr("What will be done"))),
      m_counts(makeText(QStringLiteral("bulk.counts"), tr("How many of what"))), m_examples(new SoftLabel)
{
    setWindowTitle(tr("%1 many").arg(verb()));
    m_examples->setObjectName(QStringLiteral("bulk.examples"));
    m_examples->setAccessibleDescription(tr("Examples"));
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    auto *form = new QFormLayout;
    auto *which = makeText(QStringLiteral("bulk.which"), tr("Which items"));
    which->setText(what.isEmpty() ? tr("all in the list") : what);
    form->addRow(tr("Which items:"), which);
    if (action == BulkAction::Relabel) {
        m_label = new QComboBox;
        m_label->setObjectName(QStringLiteral("bulk.label"));
        m_label->setAccessibleName(tr("New label"));
        for (const Label &label : schema.labels)
            m_label->addItem(label.title, label.name);
        form->addRow(tr("New &label:"), m_label);
        connect(m_label, &QComboBox::currentIndexChanged, this, &BulkDialog::ask);
    }
    if (mayWiden) {
        auto *here = new QRadioButton(tr("In &this article"));
        here->setObjectName(QStringLiteral("bulk.article"));
        here->setChecked(true);
        m_project = new QRadioButton(tr("In all articles of the &project"));
        m_project->setObjectName(QStringLiteral("bulk.project"));
        form->addRow(tr("Where:"), here);
        form->addRow(QString(), m_project);
        connect(m_project, &QRadioButton::toggled, this, &BulkDialog::ask);
    }
    layout->addLayout(form);
    for (QWidget *part : QList<QWidget *>{m_summary, m_counts, m_examples})
        layout->addWidget(part);
    layout->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_do = buttons->addButton(verb(), QDialogButtonBox::AcceptRole);
    m_do->setObjectName(QStringLiteral("bulk.do"));
    layout->addWidget(buttons);
    finishButtons(*buttons, *m_do);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString BulkDialog::verb() const
{
    switch (m_action) {
    case BulkAction::Accept: return tr("Accept");
    case BulkAction::Reject: return tr("Reject");
    case BulkAction::Reopen: return tr("Reopen");
    case BulkAction::Delete: return tr("Delete");
    case BulkAction::Relabel: return tr("Relabel");
    }
    return {};
}

Editing::Bulk BulkDialog::bulk() const { return {m_action, m_label ? m_label->currentData().toString() : QString()}; }

bool BulkDialog::wholeProject() const { return m_project && m_project->isChecked(); }

void BulkDialog::ask()
{
    m_do->setEnabled(false);
    m_summary->setText(tr("Counting…"));
    m_counts->clear();
    m_examples->clear();
    emit previewWanted();
}

void BulkDialog::showPreview(const Editing::BulkPreview &preview)
{
    const QLocale locale;
    QStringList summary;
    if (preview.items == 0) {
        summary.append(m_action == BulkAction::Relabel ? tr("No span of these can have that label, or all have it already.")
                                                       : tr("Nothing would change: all of these are so already."));
    } else {
        summary.append(wholeProject() ? tr("%1 in %n article(s) will change.", nullptr, preview.articles).arg(tr("%n item(s)", nullptr, preview.items))
                                      : tr("%n item(s) of this article will change.", nullptr, preview.items));
        if (preview.keptAsRejected > 0)
            summary.append(tr("%n of them will be rejected instead, so as not to come back: found by a detector.", nullptr, preview.keptAsRejected));
        if (m_action == BulkAction::Relabel)
            summary.append(tr("What is relabelled is thereby accepted."));
        summary.append(tr("One step of undo takes it back."));
    }
    m_summary->setText(summary.join(u' '));
    QStringList counts;
    for (auto label = preview.counts.cbegin(); label != preview.counts.cend(); ++label) {
        QStringList states;
        for (auto state = label->cbegin(); state != label->cend(); ++state)
            states.append(tr("%1 %2", "a number, and a state").arg(locale.toString(state.value()), stateText(state.key())));
        counts.append(tr("%1: %2", "a label, and how many of it").arg(label.key(), listed(states)));
    }
    m_counts->setText(counts.join(u'\n'));
    m_counts->setVisible(!counts.isEmpty());
    QStringList examples = preview.examples;
    if (preview.items > examples.size() && !examples.isEmpty())
        examples.append(tr("and %n more", nullptr, preview.items - int(examples.size())));
    m_examples->setText(examples.join(u'\n'));
    m_examples->setVisible(!examples.isEmpty());
    m_do->setText(preview.items > 0 ? tr("%1 %2", "a verb, and how many").arg(verb(), locale.toString(preview.items)) : verb());
    m_do->setEnabled(preview.items > 0);
    // Not adjustSize(), which stops at two thirds of the screen and squeezes what is left.
    layout()->activate();
    resize(width(), layout()->totalHeightForWidth(width()));
}

void BulkDialog::showError(const QString &error)
{
    m_summary->setText(error);
    m_do->setEnabled(false);
}

} // namespace Quoth::Windows
