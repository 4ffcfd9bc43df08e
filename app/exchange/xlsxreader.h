// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuelist.h"
#include "ziparchive.h"

#include <functional>

namespace Quoth::Exchange {

/// Reads the first sheet of a workbook of Office Open XML (ECMA-376), row after row: texts as they are, numbers as they stand in the file, dates in
/// ISO 8601. Calls with the cells and the row's number until that fails. Further sheets are an issue.
Result<void> readXlsx(const ZipReader &archive, const QString &path, IssueList &issues, const std::function<Result<void>(const QStringList &, qint64)> &row);

} // namespace Quoth::Exchange
