// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "htmlpage.h"

#include <app/annotation/article.h>

namespace Quoth::Exchange {

/// What a page says of itself: JSON-LD (schema.org articles) before Open Graph and article: properties, these before plain meta
/// elements, and these before what stands on the page (h1, title, time).
Annotation::ArticleMeta metadataOf(const HtmlPage &page);

} // namespace Quoth::Exchange
