// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adoption.h"

#include "editbuilder.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace Quoth::Editing {

using namespace Annotation;

namespace {

/// The speaker of the registry that a newcomer is, if it is one.
std::optional<SpeakerId> known(const Speaker &newcomer, const QList<Speaker> &registry)
{
    for (const Speaker &speaker : registry) {
        if (speaker.name.compare(newcomer.name, Qt::CaseInsensitive) == 0)
            return speaker.id;
    }
    std::optional<SpeakerId> found;
    for (const Speaker &speaker : registry) {
        if (!speaker.isCalled(newcomer.name))
            continue;
        if (found)
            return std::nullopt; // two go by that name
        found = speaker.id;
    }
    return found;
}

using SpanKey = std::pair<QString, QList<std::pair<qint32, qint32>>>;

SpanKey keyOf(const Span &span)
{
    SpanKey key{span.label, {}};
    for (const TextRange fragment : span.fragments)
        key.second.append({fragment.begin, fragment.end});
    return key;
}

/// What an attribution says, whatever its spans' ids: its type and the sorted fillers.
QStringList signatureOf(const Attribution &attribution, const auto &spanOf)
{
    QStringList signature{attribution.type};
    for (const RoleFiller &filler : attribution.fillers) {
        const Span *span = spanOf(filler.span);
        if (!span)
            continue;
        QString part = filler.role + u'/' + span->label;
        for (const TextRange fragment : span->fragments)
            part += QStringLiteral("/%1-%2").arg(fragment.begin).arg(fragment.end);
        signature.append(part);
    }
    std::sort(signature.begin() + 1, signature.end());
    return signature;
}

/// An open suggestion of a detector that nobody has touched.
template<class T>
bool isStale(const T &old, const QSet<QString> &detectors)
{
    const Provenance &provenance = old.provenance;
    return provenance.state == State::Suggested && provenance.origin.kind == OriginKind::Detector && !provenance.origin.edited
        && old.note.isEmpty() && detectors.contains(provenance.origin.name);
}

qint32 lengthOf(const QList<TextRange> &fragments)
{
    return std::accumulate(fragments.begin(), fragments.end(), qint32(0), [](qint32 sum, TextRange f) { return sum + f.length(); });
}

int wordsBetween(qint32 one, qint32 other, QStringView text)
{
    int words = 0;
    bool inside = false;
    for (const QChar c : text.mid(std::min(one, other), std::abs(one - other))) {
        const bool letter = c.isLetterOrNumber() || c.isSurrogate();
        words += letter && !inside;
        inside = letter;
    }
    return words;
}

/// How likely one span is the other with its edges moved, from 0 (it is not) to 1. People and other versions of a detector
/// move edges by a word or two, or by a small part of a long span.
double resemblance(const Span &a, const Span &b, QStringView text)
{
    if (a.label != b.label)
        return 0;
    qint32 common = 0;
    for (const TextRange x : a.fragments) {
        for (const TextRange y : b.fragments)
            common += std::max(0, std::min(x.end, y.end) - std::max(x.begin, y.begin));
    }
    const double share = double(common) / std::max(1, lengthOf(a.fragments) + lengthOf(b.fragments) - common);
    const bool isNear = wordsBetween(a.extent().begin, b.extent().begin, text) <= 2
        && wordsBetween(a.extent().end, b.extent().end, text) <= 2;
    return common > 0 && (share >= 0.6 || isNear) ? share : 0;
}

class Adoption
{
public:
    Adoption(const AnnotatedArticle &article, const Annotations &incoming, const QString &detector)
        : m_article(article), m_incoming(incoming), m_index(article.annotations), m_builder(article.article, m_index)
    {
        if (!detector.isEmpty())
            m_detectors.insert(detector);
    }

    Edit edit(const QString &title)
    {
        indexWhatIsThere();
        for (const Speaker &speaker : m_incoming.speakers) {
            if (!m_index.speaker(speaker.id))
                m_newSpeakers.insert(speaker.id, speaker);
        }
        for (const Span &span : m_incoming.spans)
            takeSpan(span);
        recogniseMovedSpans();
        for (const Attribution &attribution : m_incoming.attributions)
            takeAttribution(attribution);
        dropStale();
        for (const Span &span : std::as_const(m_newSpans)) {
            if (m_wanted.contains(span.id) || !m_framed.contains(span.id))
                addSpan(span);
        }
        return m_builder.build(title);
    }

private:
    void indexWhatIsThere()
    {
        for (const Span &span : m_article.annotations.spans)
            m_spans.insert(keyOf(span), span.id);
        const auto spanOf = [this](SpanId id) { return m_index.span(id); };
        for (const Attribution &attribution : m_article.annotations.attributions)
            m_attributions.insert(signatureOf(attribution, spanOf), attribution.id);
        for (const Attribution &attribution : m_incoming.attributions) {
            for (const RoleFiller &filler : attribution.fillers)
                m_framed.insert(filler.span);
            if (attribution.provenance.origin.kind == OriginKind::Detector)
                m_detectors.insert(attribution.provenance.origin.name);
        }
        for (const Span &span : m_incoming.spans) {
            if (span.provenance.origin.kind == OriginKind::Detector)
                m_detectors.insert(span.provenance.origin.name);
        }
    }

    void takeSpan(const Span &span)
    {
        const auto there = m_spans.constFind(keyOf(span));
        if (there == m_spans.constEnd()) {
            m_newSpans.insert(span.id, span);
            m_same.insert(span.id, span.id);
            return;
        }
        m_same.insert(span.id, *there);
        if (m_index.span(*there)->provenance.state == State::Rejected)
            m_rejected.insert(span.id);
        m_confirmed.insert(*there);
    }

    /// Of the spans that did not come in again as they are, those that people decided on or changed may have come in with
    /// other edges; each is at most one of the newcomers.
    void recogniseMovedSpans()
    {
        struct Pair
        {
            double resemblance;
            SpanId incoming;
            SpanId there;
        };
        std::vector<Pair> pairs;
        for (const Span &span : std::as_const(m_newSpans)) {
            const QList<SpanId> touching = m_index.spansTouching(span.extent());
            for (const SpanId id : touching) {
                const Span &there = *m_index.span(id);
                if (m_confirmed.contains(id) || isStale(there, m_detectors))
                    continue;
                if (const double value = resemblance(span, there, m_article.article.text); value > 0)
                    pairs.push_back({value, span.id, id});
            }
        }
        std::stable_sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) { return a.resemblance > b.resemblance; });
        for (const Pair &pair : pairs) {
            if (!m_newSpans.contains(pair.incoming) || m_confirmed.contains(pair.there))
                continue;
            m_newSpans.remove(pair.incoming);
            m_same.insert(pair.incoming, pair.there);
            m_confirmed.insert(pair.there);
            if (m_index.span(pair.there)->provenance.state == State::Rejected)
                m_rejected.insert(pair.incoming);
        }
    }

    /// An attribution that people decided on or changed, of the same content: parts of it may differ, but not all of its cue.
    std::optional<AttributionId> decidedAs(const Attribution &attribution) const
    {
        const auto spansOf = [this](const Attribution &one, const QString &role) {
            QSet<SpanId> spans;
            for (const SpanId id : one.spans(role))
                spans.insert(m_same.value(id, id));
            return spans;
        };
        const QSet<SpanId> contents = spansOf(attribution, contentRole);
        const QSet<SpanId> cues = spansOf(attribution, cueRole);
        for (const SpanId content : contents) {
            const QList<AttributionId> users = m_index.attributionsOf(content);
            for (const AttributionId id : users) {
                const Attribution &there = *m_index.attribution(id);
                if (there.type != attribution.type || isStale(there, m_detectors) || spansOf(there, contentRole) != contents)
                    continue;
                const QSet<SpanId> cuesThere = spansOf(there, cueRole);
                if (cues.isEmpty() || cuesThere.isEmpty() || cues.intersects(cuesThere))
                    return id;
            }
        }
        return std::nullopt;
    }

    void takeAttribution(Attribution attribution)
    {
        const auto incomingSpan = [this](SpanId id) {
            const auto fresh = m_newSpans.constFind(id);
            return fresh != m_newSpans.constEnd() ? &*fresh : m_index.span(m_same.value(id, id));
        };
        const auto same = m_attributions.constFind(signatureOf(attribution, incomingSpan));
        const auto there = same != m_attributions.constEnd() ? std::optional(*same) : decidedAs(attribution);
        if (there) {
            m_confirmedAttributions.insert(*there);
            for (const RoleFiller &filler : std::as_const(attribution.fillers))
                m_confirmed.insert(m_same.value(filler.span, filler.span));
            return;
        }
        // A rejected span would come back through the frame: without its content a frame says nothing.
        for (const RoleFiller &filler : std::as_const(attribution.fillers)) {
            if (filler.role == contentRole && m_rejected.contains(filler.span))
                return;
        }
        attribution.fillers.removeIf([this](const RoleFiller &filler) { return m_rejected.contains(filler.span); });
        for (RoleFiller &filler : attribution.fillers) {
            m_wanted.insert(filler.span);
            filler.span = m_same.value(filler.span, filler.span);
        }
        addSpeaker(attribution.speaker);
        m_builder.set(attribution);
    }

    void addSpan(const Span &span)
    {
        addSpeaker(span.speaker);
        m_builder.set(span);
    }

    void addSpeaker(std::optional<SpeakerId> id)
    {
        if (id && m_newSpeakers.contains(*id))
            m_builder.set(m_newSpeakers.take(*id));
    }

    void dropStale()
    {
        QSet<SpanId> kept = m_confirmed;
        for (const Attribution &attribution : m_article.annotations.attributions) {
            const bool confirmed = m_confirmedAttributions.contains(attribution.id);
            if (!confirmed && isStale(attribution, m_detectors)) {
                m_builder.remove(attribution.id);
            } else {
                for (const RoleFiller &filler : attribution.fillers)
                    kept.insert(filler.span);
            }
        }
        for (const Span &span : m_article.annotations.spans) {
            if (!kept.contains(span.id) && isStale(span, m_detectors))
                m_builder.remove(span.id);
        }
    }

    const AnnotatedArticle &m_article;
    const Annotations &m_incoming;
    AnnotationIndex m_index;
    EditBuilder m_builder;
    QMap<SpanKey, SpanId> m_spans;
    QMap<QStringList, AttributionId> m_attributions;
    QSet<QString> m_detectors;
    QMap<SpanId, Span> m_newSpans;
    QHash<SpeakerId, Speaker> m_newSpeakers;
    QHash<SpanId, SpanId> m_same; ///< incoming span -> the span of the project that it is
    QSet<SpanId> m_rejected; ///< incoming spans that are there, rejected
    QSet<SpanId> m_framed; ///< incoming spans that some incoming attribution uses
    QSet<SpanId> m_wanted; ///< incoming spans that a new attribution uses
    QSet<SpanId> m_confirmed; ///< spans of the project that came in again
    QSet<AttributionId> m_confirmedAttributions;
};

} // namespace

Annotations withProjectIds(const Annotations &annotations, const QList<Speaker> &registry, IdAllocator &ids)
{
    Annotations result = annotations;
    QHash<SpeakerId, SpeakerId> speakers;
    result.speakers.clear();
    for (Speaker speaker : annotations.speakers) {
        const SpeakerId old = speaker.id;
        const auto there = known(speaker, registry);
        speaker.id = there ? *there : ids.speaker();
        speakers.insert(old, speaker.id);
        if (!there)
            result.speakers.append(speaker);
    }
    const auto mapped = [&speakers](std::optional<SpeakerId> id) -> std::optional<SpeakerId> {
        if (!id || !speakers.contains(*id))
            return std::nullopt;
        return speakers.value(*id, *id);
    };
    QHash<SpanId, SpanId> spans;
    for (Span &span : result.spans) {
        const SpanId old = span.id;
        span.id = ids.span();
        spans.insert(old, span.id);
        span.speaker = mapped(span.speaker);
    }
    for (Attribution &attribution : result.attributions) {
        attribution.id = ids.attribution();
        attribution.speaker = mapped(attribution.speaker);
        attribution.fillers.removeIf([&spans](const RoleFiller &filler) { return !spans.contains(filler.span); });
        for (RoleFiller &filler : attribution.fillers)
            filler.span = spans.value(filler.span, filler.span);
    }
    return result;
}

Edit adopt(const AnnotatedArticle &article, const Annotations &incoming, IdAllocator &ids, const QString &title, const QString &detector)
{
    const Annotations mine = withProjectIds(incoming, article.annotations.speakers, ids);
    return Adoption(article, mine, detector).edit(title);
}

} // namespace Quoth::Editing
