// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "colouring.h"

#include "words.h"

#include <app/annotation/change.h>
#include <app/annotation/nesting.h>

#include <QSet>

#include <algorithm>

namespace Quoth::Rendering {

using namespace Annotation;

namespace {

// Orange, sky blue, bluish green, blue, vermillion, reddish purple, yellow.
constexpr QRgb okabeIto[givenColours] = {0xffe69f00, 0xff56b4e9, 0xff009e73, 0xff0072b2, 0xffd55e00, 0xffcc79a7, 0xfff0e442};
constexpr QRgb grey = 0xff808080;

QString annotatorOf(const Provenance &provenance)
{
    switch (provenance.origin.kind) {
    case OriginKind::Person: return provenance.origin.name.isEmpty() ? Words::tr("a person") : provenance.origin.name;
    case OriginKind::Detector: return Words::tr("detector “%1”").arg(provenance.origin.name);
    case OriginKind::Import:
        return provenance.origin.name.isEmpty() ? Words::tr("imported") : Words::tr("imported: %1").arg(provenance.origin.name);
    }
    Q_UNREACHABLE();
}

int groupOfState(State state)
{
    switch (state) {
    case State::Suggested: return 1;
    case State::Accepted: return 2;
    case State::Rejected: return 3;
    }
    Q_UNREACHABLE();
}

QString titleOfState(State state)
{
    switch (state) {
    case State::Suggested: return Words::tr("suggested");
    case State::Accepted: return Words::tr("accepted");
    case State::Rejected: return Words::tr("rejected");
    }
    Q_UNREACHABLE();
}

} // namespace

QList<ColourBy> allColourBy() { return {ColourBy::Label, ColourBy::Speaker, ColourBy::State, ColourBy::Annotator}; }

QString toString(ColourBy colourBy)
{
    switch (colourBy) {
    case ColourBy::Label: return QStringLiteral("label");
    case ColourBy::Speaker: return QStringLiteral("speaker");
    case ColourBy::State: return QStringLiteral("state");
    case ColourBy::Annotator: return QStringLiteral("annotator");
    }
    Q_UNREACHABLE();
}

std::optional<ColourBy> colourByFromString(QStringView name)
{
    const QList<ColourBy> all = allColourBy();
    for (const ColourBy colourBy : all) {
        if (name == toString(colourBy))
            return colourBy;
    }
    return std::nullopt;
}

QString titleOf(ColourBy colourBy)
{
    switch (colourBy) {
    case ColourBy::Label: return Words::tr("Label");
    case ColourBy::Speaker: return Words::tr("Speaker");
    case ColourBy::State: return Words::tr("State");
    case ColourBy::Annotator: return Words::tr("Annotator");
    }
    Q_UNREACHABLE();
}

QColor givenColour(qint64 number) { return QColor::fromRgb(okabeIto[(number - 1) % givenColours]); }

QColor colourOf(const Speaker &speaker) { return isColour(speaker.colour) ? QColor(speaker.colour) : givenColour(speaker.id.number()); }

bool Colouring::setColourBy(ColourBy colourBy)
{
    if (colourBy == m_colourBy)
        return false;
    m_colourBy = colourBy;
    refresh();
    return true;
}

bool Colouring::refresh()
{
    const QList<QColor> before = m_colours;
    const QHash<QString, int> annotatorsBefore = m_groupOfAnnotator;
    m_colours = {m_colourBy == ColourBy::Label ? QColor() : QColor::fromRgb(grey)};
    m_groupOfColour.clear();
    m_groupOfAnnotator.clear();
    switch (m_colourBy) {
    case ColourBy::Label: break;
    case ColourBy::Speaker: {
        for (int i = 1; i <= givenColours; ++i)
            m_colours.append(givenColour(i));
        const QList<Speaker> speakers = m_index.speakers();
        for (const Speaker &speaker : speakers)
            take(speaker);
        break;
    }
    case ColourBy::State: m_colours += {givenColour(1), givenColour(4), givenColour(6)}; break;
    case ColourBy::Annotator: {
        // In the order of their names, so that a second look at the article gives the same colours.
        QMap<QString, Provenance> annotators;
        for (const IntervalIndex::Entry &entry : m_index.spansInOrder()) {
            const Provenance &provenance = m_index.span(entry.id)->provenance;
            annotators.insert(annotatorOf(provenance), provenance);
        }
        for (const Provenance &provenance : std::as_const(annotators))
            take(provenance);
        break;
    }
    }
    return m_colours != before || m_groupOfAnnotator != annotatorsBefore;
}

bool Colouring::take(const Speaker &speaker)
{
    if (!isColour(speaker.colour))
        return false;
    const QRgb rgb = QColor(speaker.colour).rgb();
    if (m_groupOfColour.contains(rgb))
        return false;
    m_groupOfColour.insert(rgb, int(m_colours.size()));
    m_colours.append(QColor::fromRgb(rgb));
    return true;
}

bool Colouring::take(const Provenance &provenance)
{
    const QString name = annotatorOf(provenance);
    if (m_groupOfAnnotator.contains(name))
        return false;
    m_groupOfAnnotator.insert(name, int(m_colours.size()));
    m_colours.append(givenColour(m_colours.size()));
    return true;
}

bool Colouring::follow(const Edit &edit)
{
    bool changed = false;
    for (const Change &change : edit.changes) {
        if (const auto *speaker = std::get_if<ChangeOf<Speaker>>(&change); speaker && m_colourBy == ColourBy::Speaker) {
            const bool differs = !speaker->before || !speaker->after || speaker->before->colour != speaker->after->colour;
            changed = (speaker->after && take(*speaker->after)) || differs || changed;
        } else if (const auto *span = std::get_if<ChangeOf<Span>>(&change); span && span->after && m_colourBy == ColourBy::Annotator) {
            changed = take(span->after->provenance) || changed;
        }
    }
    return changed;
}

std::optional<SpeakerId> Colouring::speakerOfSpan(const Span &span) const
{
    if (span.speaker)
        return span.speaker;
    QList<AttributionId> frames = m_index.attributionsOf(span.id);
    std::sort(frames.begin(), frames.end());
    for (const AttributionId id : std::as_const(frames)) {
        const Attribution *attribution = m_index.attribution(id);
        if (attribution->provenance.state != State::Rejected) {
            if (const auto speaker = speakerOf(*attribution, m_index))
                return speaker;
        }
    }
    if (!frames.isEmpty())
        return std::nullopt;
    const auto around = enclosingAttribution(span.fragments, m_index);
    return around ? speakerOf(*m_index.attribution(*around), m_index) : std::nullopt;
}

int Colouring::groupOf(std::optional<SpeakerId> id) const
{
    const Speaker *speaker = id ? m_index.speaker(*id) : nullptr;
    if (!speaker)
        return 0;
    if (isColour(speaker->colour))
        return m_groupOfColour.value(QColor(speaker->colour).rgb(), 0);
    return int((speaker->id.number() - 1) % givenColours) + 1;
}

int Colouring::groupOf(const Provenance &provenance) const
{
    return m_colourBy == ColourBy::State ? groupOfState(provenance.state) : m_groupOfAnnotator.value(annotatorOf(provenance), 0);
}

int Colouring::groupOf(const Span &span) const
{
    switch (m_colourBy) {
    case ColourBy::Label: return 0;
    case ColourBy::Speaker: return groupOf(speakerOfSpan(span));
    case ColourBy::State:
    case ColourBy::Annotator: return groupOf(span.provenance);
    }
    Q_UNREACHABLE();
}

int Colouring::groupOf(const Attribution &attribution) const
{
    switch (m_colourBy) {
    case ColourBy::Label: return 0;
    case ColourBy::Speaker: return groupOf(speakerOf(attribution, m_index));
    case ColourBy::State:
    case ColourBy::Annotator: return groupOf(attribution.provenance);
    }
    Q_UNREACHABLE();
}

QList<Colouring::Title> Colouring::titles(const QList<State> &states) const
{
    QList<Title> titles;
    if (m_colourBy == ColourBy::Label)
        return titles;
    QSet<QString> seen;
    bool isSomeNobody = false;
    for (const IntervalIndex::Entry &entry : m_index.spansInOrder()) {
        const Span &span = *m_index.span(entry.id);
        if (!states.contains(span.provenance.state))
            continue;
        QString title;
        int group = 0;
        if (m_colourBy == ColourBy::Speaker) {
            const auto id = speakerOfSpan(span);
            const Speaker *speaker = id ? m_index.speaker(*id) : nullptr;
            isSomeNobody = isSomeNobody || !speaker;
            if (!speaker)
                continue;
            title = speaker->name;
            group = groupOf(id);
        } else {
            title = m_colourBy == ColourBy::State ? titleOfState(span.provenance.state) : annotatorOf(span.provenance);
            group = groupOf(span.provenance);
        }
        if (seen.contains(title))
            continue;
        seen.insert(title);
        titles.append({group, title});
    }
    if (isSomeNobody)
        titles.append({0, Words::tr("nobody")});
    return titles;
}

} // namespace Quoth::Rendering
