// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/schema.h>
#include <widgets/painting/highlight.h>

namespace Quoth::Rendering {

/// One style a label, in the schema's order, in the colours for light or for dark backgrounds.
QList<Widgets::HighlightStyle> stylesOf(const Annotation::Schema &schema, bool dark);
/// The colour of a label; invalid if the schema does not know it.
QColor colourOf(const Annotation::Schema &schema, QStringView label, bool dark);
/// The colour of a frame: that of the label which its first role takes first.
QColor frameColourOf(const Annotation::Schema &schema, QStringView frameType, bool dark);

} // namespace Quoth::Rendering
