// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "headline.h"

#include "words.h"

#include <QDate>
#include <QLocale>
#include <QSet>

namespace Quoth::Rendering {

using namespace Annotation;

QString dateText(const QString &published)
{
    const QDate date = QDate::fromString(published.left(10), Qt::ISODate);
    return date.isValid() ? QLocale().toString(date, Words::tr("d MMM yyyy", "a date, see QLocale::toString")) : published;
}

namespace {

int speakersIn(const Annotations &annotations)
{
    QSet<SpeakerId> speakers;
    for (const Span &span : annotations.spans) {
        if (span.speaker)
            speakers.insert(*span.speaker);
    }
    for (const Attribution &attribution : annotations.attributions) {
        if (attribution.speaker)
            speakers.insert(*attribution.speaker);
    }
    return int(speakers.size());
}

} // namespace

Headline headlineOf(const Article &article, const Annotations &annotations, const Schema &schema)
{
    Headline result;
    result.title = article.meta.title.simplified();
    const QString &title = article.meta.title;
    if (!title.isEmpty() && article.text.startsWith(title) && article.text.mid(title.size(), 1) == u"\n")
        result.length = qint32(title.size());
    QStringList parts = {article.meta.outlet, dateText(article.meta.published)};
    if (!schema.frameTypes.isEmpty()) {
        parts.append(Words::tr("%n attribution(s)", nullptr, int(annotations.attributions.size())));
        if (const int speakers = speakersIn(annotations); speakers > 0)
            parts.append(Words::tr("%n speaker(s)", nullptr, speakers));
    } else {
        parts.append(Words::tr("%n span(s)", nullptr, int(annotations.spans.size())));
    }
    parts.removeAll(QString());
    result.byline = parts.join(QStringLiteral(" \u00B7 "));
    return result;
}

} // namespace Quoth::Rendering
