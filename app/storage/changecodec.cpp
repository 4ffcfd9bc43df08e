// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "changecodec.h"

#include "words.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Quoth::Storage {

using namespace Annotation;

namespace {

template<class T>
struct Name;
template<>
struct Name<Span> { static constexpr QLatin1String value{"span"}; };
template<>
struct Name<Attribution> { static constexpr QLatin1String value{"attribution"}; };
template<>
struct Name<Speaker> { static constexpr QLatin1String value{"speaker"}; };
template<>
struct Name<ArticleMeta> { static constexpr QLatin1String value{"meta"}; };
template<>
struct Name<Schema> { static constexpr QLatin1String value{"schema"}; };
template<>
struct Name<ArticlePresence> { static constexpr QLatin1String value{"presence"}; };

void put(QJsonObject &object, const char *name, const QString &value)
{
    if (!value.isEmpty())
        object.insert(QLatin1String(name), value);
}

void put(QJsonObject &object, const char *name, const QJsonObject &value)
{
    if (!value.isEmpty())
        object.insert(QLatin1String(name), value);
}

QJsonArray pair(CodePointRange range) { return {range.begin, range.end}; }

/// Encodes and decodes with one article's offsets; decoding remembers whether anything did not fit.
class Codec
{
public:
    explicit Codec(const OffsetConverter &offsets) : m_offsets(offsets) { }

    bool failed() const { return m_failed; }

    QJsonObject encode(const Span &span) const
    {
        QJsonObject object = encode(span.provenance);
        object.insert(u"id", span.id.number());
        object.insert(u"label", span.label);
        QJsonArray fragments;
        for (const TextRange fragment : span.fragments)
            fragments.append(pair(m_offsets.toCodePoints(fragment)));
        object.insert(u"fragments", fragments);
        if (span.speaker)
            object.insert(u"speaker", span.speaker->number());
        put(object, "attributes", span.attributes);
        put(object, "note", span.note);
        return object;
    }

    QJsonObject encode(const Attribution &attribution) const
    {
        QJsonObject object = encode(attribution.provenance);
        object.insert(u"id", attribution.id.number());
        object.insert(u"type", attribution.type);
        QJsonArray fillers;
        for (const RoleFiller &filler : attribution.fillers)
            fillers.append(QJsonArray{filler.role, filler.span.number()});
        object.insert(u"fillers", fillers);
        if (attribution.kind)
            object.insert(u"kind", toString(*attribution.kind));
        if (attribution.speaker)
            object.insert(u"speaker", attribution.speaker->number());
        put(object, "attributes", attribution.attributes);
        put(object, "note", attribution.note);
        return object;
    }

    QJsonObject encode(const Speaker &speaker) const
    {
        QJsonObject object{{QStringLiteral("id"), speaker.id.number()},
                           {QStringLiteral("name"), speaker.name},
                           {QStringLiteral("type"), toString(speaker.type)},
                           {QStringLiteral("aliases"), QJsonArray::fromStringList(speaker.aliases)}};
        put(object, "wikidata", speaker.wikidata);
        put(object, "colour", speaker.colour);
        return object;
    }

    QJsonObject encode(const ArticleMeta &meta) const
    {
        QJsonObject object;
        put(object, "title", meta.title);
        put(object, "url", meta.url);
        put(object, "outlet", meta.outlet);
        put(object, "author", meta.author);
        put(object, "published", meta.published);
        put(object, "language", meta.language);
        put(object, "extra", meta.extra);
        return object;
    }

    QJsonObject encode(const Schema &schema) const { return QJsonDocument::fromJson(schema.toJson()).object(); }

    QJsonObject encode(const ArticlePresence &presence) const
    {
        QJsonArray speakers;
        for (const SpeakerId speaker : presence.speakers)
            speakers.append(speaker.number());
        return speakers.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("speakers"), speakers}};
    }

    void decode(const QJsonObject &object, ArticlePresence &presence)
    {
        const QJsonArray speakers = object.value(u"speakers").toArray();
        for (const QJsonValue &speaker : speakers)
            presence.speakers.append(id<SpeakerTag>(speaker));
    }

    void decode(const QJsonObject &object, Schema &schema)
    {
        auto read = Schema::fromJson(QJsonDocument(object).toJson(QJsonDocument::Compact), {});
        m_failed = m_failed || !read;
        if (read)
            schema = *std::move(read);
    }

    void decode(const QJsonObject &object, Span &span)
    {
        span.id = id<SpanTag>(object.value(u"id"));
        span.label = object.value(u"label").toString();
        const QJsonArray fragments = object.value(u"fragments").toArray();
        for (const QJsonValue &fragment : fragments)
            span.fragments.append(range(fragment));
        span.provenance = provenance(object);
        span.speaker = optionalSpeaker(object);
        span.attributes = object.value(u"attributes").toObject();
        span.note = object.value(u"note").toString();
    }

    void decode(const QJsonObject &object, Attribution &attribution)
    {
        attribution.id = id<AttributionTag>(object.value(u"id"));
        attribution.type = object.value(u"type").toString();
        const QJsonArray fillers = object.value(u"fillers").toArray();
        for (const QJsonValue &filler : fillers)
            attribution.fillers.append({filler.toArray().at(0).toString(), id<SpanTag>(filler.toArray().at(1))});
        attribution.kind = kindFromString(object.value(u"kind").toString());
        attribution.provenance = provenance(object);
        attribution.speaker = optionalSpeaker(object);
        attribution.attributes = object.value(u"attributes").toObject();
        attribution.note = object.value(u"note").toString();
    }

    void decode(const QJsonObject &object, Speaker &speaker)
    {
        speaker.id = id<SpeakerTag>(object.value(u"id"));
        speaker.name = object.value(u"name").toString();
        speaker.type = required(speakerTypeFromString(object.value(u"type").toString()));
        const QJsonArray aliases = object.value(u"aliases").toArray();
        for (const QJsonValue &alias : aliases)
            speaker.aliases.append(alias.toString());
        speaker.wikidata = object.value(u"wikidata").toString();
        speaker.colour = object.value(u"colour").toString();
    }

    void decode(const QJsonObject &object, ArticleMeta &meta)
    {
        meta = {object.value(u"title").toString(),  object.value(u"url").toString(),       object.value(u"outlet").toString(),
                object.value(u"author").toString(), object.value(u"published").toString(), object.value(u"language").toString(),
                object.value(u"extra").toObject()};
    }

    template<class T>
    Change change(const QJsonArray &beforeAndAfter)
    {
        ChangeOf<T> result;
        const auto side = [&](qsizetype i, std::optional<T> &value) {
            if (beforeAndAfter.at(i).isObject())
                decode(beforeAndAfter.at(i).toObject(), value.emplace());
        };
        side(0, result.before);
        side(1, result.after);
        return result;
    }

    std::optional<TextRange> optionalRange(const QJsonValue &value)
    {
        return value.isArray() ? std::optional(range(value)) : std::nullopt;
    }

    TextRange range(const QJsonValue &value)
    {
        const QJsonArray array = value.toArray();
        return required(m_offsets.toUtf16(CodePointRange{array.at(0).toInteger(-1), array.at(1).toInteger(-1)}));
    }

private:
    QJsonObject encode(const Provenance &provenance) const
    {
        QJsonObject object{{QStringLiteral("state"), toString(provenance.state)},
                           {QStringLiteral("origin"), toString(provenance.origin.kind)}};
        put(object, "name", provenance.origin.name);
        put(object, "version", provenance.origin.version);
        if (provenance.origin.edited)
            object.insert(u"edited", true);
        if (provenance.confidence)
            object.insert(u"confidence", *provenance.confidence);
        put(object, "explanation", provenance.explanation);
        return object;
    }

    Provenance provenance(const QJsonObject &object)
    {
        Provenance result;
        result.state = required(stateFromString(object.value(u"state").toString()));
        result.origin.kind = required(originKindFromString(object.value(u"origin").toString()));
        result.origin.name = object.value(u"name").toString();
        result.origin.version = object.value(u"version").toString();
        result.origin.edited = object.value(u"edited").toBool();
        if (object.contains(u"confidence"))
            result.confidence = object.value(u"confidence").toDouble();
        result.explanation = object.value(u"explanation").toString();
        return result;
    }

    std::optional<SpeakerId> optionalSpeaker(const QJsonObject &object)
    {
        return object.contains(u"speaker") ? std::optional(id<SpeakerTag>(object.value(u"speaker"))) : std::nullopt;
    }

    template<class Tag>
    Id<Tag> id(const QJsonValue &value)
    {
        const qint64 number = value.toInteger();
        m_failed = m_failed || number <= 0;
        return Id<Tag>(std::max<qint64>(number, 1));
    }

    template<class T>
    T required(const std::optional<T> &value)
    {
        m_failed = m_failed || !value;
        return value.value_or(T());
    }

    const OffsetConverter &m_offsets;
    bool m_failed = false;
};

} // namespace

QByteArray encodeEdit(const Edit &edit, const OffsetConverter &offsets)
{
    const Codec codec(offsets);
    QJsonArray changes;
    for (const Change &change : edit.changes) {
        std::visit(
            [&]<class T>(const ChangeOf<T> &c) {
                const auto side = [&codec](const std::optional<T> &value) { return value ? QJsonValue(codec.encode(*value)) : QJsonValue(); };
                changes.append(QJsonObject{{Name<T>::value, QJsonArray{side(c.before), side(c.after)}}});
            },
            change);
    }
    const auto selection = [&offsets](const std::optional<TextRange> &range) {
        return range ? QJsonValue(pair(offsets.toCodePoints(*range))) : QJsonValue();
    };
    return QJsonDocument(
               QJsonObject{{QStringLiteral("changes"), changes},
                           {QStringLiteral("selection"), QJsonArray{selection(edit.selectionBefore), selection(edit.selectionAfter)}}})
        .toJson(QJsonDocument::Compact);
}

Result<Edit> decodeEdit(const QByteArray &json, const OffsetConverter &offsets)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    Codec codec(offsets);
    Edit edit;
    bool known = document.isObject();
    const QJsonArray changes = document.object().value(u"changes").toArray();
    for (const QJsonValue &value : changes) {
        const QJsonObject object = value.toObject();
        const auto take = [&]<class T>(const T *) {
            if (object.contains(Name<T>::value))
                edit.changes.append(codec.change<T>(object.value(Name<T>::value).toArray()));
            return object.contains(Name<T>::value);
        };
        known = known
            && (take(static_cast<const Span *>(nullptr)) || take(static_cast<const Attribution *>(nullptr))
                || take(static_cast<const Speaker *>(nullptr)) || take(static_cast<const ArticleMeta *>(nullptr))
                || take(static_cast<const Schema *>(nullptr)) || take(static_cast<const ArticlePresence *>(nullptr)));
    }
    const QJsonArray selection = document.object().value(u"selection").toArray();
    edit.selectionBefore = codec.optionalRange(selection.at(0));
    edit.selectionAfter = codec.optionalRange(selection.at(1));
    if (!known || codec.failed())
        return Error{ErrorCode::Damaged, Words::tr("An entry of the operation log cannot be read."), {}};
    return edit;
}

} // namespace Quoth::Storage
