// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrydialog.h"

#include <app/annotation/speaker.h>

class QButtonGroup;

namespace Quoth::Windows {

class SpeakerLine;

/// Asks which of the speakers stays; others of the registry can be added by name.
class MergeDialog : public RegistryDialog
{
    Q_OBJECT

public:
    MergeDialog(const QList<Annotation::Speaker> &speakers, const QList<Annotation::Speaker> &registry, QWidget *parent = nullptr);

    QList<SpeakerId> speakers() const;
    SpeakerId kept() const;

private:
    void add(const Annotation::Speaker &speaker);
    void addTyped();

    QList<Annotation::Speaker> m_registry;
    QList<Annotation::Speaker> m_speakers;
    QButtonGroup *m_choice;
    QVBoxLayout *m_list;
    SpeakerLine *m_other;
};

} // namespace Quoth::Windows
