// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casjsonimporter.h"

#include "casdocument.h"
#include "casjsonexporter.h"
#include "casjsonreader.h"

namespace Quoth::Exchange {

FormatInfo CasJsonImporter::info() const { return CasJsonExporter().info(); }
QString CasJsonImporter::suffix() const { return QStringLiteral("json"); }

int CasJsonImporter::likelihood(const QString &path, const QByteArray &head) const
{
    const bool isOurs = head.contains("\"%TYPES\"") || head.contains("\"%FEATURE_STRUCTURES\"");
    return isOurs ? 97 : isArchiveOf(path, head) ? 30 : 0;
}

Result<CasDocument> CasJsonImporter::decode(const QByteArray &bytes, const QList<CasType> &, const QString &path,
                                            IssueList &issues) const
{
    return readCasJson(bytes, path, issues);
}

} // namespace Quoth::Exchange
