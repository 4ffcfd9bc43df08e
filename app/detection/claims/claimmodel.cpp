// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "claimmodel.h"

#include <QByteArrayView>
#include <QCoreApplication>
#include <QCryptographicHash>

#include <charconv>
#include <cmath>
#include <optional>

namespace Quoth::Detection {

namespace {

constexpr QByteArrayView formatLine = "quoth-claims 1\n";
constexpr QByteArrayView sumPrefix = "sha256 ";
constexpr qsizetype largestFile = 4'000'000;
constexpr qint32 largestWeight = 100'000;

QByteArray checksum(QByteArrayView body)
{
    return QCryptographicHash::hash(QByteArray::fromRawData(body.data(), body.size()), QCryptographicHash::Sha256).toHex();
}

QByteArray figure(double value) { return QByteArray::number(value, 'f', 6); }

/// The line that begins a view, which then begins after it; nothing if no line is left.
std::optional<QByteArrayView> takeLine(QByteArrayView &rest)
{
    const qsizetype end = rest.indexOf('\n');
    if (end < 0)
        return std::nullopt;
    const QByteArrayView line = rest.first(end);
    rest = rest.sliced(end + 1);
    return line;
}

std::optional<double> takeFigure(QByteArrayView &rest, QByteArrayView name)
{
    const std::optional<QByteArrayView> line = takeLine(rest);
    if (!line || !line->startsWith(name) || line->size() <= name.size() + 1 || line->at(name.size()) != ' ')
        return std::nullopt;
    bool ok = false;
    const double value = line->sliced(name.size() + 1).toByteArray().toDouble(&ok);
    return ok && std::isfinite(value) && std::abs(value) < 1e6 ? std::optional(value) : std::nullopt;
}

} // namespace

QByteArray ClaimModel::toBytes() const
{
    QByteArray body = "version " + version.toUtf8() + "\nbias " + figure(bias) + "\nslope " + figure(slope) + "\noffset "
        + figure(offset) + '\n';
    for (const Weight &weight : weights)
        body += weight.feature + '\t' + QByteArray::number(weight.thousandths) + '\n';
    return formatLine.toByteArray() + sumPrefix.toByteArray() + checksum(body) + '\n' + body;
}

Result<ClaimModel> ClaimModel::fromBytes(const QByteArray &bytes, const QString &where)
{
    const auto damaged = [&where](const QString &why) { return Error{ErrorCode::Damaged, why, where}; };
    QByteArrayView rest = bytes;
    if (!rest.startsWith(formatLine) || rest.size() > largestFile)
        return damaged(QCoreApplication::translate("Quoth::Detection",
                                                   "This is not a model for claims that this version of Quoth can read."));
    rest = rest.sliced(formatLine.size());
    const std::optional<QByteArrayView> sum = takeLine(rest);
    if (!sum || !sum->startsWith(sumPrefix) || sum->sliced(sumPrefix.size()) != checksum(rest))
        return damaged(QCoreApplication::translate("Quoth::Detection",
                                                   "The model for claims was cut short or altered; take a new copy of it."));
    const QString contradiction
        = QCoreApplication::translate("Quoth::Detection", "The model for claims contradicts itself; train it again.");
    ClaimModel model;
    const std::optional<QByteArrayView> version = takeLine(rest);
    if (!version || !version->startsWith("version "))
        return damaged(contradiction);
    model.version = QString::fromUtf8(version->sliced(8));
    const auto bias = takeFigure(rest, "bias");
    const auto slope = takeFigure(rest, "slope");
    const auto offset = takeFigure(rest, "offset");
    if (!bias || !slope || !offset || *slope <= 0)
        return damaged(contradiction);
    model.bias = *bias;
    model.slope = *slope;
    model.offset = *offset;
    model.weights.reserve(size_t(rest.size() / 16));
    while (const std::optional<QByteArrayView> line = takeLine(rest)) {
        const qsizetype tab = line->indexOf('\t');
        qint32 value = 0;
        const char *end = line->data() + line->size();
        if (tab < 3 || line->at(1) != ':')
            return damaged(contradiction);
        const auto [at, error] = std::from_chars(line->data() + tab + 1, end, value);
        if (error != std::errc() || at != end || std::abs(value) > largestWeight)
            return damaged(contradiction);
        model.weights.push_back({line->first(tab).toByteArray(), value});
    }
    if (!rest.isEmpty())
        return damaged(contradiction);
    return model;
}

} // namespace Quoth::Detection
