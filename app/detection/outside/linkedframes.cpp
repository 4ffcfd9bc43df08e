// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linkedframes.h"

#include "words.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace Quoth::Detection {

using namespace Annotation;

namespace {

constexpr qsizetype mostNeighbours = 100; // whom more are linked to joins nothing: all would be walked for each

class FrameLinks
{
public:
    FrameLinks(const FrameType &frame, AnswerBuilder &builder) : m_frame(frame), m_builder(builder)
    {
        const auto required
            = std::find_if(frame.roles.begin(), frame.roles.end(), [](const Role &role) { return role.required; });
        m_anchor = required != frame.roles.end() ? required->name
            : frame.roles.isEmpty()              ? QString()
                                                 : frame.roles.constLast().name;
    }

    /// Whether the frame type has a role for each of the two, and not the same.
    bool take(SpanId a, SpanId b)
    {
        const QString roleA = roleOf(a);
        const QString roleB = roleOf(b);
        if (roleA.isEmpty() || roleB.isEmpty() || roleA == roleB)
            return false;
        m_neighbours[a].append(b);
        m_neighbours[b].append(a);
        return true;
    }

    void addFrames()
    {
        QSet<SpanId> held; // by an anchor itself
        for (const auto &[span, neighbours] : m_neighbours) {
            if (isAnchor(span))
                held.unite(QSet<SpanId>(neighbours.begin(), neighbours.end()));
        }
        for (const auto &[anchor, neighbours] : m_neighbours) {
            if (!isAnchor(anchor))
                continue;
            QList<SpanId> parts{anchor};
            parts += neighbours;
            for (const SpanId part : neighbours) {
                if (m_neighbours[part].size() > mostNeighbours)
                    continue;
                for (const SpanId further : m_neighbours[part]) {
                    if (!held.contains(further) && !isAnchor(further))
                        parts.append(further);
                }
            }
            addFrame(parts);
        }
    }

private:
    QString roleOf(SpanId id) const
    {
        const QString &label = m_builder.span(id)->label;
        const auto role = std::find_if(m_frame.roles.begin(), m_frame.roles.end(),
                                       [&label](const Role &each) { return each.labels.contains(label); });
        return role == m_frame.roles.end() ? QString() : role->name;
    }
    bool isAnchor(SpanId id) const { return roleOf(id) == m_anchor; }

    // A frame is as sure as its least sure part.
    void addFrame(const QList<SpanId> &parts)
    {
        QList<RoleFiller> fillers;
        AnswerBuilder::Grade grade;
        for (const SpanId part : parts) {
            fillers.append({roleOf(part), part});
            if (const auto sure = m_builder.span(part)->provenance.confidence)
                grade.confidence = std::min(grade.confidence.value_or(1), *sure);
        }
        m_builder.addAttribution(m_frame.name, fillers, grade, std::nullopt);
    }

    const FrameType &m_frame;
    AnswerBuilder &m_builder;
    QString m_anchor;
    std::map<SpanId, QList<SpanId>> m_neighbours;
};

} // namespace

void addLinkedFrames(const QList<std::pair<SpanId, SpanId>> &links, AnswerBuilder &builder)
{
    std::vector<FrameLinks> frames;
    for (const FrameType &frame : builder.schema().frameTypes)
        frames.emplace_back(frame, builder);
    for (const auto &[a, b] : links) {
        const bool taken
            = std::any_of(frames.begin(), frames.end(), [a = a, b = b](FrameLinks &frame) { return frame.take(a, b); });
        if (!taken)
            builder.leaveOut(OutsideWords::tr("Relations between labels that no role of the label schema joins were left out."));
    }
    for (FrameLinks &frame : frames)
        frame.addFrames();
}

} // namespace Quoth::Detection
