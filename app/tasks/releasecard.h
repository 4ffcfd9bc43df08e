// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "releasecounts.h"
#include "releaseplan.h"

#include <app/exchange/releasefolder.h>

namespace Quoth::Tasks {

/// What a dataset card tells of.
struct ReleaseCard
{
    QString name;
    const ReleaseRecipe &recipe;
    const ReleasePlan &plan;
    const ReleaseCounts &counts;
    const Annotation::Schema &schema;
    const QList<Exchange::ReleasedFile> &files; ///< the data files, one a split
};

/// The README.md of a release: a YAML head as Hugging Face's hub and datasets library read it (huggingface.co/docs/hub/datasets-cards),
/// then a datasheet in words. It is in English whatever language the program speaks, so that the same release has the same bytes.
QByteArray releaseCardText(const ReleaseCard &card);

/// The hub's identifier for a license; "other" for those it has none for, "unknown" for none.
QString hubLicense(const QString &license);
/// The path of a split's file in a release.
QString releaseFileOf(const QString &split);

} // namespace Quoth::Tasks
