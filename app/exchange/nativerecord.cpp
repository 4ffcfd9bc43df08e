// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nativerecord.h"

#include "articlewriter.h"

#include <QJsonDocument>

namespace Quoth::Exchange {

QJsonObject recordOf(const Annotation::AnnotatedArticle &article)
{
    return QJsonDocument::fromJson(nativeLine(article)).object();
}

QJsonObject articleFieldsOf(QJsonObject record)
{
    for (const char16_t *key : {u"format", u"spans", u"attributions", u"claims"})
        record.remove(QString::fromUtf16(key));
    return record;
}

} // namespace Quoth::Exchange
