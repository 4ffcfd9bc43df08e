// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"

namespace Quoth::Exchange {

/// Reads a project.qde whose texts are given by fileBehind("internal://GUID.txt"). place is that of the project in the archive at path.
Result<void> readQdaPackage(const QByteArray &project, const QString &path, const QString &place, const std::function<Result<QByteArray>(const QString &)> &fileBehind,
                            const ImportOptions &options, const Importer::Sink &sink, ImportReport &report, const Progress &progress);

} // namespace Quoth::Exchange
