// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "arguments.h"

#include <app/tasks/releaserecipe.h>

namespace Quoth::CommandLine {

/// The options of which a release's recipe is made.
void declareRecipeOptions(Arguments &options);
/// Changes the recipe to what the options say; BadInput in words where one of them is wrong.
Result<void> readRecipeOptions(const Arguments &options, Tasks::ReleaseRecipe &recipe);

} // namespace Quoth::CommandLine
