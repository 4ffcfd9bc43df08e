// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "documentarticle.h"

namespace Quoth::Exchange {

/// What the package document (.opf) of an EPUB says: the metadata and which files hold the text, in their order.
struct EpubPackage
{
    Annotation::ArticleMeta meta;
    QStringList files; ///< paths within the archive
};
/// name is the package's path, to which those in it are relative.
Result<EpubPackage> parseEpubPackage(const QByteArray &xml, const QString &name, const QString &place);
/// The path of the package document that META-INF/container.xml names, or empty.
QString packageOf(const QByteArray &container);

} // namespace Quoth::Exchange
