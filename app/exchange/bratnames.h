// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/offsets.h>

#include <QList>
#include <QString>

namespace Quoth::Exchange {

/// What the brat reader and writer agree on beyond the format. Whatever brat has no place for stands, as JSON, in notes of
/// this type: {"confidence","explanation","origin","attributes","note","speaker","fragments"}.
inline const QString bratNoteType = QStringLiteral("Quoth");
inline const QString bratKind = QStringLiteral("Kind");
inline const QString bratState = QStringLiteral("State");

/// A name as brat allows it: letters, digits, "-" and "_".
QString bratName(const QString &name);
/// The role's name in an event: the built-in ones begin with a capital, as in PolNeAR.
QString bratRole(const QString &role);
QString roleFromBrat(const QString &role);
/// Cut at line breaks, which brat does not allow in a fragment. Empty if nothing is left.
QList<TextRange> cutAtLineBreaks(const QList<TextRange> &fragments, QStringView text);

} // namespace Quoth::Exchange
