// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <widgets/painting/extent.h>

#include <QList>
#include <QStringView>

namespace Quoth::Widgets {

struct FindOptions
{
    bool matchCase = false;
    bool wholeWords = false;

    bool operator==(const FindOptions &) const = default;
};

/// Every place where the words stand in the text, in order and without overlaps; none for no words. Curly and straight
/// quotation marks, and blanks that break lines and those that do not, count as the same. Ten megabytes take a few
/// hundredths of a second.
QList<Extent> findAll(QStringView text, QStringView words, FindOptions options = {});

} // namespace Quoth::Widgets
