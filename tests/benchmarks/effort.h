// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace Quoth::Benchmarks {

/// What a person does, counted: a key or chord, a click, a double click or a drag is one action. Time is that of the keystroke-level model
/// (Card, Moran and Newell 1980) with its means: K 0.28 s a key, P 1.1 s pointing, B 0.1 s a press or release, H 0.4 s from keyboard to
/// mouse or back, M 1.35 s before each decision that is not the last one's foreseen end.
class Effort
{
public:
    void key(bool decides, int keys = 1);
    void click(bool decides);
    void doubleClick(bool decides);
    void drag(bool decides);

    int actions = 0;
    double seconds = 0;

private:
    void hand(bool mouse);
    void count(bool decides, double time);

    bool m_mouse = true;
};

/// One attribution done, or one suggestion turned down.
struct Done
{
    int actions = 0;
    double seconds = 0;
    QString what; ///< which case it was, for the table of the tail
    bool reached = true; ///< it stands as in the gold labels
};

/// Prints totals, means, medians and what is in the tail. extraActions are those that belong to no attribution.
void printEffort(const QString &title, const std::vector<Done> &done, int attributions, int extraActions, double extraSeconds);

} // namespace Quoth::Benchmarks
