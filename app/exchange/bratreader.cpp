// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bratreader.h"

#include "bratnames.h"
#include "filereading.h"
#include "textmapping.h"
#include "words.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

int fitting(const BratDocument &document, const TextMapping &mapping)
{
    int count = 0;
    for (const BratDocument::TextBound &bound : document.textBounds) {
        QString text;
        for (const CodePointRange &fragment : bound.fragments) {
            if (const auto range = mapping.toText(fragment))
                text += mapping.text().mid(range->begin, range->length()) + u' ';
        }
        count += text.simplified() == bound.text.simplified();
    }
    return count;
}

/// PolNeAR and its like name spans by their roles.
QString labelFromBrat(const QString &type)
{
    return type == u"Source" ? QStringLiteral("Speaker") : type == u"Content" ? QStringLiteral("Quotation") : type;
}

class BratReader
{
public:
    BratReader(const BratDocument &document, const TextMapping &mapping, const QString &path, const ImportOptions &options,
               IssueList &issues)
        : m_document(document), m_mapping(mapping), m_path(path), m_options(options), m_issues(issues)
    {
    }

    Annotations read()
    {
        for (const BratDocument::TextBound &bound : m_document.textBounds)
            readTextBound(bound);
        for (const BratDocument::Event &event : m_document.events)
            m_triggers.insert(event.id, event.trigger);
        for (const BratDocument::Event &event : m_document.events)
            readEvent(event);
        for (const BratDocument::Event &relation : m_document.relations)
            readRelation(relation);
        for (const BratDocument::Attribute &attribute : m_document.attributes)
            readAttribute(attribute);
        for (const BratDocument::Note &note : m_document.notes)
            readNote(note);
        for (const BratDocument::Note &normalisation : m_document.normalisations)
            readNormalisation(normalisation);
        for (Attribution &attribution : m_annotations.attributions) {
            if (!attribution.kind)
                attribution.kind = kindOf(contentOf(attribution), m_mapping.text());
        }
        dropTriggers();
        m_annotations.sortSpans();
        return std::move(m_annotations);
    }

private:
    void warn(const QString &message, qint64 line) { m_issues.warn(message, lineOf(m_path, line)); }

    Span *spanOf(const QString &id)
    {
        const auto found = m_spans.constFind(id);
        return found == m_spans.constEnd() ? nullptr : &m_annotations.spans[found->number() - 1];
    }

    Attribution *attributionOf(const QString &id)
    {
        const auto found = m_attributions.constFind(id);
        return found == m_attributions.constEnd() ? nullptr : &m_annotations.attributions[found->number() - 1];
    }

    QList<TextRange> contentOf(const Attribution &attribution) const
    {
        QList<TextRange> content;
        for (const SpanId id : attribution.spans(contentRole))
            content += m_annotations.spans[id.number() - 1].fragments;
        return canonical(content);
    }

    void readTextBound(const BratDocument::TextBound &bound)
    {
        Span span;
        for (const CodePointRange &fragment : bound.fragments) {
            const std::optional<TextRange> range = m_mapping.toText(fragment);
            if (!range)
                warn(Words::tr("A fragment outside the text was dropped."), bound.line);
            else if (range->isEmpty())
                warn(Words::tr("A fragment without characters was dropped."), bound.line);
            else
                span.fragments.append(*range);
        }
        span.fragments = canonical(span.fragments);
        if (span.fragments.isEmpty()) {
            warn(Words::tr("A span of which no fragment was left was dropped."), bound.line);
            return;
        }
        if (!bound.text.isEmpty() && textOf(span.fragments, m_mapping.text()).simplified() != bound.text.simplified())
            warn(Words::tr("A span's text is not what its offsets give; the offsets were believed."), bound.line);
        span.id = SpanId(m_annotations.spans.size() + 1);
        span.label = labelFromBrat(bound.type);
        span.provenance = importedProvenance(m_options);
        m_spans.insert(bound.id, span.id);
        m_annotations.spans.append(std::move(span));
    }

    void readEvent(const BratDocument::Event &event)
    {
        Attribution attribution;
        attribution.type = event.type;
        attribution.provenance = importedProvenance(m_options);
        for (const BratDocument::Argument &argument : event.arguments)
            fill(attribution, roleOf(argument.role, event), argument.target, event.line);
        const Span *trigger = spanOf(event.trigger);
        if (!trigger)
            warn(Words::tr("An event's reference to a trigger that is not there was dropped."), event.line);
        else if (repeatsAnArgument(*trigger, attribution))
            m_repeats.insert(event.trigger);
        else if (!attribution.has(trigger->id))
            attribution.fillers.append({attribution.spans(cueRole).isEmpty() ? cueRole : QStringLiteral("trigger"), trigger->id});
        add(std::move(attribution), event);
    }

    bool repeatsAnArgument(const Span &trigger, const Attribution &attribution)
    {
        return std::any_of(attribution.fillers.begin(), attribution.fillers.end(), [&](const RoleFiller &filler) {
            const Span &other = m_annotations.spans[filler.span.number() - 1];
            return other.id != trigger.id && other.fragments == trigger.fragments && trigger.label == attribution.type;
        });
    }

    /// "Source2" is one more Source if the event has a Source, too.
    static QString roleOf(const QString &role, const BratDocument::Event &event)
    {
        QStringView stem = role;
        while (!stem.isEmpty() && stem.last().isDigit())
            stem.chop(1);
        for (const BratDocument::Argument &argument : event.arguments) {
            if (argument.role == stem)
                return roleFromBrat(stem.toString());
        }
        return roleFromBrat(role);
    }

    void fill(Attribution &attribution, const QString &role, const QString &target, qint64 line)
    {
        const auto nested = m_triggers.constFind(target);
        if (nested != m_triggers.constEnd())
            warn(Words::tr("An argument that is an event was replaced by that event's trigger."), line);
        const Span *span = spanOf(nested != m_triggers.constEnd() ? *nested : target);
        if (!span)
            warn(Words::tr("A role's reference to a span that is not there was dropped."), line);
        else if (const RoleFiller filler{role, span->id}; !attribution.fillers.contains(filler))
            attribution.fillers.append(filler);
    }

    void add(Attribution attribution, const BratDocument::Event &event)
    {
        if (attribution.fillers.isEmpty()) {
            warn(Words::tr("An attribution of which no span was left was dropped."), event.line);
            return;
        }
        attribution.id = AttributionId(m_annotations.attributions.size() + 1);
        m_attributions.insert(event.id, attribution.id);
        m_annotations.attributions.append(std::move(attribution));
    }

    void readRelation(const BratDocument::Event &relation)
    {
        Attribution attribution;
        attribution.provenance = importedProvenance(m_options);
        for (const BratDocument::Argument &argument : relation.arguments) {
            const Span *span = spanOf(argument.target);
            const QString label = span ? span->label : QString();
            const QString role = label == u"Speaker" ? sourceRole : label == u"Cue" ? cueRole : label == u"Quotation" ? contentRole : QString();
            if (!role.isEmpty())
                attribution.fillers.append({role, span->id});
        }
        const bool fits = relation.type == attribution.type && attribution.fillers.size() == 2
            && attribution.fillers[0].role != attribution.fillers[1].role;
        if (fits)
            add(std::move(attribution), relation);
        else
            warn(Words::tr("A binary relation was not kept: it is no attribution."), relation.line);
    }

    void readAttribute(const BratDocument::Attribute &attribute)
    {
        Span *span = spanOf(attribute.target);
        Attribution *attribution = attributionOf(attribute.target);
        if (!span && !attribution) {
            warn(Words::tr("An attribute of something that is not there was dropped."), attribute.line);
            return;
        }
        Provenance &provenance = span ? span->provenance : attribution->provenance;
        const auto state = stateFromString(attribute.value.toLower());
        const auto kind = kindFromString(attribute.value.toLower());
        if (attribute.name == bratState && state)
            provenance.state = *state;
        else if (attribute.name == bratKind && attribution && kind)
            attribution->kind = kind;
        else
            (span ? span->attributes : attribution->attributes)
                .insert(attribute.name, attribute.value.isEmpty() ? QJsonValue(true) : QJsonValue(attribute.value));
    }

    void readNote(const BratDocument::Note &note)
    {
        Span *span = spanOf(note.target);
        Attribution *attribution = attributionOf(note.target);
        const QJsonDocument ours = note.type == bratNoteType ? QJsonDocument::fromJson(note.text.toUtf8()) : QJsonDocument();
        if (!span && !attribution) {
            warn(Words::tr("A note on something that is not there was dropped."), note.line);
        } else if (ours.isObject()) {
            readOurs(ours.object(), span, attribution);
        } else {
            QString &kept = span ? span->note : attribution->note;
            kept += (kept.isEmpty() ? QString() : QStringLiteral("\n")) + note.text;
        }
    }

    void readOurs(const QJsonObject &ours, Span *span, Attribution *attribution)
    {
        Provenance &provenance = span ? span->provenance : attribution->provenance;
        const double confidence = ours.value(u"confidence").toDouble(-1);
        if (confidence >= 0 && confidence <= 1)
            provenance.confidence = confidence;
        provenance.explanation = ours.value(u"explanation").toString();
        const QJsonObject origin = ours.value(u"origin").toObject();
        if (const auto kind = originKindFromString(origin.value(u"kind").toString()))
            provenance.origin = {*kind, origin.value(u"edited").toBool(), origin.value(u"name").toString(), origin.value(u"version").toString()};
        QJsonObject &attributes = span ? span->attributes : attribution->attributes;
        const QJsonObject further = ours.value(u"attributes").toObject();
        for (auto i = further.begin(); i != further.end(); ++i)
            attributes.insert(i.key(), i.value());
        if (ours.contains(u"note"))
            (span ? span->note : attribution->note) = ours.value(u"note").toString();
        if (const auto speaker = readSpeaker(ours.value(u"speaker").toObject()))
            (span ? span->speaker : attribution->speaker) = speaker;
        if (ours.contains(u"type") && attribution)
            attribution->type = ours.value(u"type").toString();
        if (ours.contains(u"label") && span)
            span->label = ours.value(u"label").toString();
        if (span)
            restoreFragments(*span, ours.value(u"fragments").toArray());
    }

    /// The fragments as they were before brat's line breaks cut them; not if the span has been moved since.
    void restoreFragments(Span &span, const QJsonArray &array)
    {
        QList<TextRange> fragments;
        for (const QJsonValue &pair : array) {
            const auto range = m_mapping.toText({pair.toArray().at(0).toInteger(-1), pair.toArray().at(1).toInteger(-1)});
            if (!range)
                return;
            fragments.append(*range);
        }
        if (isValid(fragments, m_mapping.text().size()) && cutAtLineBreaks(fragments, m_mapping.text()) == span.fragments)
            span.fragments = fragments;
    }

    std::optional<SpeakerId> readSpeaker(const QJsonObject &object)
    {
        Speaker speaker;
        speaker.name = object.value(u"name").toString().trimmed();
        if (speaker.name.isEmpty())
            return std::nullopt;
        const QString key = object.value(u"id").toString(speaker.name);
        if (const auto known = m_speakers.constFind(key); known != m_speakers.constEnd())
            return *known;
        speaker.id = SpeakerId(m_annotations.speakers.size() + 1);
        speaker.type = speakerTypeFromString(object.value(u"type").toString()).value_or(SpeakerType::Person);
        const QJsonArray aliases = object.value(u"aliases").toArray();
        for (const QJsonValue &alias : aliases)
            speaker.aliases.append(alias.toString());
        speaker.wikidata = object.value(u"wikidata").toString();
        if (const QString colour = object.value(u"colour").toString(); isColour(colour))
            speaker.colour = colour;
        m_speakers.insert(key, speaker.id);
        m_annotations.speakers.append(speaker);
        return speaker.id;
    }

    void readNormalisation(const BratDocument::Note &normalisation)
    {
        Span *span = spanOf(normalisation.target);
        const QString base = QStringLiteral("Wikidata:");
        if (!span || !normalisation.reference.startsWith(base, Qt::CaseInsensitive)) {
            warn(Words::tr("A normalisation was not kept: it is no reference of a span to Wikidata."), normalisation.line);
            return;
        }
        if (span->speaker)
            return;
        const QString wikidata = normalisation.reference.sliced(base.size());
        const QString name = normalisation.text.trimmed();
        span->speaker = readSpeaker({{QStringLiteral("id"), wikidata},
                                     {QStringLiteral("name"), name.isEmpty() ? textOf(span->fragments, m_mapping.text()) : name},
                                     {QStringLiteral("wikidata"), wikidata}});
    }

    void dropTriggers()
    {
        QSet<SpanId> used;
        for (const Attribution &attribution : std::as_const(m_annotations.attributions)) {
            for (const RoleFiller &filler : attribution.fillers)
                used.insert(filler.span);
        }
        QSet<SpanId> dropped;
        for (const QString &trigger : std::as_const(m_repeats)) {
            if (const Span *span = spanOf(trigger); span && !used.contains(span->id))
                dropped.insert(span->id);
        }
        m_annotations.spans.removeIf([&dropped](const Span &span) { return dropped.contains(span.id); });
    }

    const BratDocument &m_document;
    const TextMapping &m_mapping;
    const QString &m_path;
    const ImportOptions &m_options;
    IssueList &m_issues;
    Annotations m_annotations; // ids are positions until the triggers are dropped
    QHash<QString, SpanId> m_spans;
    QHash<QString, AttributionId> m_attributions;
    QHash<QString, SpeakerId> m_speakers;
    QHash<QString, QString> m_triggers; // by event
    QSet<QString> m_repeats; // triggers that repeat an argument
};

} // namespace

ImportedArticle readBrat(const QString &rawText, QStringView annotations, const QString &path, const ImportOptions &options,
                         IssueList &issues)
{
    const BratDocument document = parseBrat(annotations, path, issues);
    const QString asOne = QString(rawText).replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    const TextMapping one(asOne);
    const TextMapping two(rawText);
    const bool countedAsTwo = rawText.size() != asOne.size() && fitting(document, two) > fitting(document, one);
    if (countedAsTwo)
        issues.note(Words::tr("The offsets count CRLF as two characters and were read so."), path);
    ImportedArticle imported;
    imported.changes = two.changes();
    imported.article.article.text = two.text();
    imported.article.annotations = BratReader(document, countedAsTwo ? two : one, path, options, issues).read();
    return imported;
}

} // namespace Quoth::Exchange
