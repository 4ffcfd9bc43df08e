// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <widgets/painting/highlight.h>

#include <functional>

namespace Quoth::Rendering {

/// The text of [begin, end) escaped, with nested <span> elements for the highlights in it. Classes: "h", "lN" (style N),
/// "dN" (depth N, from 1), "t" tentative, "o" and "e" on the pieces where the highlight opens and ends. titleOf gives the
/// tooltip for a key, unescaped.
QString paragraphHtml(const QString &text, qint32 begin, qint32 end, const QList<Widgets::Highlight> &highlights,
                      const std::function<QString(quint64)> &titleOf);

} // namespace Quoth::Rendering
