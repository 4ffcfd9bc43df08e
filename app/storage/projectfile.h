// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/result.h>

#include <QString>

namespace Quoth::Storage {

/// "QUOT" in ASCII, in the application_id field of the SQLite header.
constexpr quint32 applicationId = 0x51554F54;

/// What the first hundred bytes of a file say (https://www.sqlite.org/fileformat2.html, section 1.3), read without SQLite
/// so that a file that is no project is never touched. Fails with NotFound, NotReadable, NotAProject or Damaged.
struct ProjectHeader
{
    int userVersion = 0;
};
Result<ProjectHeader> readProjectHeader(const QString &path);

} // namespace Quoth::Storage
