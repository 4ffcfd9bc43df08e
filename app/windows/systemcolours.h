// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QApplication;

namespace Quoth::Windows {

enum class ColourScheme { System, Light, Dark };

/// Gives the program light or dark colours. System asks the desktop (the portal's org.freedesktop.appearance setting) and follows it while
/// the program runs; where there is no portal, Qt's own palette stays.
void applyColours(QApplication &application, ColourScheme scheme);

} // namespace Quoth::Windows
