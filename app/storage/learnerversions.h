// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "project.h"

#include <QDateTime>

namespace Quoth::Storage {

/// What was learned from a project's decisions at one time. The last version is in use.
struct LearnerVersion
{
    qint64 number = 0; ///< given by the project, from 1, never twice
    QDateTime made; ///< UTC; now if not given
    QString base; ///< the version of the model that it is learned on
    QList<ArticleId> articles; ///< that it was learned from
    QList<ArticleId> passedOver; ///< that are not learned from, now or later
    int decisions = 0; ///< in the articles
    double strength = 0; ///< how far it is believed, 0 to 1
    QByteArray state; ///< what the learner makes of it; empty: nothing is learned

    bool operator==(const LearnerVersion &) const = default;
};

inline constexpr int mostLearnerVersions = 20; ///< earlier ones are dropped

/// Adds a version and gives its number, in one transaction.
Result<qint64> addLearnerVersion(Project &project, const LearnerVersion &version);
/// Newest first, without their states.
Result<QList<LearnerVersion>> learnerVersions(Project &project);
/// nullopt if there is none of that number, or none at all.
Result<std::optional<LearnerVersion>> learnerVersion(Project &project, qint64 number);
Result<std::optional<LearnerVersion>> latestLearnerVersion(Project &project);

/// Of each article with suggestions that say how sure they are: the mean of 1 - |2p - 1| over them, p their confidence; 0
/// where all are certain one way or the other, 1 where each is as likely right as wrong.
Result<QHash<ArticleId, double>> uncertainties(Project &project);

} // namespace Quoth::Storage
