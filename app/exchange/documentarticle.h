// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"
#include "issuelist.h"

#include <QStringList>

namespace Quoth::Exchange {

/// What a text document holds: its paragraphs and what it says of itself.
struct DocumentText
{
    QStringList paragraphs; ///< may hold line breaks; empty ones are left out of the article
    Annotation::ArticleMeta meta;
    QString encoding = QStringLiteral("UTF-8"); ///< that it was read as
    QStringList changes = {}; ///< what was done to its text before, in words
};

/// Reads the one article that a document is and hands it on.
Result<void> readDocument(const QString &path, const Importer::Sink &sink, ImportReport &report, const Progress &progress,
                          const std::function<Result<DocumentText>(IssueList &)> &read);

} // namespace Quoth::Exchange
