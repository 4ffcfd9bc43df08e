// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "project.h"

namespace Quoth::Storage {

/// How often each speaker is credited in the project: spans that name it and attributions that name it without a source,
/// rejected ones left out. Speakers that nobody mentions are not in it.
Result<QHash<SpeakerId, int>> mentionCounts(Project &project);

/// How many attributions are credited to a speaker, in how many articles, rejected ones left out.
struct SpeakerUse
{
    int attributions = 0;
    int articles = 0;

    bool operator==(const SpeakerUse &) const = default;
};
/// Of each speaker with attributions. An attribution counts for whom its source spans name, else for its own speaker.
Result<QHash<SpeakerId, SpeakerUse>> speakerUses(Project &project);

/// The words by which a speaker is mentioned, letter case aside, the most frequent first. Empty words stand for attributions
/// without a source. Counts everything, rejected or not.
struct MentionWords
{
    QString words;
    int count = 0;

    bool operator==(const MentionWords &) const = default;
};
Result<QList<MentionWords>> mentionWords(Project &project, SpeakerId speaker);

/// The articles that mention one of the speakers, in their order. Rejected mentions count too: they refer to the speaker.
Result<QList<ArticleId>> articlesMentioning(Project &project, const QList<SpeakerId> &speakers);
/// The articles with a span of one of the labels and exactly these words, letter case aside.
Result<QList<ArticleId>> articlesWithSpans(Project &project, const QStringList &labels, const QString &words);

} // namespace Quoth::Storage
