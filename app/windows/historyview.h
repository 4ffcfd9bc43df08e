// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <QLabel>
#include <QTimer>

namespace Quoth::Windows {

/// The latest that was done to the open article, by whom and when; read in the background once an edit is on the disk.
class HistoryView : public QLabel
{
    Q_OBJECT

public:
    explicit HistoryView(Workbench &workbench, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void ask();
    void show(const QList<Storage::HistoryEntry> &entries);

    Workbench &m_workbench;
    QTimer m_soon;
};

} // namespace Quoth::Windows
