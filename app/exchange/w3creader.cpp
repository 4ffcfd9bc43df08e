// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "w3creader.h"

#include "w3cformat.h"
#include "words.h"

#include <QJsonDocument>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

QString idOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QString id = value[u"id"].toString();
    return id.isEmpty() ? value[u"@id"].toString() : id;
}

QString nameOf(const QJsonValue &value)
{
    for (const char16_t *key : {u"name", u"label", u"nickname"}) {
        if (const QString name = value[QStringView(key)].toString().trimmed(); !name.isEmpty())
            return name;
    }
    return {};
}

QString lastPart(const QString &iri)
{
    const qsizetype cut = qMax(iri.lastIndexOf(u'/'), iri.lastIndexOf(u'#'));
    return iri.sliced(cut + 1);
}

QString withLine(const QString &before, const QString &line) { return before.isEmpty() ? line : before + u'\n' + line; }

} // namespace

QJsonArray listOf(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray();
    return value.isUndefined() || value.isNull() ? QJsonArray() : QJsonArray{value};
}

bool isOfType(const QJsonObject &object, const QString &type)
{
    return listOf(object.value(u"type")).contains(type) || listOf(object.value(u"@type")).contains(type);
}

W3cReader::W3cReader(const ImportOptions &options, IssueList &issues, QString place)
    : m_options(options), m_issues(issues), m_place(std::move(place))
{
}

std::optional<ImportedArticle> W3cReader::read(const QJsonObject &articleFields, const QList<QJsonObject> &annotations)
{
    const QString raw = articleFields.value(u"text").toString();
    m_mapping.emplace(raw);
    m_offsets.emplace(m_mapping->text());
    m_speakers = articleFields.value(u"speakers").toArray();
    for (const QJsonObject &annotation : annotations)
        readAnnotation(annotation);
    QJsonObject record = articleFields;
    record.insert(QStringLiteral("text"), m_mapping->text());
    record.insert(QStringLiteral("spans"), m_spans);
    record.insert(QStringLiteral("attributions"), m_attributions);
    record.insert(QStringLiteral("speakers"), m_speakers);
    std::optional<ImportedArticle> imported = RecordReader(m_options, m_issues, m_place).read(record);
    if (imported)
        imported->changes = m_mapping->changes();
    return imported;
}

void W3cReader::readAnnotation(const QJsonObject &annotation)
{
    QString id = idOf(annotation);
    ++m_count;
    if (id.isEmpty())
        id = Words::tr("annotation %1").arg(m_count);
    m_where = m_place + QStringLiteral(", ") + id;
    m_item = {{QStringLiteral("id"), id}};
    m_label.clear();
    m_attributes = {};
    m_roles = {};
    m_linked = false;
    m_namelessSpeaker = {};
    const QString motivation = lastPart(listOf(annotation.value(u"motivation")).at(0).toString()).section(u':', -1);
    if (const QString text = annotation.value(u"bodyValue").toString(); !text.isEmpty())
        readBody(text, motivation);
    const QJsonArray bodies = listOf(annotation.value(u"body"));
    for (const QJsonValue &body : bodies)
        readBody(body, motivation);
    readCreator(annotation);
    if (m_roles.isEmpty()) {
        if (m_linked || motivation == u"linking")
            warn(Words::tr("An annotation that links others without saying in which roles was dropped."));
        else
            finishSpan(annotation, motivation);
        return;
    }
    m_item.insert(QStringLiteral("attributes"), m_attributes);
    m_item.insert(QStringLiteral("spans"), m_roles);
    m_item.insert(QStringLiteral("type"), m_label);
    // RecordReader finds a kind by the quotation marks where none is given.
    if (annotation.contains(w3cOrigin) && !m_item.contains(u"kind"))
        m_item.insert(QStringLiteral("kind"), QJsonValue());
    m_attributions.append(m_item);
}

void W3cReader::finishSpan(const QJsonObject &annotation, const QString &motivation)
{
    const QJsonArray fragments = readTargets(annotation.value(u"target"));
    if (fragments.isEmpty()) {
        warn(Words::tr("An annotation of which no place was found in the text was dropped."));
        return;
    }
    if (!m_namelessSpeaker.isEmpty()) {
        const auto range = m_offsets->toUtf16({fragments[0][0].toInteger(), fragments[0][1].toInteger()});
        const QString name = range ? m_mapping->text().mid(range->begin, range->length()).simplified() : QString();
        readSpeaker(m_namelessSpeaker, idOf(m_namelessSpeaker.value(u"source")), name);
    }
    const QString fallback = motivation.isEmpty() ? QStringLiteral("highlighting") : motivation;
    m_item.insert(QStringLiteral("label"), m_label.isEmpty() ? fallback : m_label);
    m_item.insert(QStringLiteral("fragments"), fragments);
    m_item.insert(QStringLiteral("attributes"), m_attributes);
    m_spans.append(m_item);
}

void W3cReader::readBody(const QJsonValue &value, const QString &motivation)
{
    const bool plain = motivation == u"tagging" || motivation == u"describing" || motivation == u"classifying";
    const QString usual = plain ? motivation : QStringLiteral("commenting");
    if (value.isString() || !value.isObject()) {
        if (value.isString())
            readTextBody(usual, value.toString(), {});
        return;
    }
    const QJsonObject body = value.toObject();
    const QJsonArray purposes = listOf(body.value(u"purpose"));
    const QString purpose = purposes.isEmpty() ? usual : lastPart(purposes.at(0).toString()).section(u':', -1);
    if (body.value(u"value").isString())
        return readTextBody(purpose, body.value(u"value").toString(), body);
    const QJsonValue source = body.contains(u"source") ? body.value(u"source") : QJsonValue(body);
    const QString iri = idOf(source);
    if (purpose == u"linking") {
        m_linked = true;
        const QString role = body.value(w3cRole).toString();
        if (role.isEmpty())
            return;
        QJsonArray ids = m_roles.value(role).toArray();
        ids.append(iri);
        m_roles.insert(role, ids);
    } else if (purpose == u"identifying") {
        const QString name = nameOf(source);
        if (name.isEmpty() && !body.contains(w3cSpeaker))
            m_namelessSpeaker = body;
        else
            readSpeaker(body, iri, name);
    } else if (!iri.isEmpty()) {
        const QString name = nameOf(source);
        readTextBody(purpose, name.isEmpty() ? lastPart(iri) : name, body);
    }
}

void W3cReader::readTextBody(const QString &purpose, const QString &value, const QJsonObject &body)
{
    if (const QString attribute = body.value(w3cAttribute).toString(); body.value(w3cAttribute).isString()) {
        const bool json = body.value(u"format").toString() == u"application/json";
        const QJsonValue read = json ? QJsonDocument::fromJson('[' + value.toUtf8() + ']').array().at(0) : QJsonValue(value);
        m_attributes.insert(attribute, read.isUndefined() ? QJsonValue(value) : read);
    } else if (body.value(w3cField).toString() == u"kind") {
        m_item.insert(QStringLiteral("kind"), value);
    } else if (purpose == u"tagging" && m_label.isEmpty()) {
        m_label = value.trimmed();
    } else if (purpose == u"moderating" && stateFromString(value)) {
        m_item.insert(QStringLiteral("state"), value);
    } else if (purpose == u"commenting" || purpose == u"replying") {
        m_item.insert(QStringLiteral("note"), withLine(m_item.value(u"note").toString(), value));
    } else if (purpose == u"describing") {
        m_item.insert(QStringLiteral("explanation"), withLine(m_item.value(u"explanation").toString(), value));
    } else {
        m_attributes.insert(purpose, withLine(m_attributes.value(purpose).toString(), value));
    }
}

void W3cReader::readSpeaker(const QJsonObject &body, const QString &iri, const QString &name)
{
    if (const QString listed = body.value(w3cSpeaker).toString(); !listed.isEmpty()) {
        m_item.insert(QStringLiteral("speaker"), listed);
        return;
    }
    const QString item = iri.contains(QStringLiteral("wikidata.org/")) ? lastPart(iri) : QString();
    const QString key = iri.isEmpty() ? name : iri;
    QString &id = m_speakerIds[key];
    if (id.isEmpty()) {
        id = QStringLiteral("identified-%1").arg(m_speakerIds.size());
        m_speakers.append(QJsonObject{{QStringLiteral("id"), id},
                                      {QStringLiteral("name"), name},
                                      {QStringLiteral("wikidata"), isWikidataId(item) ? item : QString()}});
    }
    m_item.insert(QStringLiteral("speaker"), id);
}

void W3cReader::readCreator(const QJsonObject &annotation)
{
    if (const QJsonValue confidence = annotation.value(w3cConfidence); !confidence.isUndefined())
        m_item.insert(QStringLiteral("confidence"), confidence);
    if (annotation.value(w3cOrigin).isObject()) {
        m_item.insert(QStringLiteral("origin"), annotation.value(w3cOrigin));
        return;
    }
    const QJsonValue creator = listOf(annotation.value(u"creator")).at(0);
    const QString name = nameOf(creator);
    const QString who = name.isEmpty() ? idOf(creator) : name;
    if (!who.isEmpty())
        m_item.insert(QStringLiteral("origin"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("import")}, {QStringLiteral("name"), who}});
}

QJsonArray W3cReader::readTargets(const QJsonValue &value)
{
    QJsonArray targets;
    const QJsonArray listed = listOf(value);
    for (const QJsonValue &target : listed) {
        const QJsonArray items = listOf(target[u"items"]); // a Composite, List or Choice
        for (const QJsonValue &item : items.isEmpty() ? QJsonArray{target} : items)
            targets.append(item);
    }
    QJsonArray fragments;
    for (const QJsonValue &target : std::as_const(targets)) {
        const std::optional<TextRange> range = readSelectors(target[u"selector"]);
        if (!range)
            continue;
        const CodePointRange counted = m_offsets->toCodePoints(*range);
        fragments.append(QJsonArray{counted.begin, counted.end});
    }
    if (!fragments.isEmpty() && fragments.size() < targets.size())
        warn(Words::tr("A piece of an annotation has no place in the text and was dropped."));
    return fragments;
}

std::optional<TextRange> W3cReader::readSelectors(const QJsonValue &value)
{
    Quote quote;
    std::optional<TextRange> codePoints;
    std::optional<TextRange> units;
    const QJsonArray selectors = listOf(value);
    for (const QJsonValue &item : selectors) {
        QJsonObject selector = item.toObject();
        // What a selector of the page's elements is refined by counts within the element, unless it quotes.
        const bool refined = selector.value(u"refinedBy").isObject();
        if (refined)
            selector = selector.value(u"refinedBy").toObject();
        if (isOfType(selector, QStringLiteral("TextQuoteSelector"))) {
            quote.exact = normalised(selector.value(u"exact").toString()).text;
            quote.prefix = normalised(selector.value(u"prefix").toString()).text;
            quote.suffix = normalised(selector.value(u"suffix").toString()).text;
        } else if (isOfType(selector, QStringLiteral("TextPositionSelector")) && !refined) {
            constexpr qint64 none = -1;
            const qint64 begin = selector.value(u"start").toInteger(none);
            const qint64 end = selector.value(u"end").toInteger(none);
            codePoints = m_mapping->toText(CodePointRange{begin, end});
            if (begin >= 0 && end >= begin && end <= std::numeric_limits<qint32>::max())
                units = m_mapping->fromUtf16({qint32(begin), qint32(end)});
        }
    }
    return place(std::move(quote), codePoints, units);
}

std::optional<TextRange> W3cReader::place(Quote quote, std::optional<TextRange> codePoints, std::optional<TextRange> units)
{
    const QStringView text(m_mapping->text());
    if (quote.exact.isEmpty())
        return codePoints;
    for (const auto &range : {codePoints, units}) {
        if (range && text.mid(range->begin, range->length()) == quote.exact)
            return range;
    }
    quote.position = codePoints;
    if (const auto found = findQuote(quote, text)) {
        if (codePoints || units)
            m_issues.note(Words::tr("A position does not fit its quote; the quote was looked for."), m_where);
        return found;
    }
    const QString simplified = quote.exact.simplified();
    for (const auto &range : {codePoints, units}) {
        if (range && text.mid(range->begin, range->length()).toString().simplified() == simplified)
            return range;
    }
    return std::nullopt;
}

} // namespace Quoth::Exchange
