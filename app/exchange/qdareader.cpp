// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "qdareader.h"

#include "filereading.h"
#include "qdacounting.h"
#include "qdadetails.h"
#include "words.h"

#include <QJsonArray>
#include <QSet>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

/// Other projects call spans by their roles.
QString roleOf(const QString &label)
{
    const QString lower = label.toLower();
    if (lower == u"speaker" || lower == u"source")
        return sourceRole;
    if (lower == u"cue")
        return cueRole;
    return lower == u"quotation" || lower == u"quote" || lower == u"content" ? contentRole : QString();
}

/// A GUID that is given twice means the first.
void insertFirst(QHash<QString, qsizetype> &places, const QString &guid, qsizetype place)
{
    if (!places.contains(guid))
        places.insert(guid, place);
}

} // namespace

class QdaReader::SourceReader
{
public:
    SourceReader(QdaReader &reader, const QdaProject::Source &source, const TextMapping &mapping, bool utf16)
        : m_reader(reader), m_project(reader.m_project), m_source(source), m_mapping(mapping), m_utf16(utf16)
    {
    }

    Annotations read()
    {
        for (const QdaProject::Selection &selection : m_source.selections)
            readSelection(selection);
        for (Span &span : m_annotations.spans)
            span.fragments = canonical(span.fragments);
        for (const qsizetype note : m_reader.m_frames.value(m_source.guid))
            readFrame(m_project.notes[note]);
        readLinks();
        m_annotations.sortSpans();
        return std::move(m_annotations);
    }

private:
    QString place(qint64 line) const { return lineOf(m_reader.m_place, line); }

    Span *spanOf(const QString &guid)
    {
        const auto found = m_spans.constFind(guid);
        return found == m_spans.constEnd() ? nullptr : &m_annotations.spans[found->number() - 1];
    }

    void readSelection(const QdaProject::Selection &selection)
    {
        const auto range = m_utf16 ? m_mapping.fromUtf16(narrow(selection)) : m_mapping.toText(CodePointRange{selection.begin, selection.end});
        if (!range || range->isEmpty()) {
            m_reader.m_issues.warn(range ? Words::tr("A selection without characters was dropped.") : Words::tr("A selection outside the text was dropped."), place(selection.line));
            return;
        }
        const std::optional<QJsonObject> ours = fromQdaDescription(selection.description);
        if (ours && ours->contains(u"partOf")) {
            if (Span *whole = spanOf(qdaGuid(ours->value(u"partOf").toString()))) {
                whole->fragments.append(*range);
                m_spans.insert(selection.guid, whole->id);
                return;
            }
            m_reader.m_issues.warn(Words::tr("A piece of a span whose first piece is not there became a span of its own."), place(selection.line));
        }
        if (selection.codes.isEmpty())
            m_reader.m_issues.warn(Words::tr("A selection without a code was dropped."), place(selection.line));
        for (const QString &code : selection.codes) {
            const QString label = m_project.codes.value(code);
            if (label.isEmpty())
                m_reader.m_issues.warn(Words::tr("A coding whose code is not there was dropped."), place(selection.line));
            else
                addSpan(selection, label, *range, ours);
        }
    }

    static TextRange narrow(const QdaProject::Selection &selection)
    {
        const auto bounded = [](qint64 at) { return qint32(std::clamp<qint64>(at, -1, std::numeric_limits<qint32>::max())); };
        return {bounded(selection.begin), bounded(selection.end)};
    }

    void addSpan(const QdaProject::Selection &selection, const QString &label, TextRange range, const std::optional<QJsonObject> &ours)
    {
        Span span;
        span.id = SpanId(m_annotations.spans.size() + 1);
        span.label = label;
        span.fragments = {range};
        span.provenance = importedProvenance(m_reader.m_options);
        QStringList notes;
        for (const QString &guid : selection.notes + m_reader.m_linkedNotes.value(selection.guid)) {
            const auto note = m_reader.m_notes.constFind(guid);
            if (note == m_reader.m_notes.constEnd())
                m_reader.m_issues.warn(Words::tr("A note that is not there was not kept."), place(selection.line));
            else if (const QdaProject::Note &one = m_project.notes[*note]; !fromQdaDescription(one.description))
                notes.append(one.content.isEmpty() ? one.description : one.content);
        }
        span.note = notes.join(u'\n');
        const auto inCase = m_reader.m_caseOf.constFind(selection.guid);
        if (ours) {
            readDetails(*ours, span.provenance, span.attributes);
            if (ours->contains(u"note"))
                span.note = ours->value(u"note").toString();
            if (const QString exact = ours->value(u"label").toString(); !exact.isEmpty())
                span.label = exact;
            span.speaker = speaker(ours->value(u"speaker"), selection.line);
        } else {
            if (!selection.description.isEmpty())
                span.note = selection.description + (span.note.isEmpty() ? QString() : QStringLiteral("\n")) + span.note;
            if (span.provenance.origin.name.isEmpty())
                span.provenance.origin.name = m_project.users.value(selection.user);
            if (inCase != m_reader.m_caseOf.constEnd() && roleOf(label) == sourceRole)
                span.speaker = speaker(m_project.cases[*inCase].guid, selection.line);
            else
                m_reader.m_droppedCases += inCase != m_reader.m_caseOf.constEnd();
        }
        if (!m_spans.contains(selection.guid))
            m_spans.insert(selection.guid, span.id);
        m_annotations.spans.append(std::move(span));
    }

    std::optional<SpeakerId> speaker(const QJsonValue &reference, qint64 line)
    {
        const QString guid = qdaGuid(reference.toString());
        if (guid.isEmpty())
            return std::nullopt;
        if (const auto known = m_speakers.constFind(guid); known != m_speakers.constEnd())
            return *known;
        const auto found = m_reader.m_cases.constFind(guid);
        const QdaProject::Case *one = found == m_reader.m_cases.constEnd() ? nullptr : &m_project.cases[*found];
        Speaker speaker;
        speaker.name = one ? one->name.simplified() : QString();
        if (const auto ours = one ? fromQdaDescription(one->description) : std::nullopt)
            readDetails(*ours, speaker);
        if (speaker.name.isEmpty()) {
            m_reader.m_issues.warn(Words::tr("A speaker that is not there was not kept."), place(line));
            return std::nullopt;
        }
        speaker.id = SpeakerId(m_annotations.speakers.size() + 1);
        m_speakers.insert(guid, speaker.id);
        m_annotations.speakers.append(speaker);
        return speaker.id;
    }

    void readFrame(const QdaProject::Note &note)
    {
        const QJsonObject ours = fromQdaDescription(note.description).value_or(QJsonObject());
        const QJsonObject frame = ours.value(u"frame").toObject();
        Attribution attribution;
        attribution.provenance = importedProvenance(m_reader.m_options);
        readDetails(ours, attribution.provenance, attribution.attributes);
        if (const QString type = frame.value(u"type").toString(); !type.isEmpty())
            attribution.type = type;
        attribution.kind = kindFromString(frame.value(u"kind").toString());
        attribution.note = ours.value(u"note").toString();
        const QJsonArray fillers = frame.value(u"fillers").toArray();
        for (const QJsonValue &value : fillers) {
            const QString role = value.toArray().at(0).toString();
            const Span *span = spanOf(qdaGuid(value.toArray().at(1).toString()));
            if (!span || role.isEmpty())
                m_reader.m_issues.warn(Words::tr("A role's reference to a span that is not there was dropped."), place(m_source.line));
            else if (const RoleFiller filler{role, span->id}; !attribution.fillers.contains(filler))
                attribution.fillers.append(filler);
        }
        attribution.speaker = speaker(ours.value(u"speaker"), m_source.line);
        add(std::move(attribution));
    }

    void add(Attribution attribution)
    {
        if (attribution.fillers.isEmpty()) {
            m_reader.m_issues.warn(Words::tr("An attribution of which no span was left was dropped."), place(m_source.line));
            return;
        }
        attribution.id = AttributionId(m_annotations.attributions.size() + 1);
        m_annotations.attributions.append(std::move(attribution));
    }

    /// The links of other programs: those that share a content are one attribution.
    void readLinks()
    {
        QSet<qsizetype> seen;
        QHash<SpanId, qsizetype> ofContent;
        const qsizetype before = m_annotations.attributions.size();
        for (const QdaProject::Selection &selection : m_source.selections) {
            for (const qsizetype number : m_reader.m_links.value(selection.guid)) {
                if (!seen.contains(number)) {
                    seen.insert(number);
                    readLink(m_project.links[number], ofContent);
                }
            }
        }
        for (qsizetype i = before; i < m_annotations.attributions.size(); ++i) {
            Attribution &attribution = m_annotations.attributions[i];
            QList<TextRange> content;
            for (const SpanId id : attribution.spans(contentRole))
                content += m_annotations.spans[id.number() - 1].fragments;
            attribution.kind = kindOf(canonical(content), m_mapping.text());
        }
    }

    void readLink(const QdaProject::Link &link, QHash<SpanId, qsizetype> &ofContent)
    {
        const Span *ends[] = {spanOf(link.origin), spanOf(link.target)};
        if (ends[0] && ends[0] == ends[1])
            return;
        QList<RoleFiller> fillers;
        for (const Span *span : ends) {
            if (span && !roleOf(span->label).isEmpty())
                fillers.append({roleOf(span->label), span->id});
        }
        if (fillers.size() != 2 || fillers[0].role == fillers[1].role) {
            ++m_reader.m_droppedLinks;
            return;
        }
        const auto content = std::find_if(fillers.begin(), fillers.end(), [](const RoleFiller &filler) { return filler.role == contentRole; });
        if (content == fillers.end() || !ofContent.contains(content->span)) {
            Attribution attribution;
            attribution.provenance = importedProvenance(m_reader.m_options);
            attribution.fillers = fillers;
            if (content != fillers.end())
                ofContent.insert(content->span, m_annotations.attributions.size());
            add(std::move(attribution));
            return;
        }
        Attribution &attribution = m_annotations.attributions[ofContent.value(content->span)];
        for (const RoleFiller &filler : std::as_const(fillers)) {
            if (!attribution.fillers.contains(filler))
                attribution.fillers.append(filler);
        }
    }

    QdaReader &m_reader;
    const QdaProject &m_project;
    const QdaProject::Source &m_source;
    const TextMapping &m_mapping;
    const bool m_utf16;
    Annotations m_annotations; // ids are positions until the spans are sorted
    QHash<QString, SpanId> m_spans; // by selection
    QHash<QString, SpeakerId> m_speakers; // by case
};

QdaReader::QdaReader(const QdaProject &project, const QString &place, const ImportOptions &options, IssueList &issues)
    : m_project(project), m_place(place), m_options(options), m_issues(issues)
{
    for (qsizetype i = 0; i < project.notes.size(); ++i) {
        const QdaProject::Note &note = project.notes[i];
        insertFirst(m_notes, note.guid, i);
        if (const auto ours = fromQdaDescription(note.description); ours && ours->contains(u"frame"))
            m_frames[qdaGuid(ours->value(u"frame").toObject().value(u"source").toString())].append(i);
    }
    for (qsizetype i = 0; i < project.cases.size(); ++i) {
        insertFirst(m_cases, project.cases[i].guid, i);
        for (const QString &selection : project.cases[i].selections)
            insertFirst(m_caseOf, selection, i);
    }
    for (qsizetype i = 0; i < project.links.size(); ++i) {
        const QdaProject::Link &link = project.links[i];
        // NVivo links notes to selections.
        if (m_notes.contains(link.origin)) {
            m_linkedNotes[link.target].append(link.origin);
            continue;
        }
        const bool ours = std::any_of(link.notes.begin(), link.notes.end(), [&](const QString &guid) {
            const auto note = m_notes.constFind(guid);
            return note != m_notes.constEnd() && fromQdaDescription(project.notes[*note].description);
        });
        if (!ours) {
            m_links[link.origin].append(i);
            m_links[link.target].append(i);
        }
    }
}

ImportedArticle QdaReader::read(const QdaProject::Source &source, const QString &rawText)
{
    ImportedArticle imported;
    Article &article = imported.article.article;
    const QdaCounting counting = bestCounting(source, rawText, m_project.origin.contains(u"ATLAS", Qt::CaseInsensitive));
    const TextMapping mapping(counting.text);
    if (counting.unusual)
        m_issues.note(Words::tr("The positions of a source fit its text only if they are counted in an unusual way, and were read so."), lineOf(m_place, source.line));
    imported.changes = TextMapping(rawText).changes();
    article.text = mapping.text();
    article.externalId = source.name;
    for (const auto &[variable, value] : source.values) {
        const QString name = m_project.variables.value(variable);
        const std::pair<const char16_t *, QString &> known[] = {{u"article", article.externalId},       {u"title", article.meta.title},   {u"url", article.meta.url},
                                                                {u"outlet", article.meta.outlet},       {u"author", article.meta.author}, {u"published", article.meta.published},
                                                                {u"language", article.meta.language}};
        const auto field = std::find_if(std::begin(known), std::end(known), [&name](const auto &one) { return name.compare(QStringView(one.first), Qt::CaseInsensitive) == 0; });
        if (field != std::end(known))
            field->second = value;
        else if (!name.isEmpty())
            article.meta.extra.insert(name, value);
    }
    if (const auto ours = fromQdaDescription(source.description))
        readDetails(*ours, article);
    else if (!source.description.isEmpty())
        article.meta.extra.insert(QStringLiteral("description"), source.description);
    if (article.meta.title.isEmpty() && m_project.origin != u"Quoth")
        article.meta.title = source.name;
    m_issues.warn(Words::tr("Codes of a whole source were not kept."), lineOf(m_place, source.line), source.codings);
    imported.article.annotations = SourceReader(*this, source, mapping, counting.utf16).read();
    return imported;
}

void QdaReader::finish()
{
    m_issues.warn(Words::tr("Links were not kept: they join no parts of an attribution."), m_place, m_droppedLinks);
    m_issues.warn(Words::tr("Selections of cases were not kept: their label names no speaker."), m_place, m_droppedCases);
    m_issues.warn(Words::tr("Sources that have no text (pictures, sound, films, pages) were not read."), m_place, m_project.otherSources);
}

} // namespace Quoth::Exchange
