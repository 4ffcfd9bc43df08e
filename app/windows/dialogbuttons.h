// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QDialogButtonBox;
class QPushButton;

namespace Quoth::Windows {

/// Gives Enter to the main button of a box that is in its dialog by now, and to no other, and lets Tab come to all of them, the main one
/// first. Qt forgets a default button that was set before the box had a dialog, and leaves a button out on the way.
void finishButtons(QDialogButtonBox &box, QPushButton &main);

} // namespace Quoth::Windows
