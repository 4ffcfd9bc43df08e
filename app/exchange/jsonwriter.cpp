// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonwriter.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <cmath>

namespace Quoth::Exchange {

void JsonWriter::separate()
{
    if (m_comma)
        m_out.append(',');
    m_comma = true;
}

void JsonWriter::open(char bracket)
{
    separate();
    m_out.append(bracket);
    m_comma = false;
}

void JsonWriter::close(char bracket)
{
    m_out.append(bracket);
    m_comma = true;
}

JsonWriter &JsonWriter::key(QStringView name)
{
    separate();
    quote(name);
    m_out.append(':');
    m_comma = false;
    return *this;
}

void JsonWriter::string(QStringView text)
{
    separate();
    quote(text);
}

void JsonWriter::quote(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    m_out.append('"');
    qsizetype plain = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const uchar c = uchar(utf8.at(i));
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        m_out.append(utf8.constData() + plain, i - plain);
        plain = i + 1;
        switch (c) {
        case '"': m_out.append("\\\""); break;
        case '\\': m_out.append("\\\\"); break;
        case '\n': m_out.append("\\n"); break;
        case '\r': m_out.append("\\r"); break;
        case '\t': m_out.append("\\t"); break;
        default: m_out.append("\\u00").append(QByteArray::number(c, 16).rightJustified(2, '0'));
        }
    }
    m_out.append(utf8.constData() + plain, utf8.size() - plain);
    m_out.append('"');
}

void JsonWriter::number(qint64 number)
{
    separate();
    m_out.append(QByteArray::number(number));
}

void JsonWriter::number(double number)
{
    if (!std::isfinite(number))
        return null();
    separate();
    m_out.append(QByteArray::number(number, 'g', QLocale::FloatingPointShortest));
}

void JsonWriter::boolean(bool value)
{
    separate();
    m_out.append(value ? "true" : "false");
}

void JsonWriter::null()
{
    separate();
    m_out.append("null");
}

void JsonWriter::value(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return boolean(value.toBool());
    case QJsonValue::Double: {
        const qint64 whole = value.toInteger();
        return double(whole) == value.toDouble() ? number(whole) : number(value.toDouble());
    }
    case QJsonValue::String: return string(value.toString());
    case QJsonValue::Array: {
        beginArray();
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            this->value(item);
        return endArray();
    }
    case QJsonValue::Object: {
        beginObject();
        const QJsonObject object = value.toObject();
        for (auto i = object.begin(); i != object.end(); ++i)
            key(i.key()).value(i.value());
        return endObject();
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined: return null();
    }
}

} // namespace Quoth::Exchange
