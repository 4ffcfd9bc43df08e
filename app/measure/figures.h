// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <QJsonObject>

/// Figures as tables and JSON show them: shares from 0 to 1, rounded to six decimals (half to even on the exact binary value).
namespace Quoth::Measure {

double rounded(double share);
/// 0 where there is nothing to divide by.
double ratio(double part, double whole);

/// Precision, recall and their harmonic mean.
struct Scores
{
    double precision = 0;
    double recall = 0;
    double f1 = 0;

    bool operator==(const Scores &) const = default;
    static Scores of(double rightPredicted, qint64 predicted, double rightGold, qint64 gold);
    QJsonObject toJson() const; ///< {"p", "r", "f1"}
};

/// A share as a percentage with one decimal: "69.2".
QString percent(double share);

} // namespace Quoth::Measure
