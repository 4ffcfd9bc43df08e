// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/schema.h>

namespace Quoth::Rendering {

/// The style sheet of a rendered web page: a shape and two colours for each label, light and dark by the reader's setting.
QString styleSheet(const Annotation::Schema &schema);

} // namespace Quoth::Rendering
