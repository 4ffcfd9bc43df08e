// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/result.h>
#include <app/storage/project.h>

namespace Quoth::Tasks {

/// A project of the program's sample articles, for a first look: the first with its gold annotations, accepted; the others
/// with what the first detector suggests, so that there is something to review. Nothing is left if it fails.
Result<std::unique_ptr<Storage::Project>> createSampleProject(const QString &path);

} // namespace Quoth::Tasks
