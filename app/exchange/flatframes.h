// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>

#include <QSet>

#include <map>

namespace Quoth::Exchange {

/// Makes attributions of links between spans, see restored(). Spans and attributions are named by their place in the
/// annotations, to which nobody else may add until finish().
class FlatFrames
{
public:
    /// anchored: for a span, the attributions whose links begin at it.
    FlatFrames(Annotation::Annotations &annotations, std::map<qsizetype, QList<qsizetype>> anchored, QStringView text);

    void take(qsizetype from, qsizetype to, const QString &label, const Annotation::Provenance &provenance);
    void finish();

private:
    QString roleNamed(qsizetype anchor, const QString &label) const;
    void takeRole(qsizetype anchor, qsizetype filler, const QString &role, const Annotation::Provenance &provenance);
    void add(const QString &type, const QList<Annotation::RoleFiller> &fillers, const Annotation::Provenance &provenance);
    void addAround(qsizetype content);
    SpanId idOf(qsizetype span) const { return m_annotations.spans[span].id; }

    Annotation::Annotations &m_annotations;
    std::map<qsizetype, QList<qsizetype>> m_anchored;
    QStringView m_text;
    qsizetype m_before; // attributions that were there
    qint64 m_last = 0; // the largest id of an attribution
    std::map<qsizetype, QList<qsizetype>> m_neighbours;
    std::map<qsizetype, Annotation::Provenance> m_provenances;
    QSet<qsizetype> m_held; // linked to a content itself
};

} // namespace Quoth::Exchange
