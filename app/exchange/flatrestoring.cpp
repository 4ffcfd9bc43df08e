// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "flatannotations.h"
#include "flatframes.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

using Place = std::pair<TextRange, QString>;

class Restoring
{
public:
    Restoring(const Annotations &kept, const FlatAnnotations &shown, const FlatRules &rules, QStringView text)
        : m_annotations(kept)
        , m_kept(flattened(kept, rules))
        , m_shown(shown)
        , m_text(text)
        , m_found(m_kept.regions.size(), -1)
        , m_known(shown.regions.size(), -1)
        , m_joined(shown.regions.size())
        , m_used(shown.links.size(), false)
    {
        std::iota(m_joined.begin(), m_joined.end(), 0);
    }

    Annotations restore()
    {
        match([](const FlatRegion &region) { return std::tuple(region.range, region.label, region.group); });
        match([](const FlatRegion &region) { return std::tuple(region.range, region.label); });
        match([](const FlatRegion &region) { return region.range; });
        const std::vector<bool> gone = spansGone();
        joinPieces();
        placeRegions();
        restoreFrames(gone);
        addFrames();
        removeSpans(gone);
        m_annotations.sortSpans();
        return std::move(m_annotations);
    }

private:
    template<class KeyOf>
    void match(KeyOf keyOf)
    {
        std::map<decltype(keyOf(m_shown.regions[0])), std::vector<qsizetype>> waiting;
        for (qsizetype i = m_shown.regions.size(); i-- > 0;) {
            if (m_known[i] < 0)
                waiting[keyOf(m_shown.regions[i])].push_back(i);
        }
        for (qsizetype i = 0; i < m_kept.regions.size(); ++i) {
            const auto candidates = m_found[i] < 0 ? waiting.find(keyOf(m_kept.regions[i])) : waiting.end();
            if (candidates == waiting.end() || candidates->second.empty())
                continue;
            m_found[i] = candidates->second.back();
            m_known[m_found[i]] = i;
            candidates->second.pop_back();
        }
    }

    /// Takes away the pieces that are not shown any more; which spans have none left, by their place.
    std::vector<bool> spansGone()
    {
        std::vector<bool> gone(m_annotations.spans.size(), false);
        for (qsizetype i = 0; i < m_annotations.spans.size(); ++i)
            m_placeOf.insert(m_annotations.spans[i].id, i);
        std::map<qsizetype, QList<TextRange>> lost;
        qsizetype piece = 0;
        for (qsizetype i = 0; i < m_kept.regions.size(); ++i) {
            piece = m_kept.regions[i].first ? 0 : piece + 1;
            const qsizetype place = m_placeOf.value(m_kept.regions[i].span);
            if (m_found[i] < 0)
                lost[place].append(m_annotations.spans[place].fragments[piece]);
        }
        for (const auto &[place, pieces] : lost) {
            QList<TextRange> &fragments = m_annotations.spans[place].fragments;
            if (pieces.size() == fragments.size())
                gone[place] = true;
            else
                fragments.removeIf([&pieces = pieces](TextRange fragment) { return pieces.contains(fragment); });
        }
        return gone;
    }

    qsizetype leaderOf(qsizetype region)
    {
        while (m_joined[region] != region) {
            m_joined[region] = m_joined[m_joined[region]];
            region = m_joined[region];
        }
        return region;
    }

    void joinPieces()
    {
        for (qsizetype i = 0; i < m_shown.links.size(); ++i) {
            const FlatLink &link = m_shown.links[i];
            if (link.label != pieceLink || m_shown.regions[link.from].label != m_shown.regions[link.to].label)
                continue;
            m_used[i] = true;
            const qsizetype from = leaderOf(link.from);
            const qsizetype to = leaderOf(link.to);
            // Two that are known already are the pieces of one or were joined in another program; then they stay apart.
            if (m_known[from] >= 0 && m_known[to] >= 0)
                continue;
            (m_known[from] < 0 && m_known[to] >= 0 ? m_joined[from] : m_joined[to])
                = m_known[from] < 0 && m_known[to] >= 0 ? to : from;
        }
    }

    void placeRegions()
    {
        for (const Speaker &speaker : std::as_const(m_annotations.speakers))
            m_lastSpeaker = std::max(m_lastSpeaker, speaker.id.number());
        for (const Span &span : std::as_const(m_annotations.spans))
            m_lastSpan = std::max(m_lastSpan, span.id.number());
        m_spanOf.resize(m_shown.regions.size(), -1);
        for (qsizetype i = 0; i < m_shown.regions.size(); ++i) {
            if (m_known[i] >= 0) {
                m_spanOf[i] = m_placeOf.value(m_kept.regions[m_known[i]].span);
                takeOver(m_annotations.spans[m_spanOf[i]], m_shown.regions[i], m_kept.regions[m_known[i]]);
            }
        }
        std::map<Place, QList<qsizetype>> places;
        for (qsizetype i = 0; i < m_shown.regions.size(); ++i) {
            if (m_spanOf[i] >= 0)
                places[{m_shown.regions[i].range, m_shown.regions[i].label}].append(i);
        }
        for (qsizetype i = 0; i < m_shown.regions.size(); ++i) {
            if (m_spanOf[i] < 0 && leaderOf(i) == i)
                m_spanOf[i] = placeOfNew(i, places);
        }
        for (qsizetype i = 0; i < m_shown.regions.size(); ++i) {
            if (m_spanOf[i] < 0) {
                m_spanOf[i] = m_spanOf[leaderOf(i)];
                QList<TextRange> &fragments = m_annotations.spans[m_spanOf[i]].fragments;
                fragments = canonical(fragments + QList<TextRange>{m_shown.regions[i].range});
            }
        }
    }

    /// A region that another group of the file has, too, is one span: a prediction that was accepted stands in both.
    qsizetype placeOfNew(qsizetype i, std::map<Place, QList<qsizetype>> &places)
    {
        const FlatRegion &region = m_shown.regions[i];
        QList<qsizetype> &same = places[{region.range, region.label}];
        for (const qsizetype other : std::as_const(same)) {
            Span &span = m_annotations.spans[m_spanOf[other]];
            if (m_shown.regions[other].group == region.group || span.fragments.size() > 1)
                continue;
            if (span.provenance.state == State::Suggested)
                span.provenance.state = region.provenance.state;
            return m_spanOf[other];
        }
        Span span;
        span.id = SpanId(++m_lastSpan);
        span.label = region.label;
        span.fragments = {region.range};
        span.provenance = region.provenance;
        span.attributes = region.attributes;
        span.note = region.note;
        m_annotations.spans.append(span);
        credit(m_annotations.spans.last(), region.speaker);
        same.append(i);
        return m_annotations.spans.size() - 1;
    }

    void takeOver(Span &span, const FlatRegion &region, const FlatRegion &before)
    {
        if (region.label != before.label && span.label == before.label) {
            span.label = region.label;
            span.provenance.origin.edited = true;
        }
        if (region.group != before.group)
            span.provenance.state = region.provenance.state;
        for (auto i = region.attributes.begin(); i != region.attributes.end(); ++i)
            span.attributes.insert(i.key(), i.value());
        if (!region.note.isEmpty())
            span.note = region.note;
        credit(span, region.speaker);
    }

    void credit(Span &span, const QString &name)
    {
        const Speaker *before = span.speaker ? m_annotations.speaker(*span.speaker) : nullptr;
        if (name.trimmed().isEmpty() || (before && before->isCalled(name)))
            return;
        for (const Speaker &speaker : std::as_const(m_annotations.speakers)) {
            if (speaker.isCalled(name)) {
                span.speaker = speaker.id;
                return;
            }
        }
        m_annotations.speakers.append({SpeakerId(++m_lastSpeaker), name.trimmed(), SpeakerType::Person, {}, {}});
        span.speaker = m_annotations.speakers.constLast().id;
    }

    void restoreFrames(const std::vector<bool> &gone)
    {
        std::map<FlatLink, qsizetype> shown;
        for (qsizetype i = 0; i < m_shown.links.size(); ++i)
            shown.emplace(m_shown.links[i], i);
        QList<Attribution> attributions;
        for (qsizetype i = 0; i < m_annotations.attributions.size(); ++i) {
            Attribution &attribution = m_annotations.attributions[i];
            const FlatFrame &frame = m_kept.frames[i];
            if (attribution.fillers.isEmpty())
                continue;
            const SpanId anchor = attribution.fillers[frame.anchor].span;
            QList<RoleFiller> fillers;
            for (qsizetype j = 0; j < attribution.fillers.size(); ++j) {
                const RoleFiller &filler = attribution.fillers[j];
                bool stays = !gone[m_placeOf.value(filler.span)];
                if (stays && frame.links[j] >= 0) {
                    const FlatLink &link = m_kept.links[frame.links[j]];
                    const auto found = shown.find({m_found[link.from], m_found[link.to], link.label});
                    stays = found != shown.end();
                    if (stays)
                        m_used[found->second] = true;
                }
                if (stays)
                    fillers.append(filler);
            }
            const bool anchored = !gone[m_placeOf.value(anchor)];
            if (fillers.isEmpty() || (!anchored && fillers.size() < 2))
                continue;
            attribution.fillers = fillers;
            attributions.append(attribution);
            if (anchored)
                m_anchored[m_placeOf.value(anchor)].append(attributions.size() - 1);
        }
        m_annotations.attributions = attributions;
    }

    void addFrames()
    {
        FlatFrames frames(m_annotations, m_anchored, m_text);
        for (qsizetype i = 0; i < m_shown.links.size(); ++i) {
            const FlatLink &link = m_shown.links[i];
            if (!m_used[i])
                frames.take(m_spanOf[link.from], m_spanOf[link.to], link.label, m_shown.regions[link.from].provenance);
        }
        frames.finish();
    }

    void removeSpans(const std::vector<bool> &gone)
    {
        for (qsizetype i = qsizetype(gone.size()); i-- > 0;) {
            if (gone[i])
                m_annotations.spans.removeAt(i);
        }
    }

    Annotations m_annotations;
    const FlatAnnotations m_kept;
    const FlatAnnotations &m_shown;
    const QStringView m_text;
    std::vector<qsizetype> m_found; // for each kept region the shown one
    std::vector<qsizetype> m_known; // for each shown region the kept one
    std::vector<qsizetype> m_joined; // for each shown region one it is a further piece of, or itself
    std::vector<bool> m_used; // shown links that have been made something of
    std::vector<qsizetype> m_spanOf; // for each shown region the place of its span
    QHash<SpanId, qsizetype> m_placeOf; // of the kept spans
    std::map<qsizetype, QList<qsizetype>> m_anchored; // for the place of a span the attributions it is the anchor of
    qint64 m_lastSpan = 0;
    qint64 m_lastSpeaker = 0;
};

} // namespace

Annotations restored(const Annotations &kept, const FlatAnnotations &shown, const FlatRules &rules, QStringView text)
{
    return Restoring(kept, shown, rules, text).restore();
}

} // namespace Quoth::Exchange
