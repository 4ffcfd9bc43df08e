// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "flatannotations.h"

#include "words.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

/// Whichever way the fillers are ordered, the same one is the anchor.
bool isBetterAnchor(const QString &role, const QString &than)
{
    const auto rank = [](const QString &name) { return name == cueRole ? 3 : name == contentRole ? 2 : 1; };
    return rank(role) > rank(than) || (rank(role) == rank(than) && role < than);
}

class Flattening
{
public:
    Flattening(const Annotations &annotations, const FlatRules &rules) : m_annotations(annotations), m_rules(rules) { }

    FlatAnnotations flatten()
    {
        for (const Span &span : m_annotations.spans)
            addSpan(span);
        for (const Attribution &attribution : m_annotations.attributions)
            addFrame(attribution);
        return std::move(m_flat);
    }

private:
    void addSpan(const Span &span)
    {
        const std::optional<QString> group = m_rules.group(span.provenance);
        if (!group)
            return;
        const Speaker *speaker = span.speaker ? m_annotations.speaker(*span.speaker) : nullptr;
        FlatRegion region{
            {}, span.label, *group, span.provenance, span.attributes, span.note, speaker ? speaker->name : QString(), span.id};
        m_first.insert(span.id, m_flat.regions.size());
        for (const TextRange fragment : span.fragments) {
            region.range = m_rules.snapped(fragment);
            if (!region.first)
                link(m_flat.regions.size() - 1, m_flat.regions.size(), pieceLink);
            m_flat.regions.append(region);
            region.first = false;
        }
    }

    qsizetype link(qsizetype from, qsizetype to, const QString &label)
    {
        const auto [known, added] = m_links.try_emplace(FlatLink{from, to, label}, m_flat.links.size());
        if (added)
            m_flat.links.append({from, to, label});
        return known->second;
    }

    void addFrame(const Attribution &attribution)
    {
        FlatFrame frame;
        for (qsizetype i = 1; i < attribution.fillers.size(); ++i) {
            if (isBetterAnchor(attribution.fillers[i].role, attribution.fillers[frame.anchor].role))
                frame.anchor = i;
        }
        const std::optional<QString> group = m_rules.group(attribution.provenance);
        const qsizetype from = attribution.fillers.isEmpty() ? -1 : m_first.value(attribution.fillers[frame.anchor].span, -1);
        for (const RoleFiller &filler : attribution.fillers) {
            const qsizetype to = m_first.value(filler.span, -1);
            const bool shows = group && from >= 0 && to >= 0 && from != to && m_flat.regions[from].group == *group
                && m_flat.regions[to].group == *group;
            frame.links.append(shows ? link(from, to, filler.role) : -1);
        }
        m_flat.frames.append(frame);
    }

    const Annotations &m_annotations;
    const FlatRules &m_rules;
    FlatAnnotations m_flat;
    QHash<SpanId, qsizetype> m_first; // the region of a span's first piece
    std::map<FlatLink, qsizetype> m_links;
};

} // namespace

FlatAnnotations flattened(const Annotations &annotations, const FlatRules &rules)
{
    return Flattening(annotations, rules).flatten();
}

void noteFlattening(const Annotations &annotations, const FlatAnnotations &flat, LossList &losses)
{
    QSet<SpanId> shown;
    for (const FlatRegion &region : flat.regions)
        shown.insert(region.span);
    losses.note(
        Words::tr("Spans that other programs would take for valid ones were only kept beside the text, where Quoth finds them."),
        int(annotations.spans.size() - shown.size()));
    losses.note(Words::tr("Interrupted spans became regions joined by relations."),
                int(std::count_if(annotations.spans.begin(), annotations.spans.end(),
                                  [&](const Span &span) { return span.fragments.size() > 1 && shown.contains(span.id); })));
    QHash<SpanId, int> anchors;
    for (qsizetype i = 0; i < flat.frames.size(); ++i) {
        const QList<qsizetype> &links = flat.frames[i].links;
        const auto shows = std::count_if(links.begin(), links.end(), [](qsizetype link) { return link >= 0; });
        const qsizetype others = links.size() - 1;
        losses.note(Words::tr("Attributions with one filler have no relation that shows them; they were kept beside the text, "
                              "where Quoth finds them."),
                    others < 1);
        losses.note(Words::tr("Role fillers of attributions that differ from them in state have no relation; they were kept "
                              "beside the text, where Quoth finds them."),
                    int(others - shows));
        if (shows > 0)
            ++anchors[annotations.attributions[i].fillers[flat.frames[i].anchor].span];
    }
    for (const int count : std::as_const(anchors))
        losses.note(Words::tr("Attributions that share a cue look like one to other programs."), count > 1 ? count : 0);
    const auto details = [](const Attribution &attribution) {
        return attribution.kind || attribution.speaker || attribution.provenance.confidence || !attribution.attributes.isEmpty()
            || !attribution.note.isEmpty();
    };
    losses.note(Words::tr("Kinds, speakers, notes, confidences and further attributes of attributions were kept beside the text, "
                          "where Quoth finds them."),
                int(std::count_if(annotations.attributions.begin(), annotations.attributions.end(), details)));
}

} // namespace Quoth::Exchange
