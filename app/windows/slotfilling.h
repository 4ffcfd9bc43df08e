// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <widgets/articleview.h>

namespace Quoth::Windows {

/// Fills the slots of an open card by mouse: words dragged onto a slot take its role, a click on a slot takes what fills
/// it in hand, or fills it with the selected words. The view and the workbench must outlive it.
class SlotFilling : public QObject
{
    Q_OBJECT

public:
    SlotFilling(Workbench &workbench, Widgets::ArticleView &view, QObject *parent = nullptr);

signals:
    /// A slot of the attribution in hand is to be filled with the words that are selected next.
    void slotChosen(const QString &role);

private:
    void fill(quint64 cardKey, int slot, const Widgets::Extent &words, quint64 highlight);
    void activate(quint64 cardKey, int slot);

    Workbench &m_workbench;
    Widgets::ArticleView &m_view;
};

} // namespace Quoth::Windows
