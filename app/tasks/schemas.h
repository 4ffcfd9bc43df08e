// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/schema.h>

namespace Quoth::Tasks {

/// The schemas that the program carries.
QStringList schemaNames();
/// A carried one by its name, or a file; empty gives the default schema.
Result<Annotation::Schema> readSchema(const QString &nameOrFile);

} // namespace Quoth::Tasks
