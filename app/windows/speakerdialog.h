// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrydialog.h"

#include <app/annotation/speaker.h>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace Quoth::Windows {

class ChoiceBox;

/// All that is known of a speaker, to be changed.
class SpeakerDialog : public RegistryDialog
{
    Q_OBJECT

public:
    /// A speaker without a name is to be a new one.
    explicit SpeakerDialog(const Annotation::Speaker &speaker, QWidget *parent = nullptr);

    Annotation::Speaker speaker() const;
    void setName(const QString &name);

private:
    void chooseColour();
    void showColour();
    void openWikidata();

    Annotation::Speaker m_speaker;
    QLineEdit *m_name;
    QPlainTextEdit *m_aliases; ///< one a line
    ChoiceBox *m_type;
    QLineEdit *m_wikidata;
    QToolButton *m_open;
    QToolButton *m_colour;
    QToolButton *m_noColour;
};

} // namespace Quoth::Windows
