// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "occurrences.h"

#include "words.h"

#include <QHash>

#include <algorithm>

namespace Quoth::Editing {

using namespace Annotation;
using Storage::Project;

namespace {

constexpr int mostExamples = 50;
constexpr qsizetype contextLength = 40;

/// Where spans of a label lie in an article, sorted; fragments count one by one.
Result<QList<TextRange>> taken(Project &project, ArticleId article, const QString &label, const QString &text)
{
    const auto rows = project.database().run(
        QStringLiteral("SELECT \"begin\", \"end\" FROM spans JOIN fragments ON fragments.span = spans.id WHERE article = ? AND label = ?"
                       " ORDER BY \"begin\""),
        {article.number(), label});
    if (!rows)
        return rows.error();
    const OffsetConverter offsets(text);
    QList<TextRange> ranges;
    while ((*rows)->next()) {
        if (const auto range = offsets.toUtf16(CodePointRange{(*rows)->value(0).toLongLong(), (*rows)->value(1).toLongLong()}))
            ranges.append(*range);
    }
    if (const auto done = project.database().finished(**rows); !done)
        return done.error();
    return ranges;
}

QString contextBefore(const QString &text, qint32 at)
{
    const qsizetype line = at > 0 ? text.lastIndexOf(u'\n', at - 1) + 1 : 0;
    qsizetype begin = std::max<qsizetype>(line, at - contextLength);
    if (begin > line) {
        const qsizetype blank = text.indexOf(u' ', begin);
        begin = blank >= 0 && blank < at ? blank + 1 : begin;
        return u'\u2026' + text.sliced(begin, at - begin);
    }
    return text.sliced(begin, at - begin);
}

QString contextAfter(const QString &text, qint32 at)
{
    const qsizetype newline = text.indexOf(u'\n', at);
    const qsizetype line = newline < 0 ? text.size() : newline;
    qsizetype end = std::min<qsizetype>(line, at + contextLength);
    if (end < line) {
        const qsizetype blank = text.lastIndexOf(u' ', end);
        end = blank > at ? blank : end;
        return text.sliced(at, end - at) + u'\u2026';
    }
    return text.sliced(at, end - at);
}

/// Calls take(article, title, text, places) for every article that has free places.
template<class Take>
Result<void> overArticles(Project &project, const OccurrenceQuery &query, const Progress &progress, Take take)
{
    QList<ArticleId> articles;
    if (query.article) {
        articles.append(*query.article);
    } else {
        const auto rows = project.database().run(QStringLiteral("SELECT id FROM articles WHERE withdrawn = 0 ORDER BY id"));
        if (!rows)
            return rows.error();
        while ((*rows)->next())
            articles.append(ArticleId((*rows)->value(0).toLongLong()));
        if (const auto done = project.database().finished(**rows); !done)
            return done;
    }
    for (qsizetype i = 0; i < articles.size(); ++i) {
        if (progress.isCancelled())
            return Error{ErrorCode::Cancelled, Words::tr("The search was stopped."), {}};
        progress.report(double(i) / double(articles.size()));
        const auto rows = project.database().run(
            QStringLiteral("SELECT text, CASE title WHEN '' THEN external_id ELSE title END FROM articles WHERE id = ?"), {articles[i].number()});
        if (!rows)
            return rows.error();
        if (!(*rows)->next())
            continue;
        const QString text = (*rows)->value(0).toString();
        const QString title = (*rows)->value(1).toString();
        (*rows)->finish();
        QList<TextRange> places = Storage::placesOf(query.search, text);
        if (places.isEmpty())
            continue;
        const auto there = taken(project, articles[i], query.label, text);
        if (!there)
            return there.error();
        // Both are sorted, but those that are there may nest: the farthest end so far says whether one reaches in.
        qsizetype next = 0;
        qint32 reach = 0;
        places.removeIf([&](TextRange place) {
            while (next < there->size() && (*there)[next].begin < place.end)
                reach = std::max(reach, (*there)[next++].end);
            return reach > place.begin;
        });
        if (!places.isEmpty())
            take(articles[i], title, text, places);
    }
    return {};
}

} // namespace

Result<Occurrences> findOccurrences(Project &project, const OccurrenceQuery &query, const Progress &progress)
{
    Occurrences found;
    const auto done = overArticles(project, query, progress, [&](ArticleId, const QString &title, const QString &text, const QList<TextRange> &places) {
        ++found.articles;
        found.places += int(places.size());
        for (const TextRange place : places) {
            if (found.examples.size() >= mostExamples)
                return;
            found.examples.append({title, contextBefore(text, place.begin), text.sliced(place.begin, place.length()), contextAfter(text, place.end)});
        }
    });
    if (!done)
        return done.error();
    return found;
}

Result<QList<Edit>> suggestOccurrences(Project &project, const OccurrenceQuery &query, std::optional<SpeakerId> speaker, IdAllocator ids,
                                       const Progress &progress)
{
    QList<Edit> step;
    int count = 0;
    const auto done = overArticles(project, query, progress, [&](ArticleId article, const QString &, const QString &, const QList<TextRange> &places) {
        Edit edit;
        edit.article = article;
        for (const TextRange place : places) {
            Span span;
            span.id = ids.span();
            span.label = query.label;
            span.fragments = {place};
            span.speaker = speaker;
            span.provenance.state = State::Suggested;
            span.provenance.origin = {OriginKind::Detector, false, QStringLiteral("occurrences"), QStringLiteral("1")};
            span.provenance.explanation = Words::tr("same words as \u201C%1\u201D").arg(query.search.words);
            edit.changes.append(ChangeOf<Span>{std::nullopt, span});
        }
        count += int(places.size());
        step.append(edit);
    });
    if (!done)
        return done.error();
    for (Edit &edit : step)
        edit.title = Words::tr("suggest %n further place(s)", nullptr, count);
    return step;
}

} // namespace Quoth::Editing
