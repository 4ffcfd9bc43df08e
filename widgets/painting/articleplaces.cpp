// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articlelayout.h"

#include "laidblock.h"

#include <QGlyphRun>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Quoth::Widgets {

QList<ArticleLayout::Span> ArticleLayout::spansOnLine(const LaidBlock &block, int line, qint32 from, qint32 to)
{
    const QTextLine textLine = block.layout.lineAt(line);
    if (!block.bidirectional)
        return {{textLine.cursorToX(from), textLine.cursorToX(to)}};
    // Where directions meet, one offset has two places; the glyphs have only theirs.
    QList<Span> parts;
    for (const QGlyphRun &run : textLine.glyphRuns(from, to - from)) {
        const QRectF rect = run.boundingRect();
        parts.append({rect.left(), rect.right()});
    }
    std::sort(parts.begin(), parts.end(), [](const Span &a, const Span &b) { return a.left < b.left; });
    QList<Span> joined;
    for (const Span &part : std::as_const(parts)) {
        if (!joined.isEmpty() && part.left - joined.last().right < 1)
            joined.last().right = std::max(joined.last().right, part.right);
        else
            joined.append(part);
    }
    return joined;
}

QList<TextRun> ArticleLayout::runs(const VisibleLines &lines, qint32 begin, qint32 end)
{
    const LaidBlock &block = laid(lines.block);
    const QString words = block.layout.text();
    QList<TextRun> result;
    const qint32 from = std::max(begin - block.begin, block.lines[size_t(lines.firstLine)].begin);
    const qint32 to = std::min(end - block.begin, block.lines[size_t(lines.lastLine)].end);
    for (int i = lines.firstLine; i <= lines.lastLine; ++i) {
        const Line &line = block.lines[size_t(i)];
        const qint32 a = std::max(from, line.begin);
        qint32 b = std::min(to, line.end);
        // A range that goes on in the next line must not cover the blanks the line was wrapped at.
        if (end - block.begin > line.end) {
            while (b > a && words[b - 1].isSpace())
                --b;
        }
        if (a >= b)
            continue;
        const QList<Span> spans = spansOnLine(block, i, a, b);
        for (qsizetype n = 0; n < spans.size(); ++n) {
            const bool leads = n == (block.rightToLeft ? spans.size() - 1 : 0);
            const bool trails = n == (block.rightToLeft ? 0 : spans.size() - 1);
            TextRun run;
            run.rect = QRectF(QPointF(spans[n].left, line.baseline - block.ascent),
                              QPointF(spans[n].right, line.baseline + block.descent));
            run.rightToLeft = block.rightToLeft;
            run.holdsBegin = leads && a == begin - block.begin;
            run.holdsEnd = trails && b == end - block.begin;
            run.tightBegin = run.holdsBegin && a > line.begin && !words[a - 1].isSpace();
            run.tightEnd = run.holdsEnd && b < line.end && !words[b].isSpace();
            result.append(run);
        }
    }
    return result;
}

QList<TextRun> ArticleLayout::runsIn(qint32 begin, qint32 end, qreal top, qreal bottom)
{
    QList<TextRun> result;
    for (const VisibleLines &lines : linesIn(top, bottom)) {
        if (lines.end <= begin || lines.begin >= end)
            continue;
        for (TextRun run : runs(lines, begin, end)) {
            run.rect.translate(0, qreal(lines.top));
            result.append(run);
        }
    }
    return result;
}

qint32 ArticleLayout::hit(const LaidBlock &block, int lineIndex, qreal x, Hit kind)
{
    const QTextLine textLine = block.layout.lineAt(lineIndex);
    const auto qtKind = kind == Hit::Character ? QTextLine::CursorOnCharacter : QTextLine::CursorBetweenCharacters;
    if (!block.bidirectional)
        return textLine.xToCursor(x, qtKind);
    // xToCursor is off by the blanks a right-to-left line was wrapped at, so the glyphs are asked one by one.
    const Line &line = block.lines[size_t(lineIndex)];
    qint32 nearest = line.begin;
    qreal best = std::numeric_limits<qreal>::max();
    for (qint32 at = line.begin; at < line.end;) {
        const qint32 next = std::clamp(block.layout.nextCursorPosition(at), at + 1, line.end);
        for (const QGlyphRun &run : textLine.glyphRuns(at, next - at)) {
            const QRectF rect = run.boundingRect();
            const qreal distance = std::max({0.0, rect.left() - x, x - rect.right()});
            if (rect.isEmpty() || distance >= best)
                continue;
            best = distance;
            const bool firstHalf = (x < rect.center().x()) != run.isRightToLeft();
            nearest = kind == Hit::Character || firstHalf ? at : next;
        }
        at = next;
    }
    return nearest;
}

qint32 ArticleLayout::offsetAt(const QPointF &point)
{
    const int index = m_blocks.indexAt(qint64(std::floor(point.y())));
    const LaidBlock &block = laid(index);
    const int lineIndex = block.lineAt(point.y() - qreal(m_blocks.top(index)));
    const Line &line = block.lines[size_t(lineIndex)];
    qint32 local = hit(block, lineIndex, point.x(), Hit::Boundary);
    if (lineIndex + 1 < int(block.lines.size()) && local >= line.end)
        local = std::max(line.begin, block.layout.previousCursorPosition(line.end));
    if (!block.layout.isValidCursorPosition(local))
        local = block.layout.previousCursorPosition(local);
    return block.begin + local;
}

qint32 ArticleLayout::characterAt(const QPointF &point)
{
    if (point.y() < 0 || point.y() >= qreal(height()))
        return -1;
    const int index = m_blocks.indexAt(qint64(std::floor(point.y())));
    const LaidBlock &block = laid(index);
    const qreal y = point.y() - qreal(m_blocks.top(index));
    const int lineIndex = block.lineAt(y);
    const Line &line = block.lines[size_t(lineIndex)];
    const QTextLine textLine = block.layout.lineAt(lineIndex);
    const QRectF inked = textLine.naturalTextRect();
    if (y < line.top || y >= line.top + line.height || point.x() < inked.left() || point.x() >= inked.right())
        return -1;
    const qint32 local = hit(block, lineIndex, point.x(), Hit::Character);
    return local < std::min(line.end, block.size()) ? block.begin + local : -1;
}

QRectF ArticleLayout::caretRect(qint32 offset)
{
    const int index = m_blocks.indexOf(offset);
    const LaidBlock &block = laid(index);
    const qint32 local = std::clamp(offset - block.begin, 0, block.size());
    const int lineIndex = block.lineOf(local);
    const Line &line = block.lines[size_t(lineIndex)];
    const qreal x = block.layout.lineAt(lineIndex).cursorToX(local);
    return {x, qreal(m_blocks.top(index)) + line.baseline - block.ascent, 1, block.ascent + block.descent};
}

qint32 ArticleLayout::roughOffset(qint64 y) const
{
    const int index = m_blocks.indexAt(y);
    const Block &block = m_blocks.at(index);
    const qreal into = qreal(y - m_blocks.top(index)) / std::max(1, block.height);
    return block.begin + qint32(std::clamp(into, 0.0, 1.0) * (block.end - block.begin));
}

qint32 ArticleLayout::nearestCaret(qint32 offset)
{
    const LaidBlock &block = laid(m_blocks.indexOf(offset));
    const qint32 local = std::clamp(offset - block.begin, 0, block.size());
    return block.begin
        + (block.layout.isValidCursorPosition(local) ? local : block.layout.previousCursorPosition(local));
}

qint32 ArticleLayout::nextCaret(qint32 offset)
{
    const int index = m_blocks.indexOf(offset);
    const LaidBlock &block = laid(index);
    const qint32 local = offset - block.begin;
    if (local < block.size())
        return block.begin + block.layout.nextCursorPosition(std::max(0, local));
    return index + 1 < m_blocks.count() ? m_blocks.at(index + 1).begin : block.begin + block.size();
}

qint32 ArticleLayout::previousCaret(qint32 offset)
{
    const int index = m_blocks.indexOf(offset);
    const qint32 begin = m_blocks.at(index).begin;
    if (offset > begin) {
        const LaidBlock &block = laid(index);
        return begin + block.layout.previousCursorPosition(std::min(offset - begin, block.size()));
    }
    if (index == 0)
        return begin;
    const LaidBlock &before = laid(index - 1);
    const bool joined = m_blocks.at(index).continues;
    return before.begin + (joined ? before.layout.previousCursorPosition(before.size()) : before.size());
}

qint32 ArticleLayout::lineBegin(qint32 offset)
{
    const LaidBlock &block = laid(m_blocks.indexOf(offset));
    const qint32 local = std::clamp(offset - block.begin, 0, block.size());
    return block.begin + block.lines[size_t(block.lineOf(local))].begin;
}

qint32 ArticleLayout::lineEnd(qint32 offset)
{
    const LaidBlock &block = laid(m_blocks.indexOf(offset));
    const qint32 local = std::clamp(offset - block.begin, 0, block.size());
    const int line = block.lineOf(local);
    const qint32 end = block.lines[size_t(line)].end;
    const bool last = line + 1 == int(block.lines.size());
    return block.begin
        + (last ? end : std::max(block.lines[size_t(line)].begin, block.layout.previousCursorPosition(end)));
}

} // namespace Quoth::Widgets
