// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace Quoth::Exchange {

/// A part of a message (RFC 2045): its header fields by name in small letters, unfolded, and the bytes behind them as they were sent.
struct MimePart
{
    QHash<QByteArray, QByteArray> fields;
    QByteArray body;

    static MimePart parse(const QByteArray &bytes);
    /// "text/html", in small letters.
    QByteArray type() const;
    /// Of the content type: "charset", "boundary", "start"; without quotation marks.
    QByteArray parameter(const QByteArray &name) const;
    /// The bytes before quoted-printable or base64 was put on them.
    QByteArray decoded() const;
    /// The first page in it or in its parts, the one that the parameter "start" names before others.
    std::optional<MimePart> page(int depth = 0) const;
};

/// A field with encoded words (RFC 2047) as text.
QString mimeText(const QByteArray &field);

} // namespace Quoth::Exchange
