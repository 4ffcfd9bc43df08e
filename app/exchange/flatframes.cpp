// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "flatframes.h"

#include <algorithm>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

constexpr qsizetype mostNeighbours = 100; // whom more are linked to joins nothing: all would be walked for each

std::optional<QString> builtInRole(const QString &name)
{
    for (const QString &role : {sourceRole, cueRole, contentRole}) {
        if (name.compare(role, Qt::CaseInsensitive) == 0)
            return role;
    }
    return std::nullopt;
}

std::optional<QString> roleOfLabel(const QString &label)
{
    if (label == u"Speaker")
        return sourceRole;
    if (label == u"Quotation")
        return contentRole;
    return builtInRole(label);
}

} // namespace

FlatFrames::FlatFrames(Annotations &annotations, std::map<qsizetype, QList<qsizetype>> anchored, QStringView text)
    : m_annotations(annotations), m_anchored(std::move(anchored)), m_text(text), m_before(annotations.attributions.size())
{
    for (const Attribution &attribution : std::as_const(annotations.attributions))
        m_last = std::max(m_last, attribution.id.number());
}

void FlatFrames::take(qsizetype from, qsizetype to, const QString &label, const Provenance &provenance)
{
    if (from == to)
        return;
    if (const QString role = roleNamed(from, label); !role.isEmpty())
        return takeRole(from, to, role, provenance);
    const auto fromRole = roleOfLabel(m_annotations.spans[from].label);
    const auto toRole = roleOfLabel(m_annotations.spans[to].label);
    if (!fromRole || !toRole || fromRole == toRole)
        return add(label.isEmpty() ? QStringLiteral("Relation") : label,
                   {{QStringLiteral("from"), idOf(from)}, {QStringLiteral("to"), idOf(to)}}, provenance);
    m_neighbours[from].append(to);
    m_neighbours[to].append(from);
    m_provenances.emplace(from, provenance);
    m_provenances.emplace(to, provenance);
    if (fromRole == contentRole)
        m_held.insert(to);
    if (toRole == contentRole)
        m_held.insert(from);
}

/// The role that a link from the span is labelled with; empty if it is none.
QString FlatFrames::roleNamed(qsizetype anchor, const QString &label) const
{
    if (const auto role = builtInRole(label))
        return *role;
    const auto known = m_anchored.find(anchor);
    if (known == m_anchored.end())
        return {};
    for (const qsizetype i : known->second) {
        if (!m_annotations.attributions[i].spans(label).isEmpty())
            return label;
    }
    return {};
}

void FlatFrames::takeRole(qsizetype anchor, qsizetype filler, const QString &role, const Provenance &provenance)
{
    QList<qsizetype> &frames = m_anchored[anchor];
    const RoleFiller filling{role, idOf(filler)};
    for (const qsizetype i : std::as_const(frames)) {
        Attribution &attribution = m_annotations.attributions[i];
        if (!attribution.fillers.contains(filling))
            continue;
        if (attribution.provenance.state == State::Suggested)
            attribution.provenance.state = provenance.state;
        return;
    }
    if (!frames.isEmpty()) {
        m_annotations.attributions[frames.constFirst()].fillers.append(filling);
        return;
    }
    const auto own = roleOfLabel(m_annotations.spans[anchor].label);
    add(QStringLiteral("Attribution"), {{own && *own != role ? *own : QStringLiteral("anchor"), idOf(anchor)}, filling},
        provenance);
    frames.append(m_annotations.attributions.size() - 1);
}

void FlatFrames::add(const QString &type, const QList<RoleFiller> &fillers, const Provenance &provenance)
{
    Attribution attribution;
    attribution.id = AttributionId(++m_last);
    attribution.type = type;
    attribution.fillers = fillers;
    attribution.provenance = provenance;
    attribution.provenance.confidence = std::nullopt;
    attribution.provenance.explanation.clear();
    m_annotations.attributions.append(attribution);
}

void FlatFrames::addAround(qsizetype content)
{
    QList<RoleFiller> fillers{{contentRole, idOf(content)}};
    const auto fill = [&](qsizetype span) {
        const RoleFiller filler{*roleOfLabel(m_annotations.spans[span].label), idOf(span)};
        if (!fillers.contains(filler))
            fillers.append(filler);
    };
    const QList<qsizetype> &direct = m_neighbours[content];
    for (const qsizetype part : direct) {
        fill(part);
        const QList<qsizetype> &indirect = m_neighbours[part];
        if (indirect.size() > mostNeighbours)
            continue;
        for (const qsizetype further : indirect) {
            if (!m_held.contains(further) && roleOfLabel(m_annotations.spans[further].label) != contentRole)
                fill(further);
        }
    }
    add(QStringLiteral("Attribution"), fillers, m_provenances.at(content));
}

void FlatFrames::finish()
{
    QSet<SpanId> framed;
    for (const auto &[span, neighbours] : m_neighbours) {
        if (roleOfLabel(m_annotations.spans[span].label) != contentRole)
            continue;
        addAround(span);
        for (const RoleFiller &filler : std::as_const(m_annotations.attributions.constLast().fillers))
            framed.insert(filler.span);
    }
    // Links that no content is near, as of a source and a cue alone.
    for (const auto &[span, neighbours] : m_neighbours) {
        for (const qsizetype other : neighbours) {
            if (span < other && !framed.contains(idOf(span)) && !framed.contains(idOf(other)))
                add(QStringLiteral("Attribution"),
                    {{*roleOfLabel(m_annotations.spans[span].label), idOf(span)},
                     {*roleOfLabel(m_annotations.spans[other].label), idOf(other)}},
                    m_provenances.at(span));
        }
    }
    for (qsizetype i = m_before; i < m_annotations.attributions.size(); ++i) {
        Attribution &attribution = m_annotations.attributions[i];
        QList<TextRange> content;
        for (const RoleFiller &filler : std::as_const(attribution.fillers)) {
            if (const Span *span = filler.role == contentRole ? m_annotations.span(filler.span) : nullptr)
                content += span->fragments;
        }
        attribution.kind = kindOf(canonical(content), m_text);
    }
}

} // namespace Quoth::Exchange
