// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "besidetext.h"
#include "labelstudioconfig.h"

namespace Quoth::Exchange {

/// One task of a Label Studio file, with its number in it. Offsets count code points. Labels and relations that the configuration lacks
/// are added to it.
QByteArray labelStudioTask(const Annotation::AnnotatedArticle &article, qint64 number, LabelStudioConfig &config,
                           LossList &losses);
/// Reads a task; nullopt, with an issue, if it has no text.
std::optional<ImportedArticle> readLabelStudioTask(const QJsonObject &task, const ImportOptions &options, IssueList &issues,
                                                   const QString &place);

} // namespace Quoth::Exchange
