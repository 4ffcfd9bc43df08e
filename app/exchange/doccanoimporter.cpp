// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "doccanoimporter.h"

#include "doccanoexporter.h"
#include "doccanorecord.h"
#include "jsonlines.h"

namespace Quoth::Exchange {

namespace {

/// "label": [[0, 3, "X"], …] or an empty list.
bool hasLabelList(const QByteArray &head)
{
    constexpr QByteArrayView key("\"label\"");
    for (qsizetype at = head.indexOf(key); at >= 0; at = head.indexOf(key, at + 1)) {
        QByteArrayView rest = QByteArrayView(head).sliced(at + key.size()).trimmed();
        if (!rest.startsWith(':'))
            continue;
        rest = rest.sliced(1).trimmed();
        if (!rest.startsWith('['))
            continue;
        rest = rest.sliced(1).trimmed();
        if (rest.startsWith('[') || rest.startsWith(']'))
            return true;
    }
    return false;
}

} // namespace

FormatInfo DoccanoImporter::info() const { return DoccanoExporter(m_unit).info(); }

int DoccanoImporter::likelihood(const QString &, const QByteArray &head) const
{
    if (!beginsWithObject(head) || !hasKey(head, "text"))
        return 0;
    const bool graphemes = hasKey(head, doccanoUnit.toLatin1()) && head.contains('"' + doccanoGraphemes.toLatin1() + '"');
    if (m_unit == OffsetUnit::Graphemes)
        return graphemes ? 98 : 0;
    const bool ours = hasKey(head, doccanoUnit.toLatin1()) && hasKey(head, "entities");
    const bool native = hasKey(head, "attributions") || hasKey(head, "tokens");
    const bool theirs = hasKey(head, "start_offset") || hasKey(head, "entities") || hasLabelList(head);
    return ours || (theirs && !native) ? 97 : 0;
}

Result<void> DoccanoImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                                   const Progress &progress) const
{
    ArticleIntake intake(path, sink, report);
    return readJsonLines(
        options, intake, progress, [&](const QJsonObject &record, qint64 line, const QString &place) -> Result<void> {
            std::optional<ImportedArticle> imported = readDoccanoRecord(record, m_unit, options, intake.issues(), place);
            return imported ? intake.take(std::move(*imported), line, place) : Result<void>();
        });
}

} // namespace Quoth::Exchange
