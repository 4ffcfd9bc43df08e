// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <optional>

namespace Quoth::Exchange {

/// The elements of a JSON array, or the one value that the text is, one at a time and unparsed, so that only one is ever held
/// as a tree and a text that is cut short still gives what is whole. The text must outlive it.
class JsonElements
{
public:
    explicit JsonElements(QByteArrayView json);

    /// The next element; nullopt at the end. An element that the text ends within comes out as far as it goes.
    std::optional<QByteArrayView> next();
    qint64 line() const { return m_line; } ///< where the element that next() gave begins, from 1
    qsizetype position() const { return m_position; }
    /// Whether the array's end was found; false where the text was cut short.
    bool isComplete() const { return m_complete; }

private:
    void skipBlanks();

    QByteArrayView m_json;
    qsizetype m_position = 0;
    qint64 m_line = 1;
    qint64 m_lineHere = 1;
    bool m_array = false;
    bool m_complete = false;
};

} // namespace Quoth::Exchange
