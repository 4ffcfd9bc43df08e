// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "qdaproject.h"

namespace Quoth::Exchange {

/// How the positions of a source count.
struct QdaCounting
{
    QString text; ///< that they are positions of: as in the file, or with CRLF as LF
    bool utf16 = false; ///< else code points
    bool unusual = false; ///< not what was to be expected
};
QdaCounting bestCounting(const QdaProject::Source &source, const QString &rawText, bool crlfIsOne);

} // namespace Quoth::Exchange
