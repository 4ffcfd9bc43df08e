// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/progress.h>
#include <app/base/result.h>

#include <QUrl>

namespace Quoth::Tasks {

/// The address that somebody typed: with "https://" before it where no scheme is given. Fails for what is no web address.
Result<QUrl> webAddress(const QString &typed);

/// Fetches one page or document by HTTP and puts it into the folder, under a name made of its address and with the suffix of its kind; gives
/// the path. Nothing that the page refers to is fetched, no cookie is kept. Follows up to ten redirects, never from https to http.
/// Blocks the calling thread, which needs no event loop; fails after 30 seconds without an answer, for more than 64 MB, and if cancelled.
Result<QString> fetchPage(const QUrl &address, const QString &folder, const Progress &progress);

} // namespace Quoth::Tasks
