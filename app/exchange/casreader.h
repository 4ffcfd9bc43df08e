// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casdocument.h"
#include "format.h"
#include "issuelist.h"

namespace Quoth::Exchange {

/// Reads an article out of a CAS, ours or another program's. Annotations of any layer become spans, labelled by their feature "label"
/// or "value" or else by the layer's name; what they link to in slot features, and relations, become attributions. Further features
/// become attributes. Tokens, sentences and other things of linguistics are passed over. nullopt, with an issue, if there is no text.
std::optional<ImportedArticle> readCas(const CasDocument &document, const QString &path, const ImportOptions &options,
                                       IssueList &issues);

} // namespace Quoth::Exchange
