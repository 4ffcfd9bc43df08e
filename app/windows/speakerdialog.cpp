// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "speakerdialog.h"

#include "choicebox.h"
#include "speakertexts.h"

#include <app/rendering/colouring.h>

#include <QColorDialog>
#include <QDesktopServices>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QUrl>

namespace Quoth::Windows {

using namespace Annotation;

SpeakerDialog::SpeakerDialog(const Speaker &speaker, QWidget *parent)
    : RegistryDialog(speaker.name.isEmpty() ? tr("New speaker") : speaker.name, speaker.name.isEmpty() ? tr("Add") : tr("Save"), parent),
      m_speaker(speaker), m_name(new QLineEdit(speaker.name)), m_aliases(new QPlainTextEdit(speaker.aliases.join(u'\n'))), m_type(new ChoiceBox),
      m_wikidata(new QLineEdit(speaker.wikidata)), m_open(new QToolButton), m_colour(new QToolButton), m_noColour(new QToolButton)
{
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setMinimumWidth(260);
    m_aliases->setObjectName(QStringLiteral("aliases"));
    m_aliases->setTabChangesFocus(true);
    m_aliases->setPlaceholderText(tr("Other names, one a line"));
    m_aliases->setFixedHeight(m_aliases->fontMetrics().lineSpacing() * 5);
    m_type->setObjectName(QStringLiteral("type"));
    fillWithTypes(*m_type);
    m_type->setValue(int(speaker.type));
    m_wikidata->setObjectName(QStringLiteral("wikidata"));
    m_wikidata->setPlaceholderText(QStringLiteral("Q42"));
    m_open->setObjectName(QStringLiteral("openWikidata"));
    m_open->setText(tr("Open"));
    m_open->setToolTip(tr("Show the item in the browser"));
    m_open->setAccessibleName(tr("Open the item of Wikidata in the browser"));
    m_colour->setObjectName(QStringLiteral("colour"));
    m_colour->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_noColour->setText(tr("Automatic"));
    m_noColour->setToolTip(tr("Take the colour that Quoth gives"));
    for (QToolButton *button : {m_open, m_colour, m_noColour})
        button->setFocusPolicy(Qt::StrongFocus);
    auto *wikidata = new QHBoxLayout;
    wikidata->addWidget(m_wikidata, 1);
    wikidata->addWidget(m_open);
    auto *colour = new QHBoxLayout;
    colour->addWidget(m_colour);
    colour->addWidget(m_noColour);
    colour->addStretch(1);
    auto *form = new QFormLayout;
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Also called"), m_aliases);
    form->addRow(tr("&Type"), m_type);
    form->addRow(tr("&Wikidata"), wikidata);
    form->addRow(tr("&Colour"), colour);
    static_cast<QLabel *>(form->labelForField(wikidata))->setBuddy(m_wikidata);
    static_cast<QLabel *>(form->labelForField(colour))->setBuddy(m_colour);
    contents().addLayout(form);
    connect(m_wikidata, &QLineEdit::textChanged, this, [this](const QString &id) { m_open->setEnabled(isWikidataId(id.trimmed())); });
    m_open->setEnabled(isWikidataId(speaker.wikidata));
    connect(m_open, &QToolButton::clicked, this, &SpeakerDialog::openWikidata);
    connect(m_colour, &QToolButton::clicked, this, &SpeakerDialog::chooseColour);
    connect(m_noColour, &QToolButton::clicked, this, [this] {
        m_speaker.colour.clear();
        showColour();
    });
    showColour();
    m_name->setFocus();
    m_name->selectAll();
}

Speaker SpeakerDialog::speaker() const
{
    Speaker speaker = m_speaker;
    speaker.name = m_name->text();
    speaker.aliases = m_aliases->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    speaker.type = SpeakerType(m_type->value().toInt());
    speaker.wikidata = m_wikidata->text();
    return speaker;
}

void SpeakerDialog::setName(const QString &name)
{
    m_name->setText(name);
    m_name->selectAll();
}

void SpeakerDialog::chooseColour()
{
    for (int i = 0; i < Rendering::givenColours; ++i)
        QColorDialog::setCustomColor(i, Rendering::givenColour(i + 1));
    const QColor chosen = QColorDialog::getColor(Rendering::colourOf(m_speaker), this, tr("Colour of the speaker"));
    if (!chosen.isValid())
        return;
    m_speaker.colour = chosen.name();
    showColour();
}

void SpeakerDialog::showColour()
{
    const bool isGiven = m_speaker.colour.isEmpty();
    m_colour->setIcon(swatchOf(Rendering::colourOf(m_speaker), palette()));
    m_colour->setText(isGiven ? tr("Choose…") : m_speaker.colour);
    m_colour->setAccessibleName(isGiven ? tr("Choose a colour; now Quoth gives one") : tr("Colour %1; choose another").arg(m_speaker.colour));
    m_noColour->setEnabled(!isGiven);
}

void SpeakerDialog::openWikidata()
{
    const QString id = m_wikidata->text().trimmed();
    if (isWikidataId(id))
        QDesktopServices::openUrl(QUrl(QStringLiteral("https://www.wikidata.org/wiki/") + id));
}

} // namespace Quoth::Windows
