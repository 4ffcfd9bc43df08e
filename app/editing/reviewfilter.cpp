// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reviewfilter.h"

#include "reviewqueue.h"

#include <app/annotation/nesting.h>
#include <app/base/translation.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Quoth::Editing {

using namespace Annotation;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Quoth::Editing::ReviewFilter)
};

QString confidence(double value) { return QLocale().toString(value, 'g', 3); }

bool says(const Span &span, QStringView text, const QString &needle)
{
    if (span.note.contains(needle, Qt::CaseInsensitive))
        return true;
    if (span.fragments.size() > 1)
        return textOf(span.fragments, text).contains(needle, Qt::CaseInsensitive);
    const TextRange range = span.extent();
    return text.mid(range.begin, range.length()).contains(needle, Qt::CaseInsensitive);
}

bool says(const Item &item, const ReviewedArticle &in, const QString &needle)
{
    if (const auto *id = std::get_if<SpanId>(&item)) {
        if (says(*in.index.span(*id), in.article.text, needle))
            return true;
    } else {
        const Attribution &attribution = *in.index.attribution(std::get<AttributionId>(item));
        if (attribution.note.contains(needle, Qt::CaseInsensitive))
            return true;
        for (const RoleFiller &filler : attribution.fillers) {
            if (const Span *span = in.index.span(filler.span); span && says(*span, in.article.text, needle))
                return true;
        }
    }
    const auto id = speakerOfItem(item, in);
    const Speaker *speaker = id ? in.index.speaker(*id) : nullptr;
    return speaker && speaker->name.contains(needle, Qt::CaseInsensitive);
}

bool hasNote(const Item &item, const AnnotationIndex &index)
{
    if (const auto *id = std::get_if<SpanId>(&item))
        return !index.span(*id)->note.isEmpty();
    const Attribution &attribution = *index.attribution(std::get<AttributionId>(item));
    return !attribution.note.isEmpty() || std::any_of(attribution.fillers.begin(), attribution.fillers.end(), [&](const RoleFiller &filler) {
        const Span *span = index.span(filler.span);
        return span && !span->note.isEmpty();
    });
}

const Provenance &provenanceIn(const Item &item, const AnnotationIndex &index)
{
    if (const auto *id = std::get_if<SpanId>(&item))
        return index.span(*id)->provenance;
    return index.attribution(std::get<AttributionId>(item))->provenance;
}

bool exists(const Item &item, const AnnotationIndex &index)
{
    const auto *id = std::get_if<SpanId>(&item);
    return id ? index.span(*id) != nullptr : index.attribution(std::get<AttributionId>(item)) != nullptr;
}

bool isBefore(TextRange a, const Item &itemOfA, TextRange b, const Item &itemOfB)
{
    if (a.begin != b.begin)
        return a.begin < b.begin;
    return a.end != b.end ? a.end > b.end : itemOfA < itemOfB;
}

} // namespace

bool matches(const Item &item, const ReviewedArticle &in, const ReviewFilter &filter)
{
    if (!exists(item, in.index))
        return false;
    const auto *span = std::get_if<SpanId>(&item);
    if (filter.labels.isEmpty() ? span && in.index.isFramed(*span) : !filter.labels.contains(labelOf(item, in.index)))
        return false;
    const Provenance &provenance = provenanceIn(item, in.index);
    if (!filter.states.isEmpty() && !filter.states.contains(provenance.state))
        return false;
    if (filter.limitsConfidence()
        && (!provenance.confidence || *provenance.confidence < filter.minConfidence || *provenance.confidence > filter.maxConfidence))
        return false;
    if (filter.originKind && provenance.origin.kind != *filter.originKind)
        return false;
    if (!filter.originName.isEmpty() && provenance.origin.name != filter.originName)
        return false;
    if (filter.withNote && !hasNote(item, in.index))
        return false;
    if (filter.withoutSpeaker ? speakerOfItem(item, in).has_value() : filter.speaker && speakerOfItem(item, in) != filter.speaker)
        return false;
    return filter.text.isEmpty() || says(item, in, filter.text);
}

QList<Item> matching(const ReviewedArticle &in, const ReviewFilter &filter)
{
    struct Placed
    {
        TextRange range;
        Item item;
    };
    std::vector<Placed> placed;
    const auto add = [&](const Item &item, TextRange range) {
        if (matches(item, in, filter))
            placed.push_back({range, item});
    };
    const QList<AttributionId> attributions = in.index.attributionsInOrder();
    for (const AttributionId id : attributions)
        add(id, in.index.extent(*in.index.attribution(id)));
    for (const IntervalIndex::Entry &entry : in.index.spansInOrder())
        add(entry.id, entry.range);
    std::sort(placed.begin(), placed.end(),
              [](const Placed &a, const Placed &b) { return isBefore(a.range, a.item, b.range, b.item); });
    QList<Item> items;
    items.reserve(qsizetype(placed.size()));
    for (const Placed &one : placed)
        items.append(one.item);
    return items;
}

bool comesBefore(const Item &a, const Item &b, const AnnotationIndex &index)
{
    return isBefore(extentOf(a, index), a, extentOf(b, index), b);
}

std::optional<SpeakerId> speakerOfItem(const Item &item, const ReviewedArticle &in)
{
    if (const auto *id = std::get_if<AttributionId>(&item)) {
        const Attribution *attribution = in.index.attribution(*id);
        return attribution ? speakerOf(*attribution, in.index) : std::nullopt;
    }
    const Span *span = in.index.span(std::get<SpanId>(item));
    if (!span || span->speaker || !in.schema.rolesOf(span->label).isEmpty())
        return span ? span->speaker : std::nullopt;
    const auto around = enclosingAttribution(span->fragments, in.index);
    return around ? speakerOf(*in.index.attribution(*around), in.index) : std::nullopt;
}

QString labelOf(const Item &item, const AnnotationIndex &index)
{
    if (const auto *id = std::get_if<SpanId>(&item)) {
        const Span *span = index.span(*id);
        return span ? span->label : QString();
    }
    const Attribution *attribution = index.attribution(std::get<AttributionId>(item));
    return attribution ? attribution->type : QString();
}

QString titleOfLabel(const QString &name, const Schema &schema)
{
    if (const Label *label = schema.label(name))
        return label->title;
    const FrameType *type = schema.frameType(name);
    return type ? type->title : name;
}

QString wordsOf(const Item &item, const ReviewedArticle &in, int most)
{
    QList<TextRange> fragments;
    const auto add = [&](SpanId id) {
        if (const Span *span = in.index.span(id))
            fragments += span->fragments;
    };
    if (const auto *id = std::get_if<SpanId>(&item)) {
        add(*id);
    } else if (const Attribution *attribution = in.index.attribution(std::get<AttributionId>(item))) {
        const QList<SpanId> contents = attribution->spans(contentRole);
        for (const SpanId content : contents)
            add(content);
        for (qsizetype i = 0; contents.isEmpty() && i < attribution->fillers.size(); ++i)
            add(attribution->fillers[i].span);
    }
    QString words;
    for (const TextRange fragment : canonical(fragments)) {
        if (words.size() > most)
            break;
        if (!words.isEmpty())
            words += QStringLiteral(" … ");
        words += QStringView(in.article.text).mid(fragment.begin, std::min(fragment.length(), most + 1));
    }
    words = words.simplified();
    return words.size() > most ? words.left(most).trimmed() + u'…' : words;
}

QString describe(const ReviewFilter &filter, const Schema &schema, const QString &speaker)
{
    QStringList parts;
    for (const QString &label : filter.labels)
        parts.append(titleOfLabel(label, schema));
    for (const State state : filter.states) {
        switch (state) {
        case State::Suggested: parts.append(Words::tr("open")); break;
        case State::Accepted: parts.append(Words::tr("accepted")); break;
        case State::Rejected: parts.append(Words::tr("rejected")); break;
        }
    }
    if (filter.minConfidence > 0 && filter.maxConfidence < 1)
        parts.append(Words::tr("%1 to %2", "a range of confidence").arg(confidence(filter.minConfidence), confidence(filter.maxConfidence)));
    else if (filter.minConfidence > 0)
        parts.append(Words::tr("from %1", "the least confidence").arg(confidence(filter.minConfidence)));
    else if (filter.maxConfidence < 1)
        parts.append(Words::tr("up to %1", "the greatest confidence").arg(confidence(filter.maxConfidence)));
    if (!filter.originName.isEmpty())
        parts.append(Words::tr("made by %1").arg(filter.originName));
    else if (filter.originKind)
        parts.append(*filter.originKind == OriginKind::Person       ? Words::tr("made by people")
                         : *filter.originKind == OriginKind::Import ? Words::tr("imported")
                                                                    : Words::tr("found by detectors"));
    if (filter.withoutSpeaker)
        parts.append(Words::tr("without a speaker"));
    else if (filter.speaker)
        parts.append(speaker);
    if (filter.withNote)
        parts.append(Words::tr("with a note"));
    if (!filter.text.isEmpty())
        parts.append(Words::tr("“%1”").arg(filter.text));
    return listed(parts);
}

} // namespace Quoth::Editing
