// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <widgets/labelpalette.h>

namespace Quoth::Windows {

/// The label palette bound to the schema and to the span in hand.
class PaletteBar : public Widgets::LabelPalette
{
    Q_OBJECT

public:
    explicit PaletteBar(Workbench &workbench, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showLabels();

    Workbench &m_workbench;
    bool m_dark = false;
};

} // namespace Quoth::Windows
