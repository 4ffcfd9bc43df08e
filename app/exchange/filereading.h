// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"
#include "issuelist.h"
#include "textdecoder.h"

namespace Quoth::Exchange {

/// A whole file's bytes. Fails if it cannot be read or is larger than a text may be (1 GiB).
Result<QByteArray> readFile(const QString &path);
/// A whole file as text, in options.encoding or the detected one. Fails for an empty file and for one that is no text, and
/// says what it seems to be; invalid bytes are an issue.
Result<DecodedText> readText(const QString &path, const ImportOptions &options, IssueList &issues);
/// The same for bytes that are there already.
Result<DecodedText> decodedText(const QByteArray &bytes, const ImportOptions &options, const QString &path, IssueList &issues);
/// The file's name without folder and suffix: the id of an article that has none.
QString baseName(const QString &path);
/// The origin and state of what a file gives neither for.
Annotation::Provenance importedProvenance(const ImportOptions &options);
/// Fails if the work was cancelled.
Result<void> checkCancelled(const Progress &progress, const QString &path);

} // namespace Quoth::Exchange
