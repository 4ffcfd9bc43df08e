// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "project.h"

#include <QHash>

namespace Quoth::Storage {

/// How much of a schema a project uses, over all its articles and states.
struct SchemaUse
{
    QHash<QString, int> labels; ///< spans, by label
    QHash<QString, int> frameTypes; ///< attributions, by type
    QHash<QString, QHash<QString, int>> roles; ///< fillers, by type and role

    bool operator==(const SchemaUse &) const = default;
};

Result<SchemaUse> schemaUse(Project &project);
/// The articles that have spans of these labels or frames of these types.
Result<QList<ArticleId>> articlesUsing(Project &project, const QStringList &labels, const QStringList &frameTypes);

} // namespace Quoth::Storage
