// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "htmlpage.h"

#include <QStringList>

namespace Quoth::Exchange {

/// All blocks of text of a page as they stand, without a guess at what belongs to an article: for pages that are nothing else. Notes
/// at the foot or the end and what points to them are left out and counted.
QStringList blocksOf(const HtmlPage &page, int &notes);

} // namespace Quoth::Exchange
