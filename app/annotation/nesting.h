// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "annotationindex.h"

namespace Quoth::Annotation {

/// The innermost attribution whose content holds all of these fragments, except itself, rejected ones and those whose content is
/// no larger: the claimant's attribution for a claim, nullopt where the article itself speaks.
std::optional<AttributionId> enclosingAttribution(const QList<TextRange> &fragments, const AnnotationIndex &index,
                                                  std::optional<AttributionId> except = std::nullopt);
/// The attribution in whose content another one lies with its content and its cue.
std::optional<AttributionId> parentOf(const Attribution &attribution, const AnnotationIndex &index);
/// How many attributions lie around it: 0 for an outermost one.
int depthOf(const Attribution &attribution, const AnnotationIndex &index);

} // namespace Quoth::Annotation
