// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "project.h"

#include <QSet>

namespace Quoth::Storage {

/// The articles whose text holds the words, upper and lower case alike in every script (Unicode case folding, which SQLite's LIKE knows for
/// ASCII only). Reads every text of the project; searches them by Boyer, Moore and Horspool's algorithm.
Result<QSet<ArticleId>> articlesContaining(Project &project, const QString &words);

} // namespace Quoth::Storage
