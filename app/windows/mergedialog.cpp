// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mergedialog.h"

#include "contexthelp.h"
#include "softlabel.h"
#include "speakerline.h"

#include <QButtonGroup>
#include <QFormLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Quoth::Windows {

using Annotation::Speaker;

MergeDialog::MergeDialog(const QList<Speaker> &speakers, const QList<Speaker> &registry, QWidget *parent)
    : RegistryDialog(tr("Merge speakers"), tr("Merge"), parent), m_registry(registry), m_choice(new QButtonGroup(this)),
      m_list(new QVBoxLayout), m_other(new SpeakerLine)
{
    contents().addWidget(new QLabel(tr("These are one speaker. Which name shall stay?")));
    contents().addLayout(m_list);
    for (const Speaker &speaker : speakers)
        add(speaker);
    m_other->setObjectName(QStringLiteral("other"));
    m_other->setPlaceholderText(tr("Name of another speaker"));
    m_other->setOffers(registry);
    m_other->setMinimumWidth(260);
    auto *form = new QFormLayout;
    form->addRow(tr("&And also"), m_other);
    contents().addLayout(form);
    contents().addWidget(new SoftLabel(tr("The other names become aliases, and all that was credited to them is credited to the one that stays, in all "
                                          "articles. Undo takes it back in one step.")));
    connect(m_other, &SpeakerLine::speakerChosen, this, [this](SpeakerId id) {
        const auto found = std::find_if(m_registry.begin(), m_registry.end(), [id](const Speaker &speaker) { return speaker.id == id; });
        if (found != m_registry.end())
            add(*found);
        m_other->clear();
    });
    connect(m_other, &SpeakerLine::given, this, &MergeDialog::addTyped);
    connect(m_other, &SpeakerLine::left, this, [this] { addTyped(); });
    connect(m_other, &SpeakerLine::takenBack, this, &QDialog::reject);
    addHelp(*this, HelpTopic::Merge);
    if (speakers.size() < 2)
        m_other->setFocus();
    else
        m_choice->buttons().constFirst()->setFocus();
}

void MergeDialog::add(const Speaker &speaker)
{
    if (m_speakers.contains(speaker))
        return;
    auto *button = new QRadioButton(QString(speaker.name).replace(u'&', QStringLiteral("&&")));
    button->setChecked(m_speakers.isEmpty());
    m_choice->addButton(button, int(m_speakers.size()));
    m_list->addWidget(button);
    m_speakers.append(speaker);
    if (m_speakers.size() > 1)
        button->setFocus();
}

void MergeDialog::addTyped()
{
    const QString name = m_other->text().trimmed();
    const auto found = std::find_if(m_registry.begin(), m_registry.end(), [&name](const Speaker &speaker) { return speaker.isCalled(name); });
    if (name.isEmpty() || found == m_registry.end())
        return;
    add(*found);
    m_other->clear();
}

QList<SpeakerId> MergeDialog::speakers() const
{
    QList<SpeakerId> ids;
    for (const Speaker &speaker : m_speakers)
        ids.append(speaker.id);
    return ids;
}

SpeakerId MergeDialog::kept() const { return m_speakers[std::max(0, m_choice->checkedId())].id; }

} // namespace Quoth::Windows
