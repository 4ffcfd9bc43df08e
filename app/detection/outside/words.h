// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace Quoth::Detection {

/// The translation context of detectors from outside: OutsideWords::tr("…").
struct OutsideWords
{
    Q_DECLARE_TR_FUNCTIONS(Quoth::Detection::Outside)
};

} // namespace Quoth::Detection
