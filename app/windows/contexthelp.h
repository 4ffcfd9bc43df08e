// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/rendering/manual.h>

class QDialog;

namespace Quoth::Windows {

/// What a dialog is about.
enum class HelpTopic { Import, Export, Detectors, Learned, Release, Schema, Merge, Split, Keys };

QList<HelpTopic> allHelpTopics();
/// Where the manual says it.
Rendering::ManualPlace placeOf(HelpTopic topic);

/// The key of the manual opens it at its place over the dialog, and so does a button Help, where the dialog has a row of buttons. To be called
/// when the dialog is built.
void addHelp(QDialog &dialog, HelpTopic topic);

} // namespace Quoth::Windows
