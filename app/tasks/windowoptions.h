// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCommandLineOption>
#include <QList>

namespace Quoth::Tasks {

inline const QString coloursOption = QStringLiteral("colours");
inline const QString sampleOption = QStringLiteral("sample");

/// What the program takes when it opens the window: the window reads it, the command line's help and manual page tell it.
QList<QCommandLineOption> windowOptions();
/// The values of coloursOption.
QStringList colourSchemeNames();

} // namespace Quoth::Tasks
