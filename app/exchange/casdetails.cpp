// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casdetails.h"

#include "filereading.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

const QString confidenceName = QStringLiteral("confidence");
const QString stateName = QStringLiteral("state");
const QString originName = QStringLiteral("origin");
const QString attributesName = QStringLiteral("attributes");
const QString speakerName = QStringLiteral("speaker");

std::optional<QJsonObject> objectIn(const QJsonValue &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toString().toUtf8());
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace

Provenance CasDetails::takeProvenance(Values &values) const
{
    Provenance provenance = importedProvenance(m_options);
    if (const auto state = stateFromString(values.value(stateName).toString())) {
        provenance.state = *state;
        values.remove(stateName);
    }
    bool isNumber = false;
    const QJsonValue confidence = values.value(confidenceName);
    const double number = confidence.isDouble() ? confidence.toDouble() : confidence.toString().toDouble(&isNumber);
    if ((confidence.isDouble() || isNumber) && number >= 0 && number <= 1) {
        provenance.confidence = number;
        values.remove(confidenceName);
    }
    if (values.value(QStringLiteral("explanation")).isString())
        provenance.explanation = values.take(QStringLiteral("explanation")).toString();
    if (const auto kind = originKindFromString(values.value(originName).toString())) {
        values.remove(originName);
        provenance.origin
            = {*kind, values.take(QStringLiteral("edited")).toString() == u"true",
               values.take(QStringLiteral("annotator")).toString(), values.take(QStringLiteral("originVersion")).toString()};
    }
    return provenance;
}

std::optional<SpeakerId> CasDetails::takeSpeaker(Values &values)
{
    Speaker speaker;
    speaker.name = values.value(speakerName).toString().trimmed();
    if (speaker.name.isEmpty())
        return std::nullopt;
    values.remove(speakerName);
    speaker.type = speakerTypeFromString(values.take(QStringLiteral("speakerType")).toString()).value_or(SpeakerType::Person);
    speaker.wikidata = values.take(QStringLiteral("speakerWikidata")).toString();
    if (!isWikidataId(speaker.wikidata))
        speaker.wikidata.clear();
    const QJsonObject more = objectIn(values.take(QStringLiteral("speakerMore"))).value_or(QJsonObject());
    const QJsonArray aliases = more.value(u"aliases").toArray();
    for (const QJsonValue &alias : aliases) {
        if (!alias.toString().isEmpty())
            speaker.aliases.append(alias.toString());
    }
    if (const QString colour = more.value(u"colour").toString(); isColour(colour))
        speaker.colour = colour;
    const QString key
        = QStringList{more.value(u"id").toString(), speaker.name, toString(speaker.type), speaker.wikidata}.join(QChar(1));
    if (const auto known = m_ids.constFind(key); known != m_ids.constEnd())
        return *known;
    speaker.id = SpeakerId(m_speakers.size() + 1);
    m_ids.insert(key, speaker.id);
    m_speakers.append(speaker);
    return speaker.id;
}

QJsonObject CasDetails::takeAttributes(Values &values)
{
    QJsonObject attributes;
    if (const auto object = objectIn(values.value(attributesName))) {
        attributes = *object;
        values.remove(attributesName);
    }
    for (auto i = values.constBegin(); i != values.constEnd(); ++i)
        attributes.insert(i.key(), i.value());
    return attributes;
}

} // namespace Quoth::Exchange
