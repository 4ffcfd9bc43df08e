// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlight.h"

#include <QPalette>
#include <QRectF>

class QPainter;

namespace Quoth::Widgets {

/// One run of a highlight: the text's box on one line, and which of its sides end the highlight. A side that does
/// not end it is drawn open, so that a mark reads as one over several lines. At a tight side the next character
/// follows at once, and shapes keep off it.
struct MarkRun
{
    QRectF box;
    bool leftEnds = false;
    bool rightEnds = false;
    bool leftTight = false;
    bool rightTight = false;
};

/// Draws the shapes of one style. Fills go under the text and lines over it; every shape keeps to its own height
/// below the letters, so that nested marks of different styles stay apart, and depth moves it further.
class MarkPainter
{
public:
    MarkPainter(const HighlightStyle &style, const QPalette &palette, qreal scale);

    void paintFill(QPainter &painter, const MarkRun &run, const Highlight &highlight, bool emphasised) const;
    void paintLines(QPainter &painter, const MarkRun &run, const Highlight &highlight, bool emphasised) const;
    /// A corner folded over where the highlight ends, for one that has a note.
    void paintNote(QPainter &painter, const MarkRun &run, const Highlight &highlight, bool atLeft) const;
    /// How far below the letters the mark of a highlight of that depth reaches.
    static qreal reach(Mark mark, int depth, qreal scale);

    /// The ring of the focused highlight, in the text's colour.
    void paintRing(QPainter &painter, const MarkRun &run, const Highlight &highlight) const;

private:
    QRectF frame(const MarkRun &run, const Highlight &highlight) const;
    qreal heavy() const { return m_highContrast ? 1.5 : 1; }
    QColor lineColour(const Highlight &highlight) const;
    void paintUnderline(QPainter &painter, const MarkRun &run, const Highlight &highlight) const;
    void paintWave(QPainter &painter, const MarkRun &run, const Highlight &highlight) const;
    void paintBars(QPainter &painter, const MarkRun &run, const Highlight &highlight) const;

    Mark m_mark;
    QColor m_colour;
    QColor m_base;
    QColor m_text;
    bool m_dark;
    bool m_highContrast;
    qreal m_unit;
};

/// A swatch of the mark in rect, for a palette or a legend.
void paintMarkSwatch(QPainter &painter, const QRectF &rect, const HighlightStyle &style, const QPalette &palette);

} // namespace Quoth::Widgets
