// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "articleblocks.h"
#include "articlepainter.h"

#include <QFont>
#include <QList>
#include <QRectF>
#include <QString>

#include <memory>
#include <unordered_map>
#include <vector>

class QPainter;

namespace Quoth::Widgets {

/// A stretch of text without a gap on one line: what a mark is drawn around. holdsBegin and holdsEnd tell whether the
/// asked range begins or ends with it, tightBegin and tightEnd whether a letter or sign follows there without a blank.
/// Begin is its right edge where the paragraph runs from right to left.
struct TextRun
{
    QRectF rect;
    bool rightToLeft = false;
    bool holdsBegin = false;
    bool holdsEnd = false;
    bool tightBegin = false;
    bool tightEnd = false;
};

/// Consecutive lines of one block, with the offsets they hold.
struct VisibleLines
{
    int block = 0;
    qint64 top = 0;
    int firstLine = 0;
    int lastLine = 0;
    qint32 begin = 0;
    qint32 end = 0;
};

/// The geometry of an article: a headline, a byline under it, and paragraphs in one column with room between the
/// lines for nested marks. Coordinates are pixels from the column's top left; offsets are UTF-16. Only blocks asked
/// for are laid out and a bounded number is kept, so that ten megabytes cost little more than their text; heights of
/// the others are estimates, which settle() corrects where the reader looks.
class ArticleLayout
{
public:
    ArticleLayout();
    ~ArticleLayout();
    Q_DISABLE_COPY_MOVE(ArticleLayout)

    /// A serif font to read in, in points.
    static QFont readingFont();

    void setText(const QString &text, qint32 headlineLength = 0, const QString &byline = {});
    const QString &text() const { return m_text; }
    const QString &byline() const { return m_byline; }
    /// Another byline in the place of one that is there; does nothing where there is none.
    void setByline(const QString &byline);
    void setFont(const QFont &font);
    /// Lines get more room where nested marks would reach into the next one. The source stays the caller's and must
    /// outlive the layout or be set back to null.
    void setHighlights(const HighlightSource *source, const QList<HighlightStyle> &styles);
    /// Makes room anew for lines that touch [begin, end); returns whether anything moved.
    bool highlightsChanged(qint32 begin, qint32 end);
    void setZoom(qreal zoom);
    qreal zoom() const { return m_zoom; }
    void setColumnWidth(int width);
    int columnWidth() const { return m_columnWidth; }
    /// The width of a line of about 68 characters.
    int idealColumnWidth() const;
    int pitch() const { return m_pitch; }

    qint64 height() const;
    /// Lays out what a window of that height shows from top on, and returns where its top lies now that the heights
    /// are known: text already seen there keeps its place in the window. reachAbove does the same for that much before
    /// it.
    qint64 settle(qint64 top, int height, int reachAbove = 0);
    /// By how much the text that settle() last showed has moved down since, because something before it was laid out;
    /// asking starts from zero again.
    qint64 takeShift();
    QList<VisibleLines> linesIn(qreal top, qreal bottom);

    /// The nearest caret position; always between graphemes and outside line breaks.
    qint32 offsetAt(const QPointF &point);
    /// The character drawn at the point, or -1 where there is none.
    qint32 characterAt(const QPointF &point);
    QRectF caretRect(qint32 offset);
    /// About which offset stands at that height, told without laying anything out.
    qint32 roughOffset(qint64 y) const;
    /// Where [begin, end) is drawn, restricted to the lines between top and bottom.
    QList<TextRun> runsIn(qint32 begin, qint32 end, qreal top, qreal bottom);
    QList<TextRun> runs(const VisibleLines &lines, qint32 begin, qint32 end);

    qint32 nearestCaret(qint32 offset);
    qint32 nextCaret(qint32 offset);
    qint32 previousCaret(qint32 offset);
    /// Whether the paragraph there runs from right to left.
    bool rightToLeftAt(qint32 offset) const { return isRightToLeft(m_blocks.indexOf(offset)); }
    qint32 lineBegin(qint32 offset);
    qint32 lineEnd(qint32 offset);

    void paint(QPainter &painter, const QRectF &clip, const PaintOptions &options);
    void drawText(QPainter &painter, const VisibleLines &lines);
    /// Empty unless the byline stands in this block.
    QRectF bylineRect(int block);
    bool bylineRightToLeft() const { return isRightToLeft(m_bylineBlock); }
    /// Small, for signs between the lines.
    QFont signFont() const;
    const QFont &bylineFont() const { return m_bylineFont; }
    /// How much is laid out at the moment, in blocks.
    int cachedBlocks() const { return int(m_laid.size()); }

private:
    struct Line
    {
        int top = 0;
        int height = 0;
        qreal baseline = 0;
        qint32 begin = 0;
        qint32 end = 0;
    };
    struct LaidBlock;
    struct Span
    {
        qreal left = 0;
        qreal right = 0;
    };

    qint64 settleVisible(qint64 top, int height);
    LaidBlock &laid(int index);
    std::unique_ptr<LaidBlock> layOut(int index) const;
    void placeLines(int index, LaidBlock &block) const;
    std::vector<qreal> reachBelow(const LaidBlock &block) const;
    static QList<Span> spansOnLine(const LaidBlock &block, int line, qint32 from, qint32 to);
    enum class Hit { Boundary, Character };
    static qint32 hit(const LaidBlock &block, int line, qreal x, Hit kind);
    bool isRightToLeft(int index) const;
    void dropOldest();
    int spaceBefore(int index) const;
    int spaceAfter(int index) const;
    int estimatedHeight(const Block &block) const;
    void updateMetrics();
    void invalidate();

    QString m_text;
    QString m_byline;
    const HighlightSource *m_highlights = nullptr;
    QList<Mark> m_marks;
    ArticleBlocks m_blocks;
    int m_bylineBlock = 0;
    QFont m_font;
    QFont m_bodyFont;
    QFont m_headlineFont;
    QFont m_bylineFont;
    qreal m_zoom = 1;
    int m_columnWidth = 560;
    int m_pitch = 1;
    qreal m_averageWidth = 8;
    std::unordered_map<int, std::unique_ptr<LaidBlock>> m_laid;
    qint64 m_laidCharacters = 0;
    int m_shownBlock = 0;
    qint64 m_shift = 0;
    quint64 m_clock = 0;
};

} // namespace Quoth::Widgets
