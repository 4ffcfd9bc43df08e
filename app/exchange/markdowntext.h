// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "documentarticle.h"

namespace Quoth::Exchange {

/// The words of a Markdown text (CommonMark 0.30 with GitHub's tables, task lists and strikethrough): a paragraph for each paragraph,
/// heading, item, block of code and row of a table, whose cells are separated by tabs. Markup, targets of links and pictures with
/// their descriptions are left out, of HTML the tags. Hard breaks become line breaks, soft ones blanks. Fails for HTML that is nested
/// too deep.
Result<DocumentText> parseMarkdown(const QString &markdown, const QString &place, IssueList &issues);

} // namespace Quoth::Exchange
