// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QLineEdit;

namespace Quoth::Widgets {

/// Gives the line a button that clears it; Qt's own has no name for a screen reader.
void addClearButton(QLineEdit &line);

} // namespace Quoth::Widgets
