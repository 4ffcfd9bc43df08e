// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "effort.h"

#include <QMap>
#include <QStringList>
#include <QTextStream>

#include <algorithm>

namespace Quoth::Benchmarks {

namespace {
constexpr double K = 0.28;
constexpr double P = 1.1;
constexpr double B = 0.1;
constexpr double H = 0.4;
constexpr double M = 1.35;

double percentile(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, size_t(part * double(values.size())))];
}
} // namespace

void Effort::hand(bool mouse)
{
    if (mouse != m_mouse)
        seconds += H;
    m_mouse = mouse;
}

void Effort::count(bool decides, double time)
{
    ++actions;
    seconds += time + (decides ? M : 0);
}

void Effort::key(bool decides, int keys)
{
    hand(false);
    count(decides, K * keys);
}

void Effort::click(bool decides)
{
    hand(true);
    count(decides, P + 2 * B);
}

void Effort::doubleClick(bool decides)
{
    hand(true);
    count(decides, P + 4 * B);
}

void Effort::drag(bool decides)
{
    hand(true);
    count(decides, 2 * (P + B));
}

void printEffort(const QString &title, const std::vector<Done> &done, int attributions, int extraActions, double extraSeconds)
{
    QTextStream out(stdout);
    std::vector<double> actions;
    std::vector<double> seconds;
    double allActions = extraActions;
    double allSeconds = extraSeconds;
    int missed = 0;
    struct Case
    {
        int count = 0;
        int actions = 0;
    };
    QMap<QString, Case> cases;
    for (const Done &one : done) {
        allActions += one.actions;
        allSeconds += one.seconds;
        missed += !one.reached;
        Case &kind = cases[one.what];
        ++kind.count;
        kind.actions += one.actions;
        if (one.what != QStringLiteral("turned down")) {
            actions.push_back(one.actions);
            seconds.push_back(one.seconds);
        }
    }
    out << title << "\n  attributions " << attributions << ", actions " << allActions << ", a mean of "
        << QString::number(allActions / attributions, 'f', 2) << " an attribution, all told; "
        << QString::number(allSeconds / attributions, 'f', 1) << " s by the keystroke-level model\n";
    out << "  actions on one attribution: median " << percentile(actions, 0.5) << ", 75% " << percentile(actions, 0.75) << ", 90% "
        << percentile(actions, 0.9) << ", 99% " << percentile(actions, 0.99) << ", most " << percentile(actions, 1)
        << "; seconds: median " << QString::number(percentile(seconds, 0.5), 'f', 1) << ", 90% "
        << QString::number(percentile(seconds, 0.9), 'f', 1) << "\n";
    for (auto it = cases.cbegin(); it != cases.cend(); ++it)
        out << "    " << it.key().leftJustified(34) << QString::number(it->count).rightJustified(5) << " times, "
            << QString::number(double(it->actions) / it->count, 'f', 2) << " actions each\n";
    out << "  not as in the gold labels afterwards: " << missed << "\n";
}

} // namespace Quoth::Benchmarks
