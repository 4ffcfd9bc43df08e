// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "detector.h"
#include <app/detection/rules/paragraphreader.h>

#include <QCoreApplication>
#include <QHash>
#include <QVarLengthArray>

#include <array>
#include <vector>

namespace Quoth::Detection {

/// Makes the spans, attributions and speakers that a detector returns of what was found.
class AnnotationBuilder
{
    Q_DECLARE_TR_FUNCTIONS(Quoth::Detection::AnnotationBuilder)

public:
    AnnotationBuilder(QStringView text, const DetectorInfo &info) : m_text(text), m_info(info) { }

    /// Takes the names out of the reader.
    Annotation::Annotations build(ParagraphReader &reader, const Lexicon *lexicon);

private:
    enum class Label : quint8 { Speaker, Cue, Quotation, Claim, ScareQuote };

    /// A span to be made, without what all of them share: spans are large, so they are sorted before they are made.
    struct Draft
    {
        Label label = Label::Speaker;
        TextRange first;
        std::optional<TextRange> rest; ///< of a parted cue
        TextRange extent;
        const QList<TextRange> *fragments = nullptr; ///< those of a content; else there is but the first
        const FoundClaim *claim = nullptr;
        double confidence = 0;
        int explanation = 0;
        std::optional<SpeakerId> speaker;
    };

    /// The wordings of explanations: those of Reason, then these.
    static constexpr int pronounBefore = int(Reason::Sentence) + 1;
    static constexpr int quotationMarks = pronounBefore + 6;

    SpanId addDraft(Draft draft);
    SpanId addShared(Label label, TextRange range, std::optional<TextRange> rest, double confidence, int explanation);
    void addAttribution(const Found &found, std::optional<SpeakerId> speaker);
    void addUnattributed(const std::vector<TextRange> &quotations);
    void makeSpans();
    void fill(Annotation::Span &span, const Draft &draft, int index);
    QJsonObject attributesOf(const QString &claimKind);
    std::optional<Annotation::Kind> kindOf(const Found &found) const;
    int explanationOf(const Found &found);
    int addExplanation(const QString &text);
    QString explain(const Found &found);
    QString wording(int which) const;
    void addWording(QString &text, int which, QStringView cue);
    void provide(Annotation::Provenance &provenance, double confidence, int explanation) const;

    QStringView m_text;
    DetectorInfo m_info;
    Annotation::Annotations m_result;
    std::vector<Draft> m_drafts; ///< by id, which count from 1
    std::vector<std::pair<quint64, int>> m_shared; ///< a hash table: sources and cues by place, which may be shared
    std::vector<QString> m_explanations;
    std::array<QString, quotationMarks + 1> m_wordings; ///< those that were needed
    std::vector<std::pair<QString, QJsonObject>> m_claimAttributes; ///< by the claim's kind
    QHash<std::pair<QStringView, int>, int> m_explained; ///< by cue and by what else an explanation tells
};

} // namespace Quoth::Detection
