// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace Quoth::Measure {

/// The translation context of the layer: Words::tr("…").
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Quoth::Measure)
};

} // namespace Quoth::Measure
