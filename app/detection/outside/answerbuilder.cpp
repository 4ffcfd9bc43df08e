// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answerbuilder.h"

#include "words.h"

#include <cmath>

namespace Quoth::Detection {

using namespace Annotation;

namespace {

constexpr qsizetype longestExplanation = 500;
constexpr qsizetype longestReason = 60;
// An answer could name a million of each, and some are compared each with each.
constexpr qsizetype mostReasons = 200;
constexpr qsizetype mostAliases = 50;
constexpr qsizetype mostFillers = 500;

} // namespace

AnswerBuilder::AnswerBuilder(const Article &article, const Schema &schema, const QMap<QString, QString> &labels,
                             DetectorInfo info)
    : m_article(article), m_schema(schema), m_labels(labels), m_info(std::move(info)), m_offsets(article.text)
{
}

void AnswerBuilder::leaveOut(const QString &reason, Severity severity)
{
    const bool tooMany = m_issues.size() >= mostReasons && !m_issueOf.contains(reason);
    const QString key = tooMany ? OutsideWords::tr("More was left out for other reasons.") : reason;
    if (const auto known = m_issueOf.constFind(key); known != m_issueOf.constEnd()) {
        ++m_issues[*known].count;
        return;
    }
    m_issueOf.insert(key, m_issues.size());
    m_issues.append({severity, key, m_article.externalId, 1});
}

std::optional<TextRange> AnswerBuilder::fromCodePoints(qint64 begin, qint64 end)
{
    const std::optional<TextRange> range = m_offsets.toUtf16(CodePointRange{begin, end});
    if (!range)
        leaveOut(OutsideWords::tr(
            "Spans outside of the text were left out: offsets count characters (code points), from 0, to the end exclusive."));
    else if (range->isEmpty())
        leaveOut(OutsideWords::tr("Spans without any text were left out."));
    return range && !range->isEmpty() ? range : std::nullopt;
}

std::optional<TextRange> AnswerBuilder::fromUtf16(qint64 begin, qint64 end)
{
    if (begin < 0 || end < begin || end > text().size()) {
        leaveOut(OutsideWords::tr(
            "Spans outside of the text were left out: offsets count UTF-16 units, from 0, to the end exclusive."));
        return std::nullopt;
    }
    if (begin == end) {
        leaveOut(OutsideWords::tr("Spans without any text were left out."));
        return std::nullopt;
    }
    const TextRange range{qint32(begin), qint32(end)};
    if (wholeCharacters({range}, text()) != QList{range}) {
        leaveOut(OutsideWords::tr("Spans that begin or end within a character were left out: offsets count UTF-16 units."));
        return std::nullopt;
    }
    return range;
}

Provenance AnswerBuilder::provenance(const Grade &grade)
{
    Provenance result;
    result.state = State::Suggested;
    result.origin = {OriginKind::Detector, false, m_info.name, m_info.version};
    if (grade.confidence && std::isfinite(*grade.confidence) && *grade.confidence >= 0 && *grade.confidence <= 1)
        result.confidence = grade.confidence;
    else if (grade.confidence)
        leaveOut(OutsideWords::tr("Confidences outside of 0 to 1 were left out."));
    result.explanation = normalised(grade.explanation).text.simplified().left(longestExplanation);
    if (!result.explanation.isEmpty() && result.explanation.back().isHighSurrogate())
        result.explanation.chop(1);
    return result;
}

QJsonObject AnswerBuilder::goodAttributes(const Label &label, const QJsonObject &attributes)
{
    QJsonObject good;
    for (auto i = attributes.begin(); i != attributes.end(); ++i) {
        const auto type = std::find_if(label.attributes.begin(), label.attributes.end(),
                                       [&i](const AttributeType &each) { return each.name == i.key(); });
        if (type == label.attributes.end() || !i.value().isString()
            || (!type->values.isEmpty() && !type->values.contains(i.value().toString())))
            leaveOut(OutsideWords::tr("Attributes that the label schema does not know, or not with this value, were left out."));
        else
            good.insert(i.key(), normalised(i.value().toString()).text);
    }
    return good;
}

std::optional<SpanId> AnswerBuilder::addSpan(const QString &theirLabel, const QList<TextRange> &fragments, const Grade &grade,
                                             const QJsonObject &attributes)
{
    if (fragments.isEmpty())
        return std::nullopt;
    const auto mapped = m_labels.constFind(theirLabel);
    const QString name = mapped == m_labels.constEnd() ? theirLabel : *mapped;
    const Label *label = m_schema.label(name);
    if (!label) {
        const QString shown = theirLabel.left(longestReason).simplified();
        if (mapped != m_labels.constEnd() && name.isEmpty())
            leaveOut(OutsideWords::tr("Spans with the label \"%1\" were left out, as the detector's settings say.").arg(shown),
                     Severity::Note);
        else if (theirLabel.isEmpty())
            leaveOut(OutsideWords::tr("Spans without a label were left out."));
        else
            leaveOut(OutsideWords::tr("Spans with the label \"%1\" were left out: the label schema has none. Say in the "
                                      "detector's settings which of its labels is meant.")
                         .arg(shown));
        return std::nullopt;
    }
    const QList<TextRange> whole = canonical(fragments);
    qint64 before = 0;
    qint64 after = 0;
    for (const TextRange fragment : fragments)
        before += fragment.length();
    for (const TextRange fragment : whole)
        after += fragment.length();
    if (before != after)
        leaveOut(OutsideWords::tr("Fragments of a span that overlap were joined."));
    const std::pair key(name, whole);
    if (const auto made = m_spanOf.find(key); made != m_spanOf.end())
        return made->second;
    Span made;
    made.id = SpanId(m_result.spans.size() + 1);
    made.label = name;
    made.fragments = whole;
    made.provenance = provenance(grade);
    made.attributes = goodAttributes(*label, attributes);
    m_result.spans.append(made);
    m_spanOf.emplace(key, made.id);
    return made.id;
}

std::optional<SpeakerId> AnswerBuilder::addSpeaker(const QString &name, const QString &type, const QStringList &aliases,
                                                   const QString &wikidata)
{
    const QString good = normalised(name).text.simplified();
    if (good.isEmpty()) {
        leaveOut(OutsideWords::tr("Speakers without a name were left out."));
        return std::nullopt;
    }
    if (const auto known = m_speakerOf.constFind(good); known != m_speakerOf.constEnd())
        return *known;
    Speaker speaker;
    speaker.id = SpeakerId(m_result.speakers.size() + 1);
    speaker.name = good;
    if (const auto known = speakerTypeFromString(type))
        speaker.type = *known;
    else if (!type.isEmpty())
        leaveOut(OutsideWords::tr("Types of speakers that are not known were read as \"person\"."));
    for (const QString &alias : aliases) {
        const QString other = normalised(alias).text.simplified();
        if (!other.isEmpty() && speaker.aliases.size() < mostAliases && !speaker.isCalled(other))
            speaker.aliases.append(other);
    }
    if (isWikidataId(wikidata))
        speaker.wikidata = wikidata;
    m_result.speakers.append(speaker);
    m_speakerOf.insert(good, speaker.id);
    return speaker.id;
}

void AnswerBuilder::setSpeaker(SpanId span, SpeakerId speaker)
{
    Span &named = m_result.spans[span.number() - 1];
    const Label *label = m_schema.label(named.label);
    if (label && label->namesSpeaker)
        named.speaker = speaker;
    else
        leaveOut(OutsideWords::tr("Speakers of spans whose label names nobody were left out."));
}

const Span *AnswerBuilder::span(SpanId id) const
{
    return id.number() <= m_result.spans.size() ? &m_result.spans[id.number() - 1] : nullptr;
}

bool AnswerBuilder::addAttribution(const QString &type, const QList<RoleFiller> &fillers, const Grade &grade,
                                   std::optional<SpeakerId> speaker)
{
    const FrameType *frame = m_schema.frameType(type);
    if (!frame) {
        leaveOut(OutsideWords::tr("Attributions of the type \"%1\" were left out: the label schema has none.")
                     .arg(type.left(longestReason).simplified()));
        return false;
    }
    Attribution attribution;
    attribution.id = AttributionId(m_result.attributions.size() + 1);
    attribution.type = type;
    for (const RoleFiller &filler : fillers) {
        const auto role = std::find_if(frame->roles.begin(), frame->roles.end(),
                                       [&filler](const Role &each) { return each.name == filler.role; });
        const Span *filling = span(filler.span);
        if (role == frame->roles.end() || !filling || !role->labels.contains(filling->label)) {
            leaveOut(OutsideWords::tr(
                "Parts of attributions whose role the label schema does not know, or not with this label, were left out."));
            continue;
        }
        if (attribution.fillers.size() >= mostFillers) {
            leaveOut(OutsideWords::tr("Parts of attributions with too many parts were left out."));
            break;
        }
        if (!attribution.fillers.contains(filler))
            attribution.fillers.append(filler);
    }
    for (const Role &role : frame->roles) {
        if (role.required && attribution.spans(role.name).isEmpty()) {
            leaveOut(OutsideWords::tr("Attributions without \"%1\" were left out.").arg(role.title));
            return false;
        }
    }
    if (attribution.fillers.isEmpty()) {
        leaveOut(OutsideWords::tr("Attributions without any part were left out."));
        return false;
    }
    QList<TextRange> content;
    for (const SpanId id : attribution.spans(contentRole))
        content += span(id)->fragments;
    if (!content.isEmpty() && type == Attribution().type)
        attribution.kind = kindOf(canonical(content), text());
    bool named = false;
    for (const SpanId id : attribution.spans(sourceRole))
        named = named || span(id)->speaker;
    if (!named)
        attribution.speaker = speaker;
    attribution.provenance = provenance(grade);
    m_result.attributions.append(attribution);
    return true;
}

Answer AnswerBuilder::take()
{
    m_result.sortSpans();
    return {std::move(m_result), std::move(m_issues)};
}

} // namespace Quoth::Detection
