// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>
#include <app/annotation/issue.h>
#include <app/base/progress.h>
#include <app/base/result.h>

namespace Quoth::Detection {

/// A detector's name in files and on the command line, its version, and its title as shown (translated).
struct DetectorInfo
{
    QString name;
    QString version;
    QString title;
};

/// Suggests annotations for an article. Detectors are immutable: detect() may run in several threads at once. Ids in
/// what it returns are unique within the value only. Fails with ErrorCode::Cancelled if progress was cancelled.
class Detector
{
public:
    virtual ~Detector();

    virtual DetectorInfo info() const = 0;
    virtual Result<Annotation::Annotations> detect(const Annotation::Article &article,
                                                   const Progress &progress) const = 0;
    /// As detect(), and tells what had to be left out. Only detectors from outside have something to tell.
    virtual Result<Annotation::Annotations> detectAndTell(const Annotation::Article &article, const Progress &progress,
                                                          QList<Annotation::Issue> &issues) const;
};

} // namespace Quoth::Detection
