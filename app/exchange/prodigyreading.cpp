// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prodigyrecord.h"
#include "prodigyrules.h"
#include "words.h"

#include <QJsonArray>

#include <map>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

class RecordReading
{
public:
    RecordReading(const TextMapping &mapping, Provenance provenance, IssueList &issues, const QString &place)
        : m_mapping(mapping), m_provenance(std::move(provenance)), m_issues(issues), m_place(place)
    {
    }

    FlatAnnotations read(const QJsonObject &record)
    {
        const QJsonArray spans = record.value(u"spans").toArray();
        for (const QJsonValue &span : spans)
            readSpan(span.toObject());
        const QJsonArray relations = record.value(u"relations").toArray();
        for (const QJsonValue &relation : relations)
            readRelation(relation.toObject());
        return std::move(m_flat);
    }

private:
    using Key = std::tuple<qint64, qint64, QString>;

    void warn(const QString &message) { m_issues.warn(message, m_place); }

    static std::optional<CodePointRange> placeOf(const QJsonObject &object)
    {
        const auto begin = wholeNumber(object.value(u"start"));
        const auto end = wholeNumber(object.value(u"end"));
        return begin && end ? std::optional(CodePointRange{*begin, *end}) : std::nullopt;
    }

    void readSpan(const QJsonObject &span)
    {
        m_indexes.push_back(-1);
        const auto place = placeOf(span);
        if (!place)
            return warn(Words::tr("A span whose offsets are no whole numbers was left out."));
        const auto range = checkedRange(m_mapping.toText(*place), m_issues, m_place);
        if (!range)
            return;
        const QString label = span.value(u"label").toString();
        if (label.isEmpty())
            return warn(Words::tr("A span without a label was left out."));
        FlatRegion region{*range, label, {}, m_provenance, {}, {}, {}};
        const QJsonValue score = span.value(u"score");
        if (score.isDouble() && score.toDouble() >= 0 && score.toDouble() <= 1)
            region.provenance.confidence = score.toDouble();
        m_indexes.back() = m_flat.regions.size();
        m_byPlace.emplace(Key(place->begin, place->end, label), m_flat.regions.size());
        m_byPlace.emplace(Key(place->begin, place->end, QString()), m_flat.regions.size());
        if (const auto last = wholeNumber(span.value(u"token_end")))
            m_byToken.emplace(*last, m_flat.regions.size());
        m_flat.regions.append(region);
    }

    /// The region that an end of a relation means: by its place in the list, its span, or its last token.
    qsizetype regionOf(const QJsonValue &index, const QJsonObject &span, const QJsonValue &token) const
    {
        const auto place = placeOf(span);
        const auto number = wholeNumber(index);
        const bool listed = number && *number >= 0 && *number < qint64(m_indexes.size()) && m_indexes[size_t(*number)] >= 0;
        if (listed && place && m_mapping.toText(*place) == m_flat.regions[m_indexes[size_t(*number)]].range)
            return m_indexes[size_t(*number)];
        if (place) {
            for (const QString &label : {span.value(u"label").toString(), QString()}) {
                if (const auto found = m_byPlace.find(Key(place->begin, place->end, label)); found != m_byPlace.end())
                    return found->second;
            }
            return -1;
        }
        const auto last = wholeNumber(token);
        const auto found = last ? m_byToken.find(*last) : m_byToken.end();
        return found == m_byToken.end() ? -1 : found->second;
    }

    void readRelation(const QJsonObject &relation)
    {
        const QJsonArray listed = relation.value(besideKey).toArray();
        const qsizetype from = regionOf(listed.at(0), relation.value(u"head_span").toObject(), relation.value(u"head"));
        const qsizetype to = regionOf(listed.at(1), relation.value(u"child_span").toObject(), relation.value(u"child"));
        if (from < 0 || to < 0)
            warn(Words::tr("A relation of a span that is not there was left out."));
        else
            m_flat.links.append({from, to, relation.value(u"label").toString()});
    }

    const TextMapping &m_mapping;
    const Provenance m_provenance;
    IssueList &m_issues;
    const QString &m_place;
    FlatAnnotations m_flat;
    std::vector<qsizetype> m_indexes; // for each span of the record its region, or -1
    std::map<Key, qsizetype> m_byPlace;
    std::map<qint64, qsizetype> m_byToken;
};

void decide(Annotations &annotations, State state)
{
    for (Span &span : annotations.spans)
        span.provenance.state = span.provenance.state == State::Suggested ? state : span.provenance.state;
    for (Attribution &attribution : annotations.attributions)
        attribution.provenance.state = attribution.provenance.state == State::Suggested ? state : attribution.provenance.state;
}

} // namespace

std::optional<ImportedArticle> readProdigyRecord(const QJsonObject &record, const ImportOptions &options, IssueList &issues,
                                                 const QString &place)
{
    const QJsonObject kept = record.value(besideKey).toObject();
    const QString answer = record.value(u"answer").toString();
    Provenance provenance{options.state, {OriginKind::Import, false, options.annotator, {}}, {}, {}};
    if (provenance.origin.name.isEmpty())
        provenance.origin.name = plainText(record.value(u"_annotator_id"));
    if (answer == u"reject") {
        provenance.state = State::Rejected;
        issues.note(Words::tr("The spans of a rejected record were read as rejected."), place);
    } else if (answer == u"ignore") {
        provenance.state = State::Suggested;
        issues.note(Words::tr("The spans of a record that was passed over were read as suggestions."), place);
    } else if (!answer.isEmpty() && answer != u"accept") {
        issues.warn(Words::tr("An answer that is not accept, reject or ignore was passed over."), place);
    }
    QJsonObject plain = record;
    for (const char *key : {"tokens", "spans", "relations", "answer", "quoth", "attributions", "claims", "speakers",
                            "_input_hash", "_task_hash", "_view_id", "_session_id", "_annotator_id", "_is_binary", "_timestamp"})
        plain.remove(QLatin1String(key));
    BesideReader beside(record.value(u"text").toString(), kept, plain, options, issues, place);
    if (!beside.hasText())
        return std::nullopt;
    const FlatAnnotations shown = RecordReading(beside.mapping(), provenance, issues, place).read(record);
    ImportedArticle imported = beside.finish(shown, prodigyRules());
    if (!kept.isEmpty() && (answer == u"accept" || answer == u"reject"))
        decide(imported.article.annotations, answer == u"accept" ? State::Accepted : State::Rejected);
    return imported;
}

} // namespace Quoth::Exchange
