// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures.h"

#include <QString>

#include <array>
#include <charconv>

namespace Quoth::Measure {

double rounded(double share)
{
    // As a decimal text and back: multiplying would round a value that lies close to the middle the wrong way.
    std::array<char, 400> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), share, std::chars_format::fixed, 6);
    double value = 0;
    std::from_chars(text.data(), written.ptr, value);
    return value;
}

double ratio(double part, double whole) { return whole > 0 ? rounded(part / whole) : 0.0; }

Scores Scores::of(double rightPredicted, qint64 predicted, double rightGold, qint64 gold)
{
    const double p = predicted > 0 ? rightPredicted / double(predicted) : 0.0;
    const double r = gold > 0 ? rightGold / double(gold) : 0.0;
    return {rounded(p), rounded(r), p + r > 0 ? rounded(2 * p * r / (p + r)) : 0.0};
}

QJsonObject Scores::toJson() const
{
    return {{QStringLiteral("p"), precision}, {QStringLiteral("r"), recall}, {QStringLiteral("f1"), f1}};
}

QString percent(double share)
{
    std::array<char, 400> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), 100 * share, std::chars_format::fixed, 1);
    return QString::fromLatin1(text.data(), written.ptr - text.data());
}

} // namespace Quoth::Measure
