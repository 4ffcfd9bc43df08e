// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotationindex.h>
#include <app/detection/rules/rulesdetector.h>
#include <app/editing/edits.h>

namespace Quoth::Tasks {

/// The rest of an attribution of which a person has marked one part.
struct Proposal
{
    QList<Editing::RoleWords> parts; ///< in the article's offsets
    std::optional<Editing::NamedSpeaker> speaker; ///< of the source among the parts

    bool isEmpty() const { return parts.isEmpty(); }
};

/// What the rules would credit around words that a person marks. They read only the article's neighbourhood of the words, some ten
/// thousand characters, so that an answer takes milliseconds whatever the length; the last neighbourhood is kept.
/// Proposals use the roles and labels of the default schema; in another schema there are none.
class Proposals
{
public:
    Proposals();

    /// The other roles for words that fill this one; no part overlaps the words. Empty if nothing fits.
    Proposal around(const Annotation::Article &article, const QString &role, const QList<TextRange> &words);
    /// Which role the words would fill, as far as the rules see them; empty if they don't.
    QString roleOf(const Annotation::Article &article, const QList<TextRange> &words);
    /// Whom a source names: as the rules gather speakers, else as the words do by themselves.
    std::optional<Editing::NamedSpeaker> speakerOf(const Annotation::Article &article, const QList<TextRange> &source);
    /// Reads the neighbourhood of a place ahead of the questions.
    void prepare(const Annotation::Article &article, qint32 place);
    /// Forgets what was read, because another article is opened.
    void clear();

private:
    const Annotation::AnnotationIndex &near(const Annotation::Article &article, TextRange words);

    Detection::RulesDetector m_detector;
    TextRange m_read; ///< what of the article has been read
    TextRange m_core; ///< where answers need no more than that
    qint64 m_article = 0; ///< the id of the article that was read
    Annotation::AnnotationIndex m_found; ///< in the article's offsets
};

} // namespace Quoth::Tasks
