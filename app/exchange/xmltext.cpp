// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "xmltext.h"

#include "issuelist.h"
#include "words.h"

#include <algorithm>

namespace Quoth::Exchange {

namespace {

bool isForbidden(QChar c) { return (c < u' ' && c != u'\t' && c != u'\n') || c == QChar(0xFFFE) || c == QChar(0xFFFF); }

} // namespace

bool isXmlText(QStringView text) { return std::none_of(text.begin(), text.end(), isForbidden); }

QString xmlEscaped(QStringView text)
{
    QString result;
    result.reserve(text.size() + text.size() / 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool lone = c.isSurrogate()
            && !(c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            && !(c.isLowSurrogate() && i > 0 && text[i - 1].isHighSurrogate());
        if (isForbidden(c) || lone)
            result += u' ';
        else if (c == u'<')
            result += QStringLiteral("&lt;");
        else if (c == u'>')
            result += QStringLiteral("&gt;");
        else if (c == u'&')
            result += QStringLiteral("&amp;");
        else if (c == u'"')
            result += QStringLiteral("&quot;");
        else
            result += c;
    }
    return result;
}

QXmlStreamReader::TokenType nextToken(QXmlStreamReader &xml)
{
    const QXmlStreamReader::TokenType type = xml.readNext();
    if (type != QXmlStreamReader::DTD)
        return type;
    xml.raiseError(QCoreApplication::translate("Quoth::Exchange", "it has a document type, which is not read because it can hide traps"));
    return QXmlStreamReader::Invalid;
}

bool nextStartElement(QXmlStreamReader &xml)
{
    while (nextToken(xml) != QXmlStreamReader::Invalid && !xml.atEnd()) {
        if (xml.isEndElement())
            return false;
        if (xml.isStartElement())
            return true;
    }
    return false;
}

Result<void> xmlResult(const QXmlStreamReader &xml, const QString &place)
{
    if (!xml.hasError())
        return {};
    return Error{ErrorCode::BadInput, Words::tr("The XML could not be read to its end: %1.").arg(xml.errorString()), lineOf(place, xml.lineNumber())};
}

} // namespace Quoth::Exchange
