// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <widgets/painting/highlight.h>

namespace Quoth::Rendering {

/// The style sheet of a rendered web page: a shape and two colours for each style, light and dark by the reader's setting.
QString styleSheet(const QList<Widgets::HighlightStyle> &light, const QList<Widgets::HighlightStyle> &dark);

} // namespace Quoth::Rendering
