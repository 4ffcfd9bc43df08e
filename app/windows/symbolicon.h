// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

namespace Quoth::Windows {

/// One of the program's line icons (a name in resources/icons), drawn in the colour that the palette gives to text on buttons: it follows
/// light and dark, is paler while disabled, and turns round with the interface where it points back or ahead.
QIcon symbolIcon(const QString &name);

} // namespace Quoth::Windows
