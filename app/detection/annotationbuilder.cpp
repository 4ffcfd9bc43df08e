// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "annotationbuilder.h"

#include <app/detection/speakers/speakers.h>

#include <algorithm>
#include <bit>

namespace Quoth::Detection {

namespace {

constexpr qint32 farthestAnchor = 20'000;
constexpr double unattributedConfidence = 0.4;
constexpr double worthMentioning = 0.02;
constexpr quint64 nothing = ~quint64(0);

} // namespace

void AnnotationBuilder::provide(Annotation::Provenance &provenance, double confidence, int explanation) const
{
    provenance.state = Annotation::State::Suggested;
    provenance.origin.kind = Annotation::OriginKind::Detector;
    provenance.origin.name = m_info.name;
    provenance.origin.version = m_info.version;
    provenance.confidence = confidence;
    provenance.explanation = m_explanations[size_t(explanation)];
}

SpanId AnnotationBuilder::addDraft(Draft draft)
{
    draft.extent = draft.first;
    if (draft.rest)
        draft.extent = {std::min(draft.extent.begin, draft.rest->begin), std::max(draft.extent.end, draft.rest->end)};
    if (draft.fragments) {
        for (const TextRange part : *draft.fragments)
            draft.extent = {std::min(draft.extent.begin, part.begin), std::max(draft.extent.end, part.end)};
    }
    m_drafts.push_back(draft);
    return SpanId(qint64(m_drafts.size()));
}

// Several attributions may share a source or a cue: it is made once.
SpanId AnnotationBuilder::addShared(Label label, TextRange range, std::optional<TextRange> rest, double confidence,
                                    int explanation)
{
    const quint64 key = (quint64(quint32(range.begin)) << 32 | quint32(range.end)) << 1 | (label == Label::Cue);
    const size_t mask = m_shared.size() - 1;
    size_t at = size_t((key * 0x9E3779B97F4A7C15) >> 20) & mask;
    while (m_shared[at].first != nothing && m_shared[at].first != key)
        at = (at + 1) & mask;
    auto &[there, index] = m_shared[at];
    if (there == key) {
        double &known = m_drafts[size_t(index)].confidence;
        known = std::max(known, confidence);
        return SpanId(index + 1);
    }
    there = key;
    index = int(m_drafts.size());
    return addDraft({label, range, rest, {}, nullptr, nullptr, confidence, explanation, std::nullopt});
}

int AnnotationBuilder::addExplanation(const QString &text)
{
    m_explanations.push_back(text);
    return int(m_explanations.size() - 1);
}

// The same few explanations serve most of an article's suggestions.
int AnnotationBuilder::explanationOf(const Found &found)
{
    if (found.cueRest)
        return addExplanation(explain(found));
    int circumstances = int(found.reason) << 1 | int(found.isQuoted);
    if (found.source && found.cue)
        circumstances |= (found.phrase.pronoun != noWord ? 1
                              : found.phrase.name        ? 2
                                                         : 3)
                << 8
            | int(found.source->begin < found.cue->begin) << 10;
    const QStringView cue = found.cue ? m_text.mid(found.cue->begin, found.cue->length()) : QStringView();
    if (found.otherSource && found.otherSourceProbability >= worthMentioning) {
        return addExplanation(tr("%1; second guess for the source: “%2” (%3 %)")
                                  .arg(explain(found), m_text.mid(found.otherSource->begin, found.otherSource->length()).toString().simplified())
                                  .arg(qRound(100 * found.otherSourceProbability)));
    }
    const std::pair key(cue, circumstances);
    if (const auto known = m_explained.constFind(key); known != m_explained.constEnd())
        return *known;
    return *m_explained.insert(key, addExplanation(explain(found)));
}

// What is translated, once for each article: %1 stands for the cue.
QString AnnotationBuilder::wording(int which) const
{
    switch (which) {
    case int(Reason::Verb): return tr("reporting verb “%1”");
    case int(Reason::Participle): return tr("reporting participle “%1”");
    case int(Reason::Noun): return tr("reporting noun “%1”");
    case int(Reason::Adjective): return tr("words of attitude “%1”");
    case int(Reason::Preposition): return tr("“%1”");
    case int(Reason::Transcript): return tr("name and colon at the begin of the paragraph");
    case int(Reason::Continuation): return tr("goes on from the quotation in the paragraph before");
    case int(Reason::Structure): return tr("capital letters and marks beside it");
    case int(Reason::Mood): return tr("mood of reported speech, goes on from the sentence before");
    case int(Reason::Sentence): return tr("the sentence reports as a whole");
    case pronounBefore: return tr("pronoun before it");
    case pronounBefore + 1: return tr("pronoun after it");
    case pronounBefore + 2: return tr("name before it");
    case pronounBefore + 3: return tr("name after it");
    case pronounBefore + 4: return tr("subject before it");
    case pronounBefore + 5: return tr("subject after it");
    default: return tr("quotation marks");
    }
}

void AnnotationBuilder::addWording(QString &text, int which, QStringView cue)
{
    QString &words = m_wordings[size_t(which)];
    if (words.isNull())
        words = wording(which);
    if (!text.isEmpty())
        text += QStringLiteral(" + ");
    const qsizetype place = words.indexOf(QStringLiteral("%1"));
    if (place < 0)
        text += words;
    else
        text.append(QStringView(words).left(place)).append(cue).append(QStringView(words).mid(place + 2));
}

QString AnnotationBuilder::explain(const Found &found)
{
    const auto wordsOf = [this](TextRange range) { return m_text.mid(range.begin, range.length()).toString().simplified(); };
    QString cue = found.cue ? wordsOf(*found.cue) : QString();
    if (found.cueRest)
        cue += QStringLiteral(" \u2026 ") + wordsOf(*found.cueRest);
    QString text;
    text.reserve(80);
    if (found.isQuoted)
        addWording(text, quotationMarks, cue);
    addWording(text, int(found.reason), cue);
    if (found.source && found.cue && found.reason != Reason::Transcript) {
        const int what = found.phrase.pronoun != noWord ? 0 : found.phrase.name ? 2 : 4;
        addWording(text, pronounBefore + what + (found.source->begin < found.cue->begin ? 0 : 1), cue);
    }
    return text;
}

// Reads from the anchor on, so that a very long paragraph is not read for each of its contents.
std::optional<Annotation::Kind> AnnotationBuilder::kindOf(const Found &found) const
{
    if (found.content.constFirst().begin - found.anchor > farthestAnchor)
        return found.level > 0 ? Annotation::Kind::Direct : Annotation::Kind::Indirect;
    QVarLengthArray<TextRange, 8> content;
    for (const TextRange part : found.content)
        content.append({part.begin - found.anchor, part.end - found.anchor});
    return Annotation::kindOf(content, m_text.mid(found.anchor));
}

void AnnotationBuilder::addAttribution(const Found &found, std::optional<SpeakerId> speaker)
{
    const int explanation = explanationOf(found);
    Annotation::Attribution &attribution = m_result.attributions.emplaceBack();
    attribution.id = AttributionId(m_result.attributions.size());
    attribution.fillers.reserve(3);
    if (found.source) {
        const SpanId source = addShared(Label::Speaker, *found.source, std::nullopt, found.confidence, explanation);
        attribution.fillers.append({Annotation::sourceRole, source});
        std::optional<SpeakerId> &named = m_drafts[size_t(source.number() - 1)].speaker;
        if (!named)
            named = speaker;
    } else {
        attribution.speaker = speaker;
    }
    if (found.cue)
        attribution.fillers.append({Annotation::cueRole, addShared(Label::Cue, *found.cue, found.cueRest, found.confidence, explanation)});
    const SpanId content = addDraft(
        {Label::Quotation, found.content.constFirst(), {}, {}, &found.content, nullptr, found.confidence, explanation, std::nullopt});
    attribution.fillers.append({Annotation::contentRole, content});
    attribution.kind = kindOf(found);
    provide(attribution.provenance, found.confidence, explanation);
}

// Quotations that nobody is found to say are worth a look all the same.
void AnnotationBuilder::addUnattributed(const std::vector<TextRange> &quotations)
{
    std::vector<TextRange> credited;
    for (const Draft &draft : m_drafts) {
        if (draft.label == Label::Quotation)
            credited.insert(credited.end(), draft.fragments->begin(), draft.fragments->end());
    }
    std::sort(credited.begin(), credited.end());
    const int explanation = addExplanation(tr("quotation marks, nobody named near"));
    qint32 reached = 0;
    size_t next = 0;
    for (const TextRange quotation : quotations) {
        while (next < credited.size() && credited[next].begin < quotation.end)
            reached = std::max(reached, credited[next++].end);
        if (reached <= quotation.begin)
            addDraft({Label::Quotation, quotation, {}, {}, nullptr, nullptr, unattributedConfidence, explanation, std::nullopt});
    }
}

void AnnotationBuilder::fill(Annotation::Span &span, const Draft &draft, int index)
{
    span.id = SpanId(index + 1);
    if (draft.rest)
        span.fragments = Annotation::canonical({draft.first, *draft.rest});
    else if (!draft.fragments)
        span.fragments = {draft.first};
    else if (draft.fragments->size() == 1)
        span.fragments = *draft.fragments;
    else
        span.fragments = Annotation::canonical(*draft.fragments);
    provide(span.provenance, draft.confidence, draft.explanation);
    span.speaker = draft.speaker;
    switch (draft.label) {
    case Label::Speaker: span.label = QStringLiteral("Speaker"); break;
    case Label::Cue: span.label = QStringLiteral("Cue"); break;
    case Label::Quotation: span.label = QStringLiteral("Quotation"); break;
    case Label::Claim:
        span.label = QStringLiteral("Claim");
        span.attributes = attributesOf(draft.claim->kind);
        break;
    case Label::ScareQuote: span.label = QStringLiteral("ScareQuote"); break;
    }
}

// Those of the same kind share theirs.
QJsonObject AnnotationBuilder::attributesOf(const QString &claimKind)
{
    for (const auto &[kind, attributes] : m_claimAttributes) {
        if (kind == claimKind)
            return attributes;
    }
    const QJsonObject attributes{{QStringLiteral("checkworthy"), QStringLiteral("yes")},
                                 {QStringLiteral("claimKind"), claimKind}};
    m_claimAttributes.emplace_back(claimKind, attributes);
    return attributes;
}

// In the order of Annotations::sortSpans().
void AnnotationBuilder::makeSpans()
{
    struct Place
    {
        TextRange extent;
        int index;
    };
    std::vector<Place> places;
    places.reserve(m_drafts.size());
    for (int i = 0; i < int(m_drafts.size()); ++i)
        places.push_back({m_drafts[size_t(i)].extent, i});
    std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) {
        return a.extent.begin != b.extent.begin ? a.extent.begin < b.extent.begin
            : a.extent.end != b.extent.end      ? a.extent.end > b.extent.end
                                                : a.index < b.index;
    });
    m_result.spans.reserve(qsizetype(places.size()));
    for (const Place &place : places)
        fill(m_result.spans.emplaceBack(), m_drafts[size_t(place.index)], place.index);
}

Annotation::Annotations AnnotationBuilder::build(ParagraphReader &reader, const Lexicon *lexicon)
{
    Credits credits = creditSpeakers(m_text, lexicon, reader.found, reader.mentions.take());
    m_result.speakers = std::move(credits.speakers);
    const size_t count = reader.found.size();
    m_drafts.reserve(3 * count + reader.quotations.size() + reader.claims.size() + reader.scareQuotes.size());
    m_result.attributions.reserve(qsizetype(count));
    m_shared.assign(std::bit_ceil(4 * count + 1), {nothing, 0}); // at most half full
    for (size_t i = 0; i < count; ++i)
        addAttribution(reader.found[i], credits.speakerOf[i]);
    addUnattributed(reader.quotations);
    for (const FoundClaim &claim : reader.claims)
        addDraft({Label::Claim, claim.range, {}, {}, nullptr, &claim, claim.confidence,
                  addExplanation(claim.explanation), std::nullopt});
    const int scare = addExplanation(tr("a word or two in quotation marks without a statement"));
    for (const FoundScareQuote &quote : reader.scareQuotes)
        addDraft({Label::ScareQuote, quote.range, {}, {}, nullptr, nullptr, quote.confidence, scare, std::nullopt});
    makeSpans();
    return std::move(m_result);
}

} // namespace Quoth::Detection
