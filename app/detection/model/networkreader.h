// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain.h"
#include "passages.h"

#include <app/base/progress.h>

#include <atomic>
#include <memory>
#include <span>

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
    struct Scratch;
    static constexpr int tableCount = 3;

    /// What unknown forms contribute, by their beginnings, endings and vectors.
    using UnknownKey = std::pair<quint64, quint64>;
    struct KeyHash
    {
        size_t operator()(const UnknownKey &key) const { return size_t((key.first * 0x9e3779b97f4a7c15u) ^ (key.second * 0xff51afd7ed558ccdu)); }
    };
    using Unknown = std::unordered_map<UnknownKey, std::vector<qint16>, KeyHash>;
    static UnknownKey unknownKey(const TokenFeatures &f);

    /// What the forms of consecutive tokens contribute, into scratch.
    void gatherForms(std::span<const TokenFeatures> features, Scratch &scratch) const;
    void project(const std::vector<const TokenFeatures *> &forms, std::vector<float> &inputs, std::vector<float> &to) const;
    const qint16 *keep(const TokenFeatures &features, const float *made, Unknown &unknown) const;
    /// Rows of the first two tables, which are those of two fields each.
    static int wordRow(const TokenFeatures &f) { return f.rows[size_t(Field::Shape)] * fixedRows[size_t(Field::Class)] + f.rows[size_t(Field::Class)]; }
    static int placeRow(const TokenFeatures &f)
    {
        return f.rows[size_t(Field::Quotation)] * fixedRows[size_t(Field::Place)] + f.rows[size_t(Field::Place)];
    }
    /// Reads consecutive passages.
    void readTogether(const std::vector<const Passage *> &passages, const std::vector<TokenFeatures> &features, Scratch &scratch,
                      std::vector<float> &scores) const;

    std::shared_ptr<const NetworkWeights> m_weights;
    NetworkPlan m_plan;
    ChainWeights m_chain;
    int m_wide = 0; ///< both directions' gates of a token
    int m_formInputs = 0; ///< of a token's inputs, those that its form decides
    std::array<std::vector<qint16>, tableCount> m_tables; ///< as Kernels::readingStep() takes its parts: what the other fields contribute to the gates: shape and class, quotation and place, marks
    mutable std::vector<std::atomic<const qint16 *>> m_forms; ///< what forms contribute, likewise; null until they are met
    std::array<std::vector<float>, 2> m_ofForms; ///< the rows of the inputs that take what depends on the form
    std::vector<float> m_biases; ///< of both directions' gates, with the offsets of the recurrent products
    std::array<WholeMatrix, 2> m_recurrent;
    WholeMatrix m_output; ///< with the bias among its offsets
};

} // namespace Quoth::Detection
