// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>

namespace Quoth::Test {

/// Draws the pictures of the manual on a sample project of its own. Reads resources/protocols from the working folder. False if anything
/// went wrong.
bool takeManualPictures(const QDir &folder);

} // namespace Quoth::Test
