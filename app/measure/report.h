// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agreement.h"
#include "instanceevaluation.h"

#include <QStringList>

namespace Quoth::Measure {

/// Figures laid out for people: shares are percentages with one decimal. The front ends draw the lines.
struct ReportTable
{
    QString title;
    QStringList head; ///< the first column names the rows
    QList<QStringList> rows;
    QStringList notes; ///< what is said under it
};
using Report = QList<ReportTable>;

/// byKind: also recall by the gold attributions' kind, span measure by span measure.
Report reportOf(const Evaluation &evaluation, bool byKind);
Report reportOf(const InstanceEvaluation &evaluation);
Report reportOf(const Agreement &agreement, bool byKind);

} // namespace Quoth::Measure
