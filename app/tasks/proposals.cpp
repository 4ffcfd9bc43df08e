// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proposals.h"

#include <algorithm>
#include <cmath>

namespace Quoth::Tasks {

using namespace Annotation;
using Editing::NamedSpeaker;
using Editing::RoleWords;

namespace {

constexpr double leastCue = 0.05; ///< with one part given, even an unlikely cue is worth showing
constexpr qint32 reach = 12'000; ///< characters read on either side
constexpr qint32 margin = 2'000; ///< characters at the ends of what was read where answers may lack context

qint64 length(const QList<TextRange> &ranges)
{
    qint64 sum = 0;
    for (const TextRange range : ranges)
        sum += range.length();
    return sum;
}

qint64 shared(const QList<TextRange> &a, const QList<TextRange> &b)
{
    qint64 sum = 0;
    for (const TextRange one : a) {
        for (const TextRange other : b)
            sum += std::max(0, std::min(one.end, other.end) - std::max(one.begin, other.begin));
    }
    return sum;
}

/// The Jaccard index of two sets of characters.
double likeness(const QList<TextRange> &a, const QList<TextRange> &b)
{
    const qint64 both = shared(a, b);
    return both == 0 ? 0 : double(both) / double(length(a) + length(b) - both);
}

QList<TextRange> wordsOf(const Attribution &attribution, const QString &role, const AnnotationIndex &index)
{
    QList<TextRange> words;
    const QList<SpanId> spans = attribution.spans(role);
    for (const SpanId span : spans)
        words += index.span(span)->fragments;
    return canonical(words);
}

const QStringList &roles()
{
    static const QStringList names{sourceRole, cueRole, contentRole};
    return names;
}

} // namespace

Proposals::Proposals() : m_detector(leastCue) { }

void Proposals::clear()
{
    m_article = 0;
    m_found = AnnotationIndex();
}

void Proposals::prepare(const Article &article, qint32 place) { near(article, {place, place}); }

const AnnotationIndex &Proposals::near(const Article &article, TextRange words)
{
    if (m_article == article.id.number() && m_core.contains(words))
        return m_found;
    const qint32 size = qint32(article.text.size());
    const qint32 earliest = std::max(0, words.begin - reach);
    const qint32 latest = std::min(size, words.end + reach);
    const qsizetype lineBegin = earliest == 0 ? 0 : article.text.indexOf(u'\n', earliest) + 1;
    m_read = {lineBegin > 0 && lineBegin <= words.begin ? qint32(lineBegin) : earliest, latest};
    m_core = {m_read.begin == 0 ? 0 : std::min(words.begin, m_read.begin + margin),
              latest == size ? size : std::max(words.end, latest - margin)};
    m_article = article.id.number();
    Article part;
    part.text = article.text.mid(m_read.begin, m_read.length());
    part.meta.language = article.meta.language;
    Result<Annotations> found = m_detector.detect(part, Progress());
    if (!found) {
        m_found = AnnotationIndex();
        return m_found;
    }
    for (Span &span : found->spans) {
        for (TextRange &fragment : span.fragments)
            fragment = {fragment.begin + m_read.begin, fragment.end + m_read.begin};
    }
    m_found = AnnotationIndex(*found);
    return m_found;
}

Proposal Proposals::around(const Article &article, const QString &role, const QList<TextRange> &words)
{
    Proposal result;
    if (words.isEmpty())
        return result;
    const TextRange extent{words.constFirst().begin, words.constLast().end};
    const AnnotationIndex &index = near(article, extent);
    const Attribution *best = nullptr;
    double bestFit = 0;
    QSet<AttributionId> seen;
    const QList<SpanId> touching = index.spansTouching(extent);
    for (const SpanId touched : touching) {
        const QList<AttributionId> users = index.attributionsOf(touched);
        for (const AttributionId id : users) {
            if (seen.contains(id))
                continue;
            seen.insert(id);
            const Attribution *attribution = index.attribution(id);
            // An attribution whose other parts lie within the words is nested in them.
            const bool within = std::any_of(roles().begin(), roles().end(), [&](const QString &other) {
                const QList<TextRange> there = other == role ? QList<TextRange>() : wordsOf(*attribution, other, index);
                return !there.isEmpty() && contains(words, there);
            });
            const double fit = likeness(wordsOf(*attribution, role, index), words)
                * std::sqrt(attribution->provenance.confidence.value_or(0));
            if (!within && fit > bestFit) {
                bestFit = fit;
                best = attribution;
            }
        }
    }
    if (!best)
        return result;
    for (const QString &other : roles()) {
        const QList<TextRange> there = other == role ? QList<TextRange>() : wordsOf(*best, other, index);
        if (!there.isEmpty() && !overlap(there, words))
            result.parts.append({other, index.span(best->spans(other).constFirst())->label, there});
    }
    if (const auto speaker = Annotation::speakerOf(*best, index)) {
        if (const Speaker *known = index.speaker(*speaker))
            result.speaker = NamedSpeaker{known->name, known->type};
    }
    return result;
}

QString Proposals::roleOf(const Article &article, const QList<TextRange> &words)
{
    if (words.isEmpty())
        return {};
    const TextRange extent{words.constFirst().begin, words.constLast().end};
    const AnnotationIndex &index = near(article, extent);
    QString best;
    double bestFit = 0.3;
    const QList<SpanId> touching = index.spansTouching(extent);
    for (const SpanId touched : touching) {
        const QList<AttributionId> users = index.attributionsOf(touched);
        for (const AttributionId id : users) {
            for (const RoleFiller &filler : index.attribution(id)->fillers) {
                const double fit = filler.span == touched ? likeness(index.span(touched)->fragments, words) : 0;
                if (fit > bestFit) {
                    bestFit = fit;
                    best = filler.role;
                }
            }
        }
    }
    return best;
}

std::optional<NamedSpeaker> Proposals::speakerOf(const Article &article, const QList<TextRange> &source)
{
    if (source.isEmpty())
        return std::nullopt;
    const TextRange extent{source.constFirst().begin, source.constLast().end};
    const AnnotationIndex &index = near(article, extent);
    const Speaker *best = nullptr;
    double bestFit = 0;
    const QList<SpanId> touching = index.spansTouching(extent);
    for (const SpanId touched : touching) {
        const Span *span = index.span(touched);
        const Speaker *speaker = span->speaker ? index.speaker(*span->speaker) : nullptr;
        const double fit = likeness(span->fragments, source);
        if (speaker && fit > bestFit) {
            bestFit = fit;
            best = speaker;
        }
    }
    if (best)
        return NamedSpeaker{best->name, best->type};
    return Editing::speakerFromWords(textOf(source, article.text));
}

} // namespace Quoth::Tasks
