// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "losslist.h"

#include <app/annotation/annotations.h>

#include <QStringList>

namespace Quoth::Exchange {

/// The columns of the table of annotations.
const QStringList &annotationColumns();
/// A row an attribution, a claim, a scare quote and any other span that fills no role (column "type"). Offsets count code points and stand as
/// lists, [[12,17],[20,30]], which no spreadsheet takes for a date.
QList<QStringList> annotationRows(const Annotation::AnnotatedArticle &article, LossList &losses);
/// Whether a table with this header is one that Quoth wrote.
bool isAnnotationTable(const QStringList &header);

} // namespace Quoth::Exchange
