// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "splitdialog.h"

#include "choicebox.h"
#include "contexthelp.h"
#include "softlabel.h"
#include "speakertexts.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace Quoth::Windows {

using namespace Annotation;

SplitDialog::SplitDialog(const Speaker &speaker, const QList<Storage::MentionWords> &mentions, QWidget *parent)
    : RegistryDialog(tr("Split %1").arg(speaker.name), tr("Split"), parent), m_mentions(new QListWidget), m_name(new QLineEdit), m_type(new ChoiceBox)
{
    auto *heading = new QLabel(tr("Which of these mentions are those of another speaker?"));
    heading->setBuddy(m_mentions);
    contents().addWidget(heading);
    m_mentions->setObjectName(QStringLiteral("mentions"));
    m_mentions->setAccessibleName(tr("Mentions"));
    for (const Storage::MentionWords &mention : mentions) {
        const QString words = mention.words.isEmpty() ? tr("(attributions without a source)") : tr("“%1”").arg(mention.words);
        auto *item = new QListWidgetItem(QStringLiteral("%1 · %2").arg(words, tr("%n mention(s)", nullptr, mention.count)), m_mentions);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setData(Qt::UserRole, mention.words);
    }
    m_mentions->setCurrentRow(0);
    contents().addWidget(m_mentions, 1);
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setMinimumWidth(260);
    m_type->setObjectName(QStringLiteral("type"));
    fillWithTypes(*m_type);
    m_type->setValue(int(speaker.type));
    auto *form = new QFormLayout;
    form->addRow(tr("&Name of the new speaker"), m_name);
    form->addRow(tr("&Type"), m_type);
    contents().addLayout(form);
    contents().addWidget(new SoftLabel(mentions.isEmpty() ? tr("Nobody mentions this speaker, so that there is nothing to split.")
                                                          : tr("Space ticks a row. Undo takes it back in one step.")));
    connect(m_mentions, &QListWidget::itemChanged, this, &SplitDialog::proposeName);
    addHelp(*this, HelpTopic::Split);
    m_mentions->setFocus();
}

void SplitDialog::proposeName()
{
    if (m_name->isModified())
        return;
    const QStringList ticked = words();
    m_name->setText(ticked.value(0));
}

QStringList SplitDialog::words() const
{
    QStringList words;
    for (int row = 0; row < m_mentions->count(); ++row) {
        if (const QListWidgetItem *item = m_mentions->item(row); item->checkState() == Qt::Checked)
            words.append(item->data(Qt::UserRole).toString());
    }
    return words;
}

Speaker SplitDialog::fresh() const
{
    Speaker speaker;
    speaker.name = m_name->text();
    speaker.type = SpeakerType(m_type->value().toInt());
    return speaker;
}

} // namespace Quoth::Windows
