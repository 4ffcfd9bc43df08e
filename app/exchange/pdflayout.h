// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRectF>
#include <QStringList>

namespace Quoth::Exchange {

/// A word where it stands on its page, in points from the upper left corner.
struct PdfWord
{
    QString text;
    QRectF box;
    bool hasSpaceAfter = true;
};

struct PdfPage
{
    QSizeF size;
    QList<PdfWord> words; ///< in the order in which they are read: column after column
};

/// The paragraphs of a document. Words become lines, lines paragraphs by their distance, indentation and size; words that are hyphenated at the ends
/// of lines are joined, unless the same word stands with its hyphen elsewhere. Lines in the margins that recur on several pages and the
/// numbers of pages are left out.
QStringList pdfParagraphs(const QList<PdfPage> &pages);

} // namespace Quoth::Exchange
