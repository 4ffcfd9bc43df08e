// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conlluformat.h"

namespace Quoth::Exchange {

QString conlluBlanks(QStringView text)
{
    QString result;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u' ': result += QLatin1String("\\s"); break;
        case u'\t': result += QLatin1String("\\t"); break;
        case u'\n': result += QLatin1String("\\n"); break;
        case u'\r': result += QLatin1String("\\r"); break;
        default: result += QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
        }
    }
    return result;
}

QString fromConlluBlanks(QStringView escaped)
{
    QString result;
    for (qsizetype i = 0; i < escaped.size(); ++i) {
        const char16_t kind = escaped[i] == u'\\' && i + 1 < escaped.size() ? escaped[i + 1].unicode() : u'\0';
        bool known = true;
        switch (kind) {
        case u's': result += u' '; break;
        case u't': result += u'\t'; break;
        case u'n': result += u'\n'; break;
        case u'r': result += u'\r'; break;
        case u'p': result += u'|'; break;
        case u'\\': result += u'\\'; break;
        case u'u': {
            const QStringView digits = escaped.mid(i + 2, 4);
            const ushort unit = digits.toUShort(&known, 16);
            known = known && digits.size() == 4;
            if (known) {
                result += QChar(unit);
                i += 4;
            }
            break;
        }
        default: known = false;
        }
        if (known)
            ++i;
        else
            result += escaped[i];
    }
    return result;
}

} // namespace Quoth::Exchange
