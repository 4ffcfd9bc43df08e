// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

namespace Quoth::Storage {

/// The version that this program writes: the highest number among the SQL files in resources/sql.
int currentVersion();

/// Brings a file from its user_version to currentVersion(), one transaction a step. Before the first step of a file that
/// holds data, a copy of it is put beside it ("name.quoth.version-N.backup"). Fails with NewerVersion on files from the future.
Result<void> migrate(Database &database);

/// Lets this version's queries read an older file, which stays as it is: temporary views stand in for what it lacks.
Result<void> readAsCurrent(Database &database);

} // namespace Quoth::Storage
