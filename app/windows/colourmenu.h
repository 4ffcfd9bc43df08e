// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "systemcolours.h"

#include <QActionGroup>

namespace Quoth::Windows {

/// The choice of colours as actions; what is chosen is kept in the settings.
class ColourMenu : public QObject
{
    Q_OBJECT

public:
    explicit ColourMenu(SystemColours &colours, QObject *parent = nullptr);

    QList<QAction *> actions() const { return m_group->actions(); }
    /// What was chosen last, by the settings.
    static ColourScheme remembered();

private:
    void showScheme();

    SystemColours &m_colours;
    QActionGroup *m_group;
};

} // namespace Quoth::Windows
