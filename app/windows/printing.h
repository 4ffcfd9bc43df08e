// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>
#include <app/annotation/schema.h>
#include <app/base/result.h>
#include <app/rendering/renderoptions.h>

class QPrinter;
class QWidget;

namespace Quoth::Windows {

/// The article with its highlights, cards and legend on the printer's paper, within its margins; only the pages asked for, if any are.
Result<void> printArticle(const Annotation::AnnotatedArticle &article, const Annotation::Schema &schema,
                          const Rendering::RenderOptions &options, QPrinter &printer);
/// Shows the pages; paper and printer are chosen there. Returns when it is closed; fails if printing did.
Result<void> previewPrint(const Annotation::AnnotatedArticle &article, const Annotation::Schema &schema,
                          const Rendering::RenderOptions &options, QWidget *parent);

} // namespace Quoth::Windows
