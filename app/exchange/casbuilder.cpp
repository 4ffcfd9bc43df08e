// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casbuilder.h"

#include "castokens.h"
#include "jsonwriter.h"
#include "words.h"

#include <app/annotation/annotationindex.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

const QStringList commonFeatures{
    QStringLiteral("state"),       QStringLiteral("confidence"),      QStringLiteral("explanation"), QStringLiteral("origin"),
    QStringLiteral("annotator"),   QStringLiteral("originVersion"),   QStringLiteral("edited"),      QStringLiteral("speaker"),
    QStringLiteral("speakerType"), QStringLiteral("speakerWikidata"), QStringLiteral("speakerMore"), QStringLiteral("note"),
    QStringLiteral("attributes")};

/// Features of both layers, and what other programs' layers call a label: an attribute of such a name would be read as that.
const QSet<QString> &takenNames()
{
    static const QSet<QString> names = QSet<QString>(commonFeatures.begin(), commonFeatures.end())
        + QSet<QString>{QStringLiteral("label"),
                        QStringLiteral("value"),
                        QStringLiteral("frame"),
                        QStringLiteral("kind"),
                        QStringLiteral("exact"),
                        Cas::pieces,
                        Cas::roles,
                        Cas::role,
                        Cas::target,
                        Cas::governor,
                        Cas::dependent,
                        QStringLiteral("sofa"),
                        QStringLiteral("begin"),
                        QStringLiteral("end"),
                        QStringLiteral("id"),
                        QStringLiteral("type"),
                        QStringLiteral("self"),
                        QStringLiteral("next"),
                        QStringLiteral("first")};
    return names;
}

QString jsonText(const QJsonValue &value)
{
    QByteArray bytes;
    JsonWriter(bytes).value(value);
    return QString::fromUtf8(bytes);
}

CasType withStrings(const QString &name, const QString &parent, const QStringList &features)
{
    CasType type{name, parent, {}};
    for (const QString &feature : features)
        type.features.append({feature, Cas::string});
    return type;
}

CasType linkType(const QString &name) { return {name, Cas::top, {{Cas::role, Cas::string}, {Cas::target, Cas::span}}}; }

class Builder
{
public:
    Builder(const AnnotatedArticle &annotated, const Schema &schema, LossList &losses)
        : m_annotated(annotated), m_schema(schema), m_losses(losses), m_index(annotated.annotations)
    {
    }

    CasDocument build()
    {
        m_document.text = m_annotated.article.text;
        addMeta();
        for (const TextRange line : linesWithin(m_document.text))
            add(Cas::sentence, line);
        for (const TextRange token : tokensOf(m_document.text))
            add(Cas::token, token);
        for (const Span &span : m_annotated.annotations.spans)
            addSpan(span);
        for (const Attribution &attribution : m_annotated.annotations.attributions)
            addFrame(attribution);
        addTypes();
        return std::move(m_document);
    }

private:
    CasStructure &add(const QString &type, std::optional<TextRange> range)
    {
        // 1 is the Sofa.
        m_document.structures.append({m_document.structures.size() + 2, type, range});
        return m_document.structures.last();
    }

    static void set(CasStructure &structure, const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            structure.values.insert(name, value);
    }

    void addMeta()
    {
        const Article &article = m_annotated.article;
        const TextRange whole{0, qint32(article.text.size())};
        CasStructure &meta = add(Cas::metaData, whole);
        set(meta, QStringLiteral("documentTitle"), article.meta.title);
        set(meta, QStringLiteral("documentId"), article.externalId);
        set(meta, QStringLiteral("documentUri"), article.meta.url);
        set(meta, QStringLiteral("language"), article.meta.language);
        const auto field = [&](const QString &key, const QString &value) {
            if (value.isEmpty())
                return;
            CasStructure &structure = add(Cas::metaField, whole);
            set(structure, QStringLiteral("key"), key);
            set(structure, QStringLiteral("value"), value);
        };
        field(QStringLiteral("outlet"), article.meta.outlet);
        field(QStringLiteral("author"), article.meta.author);
        field(QStringLiteral("published"), article.meta.published);
        if (!article.meta.extra.isEmpty())
            field(QStringLiteral("extra"), jsonText(article.meta.extra));
    }

    void addSpan(const Span &span)
    {
        CasStructure &first = add(Cas::span, span.fragments.constFirst());
        const qsizetype at = m_document.structures.size() - 1;
        m_spans.insert(span.id, first.id);
        set(first, QStringLiteral("label"), span.label);
        decorate(first, span, m_spanAttributes);
        QList<qint64> links;
        for (qsizetype i = 1; i < span.fragments.size(); ++i) {
            CasStructure &piece = add(Cas::span, span.fragments[i]);
            set(piece, QStringLiteral("label"), span.label);
            links.append(addLink(Cas::piecesLink, QStringLiteral("piece"), piece.id));
        }
        if (!links.isEmpty())
            m_document.structures[at].references.insert(Cas::pieces, links);
    }

    qint64 addLink(const QString &type, const QString &role, qint64 target)
    {
        CasStructure &link = add(type, std::nullopt);
        set(link, Cas::role, role);
        link.references.insert(Cas::target, {target});
        return link.id;
    }

    void addFrame(const Attribution &attribution)
    {
        const Span *host = nullptr;
        QList<qint64> links;
        for (const RoleFiller &filler : attribution.fillers) {
            const Span *span = m_index.span(filler.span);
            if (!span)
                continue;
            if (!host || (filler.role == cueRole && attribution.spans(cueRole).constFirst() == filler.span))
                host = span;
            links.append(addLink(Cas::rolesLink, filler.role, m_spans.value(filler.span)));
        }
        if (!host)
            return;
        CasStructure &frame = add(Cas::frame, host->fragments.constFirst());
        frame.references.insert(Cas::roles, links);
        set(frame, QStringLiteral("frame"), attribution.type);
        if (attribution.kind)
            set(frame, QStringLiteral("kind"), toString(*attribution.kind));
        decorate(frame, attribution, m_frameAttributes);
    }

    template<class Item>
    void decorate(CasStructure &structure, const Item &item, QSet<QString> &attributeNames)
    {
        const Provenance &provenance = item.provenance;
        set(structure, QStringLiteral("state"), toString(provenance.state));
        if (provenance.confidence)
            set(structure, QStringLiteral("confidence"),
                QString::number(*provenance.confidence, 'g', QLocale::FloatingPointShortest));
        set(structure, QStringLiteral("explanation"), provenance.explanation);
        set(structure, QStringLiteral("origin"), toString(provenance.origin.kind));
        set(structure, QStringLiteral("annotator"), provenance.origin.name);
        set(structure, QStringLiteral("originVersion"), provenance.origin.version);
        if (provenance.origin.edited)
            set(structure, QStringLiteral("edited"), QStringLiteral("true"));
        set(structure, QStringLiteral("note"), item.note);
        if (const Speaker *speaker = item.speaker ? m_index.speaker(*item.speaker) : nullptr)
            setSpeaker(structure, *speaker);
        QJsonObject rest;
        for (auto i = item.attributes.begin(); i != item.attributes.end(); ++i) {
            if (isFeatureName(i.key()) && i.value().isString() && !i.value().toString().isEmpty()) {
                attributeNames.insert(i.key());
                set(structure, i.key(), i.value().toString());
            } else {
                rest.insert(i.key(), i.value());
            }
        }
        if (!rest.isEmpty())
            set(structure, QStringLiteral("attributes"), jsonText(rest));
        m_losses.note(
            Words::tr(
                "Attributes that are no texts, or are named as no feature may be, went as JSON into the feature \"attributes\"."),
            int(rest.size()));
    }

    void setSpeaker(CasStructure &structure, const Speaker &speaker)
    {
        set(structure, QStringLiteral("speaker"), speaker.name);
        set(structure, QStringLiteral("speakerType"), toString(speaker.type));
        set(structure, QStringLiteral("speakerWikidata"), speaker.wikidata);
        QJsonObject more;
        if (!speaker.aliases.isEmpty())
            more.insert(QStringLiteral("aliases"), QJsonArray::fromStringList(speaker.aliases));
        if (!speaker.colour.isEmpty())
            more.insert(QStringLiteral("colour"), speaker.colour);
        // Only one that shares its name needs an id to be told from the other.
        for (const Speaker &other : m_annotated.annotations.speakers) {
            if (other.id != speaker.id && other.name == speaker.name)
                more.insert(QStringLiteral("id"), u'p' + QString::number(speaker.id.number()));
        }
        if (!more.isEmpty())
            set(structure, QStringLiteral("speakerMore"), jsonText(more));
    }

    void addTypes()
    {
        for (const Label &label : m_schema.labels) {
            for (const AttributeType &attribute : label.attributes) {
                if (isFeatureName(attribute.name))
                    m_spanAttributes.insert(attribute.name);
            }
        }
        const auto sorted = [](const QSet<QString> &names) {
            QStringList list = names.values();
            list.sort();
            return list;
        };
        CasType span = withStrings(Cas::span, Cas::annotation,
                                   QStringList(QStringLiteral("label")) + sorted(m_spanAttributes) + commonFeatures);
        span.features.append({Cas::pieces, Cas::array, Cas::piecesLink});
        CasType frame = withStrings(Cas::frame, Cas::annotation,
                                    QStringList{QStringLiteral("frame"), QStringLiteral("kind")} + sorted(m_frameAttributes)
                                        + commonFeatures);
        frame.features.append({Cas::roles, Cas::array, Cas::rolesLink});
        m_document.types
            = {withStrings(Cas::metaData, Cas::documentAnnotation,
                           {QStringLiteral("documentTitle"), QStringLiteral("documentId"), QStringLiteral("documentUri")}),
               withStrings(Cas::metaField, Cas::annotation, {QStringLiteral("key"), QStringLiteral("value")}),
               withStrings(Cas::sentence, Cas::annotation, {QStringLiteral("id")}),
               withStrings(Cas::token, Cas::annotation, {QStringLiteral("id")}),
               span,
               frame,
               linkType(Cas::piecesLink),
               linkType(Cas::rolesLink)};
    }

    const AnnotatedArticle &m_annotated;
    const Schema &m_schema;
    LossList &m_losses;
    const AnnotationIndex m_index;
    CasDocument m_document;
    QHash<SpanId, qint64> m_spans;
    QSet<QString> m_spanAttributes;
    QSet<QString> m_frameAttributes;
};

} // namespace

bool isFeatureName(const QString &name)
{
    const auto isLetter = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); };
    if (name.isEmpty() || !isLetter(name[0]) || name.startsWith(u"ROLE_") || name.startsWith(u"BT_")
        || name.startsWith(u"xml", Qt::CaseInsensitive) || takenNames().contains(name))
        return false;
    return std::all_of(name.begin(), name.end(), [&](QChar c) { return isLetter(c) || c == u'_' || (c >= u'0' && c <= u'9'); });
}

CasDocument casOf(const AnnotatedArticle &annotated, const Schema &schema, LossList &losses)
{
    return Builder(annotated, schema, losses).build();
}

} // namespace Quoth::Exchange
