// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/change.h>
#include <app/storage/project.h>

#include <QHash>

namespace Quoth::Editing {

/// What becomes of the names that annotations use when the schema changes: old to new, only where they differ.
struct SchemaMapping
{
    QHash<QString, QString> labels;
    QHash<QString, QString> frameTypes;
    QHash<QString, QHash<QString, QString>> roles; ///< by old frame type
    QHash<QString, QHash<QString, QString>> attributes; ///< by old label

    bool operator==(const SchemaMapping &) const = default;
};

/// The schema's change with all that follows from it in the articles, as one step. A label that spans still have without being mapped to one
/// that stays is refused, and so is a frame type or a role in use.
Result<QList<Annotation::Edit>> schemaStep(Storage::Project &project, const Annotation::Schema &after, const SchemaMapping &mapping,
                                           const QString &title);

} // namespace Quoth::Editing
