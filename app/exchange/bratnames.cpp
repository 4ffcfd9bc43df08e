// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bratnames.h"

#include <app/annotation/attribution.h>

namespace Quoth::Exchange {

using namespace Annotation;

QString bratName(const QString &name)
{
    QString result = name.isEmpty() ? QStringLiteral("_") : name;
    for (QChar &c : result) {
        if (c.unicode() >= 0x80 || !(c.isLetterOrNumber() || c == u'-' || c == u'_'))
            c = u'_';
    }
    return result;
}

QString bratRole(const QString &role)
{
    const bool builtIn = role == sourceRole || role == cueRole || role == contentRole;
    return builtIn ? role[0].toUpper() + role.sliced(1) : bratName(role);
}

QString roleFromBrat(const QString &role)
{
    for (const QString &builtIn : {sourceRole, cueRole, contentRole}) {
        if (role.compare(builtIn, Qt::CaseInsensitive) == 0)
            return builtIn;
    }
    return role;
}

QList<TextRange> cutAtLineBreaks(const QList<TextRange> &fragments, QStringView text)
{
    QList<TextRange> result;
    for (const TextRange fragment : fragments) {
        qint32 begin = fragment.begin;
        for (qint32 i = fragment.begin; i <= fragment.end; ++i) {
            if (i == fragment.end || text[i] == u'\n') {
                if (begin < i)
                    result.append({begin, i});
                begin = i + 1;
            }
        }
    }
    return result;
}

} // namespace Quoth::Exchange
