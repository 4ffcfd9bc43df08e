// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "boostedtrees.h"

#include <QDataStream>

#include <algorithm>
#include <array>
#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr int mostBins = 64;
constexpr int mostTrees = 10'000;
constexpr int mostNodes = 1'000; ///< of a tree
constexpr float greatest = 1e6f; ///< of what a file may hold

/// A feature's values, of each the number of its bin, and what ends the bins.
struct Column
{
    std::vector<quint8> bins; ///< of the rows
    std::vector<float> ends; ///< the greatest value that goes into each bin but the last
};

Column columnOf(const std::vector<float> &rows, int features, int feature)
{
    const size_t count = rows.size() / size_t(features);
    Column column;
    std::vector<float> values(count);
    for (size_t i = 0; i < count; ++i)
        values[i] = rows[i * size_t(features) + size_t(feature)];
    std::vector<float> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    std::vector<float> different = sorted;
    different.erase(std::unique(different.begin(), different.end()), different.end());
    if (different.size() <= mostBins) {
        column.ends.assign(different.begin(), different.end() - 1);
    } else {
        for (size_t bin = 1; bin < mostBins; ++bin) {
            const float end = sorted[bin * count / mostBins];
            if (end < sorted.back() && (column.ends.empty() || column.ends.back() < end))
                column.ends.push_back(end);
        }
    }
    column.bins.reserve(count);
    for (const float value : values)
        column.bins.push_back(quint8(std::lower_bound(column.ends.begin(), column.ends.end(), value) - column.ends.begin()));
    return column;
}

struct Sums
{
    double slope = 0;
    double curvature = 0;
    int count = 0;

    void add(const Sums &o)
    {
        slope += o.slope;
        curvature += o.curvature;
        count += o.count;
    }
    Sums without(const Sums &o) const { return {slope - o.slope, curvature - o.curvature, count - o.count}; }
    double worth(double pull) const { return slope * slope / (curvature + pull); }
};

} // namespace

/// One tree in the making.
struct BoostedTrees::Growth
{
    struct Leaf
    {
        int node = 0;
        std::vector<quint32> rows;
        Sums sums;
        double gain = 0; ///< of its best split
        int feature = -1;
        int bin = 0; ///< the last that goes left
    };

    const std::vector<Column> &columns;
    const std::vector<float> &slopes;
    const std::vector<float> &curvatures;
    const Options &options;

    void findSplit(Leaf &leaf) const
    {
        leaf.feature = -1;
        leaf.gain = 0;
        for (const quint32 row : leaf.rows)
            leaf.sums.add({double(slopes[row]), double(curvatures[row]), 1});
        if (leaf.sums.count < 2 * options.leastInLeaf)
            return;
        std::array<Sums, mostBins> histogram;
        for (size_t f = 0; f < columns.size(); ++f) {
            const Column &column = columns[f];
            std::fill_n(histogram.begin(), column.ends.size() + 1, Sums());
            for (const quint32 row : leaf.rows) {
                Sums &sums = histogram[column.bins[row]];
                sums.slope += double(slopes[row]);
                sums.curvature += double(curvatures[row]);
                ++sums.count;
            }
            Sums left;
            for (size_t bin = 0; bin < column.ends.size(); ++bin) {
                left.add(histogram[bin]);
                const Sums right = leaf.sums.without(left);
                if (left.count < options.leastInLeaf || right.count < options.leastInLeaf)
                    continue;
                const double gain = left.worth(options.pull) + right.worth(options.pull) - leaf.sums.worth(options.pull);
                if (gain > leaf.gain + 1e-9) {
                    leaf.gain = gain;
                    leaf.feature = int(f);
                    leaf.bin = int(bin);
                }
            }
        }
    }

    /// Splits leaves until there are enough.
    std::vector<Leaf> grow(std::vector<quint32> rows, std::vector<Node> &nodes) const
    {
        std::vector<Leaf> leaves(1);
        leaves[0].rows = std::move(rows);
        findSplit(leaves[0]);
        nodes.assign(1, {});
        while (int(leaves.size()) < options.leaves) {
            const auto best = std::max_element(leaves.begin(), leaves.end(), [](const Leaf &a, const Leaf &b) { return a.gain < b.gain; });
            if (best->feature < 0)
                break;
            const Column &column = columns[size_t(best->feature)];
            Leaf left;
            Leaf right;
            left.node = int(nodes.size());
            right.node = left.node + 1;
            for (const quint32 row : best->rows)
                (column.bins[row] <= best->bin ? left : right).rows.push_back(row);
            // The order in which they are written comes later.
            nodes[size_t(best->node)] = {qint16(best->feature), qint16(left.node), column.ends[size_t(best->bin)]};
            nodes.resize(nodes.size() + 2);
            findSplit(left);
            findSplit(right);
            *best = std::move(left);
            leaves.push_back(std::move(right));
        }
        for (const Leaf &leaf : leaves)
            nodes[size_t(leaf.node)].value = -options.rate * float(leaf.sums.slope / (leaf.sums.curvature + options.pull));
        return leaves;
    }
};

float BoostedTrees::logOdds(std::span<const float> row) const
{
    float sum = m_start;
    for (const qint32 root : m_roots) {
        const Node *tree = &m_nodes[size_t(root)];
        const Node *node = tree;
        while (node->feature >= 0)
            node = row[size_t(node->feature)] <= node->value ? node + 1 : tree + node->right;
        sum += node->value;
    }
    return sum;
}

BoostedTrees BoostedTrees::train(const std::vector<float> &rows, int features, const std::vector<bool> &answers, const Options &options)
{
    BoostedTrees result;
    const auto right = double(std::count(answers.begin(), answers.end(), true));
    const auto count = double(answers.size());
    if (right == 0 || right == count)
        return result;
    result.m_start = float(std::log(right / (count - right)));
    std::vector<Column> columns;
    for (int f = 0; f < features; ++f)
        columns.push_back(columnOf(rows, features, f));
    std::vector<float> scores(answers.size(), result.m_start);
    std::vector<float> slopes(answers.size());
    std::vector<float> curvatures(answers.size());
    std::vector<quint32> all(answers.size());
    for (size_t i = 0; i < all.size(); ++i)
        all[i] = quint32(i);
    const Growth growth{columns, slopes, curvatures, options};
    std::vector<Node> nodes;
    for (int tree = 0; tree < options.trees; ++tree) {
        for (size_t i = 0; i < answers.size(); ++i) {
            const float p = 1 / (1 + std::exp(-scores[i]));
            slopes[i] = p - (answers[i] ? 1.0f : 0.0f);
            curvatures[i] = p * (1 - p);
        }
        const std::vector<Growth::Leaf> leaves = growth.grow(all, nodes);
        if (leaves.size() == 1)
            break;
        for (const Growth::Leaf &leaf : leaves) {
            for (const quint32 row : leaf.rows)
                scores[row] += nodes[size_t(leaf.node)].value;
        }
        // Each left child right behind its parent.
        const auto root = qint32(result.m_nodes.size());
        result.m_roots.push_back(root);
        const auto lay = [&](const auto &self, int from) -> void {
            const Node node = nodes[size_t(from)];
            const size_t at = result.m_nodes.size();
            result.m_nodes.push_back(node);
            if (node.feature < 0)
                return;
            self(self, node.right);
            result.m_nodes[at].right = qint16(result.m_nodes.size() - size_t(root));
            self(self, node.right + 1);
        };
        lay(lay, 0);
    }
    return result;
}

void BoostedTrees::write(QDataStream &stream) const
{
    stream << m_start << qint32(m_roots.size()) << qint32(m_nodes.size());
    for (const qint32 root : m_roots)
        stream << root;
    for (const Node &node : m_nodes)
        stream << node.feature << node.right << node.value;
}

bool BoostedTrees::read(QDataStream &stream, int features)
{
    qint32 trees = 0;
    qint32 nodes = 0;
    stream >> m_start >> trees >> nodes;
    if (stream.status() != QDataStream::Ok || trees < 0 || trees > mostTrees || nodes < trees || nodes > trees * mostNodes
        || !(std::abs(m_start) <= greatest))
        return false;
    m_roots.resize(size_t(trees));
    for (qint32 &root : m_roots)
        stream >> root;
    m_nodes.resize(size_t(nodes));
    for (Node &node : m_nodes)
        stream >> node.feature >> node.right >> node.value;
    if (stream.status() != QDataStream::Ok)
        return false;
    for (size_t tree = 0; tree < m_roots.size(); ++tree) {
        const qint32 begin = m_roots[tree];
        const qint32 end = tree + 1 < m_roots.size() ? m_roots[tree + 1] : nodes;
        if (begin < 0 || begin >= end || end > nodes)
            return false;
        for (qint32 i = begin; i < end; ++i) {
            const Node &node = m_nodes[size_t(i)];
            if (!(std::abs(node.value) <= greatest) || node.feature >= features)
                return false;
            // Children stand behind their parent, so that there is an end.
            if (node.feature >= 0 && (i + 1 >= end || node.right <= i - begin || node.right >= end - begin))
                return false;
        }
    }
    return true;
}

} // namespace Quoth::Detection
