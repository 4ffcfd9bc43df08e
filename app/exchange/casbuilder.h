// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casdocument.h"
#include "losslist.h"

#include <app/annotation/annotations.h>
#include <app/annotation/schema.h>

namespace Quoth::Exchange {

/// An article as INCEpTION would have it. Spans are a span layer (Cas::span) with features of texts: label, state, confidence, ...; the
/// pieces of an interrupted one are annotations of that layer, of which the first has all features and a slot feature with the further
/// ones. Attributions are a span layer (Cas::frame) that stands where the cue stands, or else the first filler, with one slot feature
/// whose links name the role and the span. Attributes are features where their name and value allow, else JSON in one feature.
/// Metadata are DKPro Core's. Words are Token, lines are Sentence.
CasDocument casOf(const Annotation::AnnotatedArticle &annotated, const Annotation::Schema &schema, LossList &losses);
/// Whether an attribute may be a feature of its own: an identifier that is no other feature's name and means nothing in XML or in
/// a header of WebAnno TSV.
bool isFeatureName(const QString &name);

} // namespace Quoth::Exchange
