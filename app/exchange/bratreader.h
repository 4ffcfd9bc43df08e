// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bratdocument.h"
#include "format.h"

namespace Quoth::Exchange {

/// Makes an article of a text and its .ann file. Text-bound annotations become spans and events attributions; a trigger that
/// only repeats one of the event's arguments is no span of its own. Numbered roles (Source2) are further fillers. Offsets
/// count code points with CRLF as one, as brat does; if only counting it as two makes the annotations' texts fit, it is two.
ImportedArticle readBrat(const QString &rawText, QStringView annotations, const QString &path, const ImportOptions &options,
                         IssueList &issues);

} // namespace Quoth::Exchange
