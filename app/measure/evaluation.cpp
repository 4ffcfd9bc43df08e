// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluation.h"

#include "words.h"

namespace Quoth::Measure {

namespace {

QJsonObject toJson(const std::map<QString, Share> &shares, bool withRecall)
{
    QJsonObject result;
    for (const auto &[name, share] : shares) {
        QJsonObject object{{QStringLiteral("predicted"), share.predicted}};
        if (withRecall) {
            object.insert(QStringLiteral("gold"), share.gold);
            object.insert(QStringLiteral("full"), share.full().toJson());
            object.insert(QStringLiteral("linked"), share.linked().toJson());
        } else {
            object.insert(QStringLiteral("full_precision"), share.full().precision);
            object.insert(QStringLiteral("linked_precision"), share.linked().precision);
        }
        result.insert(name.isEmpty() ? QStringLiteral("none") : name, object);
    }
    return result;
}

} // namespace

Result<void> Evaluation::add(const Document &gold, const Document *predicted)
{
    static const Document nothing;
    if (predicted && predicted->text != gold.text) {
        return Error{
            ErrorCode::BadInput,
            Words::tr("The predicted text is not the gold text. Predictions must be made on the very text of the gold file."),
            Words::tr("document %1").arg(gold.id)};
    }
    m_missing += predicted ? 0 : 1;
    const Tokens tokens(gold.text);
    const std::vector<ScoredAttribution> right = scored(gold, tokens);
    std::vector<ScoredAttribution> found = predicted ? scored(*predicted, tokens) : std::vector<ScoredAttribution>();
    if (m_options.dropNested) {
        const std::size_t before = found.size();
        found = outermost(std::move(found));
        m_dropped += int(before - found.size());
    }
    const Comparison comparison = m_tally.add(right, found);
    m_calibration.addGold(qint64(right.size()));
    for (std::size_t i = 0; i < right.size(); ++i) {
        Share &share = m_kinds[right[i].kind()];
        ++share.gold;
        share.goldFull += comparison.goldFull[i] ? 1 : 0;
        share.goldLinked += comparison.linked[i] ? 1 : 0;
        m_sameKind += comparison.linked[i] && found[std::size_t(*comparison.linked[i])].kind() == right[i].kind() ? 1 : 0;
    }
    for (std::size_t j = 0; j < found.size(); ++j) {
        const AttributionRecord &record = found[j].record();
        m_calibration.add(record.confidence, comparison.predictedLinked[j], comparison.predictedFull[j]);
        for (Share *share : {&m_kinds[found[j].kind()], &m_detectors[record.detector]}) {
            ++share->predicted;
            share->predictedFull += comparison.predictedFull[j] ? 1 : 0;
            share->predictedLinked += comparison.predictedLinked[j] ? 1 : 0;
        }
    }
    m_claims.add(gold, predicted, tokens);
    m_speakers.add(gold, right, predicted ? *predicted : nothing, found, comparison, tokens);
    return {};
}

QJsonObject Evaluation::toJson(bool byKind) const
{
    QJsonObject result = m_tally.toJson(byKind);
    result.insert(QStringLiteral("missing_documents"), m_missing);
    result.insert(QStringLiteral("ignored_documents"), m_ignored);
    result.insert(QStringLiteral("dropped_nested"), m_dropped);
    result.insert(QStringLiteral("documents"), m_tally.documents());
    result.insert(QStringLiteral("gold_attributions"), m_tally.gold());
    result.insert(QStringLiteral("predicted_attributions"), m_tally.predicted());
    result.insert(QStringLiteral("kinds"), Measure::toJson(m_kinds, true));
    result.insert(QStringLiteral("linked_of_same_kind"), m_sameKind);
    if (m_calibration.count() > 0)
        result.insert(QStringLiteral("calibration"), m_calibration.toJson());
    if (m_detectors.size() > 1 || (m_detectors.size() == 1 && !m_detectors.begin()->first.isEmpty()))
        result.insert(QStringLiteral("detectors"), Measure::toJson(m_detectors, false));
    if (m_claims.isMeasurable())
        result.insert(QStringLiteral("claims"), m_claims.toJson());
    if (m_speakers.isMeasurable())
        result.insert(QStringLiteral("speakers"), m_speakers.toJson());
    return result;
}

} // namespace Quoth::Measure
