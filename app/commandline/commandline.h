// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Quoth::CommandLine {

/// Whether the program was called for the command line rather than for the window: with a subcommand, --help, --version, or
/// a first word that is neither an option nor a file nor looks like the name of one, which is told as wrong usage.
bool isMeant(int argc, char **argv);
/// Builds the application object, runs the subcommand and gives the exit status: 0 done, 1 could not do it, 2 wrong usage.
int run(int &argc, char **argv);

} // namespace Quoth::CommandLine
