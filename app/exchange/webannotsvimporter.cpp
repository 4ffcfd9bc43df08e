// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "webannotsvimporter.h"

#include "casdocument.h"
#include "tsvreader.h"
#include "webannotsvexporter.h"

namespace Quoth::Exchange {

FormatInfo WebAnnoTsvImporter::info() const { return WebAnnoTsvExporter().info(); }
QString WebAnnoTsvImporter::suffix() const { return QStringLiteral("tsv"); }

int WebAnnoTsvImporter::likelihood(const QString &path, const QByteArray &head) const
{
    const bool isOurs = head.startsWith("#FORMAT=WebAnno TSV") || head.startsWith("\xEF\xBB\xBF#FORMAT=WebAnno TSV");
    return isOurs ? 99 : isArchiveOf(path, head) ? 30 : 0;
}

Result<CasDocument> WebAnnoTsvImporter::decode(const QByteArray &bytes, const QList<CasType> &, const QString &path,
                                               IssueList &issues) const
{
    return readTsv(bytes, path, issues);
}

} // namespace Quoth::Exchange
