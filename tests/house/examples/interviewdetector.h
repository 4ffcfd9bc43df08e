// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "detector.h"

namespace Quoth::Detection {

/// Reads printed interviews: a paragraph that begins with a name and a colon is what that person said.
class InterviewDetector : public Detector
{
public:
    DetectorInfo info() const override;
    Result<Annotation::Annotations> detect(const Annotation::Article &article, const Progress &progress) const override;
};

} // namespace Quoth::Detection
