// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QStringView>

namespace Quoth::Exchange {

/// Appends JSON to a byte array, on one line and with the keys in the order they are written, which QJsonObject cannot.
class JsonWriter
{
public:
    explicit JsonWriter(QByteArray &out) : m_out(out) { }

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    JsonWriter &key(QStringView name);
    void string(QStringView text);
    void number(qint64 number);
    void number(double number); ///< the shortest form that reads back the same; null for what JSON lacks (NaN, infinity)
    void boolean(bool value);
    void null();
    void value(const QJsonValue &value); ///< object keys sorted

private:
    void open(char bracket);
    void close(char bracket);
    void separate();
    void quote(QStringView text);

    QByteArray &m_out;
    bool m_comma = false;
};

} // namespace Quoth::Exchange
