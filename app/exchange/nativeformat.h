// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Quoth::Exchange {

/// The names that the native file's reader and writer share. One JSON object a line, UTF-8; offsets count code points and are
/// end-exclusive. Of the corpora's plainer form ({"id","text","attributions":[{"source","cue","content"}]}) it is a superset.
inline const QString nativeVersion = QStringLiteral("quoth/1");
inline const QString claimLabel = QStringLiteral("Claim");
/// Where ArticleMeta::extra keeps the fields that stood beside "meta" rather than in it, so that they go back there.
inline const QString recordFields = QStringLiteral("quoth:record");

} // namespace Quoth::Exchange
