// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <widgets/painting/extent.h>

#include <QStringView>

namespace Quoth::Widgets {

/// Words and sentences by Unicode's rules (UAX 29), looked for near the offset only, so that the length of the text
/// does not matter.
Extent wordAt(QStringView text, qint32 offset);
Extent sentenceAt(QStringView text, qint32 offset);
qint32 nextWordBegin(QStringView text, qint32 offset);
qint32 nextWordEnd(QStringView text, qint32 offset);
qint32 previousWordBegin(QStringView text, qint32 offset);
qint32 previousWordEnd(QStringView text, qint32 offset);
/// Begins skip the blanks between sentences and between paragraphs, ends stop before them. A paragraph ends at a line
/// feed. Past the last one they answer the end of the text, before the first one its begin.
qint32 nextSentenceBegin(QStringView text, qint32 offset);
qint32 nextSentenceEnd(QStringView text, qint32 offset);
qint32 previousSentenceBegin(QStringView text, qint32 offset);
qint32 nextParagraphBegin(QStringView text, qint32 offset);
qint32 nextParagraphEnd(QStringView text, qint32 offset);
qint32 previousParagraphBegin(QStringView text, qint32 offset);
/// One grapheme forward (direction 1) or back (-1), within the text.
qint32 characterStep(QStringView text, qint32 offset, int direction);
/// Widened to whole words at both ends; blanks and punctuation at an end stay as they are.
Extent snappedToWords(QStringView text, Extent extent);
Extent withoutBlankEnds(QStringView text, Extent extent);

} // namespace Quoth::Widgets
