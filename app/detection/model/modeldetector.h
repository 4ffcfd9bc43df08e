// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "attributionfinder.h"

#include <app/detection/rules/rulesdetector.h>

#include <mutex>

namespace Quoth::Detection {

/// Finds the outermost attributions with a trained model, and what the model knows nothing of (nested attributions,
/// claims, scare quotes, speakers) by rules. In a language that the model was not trained on it finds what the rules
/// find.
class ModelDetector : public Detector
{
public:
    /// Reads the model's file when it is first needed; detect() fails if that fails.
    ModelDetector(QString name, QString title, QString file);
    /// adaptation: what an analyst's decisions have taught; null: what the model brings
    /// with it, if anything. version: of the two together.
    ModelDetector(QString name, QString title, std::shared_ptr<const AttributionFinder> finder,
                  std::shared_ptr<const Adaptation> adaptation, QString version);

    DetectorInfo info() const override;
    Result<Annotation::Annotations> detect(const Annotation::Article &article, const Progress &progress) const override;

    /// The model and what runs it; reads the file first if that was not done yet.
    Result<std::shared_ptr<const AttributionFinder>> finder() const;

private:
    QString m_name;
    QString m_title;
    QString m_file;
    QString m_version;
    std::shared_ptr<const Adaptation> m_adaptation;
    RulesDetector m_rules;
    mutable std::once_flag m_loading;
    mutable std::optional<Result<std::shared_ptr<const AttributionFinder>>> m_finder;
};

/// Reads a model's file.
Result<std::shared_ptr<const TrainedModel>> loadModel(const QString &file);

} // namespace Quoth::Detection
