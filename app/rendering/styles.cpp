// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "styles.h"

namespace Quoth::Rendering {

using namespace Annotation;

namespace {

Widgets::Mark markOf(Mark mark)
{
    switch (mark) {
    case Mark::Box: return Widgets::Mark::Box;
    case Mark::Dots: return Widgets::Mark::Dots;
    case Mark::Bar: return Widgets::Mark::Bar;
    case Mark::Line: return Widgets::Mark::Line;
    case Mark::Wave: return Widgets::Mark::Wave;
    }
    return Widgets::Mark::Box;
}

QColor colourOf(const Label &label, bool dark)
{
    return QColor(dark && !label.darkColour.isEmpty() ? label.darkColour : label.colour);
}

} // namespace

QList<Widgets::HighlightStyle> stylesOf(const Schema &schema, bool dark)
{
    QList<Widgets::HighlightStyle> styles;
    for (const Label &label : schema.labels)
        styles.append({label.title, colourOf(label, dark), markOf(label.mark)});
    return styles;
}

QColor colourOf(const Schema &schema, QStringView label, bool dark)
{
    const Label *known = schema.label(label);
    return known ? colourOf(*known, dark) : QColor();
}

QColor frameColourOf(const Schema &schema, QStringView frameType, bool dark)
{
    const FrameType *type = schema.frameType(frameType);
    if (!type || type->roles.isEmpty() || type->roles.constFirst().labels.isEmpty())
        return {};
    return colourOf(schema, type->roles.constFirst().labels.constFirst(), dark);
}

} // namespace Quoth::Rendering
