// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>

namespace Quoth::Widgets {

/// The ratio of relative luminances as WCAG 2.1 defines it, 1 to 21.
qreal contrast(const QColor &one, const QColor &other);
/// a over b, with weight in 0..1 given to a.
QColor mixed(const QColor &a, const QColor &b, qreal weight);
/// The colour moved towards black or white just as far as it takes to stand out from the background.
QColor legible(const QColor &colour, const QColor &background, qreal ratio = 3.0);
bool isDark(const QPalette &palette);
/// Whether the palette asks for as much contrast as there is: its lines (Mid) stand out from Base as text does.
bool isHighContrast(const QPalette &palette);
/// For secondary text on Base: Text toned down, still at a contrast of 4.5; not toned at all in high contrast.
QColor softText(const QPalette &palette);
/// For hairlines and frames on Base.
QColor frameColour(const QPalette &palette);
/// Of a page in these colours, in plain contrast whatever the program's palette is.
QPalette paperPalette(const QColor &base, const QColor &text);
/// For progress and for work that waits; both shift with the palette.
QColor progressColour(const QPalette &palette);
QColor attentionColour(const QPalette &palette);

} // namespace Quoth::Widgets
