// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace Quoth::Annotation {

/// The translation context of the layer: Words::tr("…").
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Quoth::Annotation)
};

} // namespace Quoth::Annotation
