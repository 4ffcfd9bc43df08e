// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "article.h"

#include "words.h"

#include <QCryptographicHash>

namespace Quoth::Annotation {

QByteArray Article::sha256() const
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
}

NormalisedText normalised(const QString &text)
{
    NormalisedText result;
    result.text.reserve(text.size());
    int lineEnds = 0;
    int replaced = 0;
    qsizetype i = 0;
    while (i < text.size() && text[i] == QChar(QChar::ByteOrderMark))
        ++i;
    if (i > 0) {
        result.changes.append(Words::tr("a byte order mark was dropped"));
    }
    for (; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\r') {
            ++lineEnds;
            if (i + 1 >= text.size() || text[i + 1] != u'\n')
                result.text.append(u'\n');
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            result.text.append(c);
            result.text.append(text[++i]);
        } else if (c.isNull() || c.isSurrogate()) {
            ++replaced;
            result.text.append(QChar(QChar::ReplacementCharacter));
        } else {
            result.text.append(c);
        }
    }
    if (lineEnds > 0)
        result.changes.append(Words::tr("%n line end(s) became LF", nullptr, lineEnds));
    if (replaced > 0)
        result.changes.append(Words::tr("%n invalid character(s) became U+FFFD", nullptr, replaced));
    return result;
}

} // namespace Quoth::Annotation
