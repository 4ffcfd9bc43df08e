// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace Quoth::Windows {

class ChoiceBox;
class SpeakerLine;

/// To whom the item in hand is credited: the name, with the registry's names offered, and the speaker's type. A name that nobody has yet
/// makes a new speaker. Without a speaker, the field proposes the source's words if they are a name.
class SpeakerEdit : public QWidget
{
    Q_OBJECT

public:
    explicit SpeakerEdit(Workbench &workbench, QWidget *parent = nullptr);

    /// Shows the item as it is now; what is being typed for the same item stays.
    void setItem(std::optional<Editing::Item> item);
    /// Takes the focus with all selected.
    void start();

signals:
    /// The user is through with the field, by Enter or Escape.
    void done();

private:
    const Annotation::Speaker *speaker() const;
    QString proposal() const;
    void restore();
    void give();
    void choose(SpeakerId id);
    void changeType(const QVariant &type);
    void showAbout();
    void askMentions();

    Workbench &m_workbench;
    std::optional<Editing::Item> m_item;
    std::optional<SpeakerId> m_shown;
    std::optional<qint64> m_mentions; // of the speaker shown, once the project has answered
    SpeakerLine *m_line;
    ChoiceBox *m_type;
    QLabel *m_about;
    QTimer m_soon;
};

} // namespace Quoth::Windows
