// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casdocument.h"
#include "issuelist.h"

#include <app/base/result.h>

namespace Quoth::Exchange {

/// Reads a CAS from UIMA's JSON (Apache uima-uimaj-io-jsoncas, version 0.4, as its reference test files write it; "^begin" as its
/// specification has it), the first view that has a text. Fails on what is no such JSON; what is broken in it is an issue.
Result<CasDocument> readCasJson(const QByteArray &bytes, const QString &path, IssueList &issues);

} // namespace Quoth::Exchange
