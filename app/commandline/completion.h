// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "declaration.h"

namespace Quoth::CommandLine {

/// The file that teaches a shell to complete what stands after "quoth": commands, their options, the words that these take, files.
QString bashCompletion(const Declaration &window, const QList<Declaration> &commands);
QString zshCompletion(const Declaration &window, const QList<Declaration> &commands);
QString fishCompletion(const Declaration &window, const QList<Declaration> &commands);

} // namespace Quoth::CommandLine
