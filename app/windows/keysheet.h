// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QFontMetrics>
#include <QPalette>

namespace Quoth::Windows {

/// The sheet of keys as a page of rich text: the actions in groups, set in columns of about the same height, each with its keys as they are
/// and what the mouse does instead. search: only what has all of these words in its text or keys. keyWidth: of a key's column, in pixels.
QString keySheet(const QList<QAction *> &actions, const QString &search, int columns, const QPalette &palette, int keyWidth = 136);
/// Of all keys on that sheet, in pixels.
int widestKey(const QList<QAction *> &actions, const QFontMetrics &metrics);

} // namespace Quoth::Windows
