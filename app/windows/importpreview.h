// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/exchange/formatregistry.h>
#include <app/measure/nearduplicates.h>

namespace Quoth::Windows {

/// The begin of a file as an import would read it; error if it cannot be read.
struct ImportPreview
{
    QString format; ///< its name
    QString encoding;
    QString title;
    QString text; ///< the first 1,500 characters of the first article
    bool more = false; ///< there are further articles, or text
    QList<Annotation::Issue> issues; ///< up to the end of the first article
    QStringList header; ///< of a table of articles; empty for other files
    QMap<QString, qsizetype> columns; ///< which of them is what, by role
    Measure::Shingles sample; ///< of the first article, to look for it in the project
    std::optional<Error> error;
};

/// May run in any thread. Fails with ErrorCode::Cancelled if progress was cancelled.
ImportPreview previewOf(const Exchange::FormatRegistry &formats, const QString &file, const Exchange::ImportOptions &options,
                        const Progress &progress);

} // namespace Quoth::Windows
