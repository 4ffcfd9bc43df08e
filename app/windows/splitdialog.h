// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrydialog.h"

#include <app/annotation/speaker.h>
#include <app/storage/mentions.h>

class QLineEdit;
class QListWidget;

namespace Quoth::Windows {

class ChoiceBox;

/// Asks which mentions of a speaker, told apart by their words, are those of somebody else, and who that is.
class SplitDialog : public RegistryDialog
{
    Q_OBJECT

public:
    SplitDialog(const Annotation::Speaker &speaker, const QList<Storage::MentionWords> &mentions, QWidget *parent = nullptr);

    QStringList words() const;
    Annotation::Speaker fresh() const;

private:
    void proposeName();

    QListWidget *m_mentions;
    QLineEdit *m_name;
    ChoiceBox *m_type;
};

} // namespace Quoth::Windows
