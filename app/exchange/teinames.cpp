// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teinames.h"

#include <QUrl>

namespace Quoth::Exchange {

namespace {

QByteArray escaped(QStringView text, bool attribute, int *replaced)
{
    QString result;
    result.reserve(text.size() + text.size() / 16);
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (unit == u'&')
            result += QLatin1String("&amp;");
        else if (unit == u'<')
            result += QLatin1String("&lt;");
        else if (unit == u'>')
            result += QLatin1String("&gt;");
        else if (unit == u'"' && attribute)
            result += QLatin1String("&quot;");
        else if (unit == u'\r' || (attribute && (unit == u'\n' || unit == u'\t')))
            result += QStringLiteral("&#%1;").arg(int(unit));
        else if ((unit < 0x20 && unit != u'\n' && unit != u'\t') || unit >= 0xFFFE) {
            result += unit < 0x20 ? QChar(u' ') : QChar(QChar::ReplacementCharacter);
            if (replaced)
                ++*replaced;
        } else
            result += c;
    }
    return result.toUtf8();
}

} // namespace

QByteArray xmlText(QStringView text, int *replaced) { return escaped(text, false, replaced); }
QByteArray xmlAttribute(QStringView value, int *replaced) { return escaped(value, true, replaced); }

QString teiWord(const QString &name)
{
    return name.isEmpty() ? QStringLiteral("%") : QString::fromLatin1(QUrl::toPercentEncoding(name, QByteArray(), QByteArrayLiteral("~")));
}

QString fromTeiWord(const QString &word)
{
    return word == u"%" ? QString() : QUrl::fromPercentEncoding(word.toUtf8());
}

} // namespace Quoth::Exchange
