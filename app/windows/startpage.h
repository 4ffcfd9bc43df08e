// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QAction;

namespace Quoth::Windows {

/// What a window without a project shows: what one can do, and the projects of late.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    StartPage(const QList<QAction *> &choices, const QStringList &recent, QWidget *parent = nullptr);

signals:
    void projectChosen(const QString &path);
};

} // namespace Quoth::Windows
