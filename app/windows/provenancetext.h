// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/state.h>

namespace Quoth::Windows {

/// How the window says what state something is in, and where it comes from ("built-in rules 1.0 · edited").
QString stateText(Annotation::State state);
QString originText(const Annotation::Origin &origin);

} // namespace Quoth::Windows
