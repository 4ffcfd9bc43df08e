// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articlelayout.h"

#include "laidblock.h"

#include <cmath>

namespace Quoth::Widgets {

QList<TextRun> ArticleLayout::runs(const VisibleLines &lines, qint32 begin, qint32 end)
{
    const LaidBlock &block = laid(lines.block);
    QList<TextRun> result;
    const qint32 from = std::max(begin - block.begin, block.lines[size_t(lines.firstLine)].begin);
    const qint32 to = std::min(end - block.begin, block.lines[size_t(lines.lastLine)].end);
    for (int i = lines.firstLine; i <= lines.lastLine; ++i) {
        const Line &line = block.lines[size_t(i)];
        const qint32 a = std::max(from, line.begin);
        qint32 b = std::min(to, line.end);
        // A range that goes on in the next line must not cover the blanks the line was wrapped at.
        if (end - block.begin > line.end) {
            while (b > a && block.layout.text()[b - 1].isSpace())
                --b;
        }
        if (a >= b)
            continue;
        const QTextLine textLine = block.layout.lineAt(i);
        const auto add = [&](qreal left, qreal right, bool rightToLeft, qint32 first, qint32 last) {
            TextRun run;
            run.rect = QRectF(QPointF(left, line.baseline - block.ascent), QPointF(right, line.baseline + block.descent));
            run.rightToLeft = rightToLeft;
            run.holdsBegin = first == begin - block.begin;
            run.holdsEnd = last == end - block.begin;
            result.append(run);
        };
        if (!block.bidirectional) {
            add(textLine.cursorToX(a), textLine.cursorToX(b), false, a, b);
            continue;
        }
        for (qint32 at = a; at < b;) {
            const qint32 next = std::clamp(block.layout.nextCursorPosition(at), at + 1, b);
            const qreal lead = textLine.cursorToX(at, QTextLine::Leading);
            const qreal trail = textLine.cursorToX(at, QTextLine::Trailing);
            const bool rightToLeft = trail < lead;
            const qreal left = std::min(lead, trail);
            const qreal right = std::max(lead, trail);
            const bool joins = at > a && !result.isEmpty() && result.last().rightToLeft == rightToLeft
                && std::abs(rightToLeft ? result.last().rect.left() - right : result.last().rect.right() - left) < 1;
            if (joins) {
                TextRun &run = result.last();
                rightToLeft ? run.rect.setLeft(left) : run.rect.setRight(right);
                run.holdsEnd = next == end - block.begin;
            } else {
                add(left, right, rightToLeft, at, next);
            }
            at = next;
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

qint32 ArticleLayout::offsetAt(const QPointF &point)
{
    const int index = m_blocks.indexAt(qint64(std::floor(point.y())));
    const LaidBlock &block = laid(index);
    const int lineIndex = block.lineAt(point.y() - qreal(m_blocks.top(index)));
    const Line &line = block.lines[size_t(lineIndex)];
    qint32 local = block.layout.lineAt(lineIndex).xToCursor(point.x());
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
    const qint32 local = textLine.xToCursor(point.x(), QTextLine::CursorOnCharacter);
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

qint32 ArticleLayout::nearestCaret(qint32 offset)
{
    const LaidBlock &block = laid(m_blocks.indexOf(offset));
    const qint32 local = std::clamp(offset - block.begin, 0, block.size());
    return block.begin + (block.layout.isValidCursorPosition(local) ? local : block.layout.previousCursorPosition(local));
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
    return block.begin + (last ? end : std::max(block.lines[size_t(line)].begin, block.layout.previousCursorPosition(end)));
}

} // namespace Quoth::Widgets
