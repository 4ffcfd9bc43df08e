// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "w3cwriter.h"

#include "jsonwriter.h"
#include "nativerecord.h"
#include "w3cformat.h"
#include "words.h"

#include <app/base/offsets.h>

#include <QHash>
#include <QJsonArray>
#include <QUrl>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

constexpr qint32 surroundings = 32;

class W3cWriter
{
public:
    W3cWriter(const AnnotatedArticle &annotated, QByteArray &out, LossList &losses)
        : m_text(annotated.article.text), m_offsets(m_text), m_record(recordOf(annotated)), m_json(out), m_losses(losses)
    {
        m_base = QStringLiteral("urn:quoth:") + QString::fromLatin1(QUrl::toPercentEncoding(annotated.article.externalId));
        m_source = annotated.article.meta.url.isEmpty() ? m_base : annotated.article.meta.url;
        const QJsonArray speakers = m_record.value(u"speakers").toArray();
        for (const QJsonValue &speaker : speakers)
            m_speakers.insert(speaker[u"id"].toString(), speaker.toObject());
    }

    void write()
    {
        m_json.beginObject();
        writeContext();
        m_json.key(u"id").string(m_base);
        m_json.key(u"type").string(u"AnnotationPage");
        m_json.key(w3cArticle).value(articleFieldsOf(m_record));
        m_json.key(u"items").beginArray();
        const QJsonArray spans = m_record.value(u"spans").toArray();
        for (const QJsonValue &span : spans) {
            m_fragments.insert(span[u"id"].toString(), span[u"fragments"].toArray());
            begin(span.toObject(), u"tagging", span[u"label"].toString());
            end({span[u"fragments"].toArray()});
        }
        const QJsonArray attributions = m_record.value(u"attributions").toArray();
        for (const QJsonValue &attribution : attributions)
            writeAttribution(attribution.toObject());
        m_json.endArray();
        m_json.endObject();
    }

private:
    void writeContext()
    {
        const auto json = [this](const QString &term) {
            m_json.key(term).beginObject();
            m_json.key(u"@id").string(term);
            m_json.key(u"@type").string(u"@json");
            m_json.endObject();
        };
        m_json.key(u"@context").beginArray();
        m_json.string(w3cContext);
        m_json.beginObject();
        m_json.key(u"quoth").string(u"urn:quoth:terms:");
        json(w3cArticle);
        json(w3cOrigin);
        m_json.endObject();
        m_json.endArray();
    }

    QString iri(const QString &id) const { return m_base + u':' + id; }

    void beginBody(QStringView type, QStringView purpose)
    {
        m_json.beginObject();
        m_json.key(u"type").string(type);
        m_json.key(u"purpose").string(purpose);
    }

    void textBody(QStringView purpose, const QString &value)
    {
        if (value.isEmpty())
            return;
        beginBody(u"TextualBody", purpose);
        m_json.key(u"value").string(value);
        m_json.endObject();
    }

    void writeOrigin(const QJsonObject &item)
    {
        const QJsonObject origin = item.value(u"origin").toObject();
        if (const QString name = origin.value(u"name").toString(); !name.isEmpty()) {
            const QString kind = origin.value(u"kind").toString();
            m_json.key(u"creator").beginObject();
            if (kind != u"import")
                m_json.key(u"type").string(kind == u"detector" ? u"Software" : u"Person");
            m_json.key(u"name").string(name);
            m_json.endObject();
        }
        m_json.key(w3cOrigin).value(origin);
        if (const QJsonValue confidence = item.value(u"confidence"); confidence.isDouble()) {
            m_json.key(w3cConfidence).number(confidence.toDouble());
            m_losses.note(Words::tr("Confidences went into a property that only Quoth knows."));
        }
    }

    void writeSpeaker(const QString &id)
    {
        const QJsonObject speaker = m_speakers.value(id);
        if (speaker.isEmpty())
            return;
        const QString wikidata = speaker.value(u"wikidata").toString();
        beginBody(u"SpecificResource", u"identifying");
        m_json.key(u"source").beginObject();
        m_json.key(u"id").string(isWikidataId(wikidata) ? wikidataEntity + wikidata : iri(id));
        m_json.key(u"name").string(speaker.value(u"name").toString());
        m_json.endObject();
        m_json.key(w3cSpeaker).string(id);
        m_json.endObject();
    }

    void writeAttributes(const QJsonObject &attributes)
    {
        for (auto i = attributes.begin(); i != attributes.end(); ++i) {
            beginBody(u"TextualBody", u"classifying");
            if (i.value().isString()) {
                m_json.key(u"value").string(i.value().toString());
            } else {
                QByteArray value;
                JsonWriter(value).value(i.value());
                m_json.key(u"format").string(u"application/json");
                m_json.key(u"value").string(QString::fromUtf8(value));
            }
            m_json.key(w3cAttribute).string(i.key());
            m_json.endObject();
        }
    }

    /// All up to the bodies, the list of which is left open.
    void begin(const QJsonObject &item, QStringView motivation, const QString &tag)
    {
        m_json.beginObject();
        m_json.key(u"id").string(iri(item.value(u"id").toString()));
        m_json.key(u"type").string(u"Annotation");
        m_json.key(u"motivation").string(motivation);
        writeOrigin(item);
        m_json.key(u"body").beginArray();
        textBody(u"tagging", tag);
        textBody(u"moderating", item.value(u"state").toString());
        textBody(u"commenting", item.value(u"note").toString());
        textBody(u"describing", item.value(u"explanation").toString());
        writeSpeaker(item.value(u"speaker").toString());
        writeAttributes(item.value(u"attributes").toObject());
    }

    void end(const QList<QJsonArray> &places)
    {
        m_json.endArray();
        m_json.key(u"target").beginArray();
        for (const QJsonArray &fragments : places) {
            for (const QJsonValue &fragment : fragments)
                writeTarget({fragment[0].toInteger(), fragment[1].toInteger()});
        }
        m_json.endArray();
        m_json.endObject();
    }

    void writeTarget(CodePointRange range)
    {
        const TextRange at = m_offsets.toUtf16(range).value_or(TextRange());
        const auto text = [&](qint32 from, qint32 to) { return QStringView(m_text).mid(from, to - from); };
        // Whole characters: by code points.
        const qint32 before = m_offsets.toUtf16(qMax<qint64>(0, range.begin - surroundings)).value_or(0);
        const qint32 after = m_offsets.toUtf16(qMin(m_offsets.codePoints(), range.end + surroundings)).value_or(at.end);
        m_json.beginObject();
        m_json.key(u"source").string(m_source);
        m_json.key(u"selector").beginArray();
        m_json.beginObject();
        m_json.key(u"type").string(u"TextQuoteSelector");
        m_json.key(u"exact").string(text(at.begin, at.end));
        m_json.key(u"prefix").string(text(before, at.begin));
        m_json.key(u"suffix").string(text(at.end, after));
        m_json.endObject();
        m_json.beginObject();
        m_json.key(u"type").string(u"TextPositionSelector");
        m_json.key(u"start").number(range.begin);
        m_json.key(u"end").number(range.end);
        m_json.endObject();
        m_json.endArray();
        m_json.endObject();
    }

    void writeAttribution(const QJsonObject &attribution)
    {
        begin(attribution, u"linking", attribution.value(u"type").toString());
        if (const QString kind = attribution.value(u"kind").toString(); !kind.isEmpty()) {
            beginBody(u"TextualBody", u"classifying");
            m_json.key(u"value").string(kind);
            m_json.key(w3cField).string(u"kind");
            m_json.endObject();
        }
        QList<QJsonArray> places;
        const QJsonObject roles = attribution.value(u"spans").toObject();
        for (auto i = roles.begin(); i != roles.end(); ++i) {
            const QJsonArray ids = i.value().toArray();
            for (const QJsonValue &id : ids) {
                beginBody(u"SpecificResource", u"linking");
                m_json.key(u"source").string(iri(id.toString()));
                m_json.key(w3cRole).string(i.key());
                m_json.endObject();
                places.append(m_fragments.value(id.toString()));
                m_losses.note(Words::tr("Roles of attributions went into a property that only Quoth knows."));
            }
        }
        end(places);
    }

    const QString &m_text;
    const OffsetConverter m_offsets;
    const QJsonObject m_record;
    JsonWriter m_json;
    LossList &m_losses;
    QString m_base;
    QString m_source;
    QHash<QString, QJsonObject> m_speakers;
    QHash<QString, QJsonArray> m_fragments; // by span
};

} // namespace

QByteArray w3cPage(const AnnotatedArticle &article, LossList &losses)
{
    QByteArray page;
    W3cWriter(article, page, losses).write();
    return page;
}

} // namespace Quoth::Exchange
