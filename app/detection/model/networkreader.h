// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain.h"
#include "passages.h"

#include <app/base/progress.h>

#include <atomic>
#include <memory>

namespace Quoth::Detection {

/// Runs a network over articles. What a form contributes is computed when it is first met and kept; read() may run in
/// several threads at once.
class NetworkReader
{
public:
    explicit NetworkReader(std::shared_ptr<const NetworkWeights> weights);
    ~NetworkReader();
    NetworkReader(const NetworkReader &) = delete;
    NetworkReader &operator=(const NetworkReader &) = delete;

    /// The scores of the labels, labelCount a token of the text. features: what is known of the tokens, with the form's
    /// fields. Stops early if progress is cancelled.
    std::vector<float> read(QStringView text, const ReadText &read, std::vector<TokenFeatures> &features, const Progress &progress) const;
    const ChainWeights &chain() const { return m_chain; }
    const NetworkWeights &weights() const { return *m_weights; }

private:
    struct Batch;

    /// What unknown forms contribute, by their beginnings and endings.
    using Unknown = std::unordered_map<quint64, std::vector<float>>;

    const float *ofForm(const TokenFeatures &features, Unknown &unknown) const;
    void project(const TokenFeatures &features, float *to) const;
    void readBatch(const std::vector<const Passage *> &passages, const std::vector<TokenFeatures> &features, Batch &batch,
                   std::vector<float> &scores) const;

    std::shared_ptr<const NetworkWeights> m_weights;
    NetworkPlan m_plan;
    ChainWeights m_chain;
    int m_wide = 0; ///< both directions' gates of a token
    std::array<std::vector<float>, fieldCount> m_tables; ///< what a row of a field contributes to the gates
    mutable std::vector<std::atomic<const float *>> m_forms;
    std::array<std::vector<float>, 2> m_ofForms; ///< the rows of the inputs that take what depends on the form
    std::array<std::vector<float>, 2> m_recurrent;
    std::vector<float> m_output;
    std::array<float, labelCount> m_outputBias{};
};

} // namespace Quoth::Detection
