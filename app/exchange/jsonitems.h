// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <optional>

namespace Quoth::Exchange {

/// The items of a JSON array one after another, found by their brackets alone, so that a file of many articles need not be parsed at once.
/// A document that is no array is its one item. Items are not checked; what was cut short comes out as far as it goes.
class JsonItems
{
public:
    explicit JsonItems(QByteArrayView document);

    std::optional<QByteArrayView> next();
    qint64 line() const { return m_line; } ///< on which the item that next() gave begins, from 1
    qsizetype position() const { return m_at; } ///< how far the document has been read, in bytes

private:
    void skipBlanks();

    QByteArrayView m_document;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    qint64 m_nextLine = 1;
    bool m_isArray = false;
};

} // namespace Quoth::Exchange
