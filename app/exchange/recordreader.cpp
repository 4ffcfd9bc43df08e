// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "recordreader.h"

#include "nativeformat.h"
#include "words.h"

#include <QJsonArray>

#include <cmath>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

/// Texts, numbers, things with a name and lists of them as one line.
QString plain(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isObject())
        return value.toObject().value(u"name").toString();
    if (value.isArray()) {
        QStringList parts;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            parts.append(plain(item));
        return parts.join(u", ");
    }
    return value.toVariant().toString();
}

QString takeFirst(QJsonObject &object, std::initializer_list<const char16_t *> keys)
{
    for (const char16_t *key : keys) {
        const QString name = QString::fromUtf16(key);
        const QJsonValue value = object.value(name);
        if (value.isUndefined())
            continue;
        const QString text = plain(value);
        if (text.isEmpty() && !value.isNull() && !value.isString())
            continue;
        object.remove(name);
        return text;
    }
    return {};
}

const QStringList spanFields = {QStringLiteral("id"),         QStringLiteral("label"),       QStringLiteral("fragments"),
                                QStringLiteral("text"),       QStringLiteral("state"),       QStringLiteral("origin"),
                                QStringLiteral("confidence"), QStringLiteral("explanation"), QStringLiteral("speaker"),
                                QStringLiteral("attributes"), QStringLiteral("note"),        QStringLiteral("start"),
                                QStringLiteral("end"),        QStringLiteral("claimant")};
const QStringList attributionFields
    = {QStringLiteral("id"),         QStringLiteral("type"),       QStringLiteral("source"),      QStringLiteral("cue"),
       QStringLiteral("content"),    QStringLiteral("kind"),       QStringLiteral("spans"),       QStringLiteral("state"),
       QStringLiteral("origin"),     QStringLiteral("confidence"), QStringLiteral("explanation"), QStringLiteral("speaker"),
       QStringLiteral("attributes"), QStringLiteral("note")};

QString labelOf(const QString &role)
{
    return role == sourceRole ? QStringLiteral("Speaker") : role == cueRole ? QStringLiteral("Cue") : QStringLiteral("Quotation");
}

int weight(State state) { return state == State::Accepted ? 2 : state == State::Suggested ? 1 : 0; }

} // namespace

RecordReader::RecordReader(const ImportOptions &options, IssueList &issues, QString place)
    : m_options(options), m_issues(issues), m_place(std::move(place))
{
}

QString RecordReader::at(const Item &what) const
{
    return m_place + QStringLiteral(", ") + QCoreApplication::translate("Quoth::Exchange", what.kind).arg(what.id);
}

std::optional<ImportedArticle> RecordReader::read(const QJsonObject &record)
{
    const QString raw = record.value(u"text").toString();
    if (raw.isEmpty()) {
        m_issues.error(Words::tr("The record has no \"text\" and was skipped."), m_place);
        return std::nullopt;
    }
    m_text.emplace(raw);
    m_annotated.article.text = m_text->text();
    readMeta(record);
    readSpeakers(record.value(u"speakers").toArray());
    readSpans(record.value(u"spans").toArray());
    readAttributions(record.value(u"attributions").toArray());
    readClaims(record.value(u"claims").toArray());
    m_annotated.annotations.sortSpans();
    return ImportedArticle{std::move(m_annotated), QStringLiteral("UTF-8"), m_text->changes()};
}

void RecordReader::readMeta(const QJsonObject &record)
{
    QJsonObject beside = record;
    for (const char16_t *known : {u"format", u"id", u"text", u"spans", u"attributions", u"claims", u"speakers"})
        beside.remove(QString::fromUtf16(known));
    m_annotated.article.externalId = plain(record.value(u"id"));
    QJsonObject inside = record.value(u"meta").toObject();
    if (const QJsonValue odd = beside.take(u"meta"); !odd.isObject() && !odd.isUndefined() && !odd.isNull())
        inside.insert(QStringLiteral("meta"), odd);
    m_annotator = m_options.annotator.isEmpty() ? inside.value(u"annotator").toString() : m_options.annotator;
    ArticleMeta &meta = m_annotated.article.meta;
    meta.title = takeFirst(beside, {u"title"});
    if (meta.title.isEmpty())
        meta.title = takeFirst(inside, {u"title"});
    meta.url = takeFirst(inside, {u"url"});
    meta.outlet = takeFirst(inside, {u"outlet", u"publisher"});
    meta.author = takeFirst(inside, {u"author"});
    meta.published = takeFirst(inside, {u"published", u"date"});
    meta.language = takeFirst(inside, {u"language"});
    meta.extra = inside;
    if (!beside.isEmpty())
        meta.extra.insert(recordFields, beside);
}

void RecordReader::readSpeakers(const QJsonArray &speakers)
{
    for (const QJsonValue &value : speakers) {
        const QJsonObject object = value.toObject();
        const QString id = plain(object.value(u"id"));
        const Item what{QT_TRANSLATE_NOOP("Quoth::Exchange", "speaker %1"), id};
        Speaker speaker;
        speaker.id = SpeakerId(m_annotated.annotations.speakers.size() + 1);
        speaker.name = object.value(u"name").toString().trimmed();
        if (speaker.name.isEmpty()) {
            m_issues.warn(Words::tr("A speaker without a name was dropped."), at(what));
            continue;
        }
        if (m_speakerIds.contains(id)) {
            m_issues.warn(Words::tr("A speaker's id is given twice; references mean the first."), at(what));
        } else {
            m_speakerIds.insert(id, speaker.id);
        }
        const QString type = object.value(u"type").toString();
        if (const auto known = speakerTypeFromString(type))
            speaker.type = *known;
        else if (!type.isEmpty())
            m_issues.warn(Words::tr("A speaker's type is not known; it became a person."), at(what));
        const QJsonArray aliases = object.value(u"aliases").toArray();
        for (const QJsonValue &alias : aliases)
            speaker.aliases.append(alias.toString());
        speaker.wikidata = object.value(u"wikidata").toString();
        speaker.colour = object.value(u"colour").toString();
        if (!speaker.colour.isEmpty() && !isColour(speaker.colour)) {
            m_issues.warn(Words::tr("A speaker's colour is none of the form #rrggbb; it was dropped."), at(what));
            speaker.colour.clear();
        }
        m_annotated.annotations.speakers.append(speaker);
    }
}

std::optional<TextRange> RecordReader::readFragment(const QJsonValue &value, const Item &what)
{
    const QJsonArray pair = value.toArray();
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const CodePointRange raw{pair.at(0).toInteger(none), pair.at(1).toInteger(none)};
    if (pair.size() != 2 || raw.begin == none || raw.end == none) {
        m_issues.warn(Words::tr("A fragment that is no pair of whole numbers was dropped."), at(what));
        return std::nullopt;
    }
    if (raw.begin > raw.end) {
        m_issues.warn(Words::tr("A fragment that ends before it begins was dropped."), at(what));
        return std::nullopt;
    }
    const std::optional<TextRange> range = m_text->toText(raw);
    if (!range) {
        m_issues.warn(Words::tr("A fragment outside the text was dropped."), at(what));
        return std::nullopt;
    }
    if (range->isEmpty()) {
        m_issues.warn(Words::tr("A fragment without characters was dropped."), at(what));
        return std::nullopt;
    }
    return range;
}

QList<TextRange> RecordReader::readFragments(const QJsonValue &value, const Item &what)
{
    QList<TextRange> fragments;
    const QJsonArray array = value.toArray();
    if (!value.isArray() && !value.isNull() && !value.isUndefined())
        m_issues.warn(Words::tr("Fragments that are no list were dropped."), at(what));
    for (const QJsonValue &item : array) {
        if (const auto range = readFragment(item, what))
            fragments.append(*range);
    }
    return canonical(fragments);
}

Provenance RecordReader::readProvenance(const QJsonObject &object, const Item &what)
{
    Provenance provenance;
    provenance.state = m_options.state;
    const QString state = object.value(u"state").toString();
    if (const auto known = stateFromString(state))
        provenance.state = *known;
    else if (!state.isEmpty())
        m_issues.warn(Words::tr("A state is not known and was taken as \"%1\".").arg(toString(m_options.state)), at(what));
    const QJsonObject origin = object.value(u"origin").toObject();
    const auto kind = originKindFromString(origin.value(u"kind").toString());
    provenance.origin.kind = kind.value_or(OriginKind::Import);
    provenance.origin.name = kind ? origin.value(u"name").toString() : m_annotator;
    provenance.origin.version = origin.value(u"version").toString();
    provenance.origin.edited = origin.value(u"edited").toBool();
    const QJsonValue confidence = object.value(u"confidence");
    if (confidence.isDouble() && confidence.toDouble() >= 0 && confidence.toDouble() <= 1)
        provenance.confidence = confidence.toDouble();
    else if (!confidence.isUndefined() && !confidence.isNull())
        m_issues.warn(Words::tr("A confidence that is no number from 0 to 1 was dropped."), at(what));
    provenance.explanation = object.value(u"explanation").toString();
    return provenance;
}

QJsonObject RecordReader::readAttributes(const QJsonObject &object, const QStringList &known) const
{
    QJsonObject attributes = object.value(u"attributes").toObject();
    // Files for readers of columns name all attributes everywhere.
    if (!attributes.isEmpty()) {
        for (auto i = attributes.begin(); i != attributes.end();)
            i = i->isNull() ? attributes.erase(i) : i + 1;
    }
    for (auto i = object.begin(); i != object.end(); ++i) {
        if (!known.contains(i.key()) && !attributes.contains(i.key()) && !i.value().isNull())
            attributes.insert(i.key(), i.value());
    }
    return attributes;
}

std::optional<SpeakerId> RecordReader::readSpeaker(const QJsonObject &object, const Item &what)
{
    const QString id = plain(object.value(u"speaker"));
    if (id.isEmpty())
        return std::nullopt;
    const auto found = m_speakerIds.constFind(id);
    if (found == m_speakerIds.constEnd()) {
        m_issues.warn(Words::tr("A reference to a speaker that is not listed was dropped."), at(what));
        return std::nullopt;
    }
    return *found;
}

void RecordReader::checkText(const QJsonObject &object, const QList<TextRange> &fragments, const Item &what)
{
    const QJsonArray texts = object.value(u"text").toArray();
    if (texts.size() != fragments.size())
        return;
    for (qsizetype i = 0; i < fragments.size(); ++i) {
        const QStringView text = QStringView(m_text->text()).mid(fragments[i].begin, fragments[i].length());
        const QString stated = texts.at(i).toString();
        if (stated != text && normalised(stated).text != text) {
            m_issues.warn(Words::tr("A span's text is not what its offsets give; the offsets were believed."), at(what));
            return;
        }
    }
}

SpanId RecordReader::addSpan(Span span)
{
    span.id = SpanId(m_annotated.annotations.spans.size() + 1);
    m_spanOf.emplace(SpanKey(span.label, span.fragments), span.id);
    m_annotated.annotations.spans.append(std::move(span));
    return m_annotated.annotations.spans.constLast().id;
}

void RecordReader::readSpans(const QJsonArray &spans)
{
    for (const QJsonValue &value : spans) {
        const QJsonObject object = value.toObject();
        const QString id = plain(object.value(u"id"));
        const Item what{QT_TRANSLATE_NOOP("Quoth::Exchange", "span %1"), id};
        Span span;
        span.label = object.value(u"label").toString();
        if (span.label.isEmpty()) {
            m_issues.warn(Words::tr("A span without a label was dropped."), at(what));
            continue;
        }
        QJsonValue fragments = object.value(u"fragments");
        // The inner array as a value: compilers differ in what one array in the braces of another means.
        if (fragments.isUndefined() && object.contains(u"start"))
            fragments = QJsonArray{QJsonValue(QJsonArray{object.value(u"start"), object.value(u"end")})};
        span.fragments = readFragments(fragments, what);
        if (span.fragments.isEmpty()) {
            m_issues.warn(Words::tr("A span of which no fragment was left was dropped."), at(what));
            continue;
        }
        checkText(object, span.fragments, what);
        span.provenance = readProvenance(object, what);
        span.speaker = readSpeaker(object, what);
        span.attributes = readAttributes(object, spanFields);
        span.note = object.value(u"note").toString();
        const SpanId added = addSpan(std::move(span));
        if (m_spanIds.contains(id))
            m_issues.warn(Words::tr("A span's id is given twice; references mean the first."), at(what));
        else if (!id.isEmpty())
            m_spanIds.insert(id, added);
    }
    m_listed = m_annotated.annotations.spans.size();
}

void RecordReader::readClaims(const QJsonArray &claims)
{
    for (const QJsonValue &value : claims) {
        const QJsonObject object = value.toObject();
        const QString id = plain(object.value(u"id"));
        if (m_spanIds.contains(id))
            continue;
        const Item what{QT_TRANSLATE_NOOP("Quoth::Exchange", "claim %1"), id};
        Span span;
        span.label = claimLabel;
        span.fragments = readFragments(object.value(u"fragments"), what);
        if (span.fragments.isEmpty()) {
            m_issues.warn(Words::tr("A claim of which no fragment was left was dropped."), at(what));
            continue;
        }
        span.provenance = readProvenance(object, what);
        span.attributes = readAttributes(object, spanFields);
        span.note = object.value(u"note").toString();
        addSpan(std::move(span));
    }
}

bool RecordReader::fillFromIds(Attribution &attribution, const QString &role, const QJsonArray &ids, const Item &what)
{
    bool filled = false;
    for (const QJsonValue &value : ids) {
        const auto found = m_spanIds.constFind(plain(value));
        if (found == m_spanIds.constEnd()) {
            m_issues.warn(Words::tr("A role's reference to a span that is not there was dropped."), at(what));
        } else if (const RoleFiller filler{role, *found}; !attribution.fillers.contains(filler)) {
            attribution.fillers.append(filler);
            filled = true;
        }
    }
    return filled;
}

void RecordReader::fillFromFragments(Attribution &attribution, const QString &role, const QJsonValue &fragments,
                                     const Item &what)
{
    Span span;
    span.label = labelOf(role);
    span.fragments = readFragments(fragments, what);
    if (span.fragments.isEmpty())
        return;
    span.provenance = attribution.provenance;
    const auto shared = m_spanOf.find(SpanKey(span.label, span.fragments));
    if (shared == m_spanOf.end()) {
        attribution.fillers.append({role, addSpan(std::move(span))});
        return;
    }
    // Ids are positions until the spans are sorted. A shared span is as good as the best attribution it belongs to.
    Provenance &provenance = m_annotated.annotations.spans[shared->second.number() - 1].provenance;
    if (weight(attribution.provenance.state) > weight(provenance.state) && shared->second.number() > m_listed)
        provenance = attribution.provenance;
    attribution.fillers.append({role, shared->second});
}

void RecordReader::readAttribution(const QJsonObject &object, const QString &id)
{
    const Item what{QT_TRANSLATE_NOOP("Quoth::Exchange", "attribution %1"), id};
    Attribution attribution;
    attribution.id = AttributionId(m_annotated.annotations.attributions.size() + 1);
    if (const QString type = object.value(u"type").toString(); object.contains(u"spans") && !type.isEmpty())
        attribution.type = type;
    attribution.provenance = readProvenance(object, what);
    const QJsonObject ids = object.value(u"spans").toObject();
    QStringList roles = {sourceRole, cueRole, contentRole};
    for (auto i = ids.begin(); i != ids.end(); ++i) {
        if (!roles.contains(i.key()))
            roles.append(i.key());
    }
    for (const QString &role : std::as_const(roles)) {
        if (!fillFromIds(attribution, role, ids.value(role).toArray(), what) && attributionFields.contains(role))
            fillFromFragments(attribution, role, object.value(role), what);
    }
    if (attribution.fillers.isEmpty()) {
        m_issues.warn(Words::tr("An attribution of which no span was left was dropped."), at(what));
        return;
    }
    QList<TextRange> content;
    bool sourceNames = false;
    for (const RoleFiller &filler : std::as_const(attribution.fillers)) {
        const Span &span = m_annotated.annotations.spans[filler.span.number() - 1];
        if (filler.role == contentRole)
            content += span.fragments;
        sourceNames = sourceNames || (filler.role == sourceRole && span.speaker);
    }
    const QString kind = object.value(u"kind").toString();
    attribution.kind = kindFromString(kind);
    if (!object.contains(u"kind"))
        attribution.kind = kindOf(canonical(content), m_text->text());
    else if (!attribution.kind && !kind.isEmpty())
        m_issues.warn(Words::tr("A kind that is not direct, indirect or mixed was dropped."), at(what));
    attribution.speaker = readSpeaker(object, what);
    if (sourceNames)
        attribution.speaker = std::nullopt;
    attribution.attributes = readAttributes(object, attributionFields);
    // In files without span ids "type" is the corpus' own word, not a frame type.
    if (!object.contains(u"spans") && object.contains(u"type"))
        attribution.attributes.insert(QStringLiteral("type"), object.value(u"type"));
    attribution.note = object.value(u"note").toString();
    m_annotated.annotations.attributions.append(std::move(attribution));
}

void RecordReader::readAttributions(const QJsonArray &attributions)
{
    QSet<QString> seen;
    for (const QJsonValue &value : attributions) {
        const QJsonObject object = value.toObject();
        const QString id = plain(object.value(u"id"));
        if (!id.isEmpty() && seen.contains(id))
            m_issues.warn(Words::tr("An attribution's id is given twice; both were kept."), at({QT_TRANSLATE_NOOP("Quoth::Exchange", "attribution %1"), id}));
        seen.insert(id);
        readAttribution(object, id);
    }
}

} // namespace Quoth::Exchange
