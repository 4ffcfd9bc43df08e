// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articlepage.h"

#include "styles.h"
#include "words.h"

#include <widgets/painting/cardpainter.h>
#include <widgets/painting/colours.h>
#include <widgets/painting/markpainter.h>

#include <QFontMetrics>
#include <QPainter>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Quoth::Rendering {

using namespace Annotation;
using Widgets::ArticleLayout;
using Widgets::MarginCard;

namespace {

constexpr int margin = 36;
constexpr int cardGap = 8;
constexpr int columnGap = 32;
constexpr int overhang = 8; // marks reach beyond the column

QPalette paletteFor(bool dark)
{
    QPalette palette;
    const QColor base = dark ? QColor(0x1d, 0x1f, 0x22) : QColor(Qt::white);
    const QColor text = dark ? QColor(0xe8, 0xe6, 0xe1) : QColor(0x1c, 0x1c, 0x1c);
    for (const auto role : {QPalette::Base, QPalette::Window, QPalette::Button})
        palette.setColor(role, base);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(role, text);
    return palette;
}

int cardWidthIn(int width) { return std::clamp(width * 3 / 10, 180, 300); }

} // namespace

ArticlePage::ArticlePage(const AnnotatedArticle &article, const Schema &schema, const RenderOptions &options)
    : m_article{article.article, inStates(article.annotations, options.states)}
    , m_index(m_article.annotations)
    , m_schema(schema)
    , m_highlights(m_article.article, m_index, m_schema)
    , m_palette(paletteFor(options.dark))
    , m_width(std::max(options.width, 400))
{
    m_highlights.setStates(options.states);
    m_highlights.setDark(options.dark);
    m_highlights.setColourBy(options.colourBy);
    m_cardFont.setPointSizeF(9);
    const Headline headline = headlineOf(m_article.article, m_article.annotations, m_schema);
    const QString &text = m_article.article.text;
    const bool hasCards = options.cards && !m_highlights.cardsIn(0, qint32(text.size()) + 1).isEmpty();
    const int column = m_width - 2 * margin - (hasCards ? cardWidthIn(m_width) + columnGap : 0);
    m_head.setColumnWidth(column);
    m_body.setColumnWidth(column);
    m_body.setHighlights(&m_highlights, m_highlights.styles());
    int y = margin;
    if (headline.length == 0 && !headline.title.isEmpty()) {
        m_head.setText(headline.title, qint32(headline.title.size()), headline.byline);
        y = place(m_head, headline.title, false, y) + m_body.pitch() / 3;
        m_body.setText(text);
    } else {
        m_body.setText(text, headline.length, headline.byline);
    }
    y = place(m_body, text, hasCards, y);
    m_height = (options.cards ? placeLegend(y) : y) + margin;
    m_breaks.push_back(m_height);
}

std::vector<ArticlePage::Line> ArticlePage::linesOf(ArticleLayout &layout)
{
    std::vector<Line> lines;
    for (qint32 begin = layout.lineBegin(0);;) {
        const QRectF rect = layout.caretRect(begin);
        lines.push_back({begin, int(std::floor(rect.top())), int(std::ceil(rect.bottom()))});
        const qint32 next = layout.nextCaret(layout.lineEnd(begin));
        if (next <= begin || layout.lineBegin(next) <= begin)
            break;
        begin = next;
    }
    return lines;
}

int ArticlePage::place(ArticleLayout &layout, const QString &text, bool withCards, int top)
{
    const std::vector<Line> lines = linesOf(layout);
    const auto cutAfter = [&](size_t line) {
        if (line + 1 == lines.size())
            return int(layout.height());
        // Marks reach below their line, further where they are nested, and a little above it.
        const int gap = std::min(lines[line + 1].top - lines[line].bottom, layout.pitch() / 2);
        return lines[line + 1].top - (2 * gap + 2) / 5;
    };
    int from = 0;
    int y = top;
    size_t first = 0;
    for (size_t i = 0; i < lines.size(); ++i) {
        const qint32 next = i + 1 < lines.size() ? lines[i + 1].begin : std::numeric_limits<qint32>::max();
        const bool ends = next > text.size() || text[next - 1] == u'\n';
        if (!ends)
            continue;
        const int to = cutAfter(i);
        m_slices.push_back({&layout, from, to, y});
        int bottom = y + to - from;
        if (withCards) {
            const std::vector<Line> own(lines.begin() + ptrdiff_t(first), lines.begin() + ptrdiff_t(i) + 1);
            bottom = std::max(bottom, placeCards(lines[first].begin, next, own, y - from, y));
        }
        for (size_t line = first; line < i; ++line)
            m_breaks.push_back(y + cutAfter(line) - from);
        m_breaks.push_back(bottom);
        first = i + 1;
        from = to;
        y = bottom;
    }
    return y;
}

int ArticlePage::placeCards(qint32 begin, qint32 end, const std::vector<Line> &lines, int shift, int above)
{
    const int width = cardWidthIn(m_width);
    int lowest = above;
    const QList<MarginCard> cards = m_highlights.cardsIn(begin, end);
    for (const MarginCard &card : cards) {
        const auto after = std::upper_bound(lines.begin(), lines.end(), card.anchor,
                                            [](qint32 anchor, const Line &line) { return anchor < line.begin; });
        const int wished = (after == lines.begin() ? lines.front().top : std::prev(after)->top) + shift - 5;
        const int height = Widgets::cardHeight(card, width, m_cardFont);
        const QRect rect(m_width - margin - width, std::max(wished, lowest), width, height);
        m_cards.push_back({card, rect});
        lowest = rect.bottom() + 1 + cardGap;
        m_breaks.push_back(lowest - cardGap / 2);
    }
    return lowest;
}

int ArticlePage::placeLegend(int top)
{
    const bool suggestions = std::any_of(m_article.annotations.spans.begin(), m_article.annotations.spans.end(),
                                         [](const Span &span) { return span.provenance.state != State::Accepted; });
    const QFontMetrics metrics(m_cardFont);
    const int height = metrics.height() + 10;
    int x = margin;
    int y = top + 24;
    const auto add = [&](int style, const QString &whole) {
        const QString title = metrics.elidedText(whole, Qt::ElideRight, m_width - 2 * margin - 18);
        const int width = metrics.horizontalAdvance(title) + 18;
        if (x > margin && x + width > m_width - margin) {
            x = margin;
            y += height + 6;
        }
        m_legend.push_back({style, title, QRect(x, y, width, height)});
        x += width + 14;
    };
    const QList<ArticleHighlights::LegendEntry> marks = m_highlights.legendOfMarks();
    for (const ArticleHighlights::LegendEntry &entry : marks)
        add(entry.style, entry.title);
    if (suggestions)
        add(-1, Words::tr("dashed: not accepted yet"));
    const QList<ArticleHighlights::LegendEntry> colours = m_highlights.legendOfColours();
    if (!colours.isEmpty()) {
        x = margin; // a line of their own
        y += height + 6;
    }
    for (const ArticleHighlights::LegendEntry &entry : colours)
        add(entry.style, entry.title);
    return m_legend.empty() ? top : y + height;
}

void ArticlePage::paint(QPainter &painter, int top, int bottom)
{
    Widgets::PaintOptions options;
    options.palette = m_palette;
    options.styles = m_highlights.styles();
    const int column = m_body.columnWidth();
    for (const Slice &slice : m_slices) {
        const int height = slice.to - slice.from;
        if (slice.top >= bottom || slice.top + height <= top)
            continue;
        const int from = std::max(slice.from, slice.from + top - slice.top);
        const int to = std::min(slice.to, slice.from + bottom - slice.top);
        painter.save();
        painter.translate(margin, slice.top - slice.from);
        painter.setClipRect(QRect(-overhang, from, column + 2 * overhang, to - from), Qt::IntersectClip);
        options.highlights = slice.layout == &m_body ? &m_highlights : nullptr;
        slice.layout->paint(painter, QRectF(0, from, column, to - from), options);
        painter.restore();
    }
    for (const PlacedCard &placed : m_cards) {
        if (placed.rect.top() < bottom && placed.rect.bottom() >= top)
            Widgets::paintCard(painter, placed.rect, placed.card, m_cardFont, m_palette);
    }
    if (!m_legend.empty() && m_legend.front().rect.top() < bottom && m_legend.back().rect.bottom() >= top)
        paintLegend(painter);
}

void ArticlePage::paintLegend(QPainter &painter) const
{
    const QList<Widgets::HighlightStyle> styles = m_highlights.styles();
    painter.save();
    painter.setFont(m_cardFont);
    for (const auto &[style, title, rect] : m_legend) {
        if (style >= 0)
            Widgets::paintMarkSwatch(painter, rect, styles[style], m_palette);
        painter.setPen(style >= 0 ? m_palette.color(QPalette::Text) : Widgets::softText(m_palette));
        painter.drawText(rect, Qt::AlignCenter, title);
    }
    painter.restore();
}

bool ArticlePage::isFree(int y) const
{
    return std::none_of(m_cards.begin(), m_cards.end(),
                        [y](const PlacedCard &placed) { return placed.rect.top() < y && y <= placed.rect.bottom(); });
}

int ArticlePage::breakBefore(int top, int limit) const
{
    if (m_height <= limit)
        return m_height;
    int best = top;
    for (const int y : m_breaks) {
        if (y > best && y <= limit && isFree(y))
            best = y;
    }
    return best > top ? best : limit;
}

} // namespace Quoth::Rendering
