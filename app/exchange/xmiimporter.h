// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casimporter.h"

namespace Quoth::Exchange {

/// Reads UIMA CAS XMI as INCEpTION and others write it, alone or in a zip archive with its TypeSystem.xml.
class XmiImporter : public CasImporter
{
public:
    FormatInfo info() const override;
    int likelihood(const QString &path, const QByteArray &head) const override;

protected:
    QString suffix() const override;
    Result<CasDocument> decode(const QByteArray &bytes, const QList<CasType> &types, const QString &path,
                               IssueList &issues) const override;
};

} // namespace Quoth::Exchange
