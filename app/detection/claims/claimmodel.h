// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/result.h>

#include <QByteArray>
#include <QString>

#include <vector>

namespace Quoth::Detection {

/// The weights of a logistic regression over the features of clauses, and how its sum becomes a probability (Platt,
/// Probabilistic Outputs for Support Vector Machines, 1999): 1 / (1 + exp(-(slope * sum + offset))).
struct ClaimModel
{
    struct Weight
    {
        QByteArray feature; ///< "w:percent", "b:more than", "f:number=2", in UTF-8
        qint32 thousandths = 0;

        bool operator==(const Weight &) const = default;
    };

    QString version; ///< of the data and the method, as the model card tells it
    double bias = 0;
    double slope = 1;
    double offset = 0;
    std::vector<Weight> weights; ///< sorted by feature

    bool operator==(const ClaimModel &) const = default;

    /// Text: a line that names the format, the SHA-256 of all that follows, the figures, then a line for each weight.
    QByteArray toBytes() const;
    /// ErrorCode::Damaged for what is cut short, altered or of another format or version of it; where names it to the
    /// reader.
    static Result<ClaimModel> fromBytes(const QByteArray &bytes, const QString &where);
};

} // namespace Quoth::Detection
