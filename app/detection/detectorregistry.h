// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "detector.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace Quoth::Detection {

/// The name of the detector that works with a trained model, and where the one that the program carries is, if it does.
extern const QString modelName;
extern const QString bundledModel;

/// The detectors there are, by name; it owns them. A new registry holds the
/// built-in ones, the trained model before the rules if the program carries one.
class DetectorRegistry
{
public:
    DetectorRegistry();

    QStringList names() const; ///< in the order they were added
    const Detector *detector(QStringView name) const; ///< nullptr if there is none of that name
    /// Takes the place of one of the same name.
    void add(std::unique_ptr<Detector> detector);

private:
    std::vector<std::unique_ptr<Detector>> m_detectors;
};

} // namespace Quoth::Detection
