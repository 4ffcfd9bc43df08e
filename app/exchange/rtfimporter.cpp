// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rtfimporter.h"

#include "filereading.h"
#include "rtfparser.h"
#include "words.h"

#include <QFileInfo>

namespace Quoth::Exchange {

FormatInfo RtfImporter::info() const { return {QStringLiteral("rtf"), Words::tr("Rich Text Format"), {QStringLiteral("rtf")}, true, false, false}; }

int RtfImporter::likelihood(const QString &path, const QByteArray &head) const
{
    return !QFileInfo(path).isDir() && head.startsWith("{\\rtf") ? 95 : 0;
}

Result<void> RtfImporter::read(const QString &path, const ImportOptions &, const Sink &sink, ImportReport &report, const Progress &progress) const
{
    return readDocument(path, sink, report, progress, [&path](IssueList &issues) -> Result<DocumentText> {
        const Result<QByteArray> bytes = readFile(path);
        return bytes ? parseRtf(*bytes, path, issues) : bytes.error();
    });
}

} // namespace Quoth::Exchange
