// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documentreader.h"

#include "words.h"

#include <QHash>
#include <QJsonArray>

namespace Quoth::Measure {

namespace {

/// An id, which may be given as text or as a number.
QString plain(const QJsonValue &value) { return value.isString() ? value.toString() : value.toVariant().toString(); }

std::optional<CodePointRange> pairOf(const QJsonValue &value)
{
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const QJsonArray pair = value.toArray();
    const CodePointRange range{pair.at(0).toInteger(none), pair.at(1).toInteger(none)};
    if (pair.size() != 2 || range.begin == none || range.end == none)
        return std::nullopt;
    return range;
}

std::optional<double> confidenceOf(const QJsonObject &object)
{
    const QJsonValue value = object.value(u"confidence");
    if (value.isDouble() && value.toDouble() >= 0 && value.toDouble() <= 1)
        return value.toDouble();
    return std::nullopt;
}

QString detectorOf(const QJsonObject &object)
{
    const QJsonObject origin = object.value(u"origin").toObject();
    QStringList parts{origin.value(u"name").toString(), origin.value(u"version").toString()};
    parts.removeAll(QString());
    return parts.join(u' ');
}

class DocumentReading
{
public:
    DocumentReading(const QJsonObject &record, QString place)
        : m_record(record), m_place(std::move(place)), m_offsets(setText(record))
    {
    }

    Result<Document> read()
    {
        if (!m_record.value(u"id").isString())
            return failed(Words::tr("The line has no document \"id\"."));
        m_document.id = m_record.value(u"id").toString();
        if (!m_record.value(u"text").isString())
            return failed(Words::tr("The document has no \"text\"."));
        const QJsonValue annotator = m_record.value(u"meta").toObject().value(u"annotator");
        m_document.annotator = plain(annotator);
        if (const QJsonValue label = m_record.value(u"label"); label.isDouble())
            m_document.isCheckworthy = label.toInteger() == 1;
        const QJsonValue attributions = m_record.value(u"attributions");
        if (!attributions.isArray() && !m_document.isCheckworthy)
            return failed(Words::tr("The document has no list of \"attributions\"."));
        readSpeakers(m_record.value(u"speakers").toArray());
        readSpans(m_record.value(u"spans").toArray());
        readAttributions(attributions.toArray());
        readClaims(m_record.value(u"claims").toArray());
        readEntities(m_record.value(u"coref").toArray());
        if (m_error)
            return *m_error;
        return std::move(m_document);
    }

private:
    QStringView setText(const QJsonObject &record)
    {
        m_document.text = record.value(u"text").toString();
        return m_document.text;
    }

    Error failed(const QString &message) const
    {
        const QString id = m_record.value(u"id").toString();
        return {ErrorCode::BadInput, message, id.isEmpty() ? m_place : Words::tr("%1, document %2").arg(m_place, id)};
    }

    void fail(const QString &message)
    {
        if (!m_error)
            m_error = failed(message);
    }

    Fragments readFragments(const QJsonValue &value, const QString &of)
    {
        Fragments fragments;
        if (!value.isArray() && !value.isNull() && !value.isUndefined())
            fail(Words::tr("%1: the fragments are no list of [begin, end] pairs.").arg(of));
        const QJsonArray array = value.toArray();
        fragments.reserve(std::size_t(array.size()));
        for (const QJsonValue &item : array) {
            const std::optional<CodePointRange> pair = pairOf(item);
            const std::optional<TextRange> range = pair ? m_offsets.toUtf16(*pair) : std::nullopt;
            if (!pair)
                fail(Words::tr("%1: a fragment is no pair of whole numbers [begin, end].").arg(of));
            else if (pair->begin == pair->end)
                fail(
                    Words::tr("%1: the fragment [%2, %3] is empty; ends are exclusive.").arg(of).arg(pair->begin).arg(pair->end));
            else if (!range || range->isEmpty())
                fail(Words::tr("%1: the fragment [%2, %3] is reversed or outside the text, which has %4 code points.")
                         .arg(of)
                         .arg(pair->begin)
                         .arg(pair->end)
                         .arg(m_offsets.codePoints()));
            else
                fragments.push_back(*range);
        }
        return fragments;
    }

    std::size_t speakerNumber(const QString &id)
    {
        const auto known = m_speakers.constFind(id);
        if (known != m_speakers.constEnd())
            return *known;
        // A file that lists no speakers names them where it refers to them.
        m_document.speakers.push_back({id, {id}, {}, false});
        m_speakers.insert(id, m_document.speakers.size() - 1);
        return m_document.speakers.size() - 1;
    }

    void readSpeakers(const QJsonArray &speakers)
    {
        for (const QJsonValue &value : speakers) {
            const QJsonObject object = value.toObject();
            SpeakerRecord speaker;
            const QString name = object.value(u"name").toString();
            speaker.id = object.contains(u"id") ? plain(object.value(u"id")) : name;
            if (!name.isEmpty())
                speaker.names.append(name);
            const QJsonArray aliases = object.value(u"aliases").toArray();
            for (const QJsonValue &alias : aliases)
                speaker.names.append(alias.toString());
            const QString type = object.value(u"type").toString();
            speaker.isAnonymous = type == u"anonymous" || type == u"article";
            if (m_speakers.contains(speaker.id))
                continue;
            m_speakers.insert(speaker.id, m_document.speakers.size());
            m_document.speakers.push_back(std::move(speaker));
        }
    }

    void readSpans(const QJsonArray &spans)
    {
        for (const QJsonValue &value : spans) {
            const QJsonObject object = value.toObject();
            const QString id = plain(object.value(u"id"));
            m_spans.insert(id, object);
            if (const QString speaker = plain(object.value(u"speaker")); !speaker.isEmpty()) {
                m_document.speakers[speakerNumber(speaker)].mentions.push_back(
                    readFragments(object.value(u"fragments"), Words::tr("span %1").arg(id)));
            }
        }
    }

    void readAttributions(const QJsonArray &attributions)
    {
        m_document.attributions.reserve(std::size_t(attributions.size()));
        for (qsizetype i = 0; i < attributions.size(); ++i) {
            const QJsonObject object = attributions.at(i).toObject();
            if (!attributions.at(i).isObject())
                fail(Words::tr("attribution %1 is no object").arg(i));
            AttributionRecord attribution;
            attribution.id = object.contains(u"id") ? plain(object.value(u"id")) : QString::number(i);
            for (const Role role : allRoles)
                attribution[role] = readFragments(object.value(toString(role)),
                                                  Words::tr("attribution %1, %2").arg(attribution.id, toString(role)));
            attribution.kind = object.value(u"kind").toString();
            attribution.confidence = confidenceOf(object);
            attribution.state = Annotation::stateFromString(object.value(u"state").toString());
            attribution.detector = detectorOf(object);
            attribution.speaker = plain(object.value(u"speaker"));
            if (!attribution.speaker.isEmpty())
                speakerNumber(attribution.speaker);
            m_document.attributions.push_back(std::move(attribution));
        }
    }

    void readClaims(const QJsonArray &claims)
    {
        for (const QJsonValue &value : claims) {
            const QJsonObject object = value.toObject();
            const QString id = plain(object.value(u"id"));
            const QJsonObject span = id.isEmpty() ? QJsonObject() : m_spans.value(id);
            ClaimRecord claim{id, readFragments(object.value(u"fragments"), Words::tr("claim %1").arg(id)), confidenceOf(object),
                              Annotation::stateFromString(object.value(u"state").toString())};
            if (!claim.confidence)
                claim.confidence = confidenceOf(span);
            if (!claim.state)
                claim.state = Annotation::stateFromString(span.value(u"state").toString());
            m_document.claims.push_back(std::move(claim));
        }
    }

    void readEntities(const QJsonArray &entities)
    {
        for (const QJsonValue &value : entities) {
            const QJsonObject object = value.toObject();
            SpeakerRecord entity;
            entity.id = QStringLiteral("coref ") + plain(object.value(u"id"));
            const QJsonArray mentions = object.value(u"mentions").toArray();
            for (const QJsonValue &mention : mentions)
                entity.mentions.push_back(readFragments(QJsonArray{mention}, entity.id));
            m_document.speakers.push_back(std::move(entity));
        }
    }

    const QJsonObject &m_record;
    const QString m_place;
    Document m_document;
    OffsetConverter m_offsets;
    QHash<QString, std::size_t> m_speakers;
    QHash<QString, QJsonObject> m_spans;
    std::optional<Error> m_error;
};

} // namespace

Result<Document> readDocument(const QJsonObject &record, const QString &place) { return DocumentReading(record, place).read(); }

bool isInstance(const QJsonObject &record) { return !record.contains(u"id") && record.contains(u"labels"); }

Result<Instance> readInstance(const QJsonObject &record, const QString &place)
{
    Instance instance{record.value(u"doc").toString(), plain(record.value(u"n")), {}, {}};
    const Error bad{ErrorCode::BadInput,
                    Words::tr("An instance needs a \"doc\" and as many \"tokens\" ([begin, end] pairs) as \"labels\"."), place};
    const QJsonArray tokens = record.value(u"tokens").toArray();
    const QJsonArray labels = record.value(u"labels").toArray();
    if (!record.value(u"doc").isString() || tokens.size() != labels.size())
        return bad;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const std::optional<CodePointRange> pair = pairOf(tokens.at(i));
        constexpr qint64 most = std::numeric_limits<qint32>::max();
        if (!pair || pair->begin < 0 || pair->end > most || pair->begin > pair->end)
            return bad;
        instance.tokens.push_back({qint32(pair->begin), qint32(pair->end)});
        instance.labels.append(labels.at(i).toString());
    }
    return instance;
}

} // namespace Quoth::Measure
