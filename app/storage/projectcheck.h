// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "project.h"

#include <app/base/progress.h>

namespace Quoth::Storage {

/// "quoth check": SQLite's own integrity and foreign keys, offsets within their texts, texts that match their SHA-256,
/// labels and roles that the schema knows, JSON that parses, and a log whose latest edit can be undone. Gives what is wrong; changes nothing.
Result<QList<Annotation::Issue>> check(Project &project, const Progress &progress);

} // namespace Quoth::Storage
