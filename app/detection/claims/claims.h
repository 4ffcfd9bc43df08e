// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "claimfeatures.h"

#include <QCoreApplication>

#include <optional>

namespace Quoth::Detection {

class ClaimScorer;

/// A clause that states something checkable.
struct FoundClaim
{
    TextRange range;
    double confidence = 0; ///< 0..1
    QString kind; ///< as the attribution-claims schema names it: quantity, comparison, cause, law, event, other
    QString explanation; ///< why, and the strongest words against it; translated
};

/// Judges clauses: by a trained scorer, or by rules alone where the build has none.
class ClaimJudge
{
    Q_DECLARE_TR_FUNCTIONS(Quoth::Detection::ClaimJudge)

public:
    /// scorer: nullptr for the rules alone; must outlive the judge.
    explicit ClaimJudge(const ClaimScorer *scorer = nullptr) : m_scorer(scorer) { }

    /// Whether a tagged clause states something that can be checked; questions and what has no finite verb are none.
    std::optional<FoundClaim> claimIn(const Clause &clause) const;

private:
    QString explain(const Clause &clause, const ClaimEvidence &evidence) const;
    struct Telling
    {
        QString forIt;
        QString againstIt;
    };
    Telling tellingWords(const Clause &clause) const;

    const ClaimScorer *m_scorer;
};

/// The rules' own score, 0..1: figures, comparisons, causes, past events and statements of existence speak for a
/// claim, opinions, wishes and plans against it.
double ruleProbability(const ClaimEvidence &evidence);

} // namespace Quoth::Detection
