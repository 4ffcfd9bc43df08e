// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casimporter.h"

namespace Quoth::Exchange {

/// Reads WebAnno TSV 3 as WebAnno and INCEpTION write it, alone or several in a zip archive.
class WebAnnoTsvImporter : public CasImporter
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
