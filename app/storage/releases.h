// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "project.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>

#include <functional>

namespace Quoth::Storage {

/// Where an article is in a release.
struct ReleasePlace
{
    QString split;
    QByteArray line; ///< the SHA-256 of its line in the release, in hexadecimal

    bool operator==(const ReleasePlace &) const = default;
};

/// A release of a dataset, as the project remembers it.
struct ReleaseRecord
{
    qint64 number = 0; ///< given by the project, from 1, never twice
    QDateTime made; ///< UTC; now if not given
    QString who;
    QString name;
    QJsonObject recipe;
    QJsonObject choice; ///< the parts of the recipe that say which articles go where
    QByteArray manifest; ///< the SHA-256 of its manifest, in hexadecimal
    int articles = 0;
    QJsonObject counts;

    bool operator==(const ReleaseRecord &) const = default;
};

using ReleasePlaces = QMap<QString, ReleasePlace>; ///< by the articles' external ids

/// The articles with all their metadata, of which Project::articles() leaves out what is of no known kind; no text is read.
Result<QList<ArticleSummary>> articlesWithMetadata(Project &project);

/// Adds a release and gives its number, in one transaction; beforeCommit has the last word on whether it comes to be.
Result<qint64> addRelease(Project &project, const ReleaseRecord &release, const ReleasePlaces &places,
                          const std::function<Result<void>()> &beforeCommit = {});
/// Newest first.
Result<QList<ReleaseRecord>> releases(Project &project);
/// NotFound if there is none of that number.
Result<ReleaseRecord> release(Project &project, qint64 number);
Result<ReleasePlaces> releasePlaces(Project &project, qint64 number);

} // namespace Quoth::Storage
