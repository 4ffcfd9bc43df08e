// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "releasecounts.h"
#include "releaseplan.h"

#include <app/exchange/releasefolder.h>
#include <app/storage/releases.h>

namespace Quoth::Tasks {

/// A dataset made of a project, or what it would be.
struct Release
{
    QString name;
    ReleaseRecipe recipe;
    ReleasePlan plan;
    ReleaseCounts counts;
    QList<Exchange::ReleasedFile> files; ///< with the manifest, which comes last
    Storage::ReleasePlaces places;
    QList<Annotation::Issue> issues; ///< the plan's, and what the lines leave out
    std::optional<qint64> number; ///< under which the project remembers it

    QByteArray manifest() const { return files.constLast().sha256; }
};

/// Reads the project twice, article by article, and writes data/SPLIT.jsonl, README.md, schema.json and manifest.json to a folder, see
/// Exchange::ReleaseFolder. Without a folder it only finds out what would be there, to the byte. The same project, with the
/// same releases, and recipe give the same bytes. With who, the project remembers the release; the folder is put in its place within that transaction.
Result<Release> makeRelease(Storage::Project &project, const ReleaseRecipe &recipe, const QString &folder, const std::optional<QString> &who,
                            const Progress &progress);

/// What is different between two releases of a project.
struct ReleaseDifference
{
    struct Move
    {
        QString article;
        QString from;
        QString to;

        bool operator==(const Move &) const = default;
    };

    QStringList added;
    QStringList removed;
    QStringList changed; ///< in both, with other lines
    QList<Move> moved; ///< in both, in other splits

    bool operator==(const ReleaseDifference &) const = default;
    bool isEmpty() const { return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && moved.isEmpty(); }
};

ReleaseDifference differenceBetween(const Storage::ReleasePlaces &before, const Storage::ReleasePlaces &after);

} // namespace Quoth::Tasks
