// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/commandline/commandline.h>
#include <app/windows/application.h>

int main(int argc, char **argv)
{
    if (Quoth::CommandLine::isMeant(argc, argv))
        return Quoth::CommandLine::run(argc, argv);
    return runWindow(argc, argv);
}
