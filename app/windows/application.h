// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// The program with its window: takes a project or articles from the command line and runs until the window is closed.
int runWindow(int &argc, char **argv);
