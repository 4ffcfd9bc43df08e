// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <QAction>
#include <QHash>

#include <functional>

namespace Quoth::Windows {

/// Changes the open project's labels and roles: opens the editor and does what was decided there, articles included, as one step.
class SchemaEditing : public QObject
{
    Q_OBJECT

public:
    using TakenKeys = std::function<QHash<QString, QString>()>;

    /// takenKeys: the program's keys of one character, and what they do.
    SchemaEditing(Workbench &workbench, TakenKeys takenKeys, QWidget &window, QObject *parent = nullptr);

    QAction *action() const { return m_action; }
    void edit();

signals:
    /// The editor is closed.
    void done();

private:
    Workbench &m_workbench;
    TakenKeys m_takenKeys;
    QWidget &m_window;
    QAction *m_action;
};

/// The keys of one character among those of the actions that do not follow from the schema, and what they do.
QHash<QString, QString> keysOfOneCharacter(const QList<QAction *> &actions);

} // namespace Quoth::Windows
