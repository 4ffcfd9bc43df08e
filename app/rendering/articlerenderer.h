// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "renderoptions.h"

#include <app/annotation/annotations.h>
#include <app/annotation/schema.h>
#include <app/base/result.h>

#include <QImage>
#include <QStringList>

class QIODevice;
class QPagedPaintDevice;

namespace Quoth::Rendering {

/// Draws a whole article with its highlights, cards and legend. Pictures and PDF need a QGuiApplication for its fonts.

/// One tall picture. Fails with OutOfRange where it would be taller than pictures can be (32,000 pixels).
Result<QImage> renderImage(const Annotation::AnnotatedArticle &article, const Annotation::Schema &schema, const RenderOptions &options);
/// A4 pages, broken between lines and cards; options.width comes to lie on the width of the page.
Result<void> renderPdf(const Annotation::AnnotatedArticle &article, const Annotation::Schema &schema, const RenderOptions &options,
                       QIODevice &device);
/// Pages on any paper, within its margins; the device has 96 dots to the inch. Only those from first to last.
Result<void> renderPages(const Annotation::AnnotatedArticle &article, const Annotation::Schema &schema, const RenderOptions &options,
                         QPagedPaintDevice &device, int first, int last);

/// The suffixes that renderFile() knows: "png", "pdf", "html".
QStringList renderSuffixes();
/// Writes the kind of file that the path's suffix says; it appears when it is whole. Fails with BadInput on another suffix.
Result<void> renderFile(const Annotation::AnnotatedArticle &article, const Annotation::Schema &schema, const RenderOptions &options,
                        const QString &path);

} // namespace Quoth::Rendering
