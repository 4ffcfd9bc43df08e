// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interviewdetector.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace Quoth::Detection {

using namespace Annotation;

namespace {

constexpr double confidence = 0.8;

} // namespace

DetectorInfo InterviewDetector::info() const
{
    return {QStringLiteral("interview"), QStringLiteral("1"), QCoreApplication::translate("Quoth::Detection", "Interviews")};
}

Result<Annotations> InterviewDetector::detect(const Article &article, const Progress &progress) const
{
    static const QRegularExpression turn(
        QStringLiteral("^([A-Z][\\w.'\u2019-]*(?: [A-Z][\\w.'\u2019-]*){0,3}): +(\\S(?:.*\\S)?)"),
        QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption);
    Annotations found;
    QHash<QString, SpeakerId> speakers;
    const auto provide = [this](Provenance &provenance) {
        provenance.state = State::Suggested;
        provenance.origin = {OriginKind::Detector, false, info().name, info().version};
        provenance.confidence = confidence;
        provenance.explanation = QCoreApplication::translate("Quoth::Detection", "a name and a colon before it");
    };
    const auto addSpan = [&](const QString &label, const QRegularExpressionMatch &match, int group) {
        Span span;
        span.id = SpanId(found.spans.size() + 1);
        span.label = label;
        span.fragments = {{qint32(match.capturedStart(group)), qint32(match.capturedEnd(group))}};
        provide(span.provenance);
        found.spans.append(span);
        return span.id;
    };
    auto matches = turn.globalMatch(article.text);
    while (matches.hasNext()) {
        if (progress.isCancelled())
            return Error{ErrorCode::Cancelled, QCoreApplication::translate("Quoth::Detection", "The search was cancelled."),
                         article.externalId};
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(1);
        if (!speakers.contains(name)) {
            speakers.insert(name, SpeakerId(speakers.size() + 1));
            Speaker speaker;
            speaker.id = speakers.value(name, SpeakerId(1));
            speaker.name = name;
            found.speakers.append(speaker);
        }
        Attribution attribution;
        attribution.id = AttributionId(found.attributions.size() + 1);
        attribution.fillers = {{sourceRole, addSpan(QStringLiteral("Speaker"), match, 1)}};
        found.spans.last().speaker = speakers.value(name, SpeakerId(1));
        attribution.fillers.append({contentRole, addSpan(QStringLiteral("Quotation"), match, 2)});
        attribution.kind = kindOf(found.spans.constLast().fragments, article.text);
        provide(attribution.provenance);
        found.attributions.append(attribution);
    }
    return found;
}

} // namespace Quoth::Detection
