// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "outsidepeer.h"

#include <mutex>

namespace Quoth::Detection {

/// A detector that runs outside of the program: what it answers is checked before anybody sees it. detect() blocks its
/// thread up to the time-out of the settings for each question, honours cancellation and never crashes on an answer. Once it could not
/// be reached, or did not answer in time, for three articles in a row, it is not asked any more: a new one has to be made.
/// Settings without an agreed host (OutsideSettings::isAgreed) fail without anything being sent.
class OutsideDetector : public Detector
{
public:
    OutsideDetector(const OutsideSettings &settings, const Annotation::Schema &schema);

    /// The version is that of the settings' kind: what the detector itself says is in the annotations it gave.
    DetectorInfo info() const override;
    Result<Annotation::Annotations> detect(const Annotation::Article &article, const Progress &progress) const override;
    Result<Annotation::Annotations> detectAndTell(const Annotation::Article &article, const Progress &progress,
                                                  QList<Annotation::Issue> &issues) const override;
    /// Makes sure that it is there and speaks its protocol.
    Result<PeerInfo> meet(const Progress &progress) const;

private:
    Allowance allowance(const Progress &progress) const;
    Result<void> mayBeAsked() const;
    Error counted(const Error &error) const;

    const OutsideSettings m_settings;
    const Annotation::Schema m_schema;
    std::unique_ptr<OutsidePeer> m_peer;
    mutable std::mutex m_guard;
    mutable int m_failures = 0; // in a row
    mutable QString m_lastFailure;
};

/// What a trial of a detector on a sentence of our own showed.
struct Trial
{
    PeerInfo peer;
    QString text; ///< that was sent
    Annotation::Annotations found;
    QList<Annotation::Issue> issues;
    qint64 milliseconds = 0;
};
Result<Trial> tryOut(const OutsideSettings &settings, const Annotation::Schema &schema, const Progress &progress);

} // namespace Quoth::Detection
