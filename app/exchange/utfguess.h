// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace Quoth::Exchange {

/// "UTF-16LE", "UTF-16BE", "UTF-32LE" or "UTF-32BE" for bytes without a mark that hold text in it, else empty.
QString guessWideEncoding(QByteArrayView bytes);
/// Whether invalid bytes are so few among valid sequences that this is a damaged UTF-8 file rather than another encoding.
bool isMostlyUtf8(QByteArrayView bytes);
/// What bytes begin like that is no text ("a PNG image"), in words; empty if nothing is known of them.
QString magicKind(QByteArrayView bytes);
/// What bytes that are no text seem to be by their begin or their control characters; empty for text.
QString binaryKind(QByteArrayView bytes);

} // namespace Quoth::Exchange
