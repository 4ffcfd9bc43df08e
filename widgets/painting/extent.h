// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace Quoth::Widgets {

/// A part of a text in UTF-16 offsets, half-open.
struct Extent
{
    qint32 begin = 0;
    qint32 end = 0;

    bool isEmpty() const { return begin >= end; }
    qint32 length() const { return end - begin; }
    bool operator==(const Extent &) const = default;
};

} // namespace Quoth::Widgets
