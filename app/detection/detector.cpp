// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "detector.h"

namespace Quoth::Detection {

Detector::~Detector() = default;

Result<Annotation::Annotations> Detector::detectAndTell(const Annotation::Article &article, const Progress &progress,
                                                        QList<Annotation::Issue> &) const
{
    return detect(article, progress);
}

} // namespace Quoth::Detection
