// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/result.h>

#include <QMap>
#include <QStringList>

namespace Quoth::Exchange {

/// The roles that columns of a table of articles have: "id", "title", "text", "url", "outlet", "author", "date", "language".
QStringList columnRoles();
/// Which column has which role: by what is wanted (role to name, letter case aside; no name: no column has it), then by the names that people and programs use in several
/// languages. Fails if a wanted column or role is not there, if none holds the text, and for tables of annotations.
Result<QMap<QString, qsizetype>> articleColumns(const QStringList &header, const QMap<QString, QString> &wanted, const QString &place);
/// Whether the header of a table names a column that is taken for the text.
bool namesText(const QStringList &header);
/// Reads "text=body,title=headline". Fails for what is no role.
Result<QMap<QString, QString>> columnsFromWords(const QString &words);

} // namespace Quoth::Exchange
