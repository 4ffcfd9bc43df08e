// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "annotationbuilder.h"

#include <QCoreApplication>

namespace Quoth::Detection {

namespace {

const QString speakerLabel = QStringLiteral("Speaker");
const QString cueLabel = QStringLiteral("Cue");
const QString quotationLabel = QStringLiteral("Quotation");

} // namespace

AnnotationBuilder::AnnotationBuilder(QStringView text, const Lexicon *lexicon, const DetectorInfo &info)
    : m_text(text), m_lexicon(lexicon), m_info(info)
{
}

void AnnotationBuilder::addParagraph(const ParagraphReader &) { }

Annotation::Provenance AnnotationBuilder::provenance(double confidence, const QString &explanation) const
{
    Annotation::Provenance result;
    result.state = Annotation::State::Suggested;
    result.origin = {Annotation::OriginKind::Detector, false, m_info.name, m_info.version};
    result.confidence = confidence;
    result.explanation = explanation;
    return result;
}

SpanId AnnotationBuilder::addSpan(const QString &label, const QList<TextRange> &fragments, double confidence, const QString &explanation,
                                  std::optional<SpeakerId> speaker, const QJsonObject &attributes)
{
    Annotation::Span span;
    span.id = SpanId(m_result.spans.size() + 1);
    span.label = label;
    span.fragments = Annotation::canonical(fragments);
    span.provenance = provenance(confidence, explanation);
    span.speaker = speaker;
    span.attributes = attributes;
    m_result.spans.append(span);
    return span.id;
}

SpanId AnnotationBuilder::spanOnce(const QString &label, const QList<TextRange> &fragments, double confidence, const QString &explanation)
{
    return addSpan(label, fragments, confidence, explanation);
}

QString AnnotationBuilder::explanationOf(const Found &found) const
{
    const QString cue = found.cue ? m_text.mid(found.cue->begin, found.cue->length()).toString() : QString();
    return cue;
}

Annotation::Annotations AnnotationBuilder::build(std::vector<Found> found)
{
    for (const Found &f : found) {
        Annotation::Attribution attribution;
        attribution.id = AttributionId(m_result.attributions.size() + 1);
        const QString explanation = explanationOf(f);
        if (f.source)
            attribution.fillers.append({Annotation::sourceRole, spanOnce(speakerLabel, {*f.source}, f.confidence, explanation)});
        if (f.cue)
            attribution.fillers.append({Annotation::cueRole, spanOnce(cueLabel, {*f.cue}, f.confidence, explanation)});
        attribution.fillers.append({Annotation::contentRole, spanOnce(quotationLabel, f.content, f.confidence, explanation)});
        attribution.kind = Annotation::kindOf(f.content, m_text);
        attribution.provenance = provenance(f.confidence, explanation);
        m_result.attributions.append(attribution);
    }
    return std::move(m_result);
}

} // namespace Quoth::Detection
