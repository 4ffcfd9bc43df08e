// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "idallocator.h"

#include <app/annotation/change.h>

#include <QCoreApplication>

namespace Quoth::Editing {

/// What a person does to the registry of speakers, over all articles: each function gives the edits of one step, see
/// EditSession::commitPrepared(). They read the project as it is on the disk and belong into its thread. An empty step means that
/// there was nothing to do; what cannot be done fails with BadInput and says why.
class SpeakerEdits
{
    Q_DECLARE_TR_FUNCTIONS(Quoth::Editing::SpeakerEdits)

public:
    using Step = Result<QList<Annotation::Edit>>;

    SpeakerEdits(Storage::Project &project, IdAllocator ids) : m_project(project), m_ids(std::move(ids)) { }

    /// A new speaker, whose id is given here; its name must be free.
    Step add(Annotation::Speaker speaker, SpeakerId *added = nullptr);
    /// Names are trimmed, aliases too; the Wikidata id and the colour are checked, and the name must not be another speaker's.
    Step change(Annotation::Speaker speaker);
    /// Only a speaker that nobody mentions.
    Step remove(SpeakerId speaker);
    /// All that is credited to the speakers is credited to the one that stays. It takes over their names as aliases, and
    /// the Wikidata id and the colour of the first that has one where it has none.
    Step merge(const QList<SpeakerId> &speakers, SpeakerId kept);
    /// What is credited to the speaker by these words (letter case aside; empty ones mean attributions without a source) goes to a new
    /// speaker, and so do its aliases that are among the words.
    Step split(SpeakerId speaker, const QStringList &words, Annotation::Speaker fresh);
    /// Every span with these words whose label names speakers is credited to the speaker, and the words become its alias. A speaker that had
    /// them for a name and is mentioned by no others goes.
    Step creditAlways(const QString &words, SpeakerId speaker);

private:
    Result<QList<Annotation::Speaker>> checked(Annotation::Speaker &speaker);
    /// Goes through the articles; the functions say what becomes of a span or an attribution, nullopt for nothing.
    template<class OfSpan, class OfAttribution>
    Result<void> overArticles(QList<Annotation::Edit> &step, const QList<ArticleId> &articles, const QString &title, OfSpan ofSpan,
                              OfAttribution ofAttribution);

    Storage::Project &m_project;
    IdAllocator m_ids;
};

} // namespace Quoth::Editing
