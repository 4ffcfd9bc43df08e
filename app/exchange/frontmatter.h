// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/article.h>

#include <QStringView>

namespace Quoth::Exchange {

/// Takes the front matter off the begin of a Markdown text: lines of YAML between two of "---", the last may be "...". Title, author,
/// date, address, outlet and language are read, of YAML what such heads are made of: texts, plain, quoted or over several lines, lists,
/// and names within. A text that begins with a thematic break is left as it is. Line ends are LF.
Annotation::ArticleMeta takeFrontMatter(QStringView &text);

} // namespace Quoth::Exchange
