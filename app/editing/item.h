// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/id.h>

#include <variant>

namespace Quoth::Editing {

/// What a person decides on: an attribution with its spans, or a span by itself.
using Item = std::variant<AttributionId, SpanId>;

} // namespace Quoth::Editing
