// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "qdadetails.h"

#include "jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Quoth::Exchange {

using namespace Annotation;

QString toQdaDescription(const QJsonObject &details)
{
    QByteArray json;
    JsonWriter(json).value(details);
    // XML carries anything of JSON's but these two.
    return qdaDetailsMark + QString::fromUtf8(json).replace(QChar(0xFFFE), QStringLiteral("\\ufffe")).replace(QChar(0xFFFF), QStringLiteral("\\uffff"));
}

std::optional<QJsonObject> fromQdaDescription(QStringView description)
{
    if (!description.startsWith(qdaDetailsMark))
        return std::nullopt;
    const QJsonDocument json = QJsonDocument::fromJson(description.sliced(qdaDetailsMark.size()).toUtf8());
    return json.isObject() ? std::optional(json.object()) : std::nullopt;
}

QJsonObject toDetails(const Provenance &provenance, const QJsonObject &attributes)
{
    QJsonObject origin{{QStringLiteral("kind"), toString(provenance.origin.kind)}, {QStringLiteral("name"), provenance.origin.name}};
    if (!provenance.origin.version.isEmpty())
        origin.insert(QStringLiteral("version"), provenance.origin.version);
    if (provenance.origin.edited)
        origin.insert(QStringLiteral("edited"), true);
    QJsonObject details{{QStringLiteral("state"), toString(provenance.state)}, {QStringLiteral("origin"), origin}};
    if (provenance.confidence)
        details.insert(QStringLiteral("confidence"), *provenance.confidence);
    if (!provenance.explanation.isEmpty())
        details.insert(QStringLiteral("explanation"), provenance.explanation);
    if (!attributes.isEmpty())
        details.insert(QStringLiteral("attributes"), attributes);
    return details;
}

void readDetails(const QJsonObject &details, Provenance &provenance, QJsonObject &attributes)
{
    if (const auto state = stateFromString(details.value(u"state").toString()))
        provenance.state = *state;
    const QJsonObject origin = details.value(u"origin").toObject();
    if (const auto kind = originKindFromString(origin.value(u"kind").toString()))
        provenance.origin = {*kind, origin.value(u"edited").toBool(), origin.value(u"name").toString(), origin.value(u"version").toString()};
    const double confidence = details.value(u"confidence").toDouble(-1);
    if (confidence >= 0 && confidence <= 1)
        provenance.confidence = confidence;
    provenance.explanation = details.value(u"explanation").toString();
    attributes = details.value(u"attributes").toObject();
}

QJsonObject toDetails(const Speaker &speaker)
{
    return {{QStringLiteral("name"), speaker.name},
            {QStringLiteral("type"), toString(speaker.type)},
            {QStringLiteral("aliases"), QJsonArray::fromStringList(speaker.aliases)},
            {QStringLiteral("wikidata"), speaker.wikidata},
            {QStringLiteral("colour"), speaker.colour}};
}

void readDetails(const QJsonObject &details, Speaker &speaker)
{
    if (const QString name = details.value(u"name").toString().trimmed(); !name.isEmpty())
        speaker.name = name;
    speaker.type = speakerTypeFromString(details.value(u"type").toString()).value_or(SpeakerType::Person);
    const QJsonArray aliases = details.value(u"aliases").toArray();
    for (const QJsonValue &alias : aliases)
        speaker.aliases.append(alias.toString());
    speaker.wikidata = details.value(u"wikidata").toString();
    if (const QString colour = details.value(u"colour").toString(); isColour(colour))
        speaker.colour = colour;
}

QJsonObject toDetails(const Article &article)
{
    const ArticleMeta &meta = article.meta;
    QJsonObject details{{QStringLiteral("id"), article.externalId}, {QStringLiteral("title"), meta.title},         {QStringLiteral("url"), meta.url},
                        {QStringLiteral("outlet"), meta.outlet},    {QStringLiteral("author"), meta.author},       {QStringLiteral("published"), meta.published},
                        {QStringLiteral("language"), meta.language}};
    if (!meta.extra.isEmpty())
        details.insert(QStringLiteral("extra"), meta.extra);
    return details;
}

void readDetails(const QJsonObject &details, Article &article)
{
    ArticleMeta &meta = article.meta;
    article.externalId = details.value(u"id").toString(article.externalId);
    meta.title = details.value(u"title").toString();
    meta.url = details.value(u"url").toString();
    meta.outlet = details.value(u"outlet").toString();
    meta.author = details.value(u"author").toString();
    meta.published = details.value(u"published").toString();
    meta.language = details.value(u"language").toString();
    meta.extra = details.value(u"extra").toObject();
}

} // namespace Quoth::Exchange
