// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casdocument.h"
#include "issuelist.h"

#include <app/base/result.h>

namespace Quoth::Exchange {

/// Reads a CAS from XMI (Apache UIMA's reference, "XMI CAS serialization"), the first view that has a text. Types may be empty: then
/// references are told from numbers by what they lead to. A document type declaration is refused, as entities could be anything.
/// Fails if the file is no XMI; what is broken in it is an issue.
Result<CasDocument> readXmi(const QByteArray &bytes, const QList<CasType> &types, const QString &path, IssueList &issues);
/// Reads the types of a UIMA type system description; none, with an issue, from what is no such file.
QList<CasType> readTypeSystem(const QByteArray &bytes, const QString &path, IssueList &issues);

} // namespace Quoth::Exchange
