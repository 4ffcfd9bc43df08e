// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "renderoptions.h"

#include <app/annotation/annotations.h>
#include <app/annotation/schema.h>

namespace Quoth::Rendering {

/// The article as one web page that needs no other file and no script, in light and dark. A highlight is a span with its
/// label's shape and colour; where highlights cross, the inner one is cut in pieces. Cards stand in an aside by each paragraph.
QString renderHtml(const Annotation::AnnotatedArticle &article, const Annotation::Schema &schema, const RenderOptions &options);

} // namespace Quoth::Rendering
