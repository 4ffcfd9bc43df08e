// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Quoth::Widgets {

/// Makes article views readable to screen readers: text, caret, selection and places. Safe to call repeatedly.
void installArticleAccessibility();

} // namespace Quoth::Widgets
