// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "change.h"

namespace Quoth::Annotation {

Edit Edit::reversed() const
{
    Edit result{title, article, {}, selectionAfter, selectionBefore};
    result.changes.reserve(changes.size());
    for (auto change = changes.crbegin(); change != changes.crend(); ++change)
        result.changes.append(std::visit([](const auto &c) -> Change { return c.reversed(); }, *change));
    return result;
}

std::optional<bool> Edit::presenceAfter() const
{
    for (auto change = changes.crbegin(); change != changes.crend(); ++change) {
        if (const auto *presence = std::get_if<ChangeOf<ArticlePresence>>(&*change))
            return presence->after.has_value();
    }
    return std::nullopt;
}

} // namespace Quoth::Annotation
