// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/result.h>

#include <QList>
#include <QStringList>

#include <optional>
#include <vector>

namespace Quoth::Measure {

/// A part of a dataset and how much of it is wanted there, relative to the other parts.
struct SplitShare
{
    QString name;
    double share = 0; ///< more than 0

    bool operator==(const SplitShare &) const = default;
};

/// What is to be split: an article, by what is balanced between the splits.
struct SplitItem
{
    QString id; ///< decides between equals, with the seed
    std::vector<double> amounts; ///< for example attributions by kind; as many for each item
    std::optional<int> earlier; ///< the split in which it was before
};

/// Joins what belongs together, step by step: union-find with path halving.
class Grouping
{
public:
    explicit Grouping(std::size_t items);

    void join(int a, int b);
    /// Joins all items that have the same value; an empty one joins nothing.
    void joinEqual(const QStringList &values);
    /// For each item the number of its group, counted from 0 in the order of the first items.
    std::vector<int> groups();

private:
    int root(int item);

    std::vector<int> m_parents;
};

struct Splitting
{
    std::vector<int> splits; ///< for each item the number of its split
    std::vector<int> moved; ///< items that are not where they were
    int groups = 0;
};

/// Deals whole groups out to the splits, so that the numbers of items and their amounts come as near to the shares as the groups allow,
/// large groups first. The same input gives the same splits. A group with items that were in a split before goes where most of
/// them were. Fails if there are fewer groups than splits.
Result<Splitting> split(const QList<SplitItem> &items, const std::vector<int> &groups, const QList<SplitShare> &shares, quint32 seed);

} // namespace Quoth::Measure
