// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace Quoth::Exchange {

/// The <text> of an article: its paragraphs with anchors and with those elements of attributions and scare quotes that nest. record: the
/// article as the native file has it; anchors are named prefix + "c" + the code point.
QByteArray teiText(const QString &text, const QJsonObject &record, const QString &prefix, int &replaced);

} // namespace Quoth::Exchange
