// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "losslist.h"
#include "releasecolumns.h"

namespace Quoth::Exchange {

/// A line of a release: the native record, so that Quoth reads it back, but with all keys in each line, null where there is nothing.
/// Offsets count code points. Without the whole text it holds its SHA-256 and length, and nothing else that may repeat words of the
/// article: no title, further metadata, explanations, notes, or attributes in free words; what is left out is counted.
QByteArray releaseLine(const Annotation::AnnotatedArticle &article, const ReleaseColumns &columns, LossList &losses);

} // namespace Quoth::Exchange
