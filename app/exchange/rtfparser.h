// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "documentarticle.h"

namespace Quoth::Exchange {

/// Reads Rich Text Format (specification 1.9.1): \u and \' escapes, code pages of fonts, without the destinations that hold no text of the document
/// (fonts, styles, pictures, heads and feet of pages, notes, what is hidden). Fails for what does not begin as RTF; a file cut short is an issue.
Result<DocumentText> parseRtf(const QByteArray &bytes, const QString &place, IssueList &issues);

} // namespace Quoth::Exchange
