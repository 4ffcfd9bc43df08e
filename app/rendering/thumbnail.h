// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>
#include <app/annotation/schema.h>

#include <QImage>

namespace Quoth::Rendering {

/// The first lines of an article with their highlights, as a sheet that fits into a square of so many pixels: what file
/// managers show of a project. However long the article is, only its begin is laid out. Needs a QGuiApplication.
QImage renderThumbnail(const Annotation::AnnotatedArticle &article, const Annotation::Schema &schema, int pixels);

} // namespace Quoth::Rendering
