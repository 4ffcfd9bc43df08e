// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "colouring.h"

#include <app/annotation/state.h>

#include <QList>

namespace Quoth::Rendering {

struct RenderOptions
{
    QList<Annotation::State> states = {Annotation::State::Suggested, Annotation::State::Accepted};
    ColourBy colourBy = ColourBy::Label;
    int width = 960; ///< of a picture, in pixels before scaling
    double scale = 1;
    bool cards = true; ///< beside the text, and the legend below it; not for web pages
    bool dark = false; ///< pictures only; a web page follows the reader's setting
};

} // namespace Quoth::Rendering
