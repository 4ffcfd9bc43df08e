// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablerows.h"

#include "jsonwriter.h"
#include "nativeformat.h"
#include "words.h"

#include <app/annotation/nesting.h>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

class RowMaker
{
public:
    explicit RowMaker(LossList &losses) : m_losses(losses) { }

    QList<QStringList> make(const AnnotatedArticle &selected)
    {
        const Annotations &annotations = selected.annotations;
        const AnnotationIndex index(annotations);
        const Place place{selected.article, index, OffsetConverter(selected.article.text)};
        for (const Attribution &attribution : annotations.attributions)
            addAttribution(attribution, place);
        for (const Span &span : annotations.spans) {
            if (span.label == claimLabel || index.attributionsOf(span.id).isEmpty())
                addSpan(span, place);
        }
        m_losses.warn(Words::tr("Articles without annotations have no row."), m_rows.isEmpty());
        return std::move(m_rows);
    }

private:
    struct Place
    {
        const Article &article;
        const AnnotationIndex &index;
        OffsetConverter offsets;
    };
    struct Filled
    {
        QString text;
        QString offsets;
    };

    void cell(const QString &text) { m_rows.last().append(text); }

    Filled filled(const QList<TextRange> &fragments, const Place &place)
    {
        if (fragments.isEmpty())
            return {};
        m_losses.note(Words::tr("Texts in several pieces were joined by \" … \"; the offsets keep the pieces."), fragments.size() > 1);
        QByteArray offsets;
        JsonWriter json(offsets);
        json.beginArray();
        for (const TextRange fragment : fragments) {
            const CodePointRange range = place.offsets.toCodePoints(fragment);
            json.beginArray();
            json.number(range.begin);
            json.number(range.end);
            json.endArray();
        }
        json.endArray();
        return {textOf(fragments, place.article.text, u" … "), QString::fromLatin1(offsets)};
    }

    static QList<TextRange> fragmentsOf(const Attribution &attribution, const QString &role, const AnnotationIndex &index)
    {
        QList<TextRange> fragments;
        for (const SpanId id : attribution.spans(role)) {
            if (const Span *span = index.span(id))
                fragments += span->fragments;
        }
        return canonical(fragments);
    }

    void addArticle(const Article &article)
    {
        m_rows.append(QStringList());
        cell(article.externalId);
        cell(article.meta.title);
        cell(article.meta.outlet);
        cell(article.meta.published);
    }

    void addSpeaker(std::optional<SpeakerId> id, const AnnotationIndex &index)
    {
        const Speaker *speaker = id ? index.speaker(*id) : nullptr;
        cell(speaker ? speaker->name : QString());
        cell(speaker ? toString(speaker->type) : QString());
        cell(speaker ? speaker->wikidata : QString());
    }

    void addWithin(std::optional<AttributionId> id) { cell(id ? u'f' + QString::number(id->number()) : QString()); }

    static QString noteOf(const Span &span, const Place &) { return span.note; }

    /// The parts of an attribution have no row of their own: their notes come with it.
    static QString noteOf(const Attribution &attribution, const Place &place)
    {
        QStringList notes(attribution.note);
        for (const RoleFiller &filler : attribution.fillers) {
            const Span *span = place.index.span(filler.span);
            if (span && !span->note.isEmpty())
                notes.append(QStringLiteral("%1: %2").arg(filler.role, span->note));
        }
        notes.removeAll(QString());
        return notes.join(u'\n');
    }

    template<class T>
    void addDetails(const T &item, std::optional<Kind> kind, TextRange extent, const Place &place)
    {
        const Provenance &provenance = item.provenance;
        cell(kind ? toString(*kind) : QString());
        cell(toString(provenance.state));
        cell(provenance.confidence ? QString::number(*provenance.confidence) : QString());
        cell(QStringList{toString(provenance.origin.kind), provenance.origin.name, provenance.origin.version, provenance.origin.edited ? QStringLiteral("edited") : QString()}
                 .join(u' ')
                 .simplified());
        cell(provenance.explanation);
        cell(noteOf(item, place));
        QByteArray attributes;
        if (!item.attributes.isEmpty())
            JsonWriter(attributes).value(item.attributes);
        cell(QString::fromUtf8(attributes));
        const CodePointRange range = place.offsets.toCodePoints(extent);
        cell(QString::number(range.begin));
        cell(QString::number(range.end));
    }

    void addAttribution(const Attribution &attribution, const Place &place)
    {
        addArticle(place.article);
        cell(attribution.type.toLower());
        cell(u'f' + QString::number(attribution.id.number()));
        addWithin(parentOf(attribution, place.index));
        addSpeaker(speakerOf(attribution, place.index), place.index);
        const Filled source = filled(fragmentsOf(attribution, sourceRole, place.index), place);
        const Filled cue = filled(fragmentsOf(attribution, cueRole, place.index), place);
        const Filled content = filled(fragmentsOf(attribution, contentRole, place.index), place);
        for (const RoleFiller &filler : attribution.fillers)
            m_losses.warn(Words::tr("Role fillers of roles other than source, cue and content have no column."),
                            filler.role != sourceRole && filler.role != cueRole && filler.role != contentRole);
        cell(source.text);
        cell(cue.text);
        cell(content.text);
        addDetails(attribution, attribution.kind, place.index.extent(attribution), place);
        cell(source.offsets);
        cell(cue.offsets);
        cell(content.offsets);
    }

    void addSpan(const Span &span, const Place &place)
    {
        const std::optional<AttributionId> within = enclosingAttribution(span.fragments, place.index);
        const Attribution *claimant = within ? place.index.attribution(*within) : nullptr;
        addArticle(place.article);
        cell(span.label == u"ScareQuote" ? QStringLiteral("scare quote") : span.label.toLower());
        cell(u's' + QString::number(span.id.number()));
        addWithin(within);
        addSpeaker(span.speaker ? span.speaker : claimant ? speakerOf(*claimant, place.index) : std::nullopt, place.index);
        const Filled content = filled(span.fragments, place);
        cell(QString());
        cell(QString());
        cell(content.text);
        addDetails(span, std::nullopt, span.extent(), place);
        cell(QString());
        cell(QString());
        cell(content.offsets);
    }

    LossList &m_losses;
    QList<QStringList> m_rows;
};

} // namespace

const QStringList &annotationColumns()
{
    static const QStringList columns = QStringLiteral("article,title,outlet,published,type,id,within,speaker,speaker_type,speaker_wikidata,source,cue,content,"
                                                      "kind,state,confidence,origin,explanation,note,attributes,begin,end,source_offsets,cue_offsets,content_offsets")
                                           .split(u',');
    return columns;
}

QList<QStringList> annotationRows(const AnnotatedArticle &article, LossList &losses) { return RowMaker(losses).make(article); }

bool isAnnotationTable(const QStringList &header)
{
    return header.contains(u"within") && header.contains(u"source_offsets") && header.contains(u"content_offsets");
}

} // namespace Quoth::Exchange
