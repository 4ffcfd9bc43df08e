// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tsvescapes.h"

namespace Quoth::Exchange {

namespace {

constexpr QStringView named = u"\t\n\f\r\b";
constexpr QStringView names = u"tnfrb";
constexpr QStringView reserved = u"\\[]|_;*";

} // namespace

QString tsvText(QStringView line)
{
    QString result;
    for (const QChar c : line) {
        const qsizetype name = named.indexOf(c);
        if (name >= 0)
            result += u'\\';
        else if (c == u'\\' || (c.unicode() < 0x20 && c != u'\v'))
            result += u'\\';
        result += name >= 0 ? names[name] : c;
    }
    return result;
}

QString textFromTsv(QStringView escaped, bool javaEscapes)
{
    QString result;
    for (qsizetype i = 0; i < escaped.size(); ++i) {
        const QChar next = i + 1 < escaped.size() ? escaped[i + 1] : QChar();
        const qsizetype name = names.indexOf(next);
        if (escaped[i] != u'\\' || i + 1 == escaped.size()) {
            result += escaped[i];
        } else if (javaEscapes && next == u'u' && i + 5 < escaped.size()) {
            bool isNumber = false;
            const ushort unit = escaped.sliced(i + 2, 4).toUShort(&isNumber, 16);
            result += isNumber ? QString(QChar(unit)) : escaped.sliced(i, 6).toString();
            i += 5;
        } else {
            if (name < 0 && next != u'\\' && next.unicode() >= 0x20)
                result += u'\\';
            result += name >= 0 ? named[name] : next;
            ++i;
        }
    }
    return result;
}

QString tsvValue(QStringView value)
{
    QString result;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar c = value[i];
        const bool isArrow = c == u'-' && i + 1 < value.size() && value[i + 1] == u'>';
        if (reserved.contains(c) || isArrow || c == u'\t' || c == u'\n')
            result += u'\\';
        result += c == u'\t' ? QChar(u't') : c == u'\n' ? QChar(u'n') : c;
    }
    return result;
}

QString valueFromTsv(QStringView escaped)
{
    QString result;
    for (qsizetype i = 0; i < escaped.size(); ++i) {
        if (escaped[i] != u'\\' || i + 1 == escaped.size()) {
            result += escaped[i];
            continue;
        }
        const QChar next = escaped[++i];
        if (next == u't' || next == u'n')
            result += next == u't' ? u'\t' : u'\n';
        else if (reserved.contains(next) || escaped.sliced(i).startsWith(u"->"))
            result += next;
        else
            result += QString(u'\\') + next;
    }
    return result;
}

QList<QStringView> tsvParts(QStringView text, QChar separator)
{
    QList<QStringView> parts;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\\') {
            ++i;
        } else if (text[i] == separator) {
            parts.append(text.sliced(begin, i - begin));
            begin = i + 1;
        }
    }
    parts.append(text.sliced(begin));
    return parts;
}

QStringView takeTsvSuffix(QStringView &value)
{
    qsizetype open = -1;
    qsizetype close = -1;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == u'\\')
            ++i;
        else if (value[i] == u'[')
            open = i;
        else if (value[i] == u']')
            close = i;
    }
    if (open < 0 || close != value.size() - 1 || open > close)
        return {};
    const QStringView suffix = value.sliced(open + 1, close - open - 1);
    value = value.first(open);
    return suffix;
}

} // namespace Quoth::Exchange
