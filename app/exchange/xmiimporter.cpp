// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "xmiimporter.h"

#include "casdocument.h"
#include "xmiexporter.h"
#include "xmireader.h"

namespace Quoth::Exchange {

FormatInfo XmiImporter::info() const { return XmiExporter().info(); }
QString XmiImporter::suffix() const { return QStringLiteral("xmi"); }

int XmiImporter::likelihood(const QString &path, const QByteArray &head) const
{
    if (head.contains("http://www.omg.org/XMI"))
        return 97;
    return path.endsWith(u".xmi", Qt::CaseInsensitive) && !head.isEmpty() ? 60 : isArchiveOf(path, head) ? 95 : 0;
}

Result<CasDocument> XmiImporter::decode(const QByteArray &bytes, const QList<CasType> &types, const QString &path,
                                        IssueList &issues) const
{
    return readXmi(bytes, types, path, issues);
}

} // namespace Quoth::Exchange
