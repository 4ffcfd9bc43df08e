// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pairing.h"

#include <algorithm>
#include <limits>

namespace Quoth::Measure {

namespace {

/// Looks for an augmenting path from one left-hand number; a stack of its own, for paths may be as long as an article.
class Augmenting
{
public:
    Augmenting(const std::vector<std::vector<int>> &edges, std::size_t rights)
        : m_edges(edges), m_owner(rights, -1), m_seen(rights, -1)
    {
    }

    void give(int left)
    {
        std::vector<Step> path{{left, 0}};
        while (!path.empty()) {
            Step &step = path.back();
            const std::vector<int> &choices = m_edges[std::size_t(step.left)];
            if (step.next == choices.size()) {
                path.pop_back();
                continue;
            }
            const int right = choices[step.next++];
            int &seen = m_seen[std::size_t(right)];
            if (seen == left)
                continue;
            seen = left;
            if (const int owner = m_owner[std::size_t(right)]; owner >= 0) {
                path.push_back({owner, 0});
                continue;
            }
            for (const Step &each : path)
                m_owner[std::size_t(m_edges[std::size_t(each.left)][each.next - 1])] = each.left;
            return;
        }
    }

    const std::vector<int> &owners() const { return m_owner; }

private:
    struct Step
    {
        int left;
        std::size_t next;
    };

    const std::vector<std::vector<int>> &m_edges;
    std::vector<int> m_owner;
    std::vector<int> m_seen; // by which left-hand number's search
};

using Matrix = std::vector<std::vector<double>>;

Matrix transposed(const Matrix &matrix)
{
    Matrix result(matrix.front().size(), std::vector<double>(matrix.size()));
    for (std::size_t r = 0; r < matrix.size(); ++r) {
        for (std::size_t c = 0; c < matrix[r].size(); ++c)
            result[c][r] = matrix[r][c];
    }
    return result;
}

/// Rows, at most as many as columns, each get a column; numbers count from 1, as potentials of row and column 0 are needed.
std::vector<std::size_t> rowsOfColumns(const Matrix &weight)
{
    const std::size_t rows = weight.size();
    const std::size_t columns = weight.front().size();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    std::vector<double> u(rows + 1, 0.0);
    std::vector<double> v(columns + 1, 0.0);
    std::vector<std::size_t> rowOf(columns + 1, 0);
    std::vector<std::size_t> way(columns + 1, 0);
    for (std::size_t row = 1; row <= rows; ++row) {
        rowOf[0] = row;
        std::size_t column = 0;
        std::vector<double> least(columns + 1, infinity);
        std::vector<bool> used(columns + 1, false);
        do {
            used[column] = true;
            const std::size_t from = rowOf[column];
            double delta = infinity;
            std::size_t next = 0;
            for (std::size_t j = 1; j <= columns; ++j) {
                if (used[j])
                    continue;
                const double reduced = -weight[from - 1][j - 1] - u[from] - v[j];
                if (reduced < least[j]) {
                    least[j] = reduced;
                    way[j] = column;
                }
                if (least[j] < delta) {
                    delta = least[j];
                    next = j;
                }
            }
            for (std::size_t j = 0; j <= columns; ++j) {
                if (used[j]) {
                    u[rowOf[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            column = next;
        } while (rowOf[column] != 0);
        while (column != 0) {
            rowOf[column] = rowOf[way[column]];
            column = way[column];
        }
    }
    return rowOf;
}

std::vector<std::pair<std::size_t, std::size_t>> assign(const Matrix &weight)
{
    const bool turned = weight.size() > weight.front().size();
    const Matrix matrix = turned ? transposed(weight) : weight;
    const std::vector<std::size_t> rowOf = rowsOfColumns(matrix);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t j = 1; j < rowOf.size(); ++j) {
        if (rowOf[j] != 0 && matrix[rowOf[j] - 1][j - 1] > 0)
            pairs.push_back(turned ? std::pair(j - 1, rowOf[j] - 1) : std::pair(rowOf[j] - 1, j - 1));
    }
    return pairs;
}

struct Component
{
    std::vector<int> lefts;
    std::vector<int> rights;
};

std::vector<Component> componentsOf(const Weights &weights)
{
    std::map<int, std::vector<int>> rightsOf;
    std::map<int, std::vector<int>> leftsOf;
    for (const auto &[pair, weight] : weights) {
        rightsOf[pair.first].push_back(pair.second);
        leftsOf[pair.second].push_back(pair.first);
    }
    std::vector<Component> components;
    std::map<int, bool> leftDone;
    std::map<int, bool> rightDone;
    for (const auto &[start, unused] : rightsOf) {
        if (leftDone[start])
            continue;
        leftDone[start] = true;
        Component component{{start}, {}};
        for (std::size_t i = 0; i < component.lefts.size(); ++i) {
            for (const int right : rightsOf[component.lefts[i]]) {
                if (std::exchange(rightDone[right], true))
                    continue;
                component.rights.push_back(right);
                for (const int left : leftsOf[right]) {
                    if (!std::exchange(leftDone[left], true))
                        component.lefts.push_back(left);
                }
            }
        }
        std::sort(component.lefts.begin(), component.lefts.end());
        std::sort(component.rights.begin(), component.rights.end());
        components.push_back(std::move(component));
    }
    return components;
}

} // namespace

std::vector<std::optional<int>> maximumMatching(const std::vector<std::vector<int>> &edges)
{
    int rights = 0;
    for (const std::vector<int> &choices : edges) {
        for (const int right : choices)
            rights = std::max(rights, right + 1);
    }
    Augmenting augmenting(edges, std::size_t(rights));
    for (std::size_t left = 0; left < edges.size(); ++left)
        augmenting.give(int(left));
    std::vector<std::optional<int>> partners(edges.size());
    for (std::size_t right = 0; right < augmenting.owners().size(); ++right) {
        if (const int left = augmenting.owners()[right]; left >= 0)
            partners[std::size_t(left)] = int(right);
    }
    return partners;
}

std::map<int, int> bestAssignment(const Weights &weights)
{
    std::map<int, int> pairs;
    for (const Component &component : componentsOf(weights)) {
        Matrix matrix(component.lefts.size(), std::vector<double>(component.rights.size(), 0.0));
        for (std::size_t l = 0; l < component.lefts.size(); ++l) {
            for (std::size_t r = 0; r < component.rights.size(); ++r) {
                if (const auto found = weights.find({component.lefts[l], component.rights[r]}); found != weights.end())
                    matrix[l][r] = found->second;
            }
        }
        for (const auto &[l, r] : assign(matrix))
            pairs[component.lefts[l]] = component.rights[r];
    }
    return pairs;
}

} // namespace Quoth::Measure
