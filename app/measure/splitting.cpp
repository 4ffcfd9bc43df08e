// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "splitting.h"

#include "words.h"

#include <QCryptographicHash>
#include <QHash>

#include <algorithm>
#include <numeric>

namespace Quoth::Measure {

Grouping::Grouping(std::size_t items) : m_parents(items) { std::iota(m_parents.begin(), m_parents.end(), 0); }

int Grouping::root(int item)
{
    while (m_parents[std::size_t(item)] != item) {
        int &parent = m_parents[std::size_t(item)];
        parent = m_parents[std::size_t(parent)];
        item = parent;
    }
    return item;
}

void Grouping::join(int a, int b)
{
    const auto [low, high] = std::minmax({root(a), root(b)});
    m_parents[std::size_t(high)] = low;
}

void Grouping::joinEqual(const QStringList &values)
{
    QHash<QString, int> first;
    for (int i = 0; i < int(values.size()); ++i) {
        if (values[i].isEmpty())
            continue;
        const auto known = first.constFind(values[i]);
        if (known == first.constEnd())
            first.insert(values[i], i);
        else
            join(*known, i);
    }
}

std::vector<int> Grouping::groups()
{
    std::vector<int> result(m_parents.size());
    std::vector<int> numbers(m_parents.size(), -1);
    int next = 0;
    for (std::size_t i = 0; i < result.size(); ++i) {
        int &number = numbers[std::size_t(root(int(i)))];
        if (number < 0)
            number = next++;
        result[i] = number;
    }
    return result;
}

namespace {

struct Group
{
    std::vector<double> amounts; // the first is the number of items
    std::vector<int> earlier; // of each split, how many were there
    QByteArray order;
    int split = -1;

    double size() const { return amounts.front(); }
};

QByteArray orderOf(const QString &id, quint32 seed)
{
    return QCryptographicHash::hash(QByteArray::number(seed) + '\n' + id.toUtf8(), QCryptographicHash::Sha256);
}

class Dealer
{
public:
    Dealer(std::vector<Group> &groups, const QList<SplitShare> &shares) : m_groups(groups), m_counts(std::size_t(shares.size()), 0)
    {
        double sum = 0;
        for (const SplitShare &share : shares)
            sum += share.share;
        for (const SplitShare &share : shares)
            m_shares.push_back(share.share / sum);
        m_totals.assign(groups.front().amounts.size(), 0);
        for (const Group &group : groups) {
            for (std::size_t i = 0; i < m_totals.size(); ++i)
                m_totals[i] += group.amounts[i];
        }
        m_filled.assign(m_shares.size(), std::vector<double>(m_totals.size(), 0));
    }

    void put(Group &group, std::size_t split)
    {
        if (group.split >= 0)
            add(group, std::size_t(group.split), -1);
        group.split = int(split);
        add(group, split, 1);
    }

    std::size_t bestFor(const Group &group) const
    {
        std::size_t best = 0;
        double least = 0;
        for (std::size_t split = 0; split < m_shares.size(); ++split) {
            const double change = changeBy(group, split);
            if (split == 0 || change < least) {
                best = split;
                least = change;
            }
        }
        return best;
    }

    /// Takes the smallest groups from splits that can spare one.
    void fillEmpty()
    {
        for (std::size_t split = 0; split < m_counts.size(); ++split) {
            if (m_counts[split] > 0)
                continue;
            Group *chosen = nullptr;
            for (Group &group : m_groups) {
                if (m_counts[std::size_t(group.split)] < 2)
                    continue;
                const auto rank = [](const Group &g) {
                    return std::make_tuple(std::any_of(g.earlier.begin(), g.earlier.end(), [](int n) { return n > 0; }), g.size());
                };
                if (!chosen || rank(group) < rank(*chosen) || (rank(group) == rank(*chosen) && group.order < chosen->order))
                    chosen = &group;
            }
            if (chosen)
                put(*chosen, split);
        }
    }

private:
    void add(const Group &group, std::size_t split, int sign)
    {
        for (std::size_t i = 0; i < m_totals.size(); ++i)
            m_filled[split][i] += sign * group.amounts[i];
        m_counts[split] += sign;
    }

    /// How much farther from the shares all is if the group goes there: squares of what is too much or too little, in shares of each
    /// amount's total; the number of items weighs as much as all other amounts together.
    double changeBy(const Group &group, std::size_t split) const
    {
        double change = 0;
        for (std::size_t i = 0; i < m_totals.size(); ++i) {
            if (m_totals[i] <= 0)
                continue;
            const double weight = i == 0 ? double(std::max<std::size_t>(m_totals.size() - 1, 1)) : 1;
            const double off = m_filled[split][i] / m_totals[i] - m_shares[split];
            const double more = group.amounts[i] / m_totals[i];
            change += weight * (2 * off + more) * more / m_shares[split];
        }
        return change;
    }

    std::vector<Group> &m_groups;
    std::vector<double> m_shares;
    std::vector<double> m_totals;
    std::vector<std::vector<double>> m_filled;
    std::vector<int> m_counts; // of groups
};

} // namespace

Result<Splitting> split(const QList<SplitItem> &items, const std::vector<int> &groupOf, const QList<SplitShare> &shares, quint32 seed)
{
    Splitting result;
    result.groups = groupOf.empty() ? 0 : *std::max_element(groupOf.begin(), groupOf.end()) + 1;
    if (result.groups < shares.size()) {
        const QString what = result.groups == 1 && items.size() > 1
            ? Words::tr("All %n article(s) belong together in one group, which cannot be split.", nullptr, int(items.size()))
            : Words::tr("%1, too few for the %2 splits asked for.")
                  .arg(Words::tr("There are only %n group(s) of articles that belong together", nullptr, result.groups))
                  .arg(shares.size());
        return Error{ErrorCode::OutOfRange, what + u' ' + Words::tr("Group by less, or ask for fewer splits."), {}};
    }
    std::vector<Group> groups(std::size_t(result.groups));
    for (qsizetype i = 0; i < items.size(); ++i) {
        Group &group = groups[std::size_t(groupOf[std::size_t(i)])];
        const QByteArray order = orderOf(items[i].id, seed);
        if (group.amounts.empty()) {
            group.amounts.assign(items[i].amounts.size() + 1, 0);
            group.earlier.assign(std::size_t(shares.size()), 0);
            group.order = order;
        }
        group.order = std::min(group.order, order);
        group.amounts[0] += 1;
        for (std::size_t j = 0; j < items[i].amounts.size(); ++j)
            group.amounts[j + 1] += items[i].amounts[j];
        if (items[i].earlier)
            ++group.earlier[std::size_t(*items[i].earlier)];
    }
    Dealer dealer(groups, shares);
    std::vector<Group *> open;
    for (Group &group : groups) {
        const auto most = std::max_element(group.earlier.begin(), group.earlier.end());
        if (*most > 0)
            dealer.put(group, std::size_t(most - group.earlier.begin()));
        else
            open.push_back(&group);
    }
    std::sort(open.begin(), open.end(), [](const Group *a, const Group *b) {
        return a->size() != b->size() ? a->size() > b->size() : a->order < b->order;
    });
    for (Group *group : open)
        dealer.put(*group, dealer.bestFor(*group));
    dealer.fillEmpty();
    for (qsizetype i = 0; i < items.size(); ++i) {
        result.splits.push_back(groups[std::size_t(groupOf[std::size_t(i)])].split);
        if (items[i].earlier && *items[i].earlier != result.splits.back())
            result.moved.push_back(int(i));
    }
    return result;
}

} // namespace Quoth::Measure
