// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quothprotocol.h"

#include "words.h"

#include <app/base/version.h>

#include <QJsonArray>
#include <QStringConverter>

#include <cmath>

namespace Quoth::Detection {

using namespace Annotation;

namespace {

Error bad(const QString &message) { return {ErrorCode::BadInput, message, {}}; }

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number != std::floor(number) || std::abs(number) > 9e15)
        return std::nullopt;
    return qint64(number);
}

AnswerBuilder::Grade gradeOf(const QJsonObject &object)
{
    AnswerBuilder::Grade grade;
    if (object.value(u"confidence").isDouble())
        grade.confidence = object.value(u"confidence").toDouble();
    grade.explanation = object.value(u"explanation").toString();
    return grade;
}

/// Reads one answer; the ids of its items are the detector's own.
class AnswerReading
{
public:
    explicit AnswerReading(AnswerBuilder &builder) : m_builder(builder) { }

    void readSpeakers(const QJsonArray &speakers)
    {
        for (const QJsonValue value : speakers) {
            const QJsonObject speaker = value.toObject();
            QStringList aliases;
            for (const QJsonValue alias : speaker.value(u"aliases").toArray())
                aliases.append(alias.toString());
            const auto id = m_builder.addSpeaker(speaker.value(u"name").toString(), speaker.value(u"type").toString(), aliases,
                                                 speaker.value(u"wikidata").toString());
            if (id)
                m_speakers.insert(speaker.value(u"id").toString(), *id);
        }
    }

    void readSpan(const QJsonObject &object, const QString &label)
    {
        const auto fragments = fragmentsOf(object.value(u"fragments"));
        if (!fragments || !hasTheText(object.value(u"text"), *fragments))
            return;
        const auto id = m_builder.addSpan(label, *fragments, gradeOf(object), object.value(u"attributes").toObject());
        if (!id)
            return;
        if (const QString theirs = object.value(u"id").toString(); !theirs.isEmpty())
            m_spans.insert(theirs, *id);
        if (const auto speaker = speakerOf(object))
            m_builder.setSpeaker(*id, *speaker);
    }

    void readAttribution(const QJsonObject &object)
    {
        const QString type = object.value(u"type").toString(Attribution().type);
        const AnswerBuilder::Grade grade = gradeOf(object);
        const auto speaker = speakerOf(object);
        QList<RoleFiller> fillers;
        const QJsonObject byRole = object.value(u"spans").toObject();
        for (auto i = byRole.begin(); i != byRole.end(); ++i) {
            for (const QJsonValue value : i.value().toArray()) {
                if (const auto id = m_spans.constFind(value.toString()); id != m_spans.constEnd())
                    fillers.append({i.key(), *id});
                else
                    m_builder.leaveOut(
                        OutsideWords::tr("Parts of attributions that name a span which is not there were left out."));
            }
        }
        if (const FrameType *frame = m_builder.schema().frameType(type)) {
            for (const Role &role : frame->roles) {
                if (object.contains(role.name))
                    fillers += fillersOf(object, role, grade, speaker);
            }
        }
        m_builder.addAttribution(type, fillers, grade, speaker);
    }

private:
    /// A role given as fragments rather than as ids: a span is made of them.
    QList<RoleFiller> fillersOf(const QJsonObject &object, const Role &role, const AnswerBuilder::Grade &grade,
                                std::optional<SpeakerId> speaker)
    {
        const auto fragments = fragmentsOf(object.value(role.name));
        if (!fragments || fragments->isEmpty() || role.labels.isEmpty())
            return {};
        const auto id = m_builder.addSpan(role.labels.constFirst(), *fragments, grade);
        if (!id)
            return {};
        const Label *label = m_builder.schema().label(role.labels.constFirst());
        if (speaker && label && label->namesSpeaker)
            m_builder.setSpeaker(*id, *speaker);
        return {{role.name, *id}};
    }

    /// nullopt, counted, if one of them is no good: half a span would be another one.
    std::optional<QList<TextRange>> fragmentsOf(const QJsonValue &value)
    {
        const QJsonArray list = value.toArray();
        QList<TextRange> fragments;
        for (const QJsonValue item : list) {
            const QJsonArray pair = item.toArray();
            const auto begin = wholeNumber(pair.at(0));
            const auto end = wholeNumber(pair.at(1));
            if (pair.size() != 2 || !begin || !end) {
                m_builder.leaveOut(OutsideWords::tr("Spans whose fragments are no pairs of whole numbers were left out."));
                return std::nullopt;
            }
            const auto range = m_builder.fromCodePoints(*begin, *end);
            if (!range)
                return std::nullopt;
            fragments.append(*range);
        }
        if (!value.isArray()) {
            m_builder.leaveOut(OutsideWords::tr("Spans without fragments were left out."));
            return std::nullopt;
        }
        return fragments;
    }

    // The texts are a check that the detector may ask for: that both sides count alike.
    bool hasTheText(const QJsonValue &value, const QList<TextRange> &fragments)
    {
        if (!value.isArray() && !value.isString())
            return true;
        const QJsonArray texts = value.isString() ? QJsonArray{value} : value.toArray();
        bool same = texts.size() == fragments.size();
        for (qsizetype i = 0; same && i < texts.size(); ++i)
            same = QStringView(m_builder.text()).mid(fragments[i].begin, fragments[i].length()) == texts[i].toString();
        if (!same)
            m_builder.leaveOut(OutsideWords::tr("Spans whose \"text\" is not what stands there were left out: offsets count "
                                                "characters (code points), not bytes or UTF-16 units."));
        return same;
    }

    std::optional<SpeakerId> speakerOf(const QJsonObject &object)
    {
        const QString name = object.value(u"speaker").toString();
        if (name.isEmpty())
            return std::nullopt;
        const auto known = m_speakers.constFind(name);
        if (known != m_speakers.constEnd())
            return *known;
        m_builder.leaveOut(OutsideWords::tr("Mentions of a speaker that the answer does not list were left out."));
        return std::nullopt;
    }

    AnswerBuilder &m_builder;
    QHash<QString, SpanId> m_spans;
    QHash<QString, SpeakerId> m_speakers;
};

} // namespace

QString excerpt(QByteArrayView bytes)
{
    constexpr qsizetype longest = 80;
    QString text = QString::fromUtf8(bytes.first(std::min<qsizetype>(bytes.size(), 4 * longest))).simplified();
    for (QChar &c : text) {
        if (!c.isPrint() && !c.isSurrogate())
            c = QChar::ReplacementCharacter;
    }
    if (text.size() > longest)
        text = text.left(text.at(longest - 1).isHighSurrogate() ? longest - 1 : longest) + u'\u2026';
    return text;
}

Result<QJsonObject> jsonObjectFrom(QByteArrayView bytes)
{
    if (bytes.trimmed().isEmpty())
        return bad(OutsideWords::tr("It answered with nothing."));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()), &error);
    if (error.error == QJsonParseError::IllegalUTF8String || !QByteArrayView(bytes).isValidUtf8())
        return bad(OutsideWords::tr("It answered with bytes that are not valid UTF-8: \"%1\".").arg(excerpt(bytes)));
    if (error.error != QJsonParseError::NoError)
        return bad(OutsideWords::tr("It answered with what is no JSON, or is cut short (%1, at byte %2): \"%3\".")
                       .arg(error.errorString())
                       .arg(error.offset)
                       .arg(excerpt(bytes)));
    if (!document.isObject())
        return bad(OutsideWords::tr("It answered with JSON that is no object: \"%1\".").arg(excerpt(bytes)));
    return document.object();
}

QJsonObject helloRecord()
{
    return {{QStringLiteral("quoth"), QStringLiteral("hello")},
            {QStringLiteral("protocol"), quothProtocol},
            {QStringLiteral("version"), QStringLiteral(QUOTH_VERSION)}};
}

Result<PeerInfo> readHello(const QJsonObject &record)
{
    if (record.contains(u"error"))
        return bad(OutsideWords::tr("It told an error: %1").arg(excerpt(record.value(u"error").toString().toUtf8())));
    const PeerInfo info{record.value(u"name").toString().simplified().left(100),
                        record.value(u"version").toString().simplified().left(100)};
    if (info.name.isEmpty())
        return bad(
            OutsideWords::tr("It did not introduce itself: the first answer must hold \"name\", \"version\" and \"protocol\"."));
    if (!record.value(u"protocol").isDouble() || record.value(u"protocol").toDouble() != quothProtocol)
        return bad(OutsideWords::tr("It speaks version %1 of the protocol, Quoth speaks version %2.")
                       .arg(record.contains(u"protocol") ? excerpt(record.value(u"protocol").toVariant().toString().toUtf8())
                                                         : OutsideWords::tr("(not told)"))
                       .arg(quothProtocol));
    return info;
}

QJsonObject articleRecord(const Article &article, const Schema &schema)
{
    QJsonObject meta;
    const auto add = [&meta](const QString &key, const QString &value) {
        if (!value.isEmpty())
            meta.insert(key, value);
    };
    add(QStringLiteral("url"), article.meta.url);
    add(QStringLiteral("outlet"), article.meta.outlet);
    add(QStringLiteral("author"), article.meta.author);
    add(QStringLiteral("published"), article.meta.published);
    add(QStringLiteral("language"), article.meta.language);
    QJsonArray labels;
    for (const Label &label : schema.labels)
        labels.append(QJsonObject{{QStringLiteral("name"), label.name},
                                  {QStringLiteral("title"), label.title},
                                  {QStringLiteral("guideline"), label.guideline}});
    QJsonArray frames;
    for (const FrameType &frame : schema.frameTypes) {
        QJsonArray roles;
        for (const Role &role : frame.roles)
            roles.append(QJsonObject{{QStringLiteral("name"), role.name},
                                     {QStringLiteral("labels"), QJsonArray::fromStringList(role.labels)},
                                     {QStringLiteral("required"), role.required}});
        frames.append(QJsonObject{{QStringLiteral("name"), frame.name}, {QStringLiteral("roles"), roles}});
    }
    return {{QStringLiteral("format"), QStringLiteral("quoth/1")},
            {QStringLiteral("id"), article.externalId},
            {QStringLiteral("title"), article.meta.title},
            {QStringLiteral("text"), article.text},
            {QStringLiteral("meta"), meta},
            {QStringLiteral("schema"), QJsonObject{{QStringLiteral("labels"), labels}, {QStringLiteral("frames"), frames}}}};
}

Result<void> readQuothAnswer(const QJsonObject &record, const QString &articleId, AnswerBuilder &builder)
{
    if (record.contains(u"error"))
        return bad(OutsideWords::tr("It told an error: %1").arg(excerpt(record.value(u"error").toString().toUtf8())));
    if (!record.value(u"id").isString() || record.value(u"id").toString() != articleId)
        return bad(OutsideWords::tr("It answered to another article: \"id\" is not that of the question."));
    for (const QString &list :
         {QStringLiteral("spans"), QStringLiteral("attributions"), QStringLiteral("claims"), QStringLiteral("speakers")}) {
        if (record.contains(list) && !record.value(list).isArray())
            return bad(OutsideWords::tr("\"%1\" in its answer is no list.").arg(list));
    }
    AnswerReading reading(builder);
    reading.readSpeakers(record.value(u"speakers").toArray());
    for (const QJsonValue span : record.value(u"spans").toArray())
        reading.readSpan(span.toObject(), span.toObject().value(u"label").toString());
    for (const QJsonValue claim : record.value(u"claims").toArray())
        reading.readSpan(claim.toObject(), QStringLiteral("Claim"));
    for (const QJsonValue attribution : record.value(u"attributions").toArray())
        reading.readAttribution(attribution.toObject());
    return {};
}

} // namespace Quoth::Detection
