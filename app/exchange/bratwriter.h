// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>

#include <QByteArray>
#include <QSet>

namespace Quoth::Exchange {

/// The .ann file of one article, and what of it brat could not say in its own terms.
struct BratFile
{
    QByteArray annotations;
    QSet<QString> labels; ///< that occur, as brat names
    QSet<QString> events; ///< that occur, as brat names
    int inNotes = 0; ///< spans and attributions of which something stands in a note of our own type
    int cut = 0; ///< spans cut at line breaks
    int lost = 0; ///< spans that are nothing but line breaks
};
BratFile writeBrat(const Annotation::AnnotatedArticle &article);

} // namespace Quoth::Exchange
