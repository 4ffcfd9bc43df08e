// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articlepainter.h"

#include "articlelayout.h"
#include "colours.h"
#include "invisibles.h"
#include "linkpainter.h"
#include "markpainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace Quoth::Widgets {

namespace {

struct PlacedMark
{
    const Highlight *highlight = nullptr;
    const MarkPainter *mark = nullptr;
    QList<MarkRun> runs;
    bool emphasised = false;
};

MarkRun markRun(const TextRun &run, const Highlight &highlight)
{
    const bool opens = run.holdsBegin && highlight.opens;
    const bool closes = run.holdsEnd && highlight.closes;
    if (run.rightToLeft)
        return {run.rect, closes, opens, run.tightEnd, run.tightBegin};
    return {run.rect, opens, closes, run.tightBegin, run.tightEnd};
}

QList<PlacedMark> place(ArticleLayout &layout, const VisibleLines &lines, const QList<Highlight> &highlights,
                        const std::vector<MarkPainter> &marks, const PaintOptions &options)
{
    QList<PlacedMark> placed;
    for (const Highlight &highlight : highlights) {
        if (highlight.end <= lines.begin || highlight.begin >= lines.end || highlight.style < 0
            || size_t(highlight.style) >= marks.size())
            continue;
        PlacedMark entry;
        entry.highlight = &highlight;
        entry.mark = &marks[size_t(highlight.style)];
        entry.emphasised =
            options.related.contains(highlight.key) || (highlight.key != 0 && options.hovered == highlight.key);
        for (const TextRun &run : layout.runs(lines, highlight.begin, highlight.end))
            entry.runs.append(markRun(run, highlight));
        placed.append(entry);
    }
    return placed;
}

void paintSelection(QPainter &painter, ArticleLayout &layout, const VisibleLines &lines, const PaintOptions &options)
{
    if (options.selectionBegin >= options.selectionEnd)
        return;
    QColor colour =
        options.palette.color(options.selectionActive ? QPalette::Active : QPalette::Inactive, QPalette::Highlight);
    colour.setAlphaF(isDark(options.palette) ? 0.5f : 0.34f);
    for (const TextRun &run : layout.runs(lines, options.selectionBegin, options.selectionEnd))
        painter.fillRect(run.rect.adjusted(0, -4, 0, 4), colour);
}

void paintNotes(QPainter &painter, ArticleLayout &layout, const VisibleLines &lines, const QList<PlacedMark> &placed)
{
    for (const PlacedMark &entry : placed) {
        const Highlight &highlight = *entry.highlight;
        if (!highlight.noted || !highlight.closes)
            continue;
        for (const TextRun &run : layout.runs(lines, highlight.begin, highlight.end)) {
            if (run.holdsEnd)
                entry.mark->paintNote(painter, markRun(run, highlight), highlight, run.rightToLeft);
        }
    }
}

void paintHits(QPainter &painter, ArticleLayout &layout, const VisibleLines &lines, const PaintOptions &options)
{
    auto hit = std::lower_bound(options.hits.begin(), options.hits.end(), lines.begin,
                                [](const Extent &one, qint32 offset) { return one.end <= offset; });
    if (hit == options.hits.end() || hit->begin >= lines.end)
        return;
    const bool dark = isDark(options.palette);
    const QColor fill = dark ? QColor(0xff, 0xd5, 0x4f, 90) : QColor(0xff, 0xd5, 0x4f, 170);
    const QPen plain(mixed(attentionColour(options.palette), options.palette.color(QPalette::Base), 0.8), 1);
    const QPen chosen(options.palette.color(QPalette::Text), 1.6);
    painter.setBrush(fill);
    for (; hit != options.hits.end() && hit->begin < lines.end; ++hit) {
        painter.setPen(hit->begin < options.selectionEnd && hit->end > options.selectionBegin ? chosen : plain);
        for (const TextRun &run : layout.runs(lines, hit->begin, hit->end))
            painter.drawRoundedRect(run.rect.adjusted(-0.5, -1.5, 0.5, 1.5), 2, 2);
    }
}

void paintByline(QPainter &painter, ArticleLayout &layout, const VisibleLines &lines, const PaintOptions &options)
{
    const QRectF rect = layout.bylineRect(lines.block).translated(0, -qreal(lines.top));
    if (rect.isEmpty())
        return;
    painter.setFont(layout.bylineFont());
    painter.setPen(softText(options.palette));
    painter.setLayoutDirection(Qt::LeftToRight); // or a window that runs right to left would turn the alignment round
    const QString shown = QFontMetricsF(layout.bylineFont()).elidedText(layout.byline(), Qt::ElideRight, rect.width());
    painter.drawText(rect, Qt::AlignVCenter | (layout.bylineRightToLeft() ? Qt::AlignRight : Qt::AlignLeft), shown);
}

} // namespace

void paintArticle(QPainter &painter, ArticleLayout &layout, const QRectF &clip, const PaintOptions &options)
{
    // Marks reach over the edges of their lines.
    const qreal overhang = layout.pitch() / 2.0;
    const QList<VisibleLines> visible = layout.linesIn(clip.top() - overhang, clip.bottom() + overhang);
    QList<Highlight> highlights;
    if (options.highlights)
        highlights = options.highlights->highlightsIn(visible.first().begin, visible.last().end);
    std::vector<MarkPainter> marks;
    for (const HighlightStyle &style : options.styles)
        marks.emplace_back(style, options.palette, layout.zoom());

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const VisibleLines &lines : visible) {
        painter.save();
        painter.translate(0, qreal(lines.top));
        const QList<PlacedMark> placed = place(layout, lines, highlights, marks, options);
        for (const PlacedMark &entry : placed) {
            for (const MarkRun &run : entry.runs)
                entry.mark->paintFill(painter, run, *entry.highlight, entry.emphasised);
        }
        paintHits(painter, layout, lines, options);
        paintSelection(painter, layout, lines, options);
        painter.setPen(options.palette.color(QPalette::Text));
        layout.drawText(painter, lines);
        for (const PlacedMark &entry : placed) {
            for (const MarkRun &run : entry.runs)
                entry.mark->paintLines(painter, run, *entry.highlight, entry.emphasised);
        }
        paintNotes(painter, layout, lines, placed);
        for (const PlacedMark &entry : placed) {
            if (!options.focused.contains(entry.highlight->key))
                continue;
            for (const MarkRun &run : entry.runs)
                entry.mark->paintRing(painter, run, *entry.highlight);
        }
        if (options.invisibles)
            paintInvisibles(painter, layout, lines, options.palette);
        paintByline(painter, layout, lines, options);
        painter.restore();
    }
    if (!options.links.isEmpty())
        paintLinks(painter, layout, options);
    if (options.caret >= 0) {
        const QRectF caret = layout.caretRect(options.caret);
        painter.fillRect(QRectF(std::round(caret.left()) - 0.5, caret.top() - 1, 1.6, caret.height() + 2),
                         options.palette.color(QPalette::Text));
    }
    painter.restore();
}

} // namespace Quoth::Widgets
