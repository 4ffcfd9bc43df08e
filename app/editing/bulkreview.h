// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "idallocator.h"
#include "reviewfilter.h"

#include <app/annotation/change.h>

#include <QMap>

namespace Quoth::Editing {

enum class BulkAction { Accept, Reject, Reopen, Delete, Relabel };

/// What to do to many items at once.
struct Bulk
{
    BulkAction action = BulkAction::Accept;
    QString label; ///< for Relabel: the new one

    bool operator==(const Bulk &) const = default;
};

/// The items that it would change. Accepting passes by what is accepted already, and so on; relabelling takes spans whose
/// roles, if they have any, accept the new label; deleting passes by what a detector made and was rejected, which stays.
QList<Item> affected(const QList<Item> &items, const Bulk &bulk, const ReviewedArticle &in);
/// The edit that does it to the items it would change: one step to undo. why, if given, says which items are meant: "reject 14 items: cue, up to 0.4".
Annotation::Edit bulkEdit(const QList<Item> &items, const Bulk &bulk, const ReviewedArticle &in, IdAllocator ids, const QString &person,
                          const QString &why = {});
/// "reject 14 items: cue, up to 0.4"
QString bulkTitle(const Bulk &bulk, int items, const Annotation::Schema &schema, const QString &why);

/// What a bulk would do, to be shown before it is done. Adds up over articles.
struct BulkPreview
{
    int items = 0;
    int articles = 0;
    QMap<QString, QMap<Annotation::State, int>> counts; ///< by the label's title and the state as it is now
    int keptAsRejected = 0; ///< of those to delete: what a detector made is rejected instead
    QStringList examples; ///< a few, in one line each

    void add(const QList<Item> &affected, const Bulk &bulk, const ReviewedArticle &in);
};

} // namespace Quoth::Editing
