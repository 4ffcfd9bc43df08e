// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "doccanorecord.h"

#include "graphemeoffsets.h"
#include "jsonwriter.h"
#include "words.h"

#include <QJsonArray>

#include <algorithm>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

/// doccano has no states: what was rejected would be a label like others.
FlatRules rulesFor(OffsetUnit unit, const QString &text)
{
    FlatRules rules{[](const Provenance &provenance) {
        return provenance.state == State::Rejected ? std::nullopt : std::optional(QString());
    }};
    if (unit == OffsetUnit::Graphemes)
        rules.snapped = [graphemes = GraphemeOffsets(text)](TextRange range) { return graphemes.snapped(range); };
    return rules;
}

void noteLosses(const AnnotatedArticle &article, const FlatAnnotations &flat, LossList &losses)
{
    noteFlattening(article.annotations, flat, losses);
    int suggested = 0;
    int detailed = 0;
    int moved = 0;
    qsizetype piece = 0;
    QList<TextRange> ranges;
    for (const FlatRegion &region : flat.regions) {
        piece = region.first ? 0 : piece + 1;
        ranges.append(region.range);
        moved += article.annotations.span(region.span)->fragments[piece] != region.range;
        if (!region.first)
            continue;
        const Provenance &provenance = region.provenance;
        suggested += provenance.state == State::Suggested;
        detailed += provenance.confidence || !provenance.explanation.isEmpty() || !region.attributes.isEmpty()
            || !region.note.isEmpty() || !region.speaker.isEmpty();
    }
    std::sort(ranges.begin(), ranges.end());
    int overlapping = 0;
    qint32 end = 0;
    for (const TextRange range : std::as_const(ranges)) {
        overlapping += range.begin < end;
        end = std::max(end, range.end);
    }
    losses.note(Words::tr("Suggestions look like labels that were given; Quoth finds their state beside the text."), suggested);
    losses.note(Words::tr("Confidences, explanations, speakers, notes and attributes of spans were kept beside the text, where "
                          "Quoth finds them."),
                detailed);
    losses.note(Words::tr("Spans that begin or end within a character (a grapheme cluster) show the whole of it; Quoth finds the "
                          "exact place beside the text."),
                moved);
    losses.note(Words::tr("Spans overlap: doccano takes them only into projects that allow it, and drops them elsewhere."),
                overlapping);
}

class DoccanoReader
{
public:
    DoccanoReader(const QString &raw, const TextMapping &mapping, OffsetUnit unit, const ImportOptions &options,
                  IssueList &issues, const QString &place)
        : m_mapping(mapping), m_options(options), m_issues(issues), m_place(place)
    {
        if (unit == OffsetUnit::Graphemes)
            m_graphemes.emplace(raw);
    }

    FlatAnnotations read(const QJsonObject &record)
    {
        for (const QString &key : {QStringLiteral("entities"), QStringLiteral("label"), QStringLiteral("labels")})
            readEntities(record.value(key));
        readRelations(record.value(u"relations"));
        return std::move(m_flat);
    }

private:
    void warn(const QString &message) { m_issues.warn(message, m_place); }

    void readEntities(const QJsonValue &list)
    {
        if (!list.isArray() && !list.isUndefined() && !list.isNull())
            warn(Words::tr("Labels that are no list were left out."));
        const QJsonArray entities = list.toArray();
        for (const QJsonValue &value : entities) {
            const QJsonArray triple = value.toArray();
            const QJsonObject object = value.toObject();
            if (value.isObject())
                readEntity(object.value(u"start_offset"), object.value(u"end_offset"), object.value(u"label"),
                           object.value(u"id"));
            else if (triple.size() == 3)
                readEntity(triple.at(0), triple.at(1), triple.at(2), QJsonValue(QJsonValue::Undefined));
            else
                warn(Words::tr("A label that belongs to no place in the text was left out."));
        }
    }

    std::optional<TextRange> rangeOf(qint64 begin, qint64 end) const
    {
        constexpr qint64 most = std::numeric_limits<qint32>::max();
        if (m_graphemes) {
            const auto first = m_graphemes->toUtf16(begin);
            const auto last = m_graphemes->toUtf16(end);
            return first && last ? m_mapping.fromUtf16({*first, *last}) : std::nullopt;
        }
        return begin >= 0 && begin <= most && end >= 0 && end <= most ? m_mapping.fromUtf16({qint32(begin), qint32(end)})
                                                                      : std::nullopt;
    }

    void readEntity(const QJsonValue &begin, const QJsonValue &end, const QJsonValue &label, const QJsonValue &id)
    {
        const auto first = wholeNumber(begin);
        const auto last = wholeNumber(end);
        if (!first || !last)
            return warn(Words::tr("A span whose offsets are no whole numbers was left out."));
        const auto range = checkedRange(rangeOf(*first, *last), m_issues, m_place);
        if (!range)
            return;
        if (label.toString().isEmpty())
            return warn(Words::tr("A span without a label was left out."));
        if (const QString name = plainText(id); !name.isEmpty()) {
            if (m_ids.contains(name))
                warn(Words::tr("A span's id is given twice; references mean the first."));
            else
                m_ids.insert(name, m_flat.regions.size());
        }
        const Provenance provenance{m_options.state, {OriginKind::Import, false, m_options.annotator, {}}, {}, {}};
        m_flat.regions.append({*range, label.toString(), {}, provenance, {}, {}, {}});
    }

    void readRelations(const QJsonValue &list)
    {
        const QJsonArray relations = list.toArray();
        for (const QJsonValue &value : relations) {
            const QJsonObject relation = value.toObject();
            const qsizetype from = m_ids.value(plainText(relation.value(u"from_id")), -1);
            const qsizetype to = m_ids.value(plainText(relation.value(u"to_id")), -1);
            if (from < 0 || to < 0)
                warn(Words::tr("A relation of a span that is not there was left out."));
            else
                m_flat.links.append({from, to, relation.value(u"type").toString()});
        }
    }

    const TextMapping &m_mapping;
    const ImportOptions &m_options;
    IssueList &m_issues;
    const QString &m_place;
    std::optional<GraphemeOffsets> m_graphemes; // of the text as the file has it
    FlatAnnotations m_flat;
    QHash<QString, qsizetype> m_ids;
};

} // namespace

QByteArray doccanoRecord(const AnnotatedArticle &article, OffsetUnit unit, LossList &losses)
{
    const QString &text = article.article.text;
    const FlatAnnotations flat = flattened(article.annotations, rulesFor(unit, text));
    noteLosses(article, flat, losses);
    const GraphemeOffsets graphemes(unit == OffsetUnit::Graphemes ? text : QString());
    const auto offset = [&](qint32 utf16) { return unit == OffsetUnit::Graphemes ? graphemes.toGrapheme(utf16) : utf16; };
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.key(u"id").string(article.article.externalId);
    json.key(u"text").string(text);
    // Every record has the same fields: doccano reads them as a table, and gives back all it does not know.
    json.key(u"title").string(article.article.meta.title);
    json.key(doccanoUnit).string(unit == OffsetUnit::Graphemes ? doccanoGraphemes : QStringLiteral("utf-16"));
    json.key(u"entities").beginArray();
    for (qsizetype i = 0; i < flat.regions.size(); ++i) {
        json.beginObject();
        json.key(u"id").number(qint64(i));
        json.key(u"start_offset").number(offset(flat.regions[i].range.begin));
        json.key(u"end_offset").number(offset(flat.regions[i].range.end));
        json.key(u"label").string(flat.regions[i].label);
        json.endObject();
    }
    json.endArray();
    json.key(u"relations").beginArray();
    for (qsizetype i = 0; i < flat.links.size(); ++i) {
        json.beginObject();
        json.key(u"id").number(qint64(i));
        json.key(u"from_id").number(qint64(flat.links[i].from));
        json.key(u"to_id").number(qint64(flat.links[i].to));
        json.key(u"type").string(flat.links[i].label);
        json.endObject();
    }
    json.endArray();
    json.key(besideKey).value(besideText(article));
    json.endObject();
    return out;
}

std::optional<ImportedArticle> readDoccanoRecord(const QJsonObject &record, OffsetUnit unit, const ImportOptions &options,
                                                 IssueList &issues, const QString &place)
{
    const QString raw = record.value(u"text").toString();
    const QString named = record.value(doccanoUnit).toString();
    if (!named.isEmpty())
        unit = named == doccanoGraphemes ? OffsetUnit::Graphemes : OffsetUnit::Utf16Units;
    QJsonObject plain = record;
    for (const char *key :
         {"entities", "relations", "label", "labels", "spans", "attributions", "claims", "speakers", "quoth", "offset_unit"})
        plain.remove(QLatin1String(key));
    BesideReader beside(raw, record.value(besideKey).toObject(), plain, options, issues, place);
    if (!beside.hasText())
        return std::nullopt;
    const FlatAnnotations shown = DoccanoReader(raw, beside.mapping(), unit, options, issues, place).read(record);
    return beside.finish(shown, rulesFor(unit, beside.mapping().text()));
}

} // namespace Quoth::Exchange
