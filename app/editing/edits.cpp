// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "edits.h"

#include <algorithm>

namespace Quoth::Editing {

using namespace Annotation;

Provenance Edits::mine() const
{
    Provenance provenance;
    provenance.state = State::Accepted;
    provenance.origin.kind = OriginKind::Person;
    provenance.origin.name = m_person;
    return provenance;
}

Span Edits::touched(const Span &span) const
{
    Span result = span;
    result.provenance.origin.edited = span.provenance.origin.edited || span.provenance.origin.kind != OriginKind::Person;
    result.provenance.state = State::Accepted;
    return result;
}

Attribution Edits::touched(const Attribution &attribution) const
{
    Attribution result = attribution;
    result.provenance.origin.edited
        = attribution.provenance.origin.edited || attribution.provenance.origin.kind != OriginKind::Person;
    return result;
}

std::optional<SpeakerId> Edits::speakerCalled(const QString &name) const
{
    std::optional<SpeakerId> found;
    const QList<Speaker> speakers = m_index.speakers();
    for (const Speaker &speaker : speakers) {
        if (!speaker.isCalled(name))
            continue;
        if (found)
            return std::nullopt;
        found = speaker.id;
    }
    return found;
}

SpanId Edits::spanAt(EditBuilder &builder, const QString &label, const QList<TextRange> &fragments)
{
    const QList<SpanId> there = m_index.spansTouching({fragments.constFirst().begin, fragments.constLast().end});
    for (const SpanId id : there) {
        const Span *span = builder.span(id);
        if (span && span->label == label && span->fragments == fragments) {
            Span accepted = *span;
            accepted.provenance.state = State::Accepted;
            builder.set(accepted);
            return id;
        }
    }
    Span span;
    span.id = m_ids.span();
    span.label = label;
    span.fragments = fragments;
    span.provenance = mine();
    const Label *known = m_schema.label(label);
    if (known && known->namesSpeaker)
        span.speaker = speakerCalled(textOf(fragments, m_article.text));
    builder.set(span);
    return span.id;
}

Edit Edits::addSpan(const QString &label, const QList<TextRange> &fragments, SpanId *added)
{
    EditBuilder builder(m_article, m_index);
    const QList<TextRange> clean = wholeCharacters(fragments, m_article.text);
    if (!isValid(clean, m_article.text.size()))
        return builder.build({});
    const SpanId id = spanAt(builder, label, clean);
    if (added)
        *added = id;
    const Label *known = m_schema.label(label);
    return builder.build(tr("label as %1").arg(known ? known->title : label));
}

Edit Edits::setFragments(SpanId id, const QList<TextRange> &fragments)
{
    EditBuilder builder(m_article, m_index);
    const Span *span = m_index.span(id);
    const QList<TextRange> clean = wholeCharacters(fragments, m_article.text);
    if (span && span->fragments != clean && isValid(clean, m_article.text.size())) {
        Span changed = touched(*span);
        changed.fragments = clean;
        builder.set(changed);
        const QList<AttributionId> users = m_index.attributionsOf(id);
        for (const AttributionId user : users) {
            builder.set(touched(*m_index.attribution(user)));
            updateKind(builder, user);
            if (users.size() == 1) // which of several was meant is not known
                acceptFixed(builder, user);
        }
    }
    return builder.build(tr("move an edge"));
}

Edit Edits::relabel(SpanId id, const QString &label)
{
    EditBuilder builder(m_article, m_index);
    if (const Span *span = m_index.span(id); span && span->label != label) {
        Span changed = touched(*span);
        changed.label = label;
        builder.set(changed);
    }
    const Label *known = m_schema.label(label);
    return builder.build(tr("relabel as %1").arg(known ? known->title : label));
}

Edit Edits::setNote(const Item &item, const QString &note)
{
    EditBuilder builder(m_article, m_index);
    if (const auto *spanId = std::get_if<SpanId>(&item)) {
        if (const Span *span = m_index.span(*spanId)) {
            Span changed = *span;
            changed.note = note;
            builder.set(changed);
        }
    } else if (const Attribution *attribution = m_index.attribution(std::get<AttributionId>(item))) {
        Attribution changed = *attribution;
        changed.note = note;
        builder.set(changed);
    }
    return builder.build(tr("change a note"));
}

Edit Edits::setAttribute(SpanId id, const QString &name, const QString &value)
{
    EditBuilder builder(m_article, m_index);
    if (const Span *span = m_index.span(id)) {
        Span changed = touched(*span);
        if (value.isEmpty())
            changed.attributes.remove(name);
        else
            changed.attributes.insert(name, value);
        if (changed.attributes != span->attributes)
            builder.set(changed);
    }
    return builder.build(tr("set %1").arg(name));
}

void Edits::removeSpan(EditBuilder &builder, SpanId id) const
{
    const Span *span = builder.span(id);
    if (!span)
        return;
    if (span->provenance.origin.kind == OriginKind::Detector) {
        Span rejected = *span;
        rejected.provenance.state = State::Rejected;
        builder.set(rejected);
        return;
    }
    const QList<AttributionId> users = m_index.attributionsOf(id);
    for (const AttributionId user : users) {
        const Attribution *attribution = builder.attribution(user);
        if (!attribution)
            continue;
        Attribution changed = touched(*attribution);
        changed.fillers.removeIf([id](const RoleFiller &filler) { return filler.span == id; });
        if (changed.fillers.isEmpty())
            builder.remove(user);
        else
            builder.set(changed);
    }
    builder.remove(id);
}

Edit Edits::remove(const QList<Item> &items)
{
    EditBuilder builder(m_article, m_index);
    for (const Item &item : items) {
        if (const auto *span = std::get_if<SpanId>(&item)) {
            removeSpan(builder, *span);
            continue;
        }
        const AttributionId id = std::get<AttributionId>(item);
        const Attribution *attribution = builder.attribution(id);
        if (!attribution)
            continue;
        if (attribution->provenance.origin.kind == OriginKind::Detector) {
            setItemState(builder, item, State::Rejected);
            continue;
        }
        const QList<RoleFiller> fillers = attribution->fillers;
        builder.remove(id);
        for (const RoleFiller &filler : fillers) {
            const QList<AttributionId> users = m_index.attributionsOf(filler.span);
            if (std::none_of(users.begin(), users.end(), [&](AttributionId user) { return builder.attribution(user); }))
                removeSpan(builder, filler.span);
        }
    }
    return builder.build(tr("delete %n item(s)", nullptr, int(items.size())));
}

void Edits::setSpanState(EditBuilder &builder, SpanId id, State state) const
{
    if (const Span *span = builder.span(id); span && span->provenance.state != state) {
        Span changed = *span;
        changed.provenance.state = state;
        builder.set(changed);
    }
}

void Edits::setItemState(EditBuilder &builder, const Item &item, State state) const
{
    if (const auto *span = std::get_if<SpanId>(&item)) {
        setSpanState(builder, *span, state);
        return;
    }
    const Attribution *attribution = builder.attribution(std::get<AttributionId>(item));
    if (!attribution)
        return;
    Attribution changed = *attribution;
    changed.provenance.state = state;
    builder.set(changed);
    for (const RoleFiller &filler : std::as_const(changed.fillers)) {
        const QList<AttributionId> users = m_index.attributionsOf(filler.span);
        const bool wantedElsewhere = std::any_of(users.begin(), users.end(), [&](AttributionId user) {
            const Attribution *other = builder.attribution(user);
            return other && user != changed.id && other->provenance.state != State::Rejected
                && (state == State::Rejected || other->provenance.state == State::Accepted);
        });
        if (state == State::Accepted || !wantedElsewhere)
            setSpanState(builder, filler.span, state);
    }
}

// Who mends a suggestion has decided on it.
void Edits::acceptFixed(EditBuilder &builder, AttributionId id) const
{
    if (const Attribution *attribution = builder.attribution(id); attribution && attribution->provenance.state == State::Suggested)
        setItemState(builder, id, State::Accepted);
}

Edit Edits::setState(const QList<Item> &items, State state)
{
    EditBuilder builder(m_article, m_index);
    for (const Item &item : items)
        setItemState(builder, item, state);
    const int count = int(items.size());
    switch (state) {
    case State::Accepted: return builder.build(tr("accept %n item(s)", nullptr, count));
    case State::Rejected: return builder.build(tr("reject %n item(s)", nullptr, count));
    case State::Suggested: return builder.build(tr("reopen %n item(s)", nullptr, count));
    }
    Q_UNREACHABLE();
}

Edit Edits::acceptAll(double confidence)
{
    QList<Item> items;
    const auto sure = [confidence](const Provenance &p) {
        return p.state == State::Suggested && p.confidence && *p.confidence >= confidence;
    };
    const QList<AttributionId> attributions = m_index.attributionsInOrder();
    for (const AttributionId id : attributions) {
        if (sure(m_index.attribution(id)->provenance))
            items.append(id);
    }
    for (const IntervalIndex::Entry &entry : m_index.spansInOrder()) {
        if (!m_index.isFramed(entry.id) && sure(m_index.span(entry.id)->provenance))
            items.append(entry.id);
    }
    return setState(items, State::Accepted);
}

void Edits::creditTo(EditBuilder &builder, const Item &item, std::optional<SpeakerId> speaker) const
{
    const auto credit = [&](SpanId id) {
        if (const Span *span = builder.span(id); span && span->speaker != speaker) {
            Span changed = *span;
            changed.provenance.origin.edited
                = span->provenance.origin.edited || span->provenance.origin.kind != OriginKind::Person;
            changed.speaker = speaker;
            builder.set(changed);
        }
    };
    if (const auto *span = std::get_if<SpanId>(&item)) {
        credit(*span);
        return;
    }
    const Attribution *attribution = builder.attribution(std::get<AttributionId>(item));
    if (!attribution)
        return;
    const QList<SpanId> sources = attribution->spans(sourceRole);
    for (const SpanId source : sources)
        credit(source);
    if (sources.isEmpty() && attribution->speaker != speaker) {
        Attribution changed = touched(*attribution);
        changed.speaker = speaker;
        builder.set(changed);
    }
}

Edit Edits::setSpeaker(const Item &item, std::optional<SpeakerId> speaker)
{
    EditBuilder builder(m_article, m_index);
    creditTo(builder, item, speaker);
    return builder.build(tr("set the speaker"));
}

SpeakerId Edits::speakerNamed(EditBuilder &builder, const QString &name, SpeakerType type) const
{
    if (const std::optional<SpeakerId> known = speakerCalled(name))
        return *known;
    // Where several have the name, who has it as the canonical one is meant, and of those the first.
    std::optional<SpeakerId> first;
    const QList<Speaker> speakers = m_index.speakers();
    for (const Speaker &other : speakers) {
        if (other.name.compare(name, Qt::CaseInsensitive) == 0 && (!first || other.id < *first))
            first = other.id;
    }
    if (first)
        return *first;
    Speaker speaker;
    speaker.id = m_ids.speaker();
    speaker.name = name;
    speaker.type = type;
    builder.set(speaker);
    return speaker.id;
}

Edit Edits::setSpeakerByName(const Item &item, const QString &name, SpeakerType type)
{
    EditBuilder builder(m_article, m_index);
    const QString trimmed = name.simplified();
    if (trimmed.isEmpty()) {
        creditTo(builder, item, std::nullopt);
    } else {
        creditTo(builder, item, speakerNamed(builder, trimmed, type));
    }
    return builder.build(tr("set the speaker"));
}

Edit Edits::changeSpeaker(const Speaker &speaker)
{
    EditBuilder builder(m_article, m_index);
    if (m_index.speaker(speaker.id) && !speaker.name.trimmed().isEmpty())
        builder.set(speaker);
    return builder.build(tr("change the speaker %1").arg(speaker.name));
}

} // namespace Quoth::Editing
