// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casdocument.h"
#include "losslist.h"

namespace Quoth::Exchange {

/// Writes a CAS as WebAnno TSV 3.3 (INCEpTION's user guide, "WebAnno TSV 3.3 File format"): its span layers with their slot features. The
/// text comes back but for what stands before the first word, as a sentence reaches to the line end before the next one. What ends
/// between words ends with a word in the file; the feature "exact" of a span keeps where. Every annotation has a disambiguation id.
QByteArray writeTsv(const CasDocument &document, LossList &losses);

} // namespace Quoth::Exchange
