// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "detector.h"
#include <app/detection/rules/paragraphreader.h>

#include <QCoreApplication>

#include <map>

namespace Quoth::Detection {

/// Makes the spans, attributions and speakers that a detector returns of what was found.
class AnnotationBuilder
{
    Q_DECLARE_TR_FUNCTIONS(Quoth::Detection::AnnotationBuilder)

public:
    AnnotationBuilder(QStringView text, const DetectorInfo &info)
        : m_text(text)
        , m_info(info)
    {
    }

    /// Takes the names out of the reader.
    Annotation::Annotations build(ParagraphReader &reader, const Lexicon *lexicon);

private:
    SpanId addSpan(const QString &label, const QList<TextRange> &fragments, double confidence,
                   const QString &explanation);
    void addAttribution(const Found &found, std::optional<SpeakerId> speaker);
    void addUnattributed(const std::vector<TextRange> &quotations);
    std::optional<Annotation::Kind> kindOf(const Found &found) const;
    void sortSpans();
    QString explanationOf(const Found &found) const;
    Annotation::Provenance provenance(double confidence, const QString &explanation) const;

    QStringView m_text;
    DetectorInfo m_info;
    Annotation::Annotations m_result;
    std::map<std::pair<QString, TextRange>, SpanId> m_made; ///< sources and cues that several attributions share
};

} // namespace Quoth::Detection
