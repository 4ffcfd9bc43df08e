// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/result.h>

#include <QByteArrayView>
#include <QString>

namespace Quoth::Exchange {

/// A text read from bytes: which encoding was taken, and how many invalid sequences became U+FFFD.
struct DecodedText
{
    QString text;
    QString encoding;
    int invalid = 0;
    qint64 firstInvalidLine = 0; ///< from 1; 0 if all was valid
};

/// The encoding that bytes are in: by a byte order mark, else strict UTF-8, UTF-16 or UTF-32 without a mark, else what
/// uchardet takes it for, else windows-1252. By the WHATWG's rule the ISO-8859-1 of files is read as windows-1252.
QString detectEncoding(QByteArrayView bytes);

/// Decodes by the encoding of this name (any that iconv knows), or the detected one if it is empty. Fails for an unknown name.
Result<DecodedText> decode(QByteArrayView bytes, const QString &encoding = {});

/// The offset of the first byte that is no UTF-8 (RFC 3629: no overlong forms, no surrogates); -1 if all is.
qsizetype firstInvalidUtf8(QByteArrayView bytes);

} // namespace Quoth::Exchange
