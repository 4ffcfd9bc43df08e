// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "releasecounts.h"

#include <app/base/offsets.h>

namespace Quoth::Tasks {

using namespace Annotation;

void ReleaseCounts::add(const AnnotatedArticle &article, const QString &split, int group)
{
    const QString totals = QStringLiteral("total");
    const Annotations &annotations = article.annotations;
    count(totals, QStringLiteral("articles"), split);
    count(totals, QStringLiteral("groups"), split, m_groups.contains({split, group}) ? 0 : 1);
    m_groups.insert({split, group});
    count(totals, QStringLiteral("attributions"), split, int(annotations.attributions.size()));
    count(totals, QStringLiteral("spans"), split, int(annotations.spans.size()));
    count(totals, QStringLiteral("characters"), split, int(OffsetConverter(article.article.text).codePoints()));
    count(QStringLiteral("outlet"), article.article.meta.outlet, split);
    count(QStringLiteral("language"), article.article.meta.language, split);
    const auto countProvenance = [&](const Provenance &provenance) {
        const Origin &origin = provenance.origin;
        const QString kind = toString(origin.kind);
        m_originKinds.insert(kind);
        count(QStringLiteral("state"), toString(provenance.state), split);
        QString maker = kind;
        for (const QString &part : {origin.name, origin.version, origin.edited ? QStringLiteral("(edited since)") : QString()})
            maker += part.isEmpty() ? QString() : u' ' + part;
        count(QStringLiteral("origin"), maker, split);
    };
    for (const Span &span : annotations.spans) {
        count(QStringLiteral("label"), span.label, split);
        countProvenance(span.provenance);
    }
    for (const Attribution &attribution : annotations.attributions) {
        count(QStringLiteral("frame"), attribution.type, split);
        count(QStringLiteral("kind"), attribution.kind ? toString(*attribution.kind) : QString(), split);
        countProvenance(attribution.provenance);
    }
}

int ReleaseCounts::total(const QString &value) const
{
    const BySplit bySplit = of(QStringLiteral("total")).value(value);
    int sum = 0;
    for (const int count : bySplit)
        sum += count;
    return sum;
}

QJsonObject ReleaseCounts::toJson() const
{
    QJsonObject json;
    for (auto what = m_counts.begin(); what != m_counts.end(); ++what) {
        QJsonObject values;
        for (auto value = what->begin(); value != what->end(); ++value) {
            QJsonObject splits;
            for (auto split = value->begin(); split != value->end(); ++split)
                splits.insert(split.key(), split.value());
            values.insert(value.key(), splits);
        }
        json.insert(what.key(), values);
    }
    return json;
}

} // namespace Quoth::Tasks
