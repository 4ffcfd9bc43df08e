// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/id.h>

#include <optional>
#include <variant>

namespace Quoth::Rendering {

/// The number by which views know a span or an attribution. Never 0, which views take for none.
constexpr quint64 keyOf(SpanId id) { return quint64(id.number()) << 1; }
constexpr quint64 keyOf(AttributionId id) { return quint64(id.number()) << 1 | 1; }

/// The key of what is proposed and not yet an item.
constexpr quint64 ghostKey = 1;

/// The other way round; nullopt for 0 and 1, which no item has.
constexpr std::optional<std::variant<AttributionId, SpanId>> itemOf(quint64 key)
{
    if (key < 2)
        return std::nullopt;
    if (key & 1)
        return AttributionId(qint64(key >> 1));
    return SpanId(qint64(key >> 1));
}

} // namespace Quoth::Rendering
