// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/progress.h>

#include <QStringView>

#include <utility>
#include <vector>

namespace Quoth::Measure {

/// A text as the sorted set of the hashes of its runs of five words, letter case and punctuation aside. A text of fewer words is one
/// run; a text without words has none. Where a script has no blanks between words, each character counts as one. The hashes are the
/// same on every machine.
using Shingles = std::vector<quint64>;
Shingles shinglesOf(QStringView text);

/// How much of the shorter of two texts stands in the other, 0 to 1: shared runs by the runs of the smaller set (Broder's containment,
/// 1997). It is never less than their Jaccard index, and finds the story that was cut short too.
double sharedShare(const Shingles &a, const Shingles &b);

/// Pairs of texts, by their places in the list, whose sharedShare() is at least so much. Time and memory grow with the number of runs: a
/// run that many texts share joins each to the next few only, which still chains the copies of one story together.
/// Stops early, with what was found, if cancelled.
std::vector<std::pair<int, int>> nearDuplicates(const std::vector<Shingles> &texts, double least, const Progress &progress);

} // namespace Quoth::Measure
