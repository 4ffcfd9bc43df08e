// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "releaseline.h"

#include "jsonwriter.h"
#include "nativeformat.h"
#include "words.h"

#include <app/annotation/nesting.h>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

QString name(SpanId id) { return u's' + QString::number(id.number()); }
QString name(AttributionId id) { return u'f' + QString::number(id.number()); }
QString name(SpeakerId id) { return u'p' + QString::number(id.number()); }

QString asText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    QByteArray json;
    JsonWriter(json).value(value);
    return QString::fromUtf8(json);
}

class LineWriter
{
public:
    LineWriter(const AnnotatedArticle &annotated, const ReleaseColumns &columns, LossList &losses, QByteArray &out)
        : m_article(annotated.article), m_annotations(annotated.annotations), m_index(annotated.annotations),
          m_offsets(annotated.article.text), m_columns(columns), m_losses(losses), m_json(out)
    {
    }

    void write()
    {
        const ArticleMeta &meta = m_article.meta;
        m_json.beginObject();
        m_json.key(u"format").string(nativeVersion);
        m_json.key(u"id").string(m_article.externalId);
        if (isWhole()) {
            m_json.key(u"title").string(meta.title);
            m_json.key(u"text").string(m_article.text);
        } else {
            m_json.key(u"sha256").string(QString::fromLatin1(m_article.sha256()));
            m_json.key(u"characters").number(m_offsets.codePoints());
            lose(Words::tr("Titles were left out."), !meta.title.isEmpty());
            lose(Words::tr("Further metadata was left out."), !furtherFields(meta).isEmpty());
        }
        m_json.key(u"meta").beginObject();
        m_json.key(u"url").string(meta.url);
        m_json.key(u"outlet").string(meta.outlet);
        m_json.key(u"author").string(meta.author);
        m_json.key(u"published").string(meta.published);
        m_json.key(u"language").string(meta.language);
        writeValues(furtherFields(meta), m_columns.fields());
        m_json.endObject();
        array(u"spans", m_annotations.spans);
        array(u"attributions", m_annotations.attributions);
        array(u"speakers", m_annotations.speakers);
        m_json.endObject();
    }

private:
    bool isWhole() const { return m_columns.text() == ReleasedText::Whole; }

    void lose(const QString &what, bool isThere)
    {
        if (isThere)
            m_losses.warn(what);
    }

    template<class T>
    void array(QStringView key, const QList<T> &items)
    {
        m_json.key(key).beginArray();
        for (const T &item : items)
            writeItem(item);
        m_json.endArray();
    }

    void writeFragments(const QList<TextRange> &fragments)
    {
        m_json.beginArray();
        for (const TextRange fragment : fragments) {
            const CodePointRange range = m_offsets.toCodePoints(fragment);
            m_json.beginArray();
            m_json.number(range.begin);
            m_json.number(range.end);
            m_json.endArray();
        }
        m_json.endArray();
    }

    void writeValues(const QJsonObject &object, const QMap<QString, ReleaseColumns::Type> &columns)
    {
        for (auto i = columns.begin(); i != columns.end(); ++i) {
            const QJsonValue value = object.value(i.key());
            m_json.key(i.key());
            if (value.isNull() || value.isUndefined())
                m_json.null();
            else if (i.value() == ReleaseColumns::Type::Json)
                m_json.string(asText(value));
            else
                m_json.value(value);
        }
    }

    void writeAttributes(const QJsonObject &attributes, const QMap<QString, ReleaseColumns::Type> &columns)
    {
        QJsonObject kept;
        for (auto i = attributes.begin(); i != attributes.end(); ++i) {
            if (m_columns.mayHold(i.key(), i.value()))
                kept.insert(i.key(), i.value());
            else
                lose(Words::tr("Attributes in free words were left out."), !i.value().isNull());
        }
        if (columns.isEmpty())
            return;
        m_json.key(u"attributes").beginObject();
        writeValues(kept, columns);
        m_json.endObject();
    }

    void writeRemarks(const QString &explanation, const QString &note)
    {
        if (isWhole()) {
            m_json.key(u"explanation").string(explanation);
            m_json.key(u"note").string(note);
        } else {
            lose(Words::tr("Explanations were left out."), !explanation.isEmpty());
            lose(Words::tr("Notes were left out."), !note.isEmpty());
        }
    }

    void writeProvenance(const Provenance &provenance)
    {
        m_json.key(u"state").string(toString(provenance.state));
        m_json.key(u"origin").beginObject();
        m_json.key(u"kind").string(toString(provenance.origin.kind));
        m_json.key(u"name").string(provenance.origin.name);
        m_json.key(u"version").string(provenance.origin.version);
        m_json.key(u"edited").boolean(provenance.origin.edited);
        m_json.endObject();
        m_json.key(u"confidence");
        provenance.confidence ? m_json.number(*provenance.confidence) : m_json.null();
    }

    void writeSpeaker(std::optional<SpeakerId> speaker)
    {
        m_json.key(u"speaker");
        speaker ? m_json.string(name(*speaker)) : m_json.null();
    }

    void writeItem(const Span &span)
    {
        m_json.beginObject();
        m_json.key(u"id").string(name(span.id));
        m_json.key(u"label").string(span.label);
        m_json.key(u"fragments");
        writeFragments(span.fragments);
        if (m_columns.text() != ReleasedText::None) {
            m_json.key(u"text").beginArray();
            for (const TextRange fragment : span.fragments)
                m_json.string(QStringView(m_article.text).mid(fragment.begin, fragment.length()));
            m_json.endArray();
        }
        writeProvenance(span.provenance);
        writeSpeaker(span.speaker);
        m_json.key(u"claimant");
        const auto claimant = span.label == claimLabel ? enclosingAttribution(span.fragments, m_index) : std::nullopt;
        claimant ? m_json.string(name(*claimant)) : m_json.null();
        writeAttributes(span.attributes, m_columns.spanAttributes());
        writeRemarks(span.provenance.explanation, span.note);
        m_json.endObject();
    }

    void writeItem(const Attribution &attribution)
    {
        m_json.beginObject();
        m_json.key(u"id").string(name(attribution.id));
        m_json.key(u"type").string(attribution.type);
        for (const QString &role : {sourceRole, cueRole, contentRole}) {
            QList<TextRange> fragments;
            for (const SpanId id : attribution.spans(role)) {
                if (const Span *span = m_index.span(id))
                    fragments += span->fragments;
            }
            m_json.key(role);
            writeFragments(canonical(fragments));
        }
        m_json.key(u"kind");
        attribution.kind ? m_json.string(toString(*attribution.kind)) : m_json.null();
        m_json.key(u"spans").beginObject();
        for (const QString &role : m_columns.roles()) {
            m_json.key(role).beginArray();
            for (const SpanId id : attribution.spans(role))
                m_json.string(name(id));
            m_json.endArray();
        }
        m_json.endObject();
        writeProvenance(attribution.provenance);
        writeSpeaker(speakerOf(attribution, m_index));
        writeAttributes(attribution.attributes, m_columns.attributionAttributes());
        writeRemarks(attribution.provenance.explanation, attribution.note);
        m_json.endObject();
    }

    void writeItem(const Speaker &speaker)
    {
        m_json.beginObject();
        m_json.key(u"id").string(name(speaker.id));
        m_json.key(u"name").string(speaker.name);
        m_json.key(u"type").string(toString(speaker.type));
        m_json.key(u"aliases").beginArray();
        for (const QString &alias : speaker.aliases)
            m_json.string(alias);
        m_json.endArray();
        m_json.key(u"wikidata").string(speaker.wikidata);
        m_json.key(u"colour").string(speaker.colour);
        m_json.endObject();
    }

    const Article &m_article;
    const Annotations &m_annotations;
    const AnnotationIndex m_index;
    const OffsetConverter m_offsets;
    const ReleaseColumns &m_columns;
    LossList &m_losses;
    JsonWriter m_json;
};

} // namespace

QByteArray releaseLine(const AnnotatedArticle &article, const ReleaseColumns &columns, LossList &losses)
{
    QByteArray line;
    line.reserve(article.article.text.size() * 2);
    LineWriter(article, columns, losses, line).write();
    return line;
}

} // namespace Quoth::Exchange
