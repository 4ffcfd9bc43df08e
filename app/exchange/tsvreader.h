// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casdocument.h"
#include "issuelist.h"

#include <app/base/result.h>

namespace Quoth::Exchange {

/// Reads WebAnno TSV 3.0 to 3.3 (INCEpTION's user guide, "WebAnno TSV 3.3 File format"): span layers, slot features, relations, chains.
/// Where offsets do not fit the sentences' texts, the texts are believed. Fails on what is no such file; bad rows are issues.
Result<CasDocument> readTsv(const QByteArray &bytes, const QString &path, IssueList &issues);

} // namespace Quoth::Exchange
