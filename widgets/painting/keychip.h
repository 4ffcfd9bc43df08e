// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QString>

class QPainter;

namespace Quoth::Widgets {

/// A key as a small cap with a frame, as in "Accept [Enter]". The font is the one of the text beside it.
QSizeF keyChipSize(const QString &key, const QFont &font);
void paintKeyChip(QPainter &painter, const QRectF &rect, const QString &key, const QFont &font, const QPalette &palette);

} // namespace Quoth::Widgets
