// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "declaration.h"

#include <QDate>

namespace Quoth::CommandLine {

/// quoth(1), in the mdoc language of mandoc and groff: the window, all subcommands with their options, files, examples.
QString manPage(const Declaration &window, const QList<Declaration> &commands, const QDate &date);

} // namespace Quoth::CommandLine
