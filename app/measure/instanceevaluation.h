// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluation.h"

#include <set>

namespace Quoth::Measure {

/// Predictions measured against CofeNet's instances (Wang et al., COLING 2022): each is cut to an instance's tokens, and only
/// fragments are compared. A document may stand in many instances, and a token in several of them.
class InstanceEvaluation
{
public:
    explicit InstanceEvaluation(EvaluationOptions options = {}) : m_options(options) { }

    /// Fails if a label is none of the three roles or the tokens do not fit the text.
    Result<void> add(const Instance &gold, const Document *predicted);

    int instances() const { return m_instances; }
    int missing() const { return int(m_missing.size()); }
    int droppedNested() const { return m_dropped; }
    int documents() const { return int(m_documents.size()); }
    const Tally &tally() const { return m_tally; }
    QJsonObject toJson() const;

private:
    struct Prepared
    {
        std::vector<ScoredAttribution> attributions;
    };

    const Prepared &prepared(const QString &id, const Document *predicted);

    EvaluationOptions m_options;
    int m_instances = 0;
    int m_dropped = 0;
    std::set<QString> m_missing;
    std::map<QString, Prepared> m_documents;
    Tally m_tally;
};

} // namespace Quoth::Measure
