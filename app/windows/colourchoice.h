// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "menubutton.h"

#include <app/rendering/colouring.h>

#include <QActionGroup>

namespace Quoth::Windows {

/// What the colours of the highlights tell apart: a button with a menu, whose actions also stand in the menu View. The choice is kept
/// in the settings.
class ColourChoice : public MenuButton
{
    Q_OBJECT

public:
    explicit ColourChoice(QWidget *parent = nullptr);

    Rendering::ColourBy colourBy() const { return m_colourBy; }
    QList<QAction *> actions() const { return m_group->actions(); }

signals:
    void chosen(Quoth::Rendering::ColourBy colourBy);

private:
    void choose(Rendering::ColourBy colourBy);
    void showChoice();

    QActionGroup *m_group;
    Rendering::ColourBy m_colourBy;
};

} // namespace Quoth::Windows
