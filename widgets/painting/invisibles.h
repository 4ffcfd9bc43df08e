// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <QString>

class QPainter;

namespace Quoth::Widgets {

class ArticleLayout;
struct VisibleLines;

/// What stands for a character that cannot be seen or that turns the direction: its abbreviation in Unicode ("NBSP",
/// "ZWJ", "RLO"), its number for other controls, a dot for a blank at a line's end or beside another blank. Empty for
/// characters that can be seen.
QString invisibleSign(QStringView text, qsizetype offset);

/// Draws the signs of these lines over them. Nothing moves: a character without a width has its sign hung over its place.
void paintInvisibles(QPainter &painter, ArticleLayout &layout, const VisibleLines &lines, const QPalette &palette);

} // namespace Quoth::Widgets
