// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/commandline/commandline.h>

#include <cstdio>

/// Opens the window and gives the exit status.
int runWindow(int &argc, char **argv);

#ifndef QUOTH_HAS_WINDOWS
int runWindow(int &, char **)
{
    std::fputs("quoth: This build has no window. \"quoth --help\" shows what the command line can do.\n", stderr);
    return 1;
}
#endif

int main(int argc, char **argv)
{
    if (Quoth::CommandLine::isMeant(argc, argv))
        return Quoth::CommandLine::run(argc, argv);
    return runWindow(argc, argv);
}
