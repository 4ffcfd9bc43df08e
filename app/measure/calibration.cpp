// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calibration.h"

#include "figures.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace Quoth::Measure {

namespace {

constexpr int binCount = 10;

double share(qint64 part, qint64 whole) { return whole > 0 ? double(part) / double(whole) : 0.0; }

} // namespace

void Calibration::add(std::optional<double> confidence, bool linked, bool full)
{
    if (confidence)
        m_judged.push_back({*confidence, linked, full});
    else
        ++m_without;
}

std::vector<Calibration::Bin> Calibration::bins(Right right) const
{
    std::vector<Bin> bins(binCount);
    std::vector<qint64> rights(binCount, 0);
    for (const Judged &judged : m_judged) {
        const auto number = std::size_t(std::clamp(int(std::floor(judged.confidence * binCount)), 0, binCount - 1));
        ++bins[number].count;
        bins[number].confidence += judged.confidence;
        rights[number] += judged.is(right) ? 1 : 0;
    }
    for (std::size_t i = 0; i < bins.size(); ++i) {
        bins[i].from = double(i) / binCount;
        if (bins[i].count > 0)
            bins[i].confidence /= double(bins[i].count);
        bins[i].right = share(rights[i], bins[i].count);
    }
    return bins;
}

double Calibration::expectedError(Right right) const
{
    double error = 0;
    for (const Bin &bin : bins(right))
        error += share(bin.count, count()) * std::abs(bin.right - bin.confidence);
    return error;
}

Calibration::Acceptance Calibration::acceptance(double least, Right right) const
{
    Acceptance result{least, 0, 0, 0};
    qint64 rights = 0;
    for (const Judged &judged : m_judged) {
        if (judged.confidence < least)
            continue;
        ++result.accepted;
        rights += judged.is(right) ? 1 : 0;
    }
    result.precision = share(rights, result.accepted);
    result.recall = share(rights, m_gold);
    return result;
}

std::vector<Calibration::Acceptance> Calibration::acceptances(Right right) const
{
    std::vector<Acceptance> result;
    for (int percent = 50; percent < 100; percent += 5)
        result.push_back(acceptance(percent / 100.0, right));
    return result;
}

std::vector<Calibration::Acceptance> Calibration::curve(Right right) const
{
    std::vector<Judged> sorted = m_judged;
    std::sort(sorted.begin(), sorted.end(), [](const Judged &a, const Judged &b) { return a.confidence > b.confidence; });
    std::vector<Acceptance> points;
    qint64 rights = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        rights += sorted[i].is(right) ? 1 : 0;
        if (i + 1 < sorted.size() && sorted[i + 1].confidence == sorted[i].confidence)
            continue;
        const auto accepted = qint64(i + 1);
        points.push_back({sorted[i].confidence, accepted, share(rights, accepted), share(rights, m_gold)});
    }
    std::reverse(points.begin(), points.end());
    return points;
}

QJsonObject Calibration::toJson() const
{
    QJsonObject result{{QStringLiteral("with_confidence"), count()}, {QStringLiteral("without_confidence"), withoutConfidence()}};
    for (const Right right : {Right::Linked, Right::Full}) {
        QJsonArray table;
        for (const Bin &bin : bins(right)) {
            table.append(QJsonObject{{QStringLiteral("from"), rounded(bin.from)},
                                     {QStringLiteral("count"), bin.count},
                                     {QStringLiteral("confidence"), rounded(bin.confidence)},
                                     {QStringLiteral("right"), rounded(bin.right)}});
        }
        QJsonArray accept;
        for (const Acceptance &each : acceptances(right)) {
            accept.append(QJsonObject{{QStringLiteral("least"), rounded(each.least)},
                                      {QStringLiteral("accepted"), each.accepted},
                                      {QStringLiteral("p"), rounded(each.precision)},
                                      {QStringLiteral("r"), rounded(each.recall)}});
        }
        result.insert(right == Right::Linked ? QStringLiteral("linked") : QStringLiteral("full"),
                      QJsonObject{{QStringLiteral("expected_calibration_error"), rounded(expectedError(right))},
                                  {QStringLiteral("bins"), table},
                                  {QStringLiteral("accept_all_from"), accept}});
    }
    return result;
}

} // namespace Quoth::Measure
