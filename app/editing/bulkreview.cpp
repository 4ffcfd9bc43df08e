// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulkreview.h"

#include "edits.h"
#include "reviewqueue.h"

#include <algorithm>

namespace Quoth::Editing {

using namespace Annotation;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Quoth::Editing::BulkReview)
};

constexpr int mostExamples = 6;
constexpr int exampleLength = 90;

std::optional<State> stateAfter(BulkAction action)
{
    switch (action) {
    case BulkAction::Accept: return State::Accepted;
    case BulkAction::Reject: return State::Rejected;
    case BulkAction::Reopen: return State::Suggested;
    case BulkAction::Delete:
    case BulkAction::Relabel: break;
    }
    return std::nullopt;
}

bool mayHave(SpanId id, const QString &label, const ReviewedArticle &in)
{
    const QList<AttributionId> users = in.index.attributionsOf(id);
    return std::all_of(users.begin(), users.end(), [&](AttributionId user) {
        const Attribution &attribution = *in.index.attribution(user);
        const FrameType *type = in.schema.frameType(attribution.type);
        return std::all_of(attribution.fillers.begin(), attribution.fillers.end(), [&](const RoleFiller &filler) {
            if (filler.span != id || !type)
                return true;
            const auto role = std::find_if(type->roles.begin(), type->roles.end(), [&](const Role &r) { return r.name == filler.role; });
            return role == type->roles.end() || role->labels.contains(label);
        });
    });
}

Edit relabelled(const QList<Item> &items, const QString &label, const ReviewedArticle &in)
{
    EditBuilder builder(in.article, in.index);
    for (const Item &item : items) {
        Span span = *in.index.span(std::get<SpanId>(item));
        span.label = label;
        span.provenance.state = State::Accepted;
        span.provenance.origin.edited = span.provenance.origin.edited || span.provenance.origin.kind != OriginKind::Person;
        builder.set(span);
    }
    return builder.build({});
}

} // namespace

QList<Item> affected(const QList<Item> &items, const Bulk &bulk, const ReviewedArticle &in)
{
    QList<Item> result;
    const std::optional<State> state = stateAfter(bulk.action);
    std::copy_if(items.begin(), items.end(), std::back_inserter(result), [&](const Item &item) {
        const auto *id = std::get_if<SpanId>(&item);
        if (id ? !in.index.span(*id) : !in.index.attribution(std::get<AttributionId>(item)))
            return false;
        const Provenance provenance = provenanceOf(item, in.index);
        if (state)
            return provenance.state != *state;
        if (bulk.action == BulkAction::Delete)
            return provenance.origin.kind != OriginKind::Detector || provenance.state != State::Rejected;
        return id && in.schema.label(bulk.label) && in.index.span(*id)->label != bulk.label && mayHave(*id, bulk.label, in);
    });
    return result;
}

QString bulkTitle(const Bulk &bulk, int items, const Schema &schema, const QString &why)
{
    QString title;
    switch (bulk.action) {
    case BulkAction::Accept: title = Words::tr("accept %n item(s)", nullptr, items); break;
    case BulkAction::Reject: title = Words::tr("reject %n item(s)", nullptr, items); break;
    case BulkAction::Reopen: title = Words::tr("reopen %n item(s)", nullptr, items); break;
    case BulkAction::Delete: title = Words::tr("delete %n item(s)", nullptr, items); break;
    case BulkAction::Relabel:
        title = Words::tr("relabel %n item(s) as %1", nullptr, items).arg(titleOfLabel(bulk.label, schema));
        break;
    }
    return why.isEmpty() ? title : Words::tr("%1: %2", "what is done, and to which items").arg(title, why);
}

Edit bulkEdit(const QList<Item> &items, const Bulk &bulk, const ReviewedArticle &in, IdAllocator ids, const QString &person,
              const QString &why)
{
    const QList<Item> meant = affected(items, bulk, in);
    Edits edits(in.article, in.index, in.schema, ids, person);
    Edit edit;
    if (const auto state = stateAfter(bulk.action))
        edit = edits.setState(meant, *state);
    else if (bulk.action == BulkAction::Delete)
        edit = edits.remove(meant);
    else
        edit = relabelled(meant, bulk.label, in);
    edit.title = bulkTitle(bulk, int(meant.size()), in.schema, why);
    return edit;
}

void BulkPreview::add(const QList<Item> &affected, const Bulk &bulk, const ReviewedArticle &in)
{
    articles += affected.isEmpty() ? 0 : 1;
    items += int(affected.size());
    for (const Item &item : affected) {
        const QString title = titleOfLabel(labelOf(item, in.index), in.schema);
        const Provenance provenance = provenanceOf(item, in.index);
        ++counts[title][provenance.state];
        keptAsRejected += bulk.action == BulkAction::Delete && provenance.origin.kind == OriginKind::Detector;
        if (examples.size() < mostExamples)
            examples.append(Words::tr("%1: %2", "a label, and words that have it").arg(title, wordsOf(item, in, exampleLength)));
    }
}

} // namespace Quoth::Editing
