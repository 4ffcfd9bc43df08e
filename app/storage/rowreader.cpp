// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowreader.h"

#include "words.h"

#include <app/base/offsets.h>

#include <QJsonDocument>
#include <QSet>
#include <QSqlRecord>

namespace Quoth::Storage {

using namespace Annotation;

namespace {

QJsonObject object(const QVariant &json) { return QJsonDocument::fromJson(json.toByteArray()).object(); }

/// Strings that thousands of rows share are kept once.
class StringPool
{
public:
    QString shared(const QVariant &value) { return *m_strings.insert(value.toString()); }

private:
    QSet<QString> m_strings;
};

std::optional<SpeakerId> optionalSpeaker(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(SpeakerId(value.toLongLong()));
}

/// Reads state, origin, origin_name, origin_version, edited, confidence, explanation from seven columns.
Provenance provenance(const QSqlQuery &row, int column, StringPool &pool)
{
    Provenance result;
    result.state = stateFromString(row.value(column).toString()).value_or(State::Suggested);
    result.origin.kind = originKindFromString(row.value(column + 1).toString()).value_or(OriginKind::Import);
    result.origin.name = pool.shared(row.value(column + 2));
    result.origin.version = pool.shared(row.value(column + 3));
    result.origin.edited = row.value(column + 4).toBool();
    if (!row.isNull(column + 5))
        result.confidence = row.value(column + 5).toDouble();
    result.explanation = pool.shared(row.value(column + 6));
    return result;
}

Result<QList<Span>> readSpans(Database &database, const Article &article, StringPool &pool)
{
    const auto rows = database.run(QStringLiteral(
        "SELECT spans.id, label, state, origin, origin_name, origin_version, edited, confidence, explanation, speaker, attributes,"
        " note, fragments.\"begin\", fragments.\"end\" FROM spans JOIN fragments ON fragments.span = spans.id WHERE article = ?"
        " ORDER BY spans.id, ordinal"), {article.id.number()});
    if (!rows)
        return rows.error();
    const OffsetConverter offsets(article.text);
    QList<Span> spans;
    QSqlQuery &row = **rows;
    while (row.next()) {
        const SpanId id(row.value(0).toLongLong());
        if (spans.isEmpty() || spans.constLast().id != id) {
            Span span;
            span.id = id;
            span.label = pool.shared(row.value(1));
            span.provenance = provenance(row, 2, pool);
            span.speaker = optionalSpeaker(row.value(9));
            if (row.value(10).toString() != QStringLiteral("{}"))
                span.attributes = object(row.value(10));
            span.note = row.value(11).toString();
            spans.append(span);
        }
        const auto range = offsets.toUtf16(CodePointRange{row.value(12).toLongLong(), row.value(13).toLongLong()});
        if (!range) {
            return Error{ErrorCode::Damaged,
                         Words::tr("Span %1 of article %2 lies outside its text. Run \"quoth check\" on the project.")
                             .arg(id.number())
                             .arg(article.externalId),
                         database.path()};
        }
        spans.last().fragments.append(*range);
    }
    if (const auto done = database.finished(row); !done)
        return done.error();
    return spans;
}

Result<QList<Attribution>> readAttributions(Database &database, const Article &article, StringPool &pool)
{
    const auto rows = database.run(QStringLiteral(
        "SELECT id, type, kind, state, origin, origin_name, origin_version, edited, confidence, explanation, speaker, attributes,"
        " note, role, span FROM attributions LEFT JOIN attribution_spans ON attribution = id WHERE article = ?"
        " ORDER BY id, ordinal"), {article.id.number()});
    if (!rows)
        return rows.error();
    QList<Attribution> attributions;
    QSqlQuery &row = **rows;
    while (row.next()) {
        const AttributionId id(row.value(0).toLongLong());
        if (attributions.isEmpty() || attributions.constLast().id != id) {
            Attribution attribution;
            attribution.id = id;
            attribution.type = pool.shared(row.value(1));
            attribution.kind = kindFromString(row.value(2).toString());
            attribution.provenance = provenance(row, 3, pool);
            attribution.speaker = optionalSpeaker(row.value(10));
            attribution.attributes = object(row.value(11));
            attribution.note = row.value(12).toString();
            attributions.append(attribution);
        }
        if (!row.isNull(14))
            attributions.last().fillers.append({pool.shared(row.value(13)), SpanId(row.value(14).toLongLong())});
    }
    if (const auto done = database.finished(row); !done)
        return done.error();
    return attributions;
}

} // namespace

Result<Article> readArticle(Database &database, ArticleId id)
{
    const auto rows = database.run(QStringLiteral("SELECT external_id, title, url, outlet, author, published, language, extra, text"
                                                  " FROM articles WHERE id = ?"),
                                   {id.number()});
    if (!rows)
        return rows.error();
    QSqlQuery &row = **rows;
    if (!row.next()) {
        if (const auto done = database.finished(row); !done)
            return done.error();
        return Error{ErrorCode::NotFound, Words::tr("The project has no article %1.").arg(id.number()), database.path()};
    }
    Article article;
    article.id = id;
    article.externalId = row.value(0).toString();
    article.meta = {row.value(1).toString(), row.value(2).toString(), row.value(3).toString(), row.value(4).toString(),
                    row.value(5).toString(), row.value(6).toString(), object(row.value(7))};
    article.text = row.value(8).toString();
    row.finish();
    return article;
}

Result<Annotations> readAnnotations(Database &database, const Article &article)
{
    auto annotations = readLabels(database, article);
    if (!annotations)
        return annotations;
    auto speakers = readSpeakers(database);
    if (!speakers)
        return speakers.error();
    annotations->speakers = *std::move(speakers);
    return annotations;
}

Result<Annotations> readLabels(Database &database, const Article &article)
{
    StringPool pool;
    auto spans = readSpans(database, article, pool);
    if (!spans)
        return spans.error();
    auto attributions = readAttributions(database, article, pool);
    if (!attributions)
        return attributions.error();
    return Annotations{*std::move(spans), *std::move(attributions), {}};
}

Result<QList<Speaker>> readSpeakers(Database &database)
{
    const auto rows = database.run(QStringLiteral("SELECT alias, speakers.* FROM speakers LEFT JOIN speaker_aliases"
                                                  " ON speaker = id WHERE withdrawn = 0 ORDER BY id, ordinal"));
    if (!rows)
        return rows.error();
    QList<Speaker> speakers;
    QSqlQuery &row = **rows;
    const QSqlRecord columns = row.record();
    const int idColumn = columns.indexOf(QStringLiteral("id"));
    const int nameColumn = columns.indexOf(QStringLiteral("name"));
    const int typeColumn = columns.indexOf(QStringLiteral("type"));
    const int wikidataColumn = columns.indexOf(QStringLiteral("wikidata"));
    const int colourColumn = columns.indexOf(QStringLiteral("colour")); // not in files of version 1, which readers leave as they are
    while (row.next()) {
        const SpeakerId id(row.value(idColumn).toLongLong());
        if (speakers.isEmpty() || speakers.constLast().id != id) {
            speakers.append({id, row.value(nameColumn).toString(),
                             speakerTypeFromString(row.value(typeColumn).toString()).value_or(SpeakerType::Person), {},
                             row.value(wikidataColumn).toString(), colourColumn < 0 ? QString() : row.value(colourColumn).toString()});
        }
        if (!row.isNull(0))
            speakers.last().aliases.append(row.value(0).toString());
    }
    if (const auto done = database.finished(row); !done)
        return done.error();
    return speakers;
}

} // namespace Quoth::Storage
