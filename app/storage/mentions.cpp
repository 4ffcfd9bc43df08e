// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mentions.h"

#include <QSet>

#include <algorithm>

namespace Quoth::Storage {

namespace {

QList<ArticleId> inOrder(const QSet<ArticleId> &articles)
{
    QList<ArticleId> sorted(articles.begin(), articles.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

} // namespace

Result<QHash<SpeakerId, int>> mentionCounts(Project &project)
{
    const auto rows = project.database().run(QStringLiteral(
        "SELECT speaker, count(*) FROM (SELECT speaker, article FROM spans WHERE speaker IS NOT NULL AND state <> 'rejected'"
        " UNION ALL SELECT speaker, article FROM attributions WHERE speaker IS NOT NULL AND state <> 'rejected')"
        " WHERE article NOT IN (SELECT id FROM articles WHERE withdrawn = 1) GROUP BY speaker"));
    if (!rows)
        return rows.error();
    QHash<SpeakerId, int> counts;
    while ((*rows)->next())
        counts.insert(SpeakerId((*rows)->value(0).toLongLong()), (*rows)->value(1).toInt());
    if (const auto done = project.database().finished(**rows); !done)
        return done.error();
    return counts;
}

Result<QHash<SpeakerId, SpeakerUse>> speakerUses(Project &project)
{
    const auto rows = project.database().run(
        QStringLiteral("SELECT speaker, count(DISTINCT id), count(DISTINCT article) FROM ("
                       "SELECT spans.speaker AS speaker, attributions.id AS id, attributions.article AS article FROM attributions"
                       " JOIN attribution_spans ON attribution = attributions.id AND role = ? JOIN spans ON spans.id = "
                       "attribution_spans.span"
                       " WHERE spans.speaker IS NOT NULL AND attributions.state <> 'rejected'"
                       " UNION ALL SELECT speaker, id, article FROM attributions WHERE speaker IS NOT NULL AND state <> "
                       "'rejected') WHERE article NOT IN (SELECT id FROM articles WHERE withdrawn = 1) GROUP BY speaker"),
        {Annotation::sourceRole});
    if (!rows)
        return rows.error();
    QHash<SpeakerId, SpeakerUse> uses;
    while ((*rows)->next())
        uses.insert(SpeakerId((*rows)->value(0).toLongLong()), {(*rows)->value(1).toInt(), (*rows)->value(2).toInt()});
    if (const auto done = project.database().finished(**rows); !done)
        return done.error();
    return uses;
}

Result<QList<MentionWords>> mentionWords(Project &project, SpeakerId speaker)
{
    const auto rows = project.database().run(
        QStringLiteral("SELECT spans.id, substr(text, \"begin\" + 1, \"end\" - \"begin\") FROM spans"
                       " JOIN fragments ON fragments.span = spans.id JOIN articles ON articles.id = spans.article"
                       " WHERE withdrawn = 0 AND speaker = ? ORDER BY spans.id, ordinal"),
        {speaker.number()});
    if (!rows)
        return rows.error();
    std::vector<std::pair<qint64, QString>> texts;
    while ((*rows)->next()) {
        const qint64 span = (*rows)->value(0).toLongLong();
        const QString text = (*rows)->value(1).toString();
        if (texts.empty() || texts.back().first != span)
            texts.emplace_back(span, text);
        else
            texts.back().second += u' ' + text;
    }
    if (const auto done = project.database().finished(**rows); !done)
        return done.error();
    QList<MentionWords> words;
    QHash<QString, qsizetype> places;
    for (const auto &[span, text] : texts) {
        const QString key = text.simplified().toCaseFolded();
        const auto place = places.constFind(key);
        if (place != places.constEnd()) {
            ++words[*place].count;
        } else {
            places.insert(key, words.size());
            words.append({text.simplified(), 1});
        }
    }
    const auto bare
        = project.database().value(QStringLiteral("SELECT count(*) FROM attributions WHERE speaker = ?"
                                                  " AND article NOT IN (SELECT id FROM articles WHERE withdrawn = 1)"), {speaker.number()});
    if (!bare)
        return bare.error();
    if (bare->toInt() > 0)
        words.append({QString(), bare->toInt()});
    std::stable_sort(words.begin(), words.end(), [](const MentionWords &a, const MentionWords &b) { return a.count > b.count; });
    return words;
}

Result<QList<ArticleId>> articlesMentioning(Project &project, const QList<SpeakerId> &speakers)
{
    QSet<ArticleId> found;
    for (const SpeakerId speaker : speakers) {
        const auto rows = project.database().run(QStringLiteral("SELECT article FROM spans WHERE speaker = ?"
                                                                " UNION SELECT article FROM attributions WHERE speaker = ?"),
                                                 {speaker.number(), speaker.number()});
        if (!rows)
            return rows.error();
        while ((*rows)->next())
            found.insert(ArticleId((*rows)->value(0).toLongLong()));
        if (const auto done = project.database().finished(**rows); !done)
            return done.error();
    }
    return inOrder(found);
}

Result<QList<ArticleId>> articlesWithSpans(Project &project, const QStringList &labels, const QString &words)
{
    QSet<ArticleId> found;
    for (const QString &label : labels) {
        // The length sorts most of them out before any text is read.
        const auto rows = project.database().run(
            QStringLiteral("SELECT spans.article, substr(text, \"begin\" + 1, \"end\" - \"begin\") FROM spans"
                           " JOIN fragments ON fragments.span = spans.id JOIN articles ON articles.id = spans.article"
                           " WHERE withdrawn = 0 AND label = ? AND \"end\" - \"begin\" = ? ORDER BY spans.article"),
            {label, words.toUcs4().size()});
        if (!rows)
            return rows.error();
        while ((*rows)->next()) {
            if ((*rows)->value(1).toString().compare(words, Qt::CaseInsensitive) == 0)
                found.insert(ArticleId((*rows)->value(0).toLongLong()));
        }
        if (const auto done = project.database().finished(**rows); !done)
            return done.error();
    }
    return inOrder(found);
}

} // namespace Quoth::Storage
