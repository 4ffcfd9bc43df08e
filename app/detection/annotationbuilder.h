// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "detector.h"
#include "paragraphreader.h"

namespace Quoth::Detection {

/// Makes the spans, attributions and speakers that a detector returns.
class AnnotationBuilder
{
public:
    AnnotationBuilder(QStringView text, const Lexicon *lexicon, const DetectorInfo &info);

    /// Takes what it needs of the paragraph that was read last.
    void addParagraph(const ParagraphReader &reader);
    Annotation::Annotations build(std::vector<Found> found);

private:
    SpanId addSpan(const QString &label, const QList<TextRange> &fragments, double confidence, const QString &explanation,
                   std::optional<SpeakerId> speaker = std::nullopt, const QJsonObject &attributes = {});
    SpanId spanOnce(const QString &label, const QList<TextRange> &fragments, double confidence, const QString &explanation);
    QString explanationOf(const Found &found) const;
    Annotation::Provenance provenance(double confidence, const QString &explanation) const;

    QStringView m_text;
    const Lexicon *m_lexicon;
    DetectorInfo m_info;
    Annotation::Annotations m_result;
    QHash<std::pair<QString, TextRange>, SpanId> m_once;
};

} // namespace Quoth::Detection
