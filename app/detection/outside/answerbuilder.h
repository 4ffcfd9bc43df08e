// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>
#include <app/annotation/issue.h>
#include <app/annotation/schema.h>
#include <app/base/offsets.h>
#include <app/detection/detector.h>

#include <QHash>
#include <QMap>

#include <map>

namespace Quoth::Detection {

/// What a detector from outside answered, made good: all spans lie in the text, cut no character and have labels of the schema.
/// issues says, by reason and with a count, what was left out.
struct Answer
{
    Annotation::Annotations annotations;
    QList<Annotation::Issue> issues;
};

/// Gathers an answer from a detector that may say anything. Everything is checked as it comes in; what cannot be used is left
/// out and counted. Offsets given to it are of the text of the article, which must outlive it together with the schema.
class AnswerBuilder
{
public:
    /// labels: theirs to ours; a label that it does not hold must be one of the schema's own.
    AnswerBuilder(const Annotation::Article &article, const Annotation::Schema &schema, const QMap<QString, QString> &labels,
                  DetectorInfo info);

    const QString &text() const { return m_article.text; }
    const Annotation::Schema &schema() const { return m_schema; }
    const OffsetConverter &offsets() const { return m_offsets; }

    struct Grade
    {
        std::optional<double> confidence; ///< from 0 to 1; anything else is left out
        QString explanation; ///< is made one line
    };
    /// In code points; nullopt, counted, if it is not in the text.
    std::optional<TextRange> fromCodePoints(qint64 begin, qint64 end);
    /// In UTF-16 units; nullopt, counted, if it is not in the text or cuts a character.
    std::optional<TextRange> fromUtf16(qint64 begin, qint64 end);
    /// Fragments that came from one of the two above, in any order; those that overlap are joined. The same span twice is one.
    std::optional<SpanId> addSpan(const QString &theirLabel, const QList<TextRange> &fragments, const Grade &grade,
                                  const QJsonObject &attributes = {});
    /// A speaker without a name is left out. The same name twice is one.
    std::optional<SpeakerId> addSpeaker(const QString &name, const QString &type, const QStringList &aliases,
                                        const QString &wikidata);
    void setSpeaker(SpanId span, SpeakerId speaker);
    /// Left out if the type is unknown, a role does not take a span, or one that is required is empty. Gives whether it was taken.
    bool addAttribution(const QString &type, const QList<Annotation::RoleFiller> &fillers, const Grade &grade,
                        std::optional<SpeakerId> speaker);
    const Annotation::Span *span(SpanId id) const;
    /// One more for this reason, a sentence in the plural: "Spans without a label were left out."
    void leaveOut(const QString &reason, Annotation::Severity severity = Annotation::Severity::Warning);

    Answer take();

private:
    Annotation::Provenance provenance(const Grade &grade);
    QJsonObject goodAttributes(const Annotation::Label &label, const QJsonObject &attributes);

    const Annotation::Article &m_article;
    const Annotation::Schema &m_schema;
    const QMap<QString, QString> m_labels;
    const DetectorInfo m_info;
    const OffsetConverter m_offsets;
    Annotation::Annotations m_result;
    QList<Annotation::Issue> m_issues;
    QHash<QString, qsizetype> m_issueOf;
    std::map<std::pair<QString, QList<TextRange>>, SpanId> m_spanOf;
    QHash<QString, SpeakerId> m_speakerOf;
};

} // namespace Quoth::Detection
