// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlight.h"

namespace Quoth::Widgets {

HighlightSource::~HighlightSource() = default;
QString HighlightSource::descriptionOf(quint64) const { return {}; }

CardSource::~CardSource() = default;

} // namespace Quoth::Widgets
