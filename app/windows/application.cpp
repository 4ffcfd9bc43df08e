// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>

int runWindow(int &argc, char **argv);
int runWindow(int &argc, char **argv)
{
    const QApplication application(argc, argv);
    return QApplication::exec();
}
