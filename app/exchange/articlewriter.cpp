// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articlewriter.h"

#include "jsonwriter.h"
#include "nativeformat.h"

#include <app/annotation/nesting.h>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

QString name(SpanId id) { return u's' + QString::number(id.number()); }
QString name(AttributionId id) { return u'f' + QString::number(id.number()); }
QString name(SpeakerId id) { return u'p' + QString::number(id.number()); }

class ArticleWriter
{
public:
    ArticleWriter(const AnnotatedArticle &annotated, QByteArray &out)
        : m_article(annotated.article), m_annotations(annotated.annotations), m_index(annotated.annotations),
          m_offsets(annotated.article.text), m_json(out)
    {
    }

    void write()
    {
        m_json.beginObject();
        m_json.key(u"format").string(nativeVersion);
        m_json.key(u"id").string(m_article.externalId);
        const QJsonObject beside = m_article.meta.extra.value(recordFields).toObject();
        if (!beside.contains(u"title"))
            m_json.key(u"title").string(m_article.meta.title);
        m_json.key(u"text").string(m_article.text);
        writeMeta();
        array(u"spans", m_annotations.spans);
        array(u"attributions", m_annotations.attributions);
        m_json.key(u"claims").beginArray();
        for (const Span &span : m_annotations.spans) {
            if (span.label == claimLabel)
                writeClaim(span);
        }
        m_json.endArray();
        array(u"speakers", m_annotations.speakers);
        for (auto i = beside.begin(); i != beside.end(); ++i)
            m_json.key(i.key()).value(i.value());
        m_json.endObject();
    }

private:
    template<class T>
    void array(QStringView key, const QList<T> &items)
    {
        m_json.key(key).beginArray();
        for (const T &item : items)
            writeItem(item);
        m_json.endArray();
    }

    void stringIfAny(QStringView key, const QString &text)
    {
        if (!text.isEmpty())
            m_json.key(key).string(text);
    }

    void writeMeta()
    {
        const ArticleMeta &meta = m_article.meta;
        m_json.key(u"meta").beginObject();
        stringIfAny(u"url", meta.url);
        stringIfAny(u"outlet", meta.outlet);
        stringIfAny(u"author", meta.author);
        stringIfAny(u"published", meta.published);
        stringIfAny(u"language", meta.language);
        for (auto i = meta.extra.begin(); i != meta.extra.end(); ++i) {
            const bool written = (i.key() == u"url" && !meta.url.isEmpty()) || (i.key() == u"outlet" && !meta.outlet.isEmpty())
                || (i.key() == u"author" && !meta.author.isEmpty()) || (i.key() == u"published" && !meta.published.isEmpty())
                || (i.key() == u"language" && !meta.language.isEmpty());
            if (i.key() != recordFields && !written)
                m_json.key(i.key()).value(i.value());
        }
        m_json.endObject();
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

    void writeProvenance(const Provenance &provenance)
    {
        m_json.key(u"state").string(toString(provenance.state));
        m_json.key(u"origin").beginObject();
        m_json.key(u"kind").string(toString(provenance.origin.kind));
        stringIfAny(u"name", provenance.origin.name);
        stringIfAny(u"version", provenance.origin.version);
        if (provenance.origin.edited)
            m_json.key(u"edited").boolean(true);
        m_json.endObject();
        if (provenance.confidence)
            m_json.key(u"confidence").number(*provenance.confidence);
        stringIfAny(u"explanation", provenance.explanation);
    }

    void writeItem(const Span &span)
    {
        m_json.beginObject();
        m_json.key(u"id").string(name(span.id));
        m_json.key(u"label").string(span.label);
        m_json.key(u"fragments");
        writeFragments(span.fragments);
        m_json.key(u"text").beginArray();
        for (const TextRange fragment : span.fragments)
            m_json.string(QStringView(m_article.text).mid(fragment.begin, fragment.length()));
        m_json.endArray();
        writeProvenance(span.provenance);
        if (span.speaker)
            m_json.key(u"speaker").string(name(*span.speaker));
        m_json.key(u"attributes").value(span.attributes);
        stringIfAny(u"note", span.note);
        m_json.endObject();
    }

    void writeItem(const Attribution &attribution)
    {
        m_json.beginObject();
        m_json.key(u"id").string(name(attribution.id));
        m_json.key(u"type").string(attribution.type);
        QStringList roles = {sourceRole, cueRole, contentRole};
        for (const QString &role : std::as_const(roles)) {
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
        for (const RoleFiller &filler : attribution.fillers) {
            if (!roles.contains(filler.role))
                roles.append(filler.role);
        }
        m_json.key(u"spans").beginObject();
        for (const QString &role : std::as_const(roles)) {
            const QList<SpanId> spans = attribution.spans(role);
            m_json.key(role).beginArray();
            for (const SpanId id : spans)
                m_json.string(name(id));
            m_json.endArray();
        }
        m_json.endObject();
        writeProvenance(attribution.provenance);
        if (const std::optional<SpeakerId> speaker = speakerOf(attribution, m_index))
            m_json.key(u"speaker").string(name(*speaker));
        m_json.key(u"attributes").value(attribution.attributes);
        stringIfAny(u"note", attribution.note);
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
        m_json.key(u"wikidata");
        speaker.wikidata.isEmpty() ? m_json.null() : m_json.string(speaker.wikidata);
        stringIfAny(u"colour", speaker.colour);
        m_json.endObject();
    }

    void writeClaim(const Span &span)
    {
        m_json.beginObject();
        m_json.key(u"id").string(name(span.id));
        m_json.key(u"fragments");
        writeFragments(span.fragments);
        m_json.key(u"claimant");
        const std::optional<AttributionId> claimant = enclosingAttribution(span.fragments, m_index);
        claimant ? m_json.string(name(*claimant)) : m_json.null();
        m_json.key(u"attributes").value(span.attributes);
        m_json.endObject();
    }

    const Article &m_article;
    const Annotations &m_annotations;
    const AnnotationIndex m_index;
    const OffsetConverter m_offsets;
    JsonWriter m_json;
};

} // namespace

QByteArray nativeLine(const AnnotatedArticle &article)
{
    QByteArray line;
    line.reserve(article.article.text.size() * 2);
    ArticleWriter(article, line).write();
    return line;
}

} // namespace Quoth::Exchange
