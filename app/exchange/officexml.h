// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "documentarticle.h"
#include "ziparchive.h"

namespace Quoth::Exchange {

/// The longest part of a document that is unpacked, in bytes.
inline constexpr qint64 largestOfficePart = qint64(128) * 1024 * 1024;

/// What a document's properties say, by the Dublin Core elements and their likes in OpenDocument: title, creator, date, language, publisher.
void readProperties(const ZipReader &archive, const QString &name, Annotation::ArticleMeta &meta);

/// The text of word/document.xml and of content.xml. Damaged XML is an issue, and what stands before the damage is taken.
QStringList wordParagraphs(const QByteArray &xml, const QString &place, IssueList &issues);
QStringList openDocumentParagraphs(const QByteArray &xml, const QString &place, IssueList &issues);

} // namespace Quoth::Exchange
