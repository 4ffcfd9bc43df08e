// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>

#include <QJsonObject>
#include <QMap>
#include <QSet>

namespace Quoth::Tasks {

/// What a release holds, counted by split: first by what is counted ("kind"), then by its value ("direct"), then by split.
class ReleaseCounts
{
public:
    using BySplit = QMap<QString, int>;
    using ByValue = QMap<QString, BySplit>;

    /// Only what is released of the article.
    void add(const Annotation::AnnotatedArticle &article, const QString &split, int group);

    /// "total": articles, groups, attributions, spans, characters; and "label", "frame", "kind", "state", "origin" (spans and
    /// attributions), "outlet", "language" (articles). What has no value is counted as "".
    ByValue of(const QString &what) const { return m_counts.value(what); }
    int total(const QString &value, const QString &split) const { return of(QStringLiteral("total")).value(value).value(split); }
    int total(const QString &value) const; ///< over all splits
    /// Who made what is released, by kind of origin: "person" and so on.
    QSet<QString> originKinds() const { return m_originKinds; }
    QJsonObject toJson() const;

private:
    void count(const QString &what, const QString &value, const QString &split, int times = 1) { m_counts[what][value][split] += times; }

    QMap<QString, ByValue> m_counts;
    QSet<std::pair<QString, int>> m_groups;
    QSet<QString> m_originKinds;
};

} // namespace Quoth::Tasks
