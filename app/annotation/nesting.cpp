// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nesting.h"

namespace Quoth::Annotation {

namespace {

QList<TextRange> fragmentsOf(const Attribution &attribution, QStringView role, const AnnotationIndex &index)
{
    QList<TextRange> fragments;
    for (const SpanId id : attribution.spans(role)) {
        if (const Span *span = index.span(id))
            fragments += span->fragments;
    }
    return canonical(fragments);
}

qint64 lengthOf(const QList<TextRange> &fragments)
{
    qint64 length = 0;
    for (const TextRange fragment : fragments)
        length += fragment.length();
    return length;
}

} // namespace

std::optional<AttributionId> enclosingAttribution(const QList<TextRange> &fragments, const AnnotationIndex &index,
                                                  std::optional<AttributionId> except)
{
    if (fragments.isEmpty())
        return std::nullopt;
    std::optional<AttributionId> best;
    qint64 bestLength = std::numeric_limits<qint64>::max();
    const qint32 begin = fragments.constFirst().begin;
    const QList<SpanId> around = index.spansTouching({begin, begin + 1});
    for (const SpanId spanId : around) {
        for (const AttributionId id : index.attributionsOf(spanId)) {
            const Attribution *attribution = index.attribution(id);
            if (id == except || attribution->provenance.state == State::Rejected
                || !attribution->spans(contentRole).contains(spanId))
                continue;
            const QList<TextRange> content = fragmentsOf(*attribution, contentRole, index);
            const qint64 length = lengthOf(content);
            const bool larger = length > lengthOf(fragments) || (!except && content == fragments);
            if (larger && contains(content, fragments) && (length < bestLength || (length == bestLength && id < *best))) {
                best = id;
                bestLength = length;
            }
        }
    }
    return best;
}

std::optional<AttributionId> parentOf(const Attribution &attribution, const AnnotationIndex &index)
{
    const QList<TextRange> core
        = canonical(fragmentsOf(attribution, contentRole, index) + fragmentsOf(attribution, cueRole, index));
    return enclosingAttribution(core, index, attribution.id);
}

int depthOf(const Attribution &attribution, const AnnotationIndex &index)
{
    int depth = 0;
    // Each parent's content is larger than its child's, so that the walk ends.
    for (std::optional<AttributionId> parent = parentOf(attribution, index); parent;
         parent = parentOf(*index.attribution(*parent), index))
        ++depth;
    return depth;
}

} // namespace Quoth::Annotation
