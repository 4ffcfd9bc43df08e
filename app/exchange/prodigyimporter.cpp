// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prodigyimporter.h"

#include "jsonlines.h"
#include "prodigyexporter.h"
#include "prodigyrecord.h"

namespace Quoth::Exchange {

FormatInfo ProdigyImporter::info() const { return ProdigyExporter().info(); }

int ProdigyImporter::likelihood(const QString &, const QByteArray &head) const
{
    if (!beginsWithObject(head) || !hasKey(head, "text"))
        return 0;
    const bool tokens = hasKey(head, "tokens") && hasKey(head, "ws");
    return tokens || hasKey(head, "_task_hash") || hasKey(head, "token_start") || hasKey(head, "head_span") ? 98 : 0;
}

Result<void> ProdigyImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                                   const Progress &progress) const
{
    ArticleIntake intake(path, sink, report);
    return readJsonLines(options, intake, progress,
                         [&](const QJsonObject &record, qint64 line, const QString &place) -> Result<void> {
                             std::optional<ImportedArticle> imported = readProdigyRecord(record, options, intake.issues(), place);
                             return imported ? intake.take(std::move(*imported), line, place) : Result<void>();
                         });
}

} // namespace Quoth::Exchange
