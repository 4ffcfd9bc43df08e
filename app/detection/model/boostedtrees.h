// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

class QDataStream;

namespace Quoth::Detection {

/// Small decision trees that answer yes or no together, each made to mend what those before it get wrong (gradient boosting,
/// Friedman 2001; on histograms of each feature's values, the best leaf split first, as Ke et al. 2017). Immutable once made.
class BoostedTrees
{
public:
    struct Options
    {
        int trees = 100;
        int leaves = 8;
        float rate = 0.1f;
        int leastInLeaf = 30; ///< rows
        double pull = 1; ///< of leaves' values towards zero
    };

    bool isEmpty() const { return m_roots.empty(); }
    /// The log odds of yes. row: as many features as it was trained on.
    float logOdds(std::span<const float> row) const;

    /// rows: one after the other, `features` numbers each. The same rows give the same trees; of a second or so for a hundred
    /// thousand rows. Without a row of either answer there are no trees.
    static BoostedTrees train(const std::vector<float> &rows, int features, const std::vector<bool> &answers, const Options &options);

    void write(QDataStream &stream) const;
    /// False if the stream holds anything but trees over so many features.
    bool read(QDataStream &stream, int features);

private:
    struct Node
    {
        qint16 feature = -1; ///< -1: a leaf
        qint16 right = 0; ///< index from the root of its tree; the left child is the next node
        float value = 0; ///< of a leaf, or the greatest value of the feature that goes left
    };
    struct Growth;

    std::vector<Node> m_nodes; ///< each tree from its root on, parents before children
    std::vector<qint32> m_roots;
    float m_start = 0;
};

} // namespace Quoth::Detection
