// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "learneddialog.h"

#include "contexthelp.h"
#include "softlabel.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace Quoth::Windows {

LearnedDialog::LearnedDialog(const Learned &learned, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("What was learned"));
    resize(520, 480);
    auto *layout = new QVBoxLayout(this);
    const bool knows = learned.version && !learned.version->state.isEmpty();
    auto *summary = new QLabel;
    summary->setObjectName(QStringLiteral("learned.summary"));
    summary->setWordWrap(true);
    if (!learned.problem.isEmpty())
        summary->setText(learned.problem);
    else if (!knows)
        summary->setText(tr("Nothing yet. Quoth learns from the suggestions that you accept, fix and reject, while you work."));
    else
        summary->setText(tr("Learned from %n article(s)", nullptr, int(learned.version->articles.size())));
    layout->addWidget(summary);
    if (knows) {
        auto *form = new QFormLayout;
        const auto row = [form](const QString &title, const QString &text) {
            auto *label = new QLabel(text);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            label->setAlignment(leadingEdge());
            form->addRow(title, label);
        };
        const Storage::LearnerVersion &version = *learned.version;
        row(tr("Version:"), tr("%1, of %2").arg(version.number).arg(QLocale().toString(version.made.toLocalTime(), QLocale::ShortFormat)));
        row(tr("Model:"), version.base);
        row(tr("Decisions:"), QLocale().toString(version.decisions));
        row(tr("Strength:"), Tasks::strengthInWords(version));
        layout->addLayout(form);
        auto *findings = new QListWidget;
        findings->setObjectName(QStringLiteral("learned.findings"));
        findings->setAccessibleName(tr("What was learned, the strongest first"));
        for (const Detection::Adaptation::Finding &finding : learned.findings)
            findings->addItem(Tasks::inWords(finding));
        layout->addWidget(findings);
    } else {
        layout->addStretch();
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *reset = buttons->addButton(tr("&Forget it"), QDialogButtonBox::ResetRole);
    reset->setObjectName(QStringLiteral("learned.reset"));
    reset->setToolTip(tr("What you decided so far will not be learned from again; your labels stay as they are."));
    QPushButton *exporting = buttons->addButton(tr("&Export\u2026"), QDialogButtonBox::ActionRole);
    exporting->setObjectName(QStringLiteral("learned.export"));
    exporting->setToolTip(tr("A model file that knows this, for other projects"));
    for (QPushButton *button : {reset, exporting}) {
        button->setEnabled(knows && learned.problem.isEmpty());
        button->setAutoDefault(false);
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(exporting, &QPushButton::clicked, this, &LearnedDialog::exportRequested);
    connect(reset, &QPushButton::clicked, this, [this] {
        emit resetRequested();
        accept();
    });
    layout->addWidget(buttons);
    addHelp(*this, HelpTopic::Learned);
    buttons->button(QDialogButtonBox::Close)->setFocus();
}

} // namespace Quoth::Windows
