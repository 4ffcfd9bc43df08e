// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "detectorregistry.h"

#include <app/detection/model/modeldetector.h>
#include <app/detection/rules/rulesdetector.h>

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace Quoth::Detection {

const QString modelName = QStringLiteral("model");
const QString bundledModel = QStringLiteral(":/quoth/models/english.model");

DetectorRegistry::DetectorRegistry()
{
    if (QFile::exists(bundledModel)) {
        add(std::make_unique<ModelDetector>(modelName, QCoreApplication::translate("Quoth::Detection", "Trained model"), bundledModel));
    }
    add(std::make_unique<RulesDetector>());
}

QStringList DetectorRegistry::names() const
{
    QStringList result;
    for (const auto &detector : m_detectors)
        result.append(detector->info().name);
    return result;
}

const Detector *DetectorRegistry::detector(QStringView name) const
{
    const auto found = std::find_if(m_detectors.begin(), m_detectors.end(),
                                    [name](const auto &detector) { return detector->info().name == name; });
    return found == m_detectors.end() ? nullptr : found->get();
}

void DetectorRegistry::add(std::unique_ptr<Detector> detector)
{
    const QString name = detector->info().name;
    const auto found = std::find_if(m_detectors.begin(), m_detectors.end(),
                                    [&name](const auto &other) { return other->info().name == name; });
    if (found != m_detectors.end())
        *found = std::move(detector);
    else
        m_detectors.push_back(std::move(detector));
}

} // namespace Quoth::Detection
