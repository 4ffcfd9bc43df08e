// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "annotationbuilder.h"

#include <app/detection/speakers/speakers.h>

#include <algorithm>
#include <tuple>

namespace Quoth::Detection {

namespace {

const QString speakerLabel = QStringLiteral("Speaker");
const QString cueLabel = QStringLiteral("Cue");
const QString quotationLabel = QStringLiteral("Quotation");
const QString claimLabel = QStringLiteral("Claim");
const QString scareQuoteLabel = QStringLiteral("ScareQuote");

constexpr qint32 farthestAnchor = 20'000;
constexpr double unattributedConfidence = 0.4;

} // namespace

Annotation::Provenance AnnotationBuilder::provenance(double confidence, const QString &explanation) const
{
    Annotation::Provenance result;
    result.state = Annotation::State::Suggested;
    result.origin = {Annotation::OriginKind::Detector, false, m_info.name, m_info.version};
    result.confidence = confidence;
    result.explanation = explanation;
    return result;
}

SpanId AnnotationBuilder::addSpan(const QString &label, const QList<TextRange> &fragments, double confidence,
                                  const QString &explanation)
{
    const std::pair key(label, fragments.constFirst());
    if (fragments.size() == 1 && (label == speakerLabel || label == cueLabel)) {
        if (const auto made = m_made.find(key); made != m_made.end()) {
            std::optional<double> &known = m_result.spans[made->second.number() - 1].provenance.confidence;
            known = std::max(known.value_or(0), confidence);
            return made->second;
        }
    }
    Annotation::Span span;
    span.id = SpanId(m_result.spans.size() + 1);
    span.label = label;
    span.fragments = Annotation::canonical(fragments);
    span.provenance = provenance(confidence, explanation);
    m_result.spans.append(span);
    m_made.emplace(key, span.id);
    return span.id;
}

QString AnnotationBuilder::explanationOf(const Found &found) const
{
    const QString cue =
        found.cue ? m_text.mid(found.cue->begin, found.cue->length()).toString().simplified() : QString();
    QStringList parts;
    if (found.isQuoted)
        parts.append(tr("quotation marks"));
    switch (found.reason) {
    case Reason::Verb:
        parts.append(tr("reporting verb “%1”").arg(cue));
        break;
    case Reason::Participle:
        parts.append(tr("reporting participle “%1”").arg(cue));
        break;
    case Reason::Noun:
        parts.append(tr("reporting noun “%1”").arg(cue));
        break;
    case Reason::Adjective:
        parts.append(tr("words of attitude “%1”").arg(cue));
        break;
    case Reason::Preposition:
        parts.append(tr("“%1”").arg(cue));
        break;
    case Reason::Transcript:
        parts.append(tr("name and colon at the begin of the paragraph"));
        break;
    case Reason::Continuation:
        parts.append(tr("goes on from the quotation in the paragraph before"));
        break;
    }
    if (found.source && found.cue && found.reason != Reason::Transcript) {
        if (found.phrase.pronoun != noWord)
            parts.append(found.source->begin < found.cue->begin ? tr("pronoun before it") : tr("pronoun after it"));
        else if (found.phrase.name)
            parts.append(found.source->begin < found.cue->begin ? tr("name before it") : tr("name after it"));
        else
            parts.append(found.source->begin < found.cue->begin ? tr("subject before it") : tr("subject after it"));
    }
    return parts.join(QStringLiteral(" + "));
}

// Reads from the anchor on, so that a very long paragraph is not read for each of its contents.
std::optional<Annotation::Kind> AnnotationBuilder::kindOf(const Found &found) const
{
    if (found.content.constFirst().begin - found.anchor > farthestAnchor)
        return found.level > 0 ? Annotation::Kind::Direct : Annotation::Kind::Indirect;
    QList<TextRange> content = found.content;
    for (TextRange &part : content)
        part = {part.begin - found.anchor, part.end - found.anchor};
    return Annotation::kindOf(content, m_text.mid(found.anchor));
}

void AnnotationBuilder::addAttribution(const Found &found, std::optional<SpeakerId> speaker)
{
    Annotation::Attribution attribution;
    attribution.id = AttributionId(m_result.attributions.size() + 1);
    const QString explanation = explanationOf(found);
    if (found.source) {
        const SpanId source = addSpan(speakerLabel, {*found.source}, found.confidence, explanation);
        attribution.fillers.append({Annotation::sourceRole, source});
        std::optional<SpeakerId> &named = m_result.spans[source.number() - 1].speaker;
        if (!named)
            named = speaker;
    } else {
        attribution.speaker = speaker;
    }
    if (found.cue)
        attribution.fillers.append(
            {Annotation::cueRole, addSpan(cueLabel, {*found.cue}, found.confidence, explanation)});
    attribution.fillers.append(
        {Annotation::contentRole, addSpan(quotationLabel, found.content, found.confidence, explanation)});
    attribution.kind = kindOf(found);
    attribution.provenance = provenance(found.confidence, explanation);
    m_result.attributions.append(attribution);
}

// Quotations that nobody is found to say are worth a look all the same.
void AnnotationBuilder::addUnattributed(const std::vector<TextRange> &quotations)
{
    std::vector<TextRange> credited;
    for (const Annotation::Span &span : m_result.spans) {
        if (span.label == quotationLabel)
            credited.insert(credited.end(), span.fragments.begin(), span.fragments.end());
    }
    std::sort(credited.begin(), credited.end());
    qint32 reached = 0;
    size_t next = 0;
    for (const TextRange quotation : quotations) {
        while (next < credited.size() && credited[next].begin < quotation.end)
            reached = std::max(reached, credited[next++].end);
        if (reached <= quotation.begin)
            addSpan(quotationLabel, {quotation}, unattributedConfidence, tr("quotation marks, nobody named near"));
    }
}

// Sorts places rather than spans, which are large; the order is that of Annotations::sortSpans().
void AnnotationBuilder::sortSpans()
{
    struct Place
    {
        TextRange extent;
        qsizetype index;
    };
    std::vector<Place> places;
    places.reserve(size_t(m_result.spans.size()));
    for (qsizetype i = 0; i < m_result.spans.size(); ++i)
        places.push_back({m_result.spans[i].extent(), i});
    std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) {
        return std::tuple(a.extent.begin, -a.extent.end, a.index) < std::tuple(b.extent.begin, -b.extent.end, b.index);
    });
    QList<Annotation::Span> sorted;
    sorted.reserve(m_result.spans.size());
    for (const Place &place : places)
        sorted.append(std::move(m_result.spans[place.index]));
    m_result.spans = std::move(sorted);
}

Annotation::Annotations AnnotationBuilder::build(ParagraphReader &reader, const Lexicon *lexicon)
{
    Credits credits = creditSpeakers(m_text, lexicon, reader.found, reader.mentions.take());
    m_result.speakers = std::move(credits.speakers);
    for (size_t i = 0; i < reader.found.size(); ++i)
        addAttribution(reader.found[i], credits.speakerOf[i]);
    addUnattributed(reader.quotations);
    for (const FoundClaim &claim : reader.claims) {
        const SpanId id =
            addSpan(claimLabel, {claim.range}, claim.confidence, tr("states something that can be checked"));
        m_result.spans[id.number() - 1].attributes = {
            {QStringLiteral("checkworthy"), QStringLiteral("yes")},
            {QStringLiteral("claimKind"), claim.kind}};
    }
    for (const FoundScareQuote &quote : reader.scareQuotes)
        addSpan(scareQuoteLabel, {quote.range}, quote.confidence,
                tr("a word or two in quotation marks without a statement"));
    sortSpans();
    return std::move(m_result);
}

} // namespace Quoth::Detection
