// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articlelayout.h"

#include "laidblock.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Quoth::Widgets {

namespace {

constexpr qint64 keptCharacters = 64 * 1024;
constexpr qreal lineSpacing = 1.68;
constexpr qreal headlineScale = 1.42;

bool mayRunRightToLeft(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= 0x0590 && u <= 0x08ff) || (u >= 0x200e && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069)
            || (u >= 0xd802 && u <= 0xd83a) || (u >= 0xfb1d && u <= 0xfefc);
    });
}

} // namespace

ArticleLayout::ArticleLayout()
    : m_font(readingFont())
{
    m_blocks.scan(m_text, 0);
    updateMetrics();
}

ArticleLayout::~ArticleLayout() = default;

QFont ArticleLayout::readingFont()
{
    QFont font;
    font.setFamilies({QStringLiteral("DejaVu Serif"), QStringLiteral("Noto Serif"), QStringLiteral("Georgia"),
                      QStringLiteral("Times New Roman")});
    font.setStyleHint(QFont::Serif);
    font.setPointSizeF(11.5);
    return font;
}

void ArticleLayout::setByline(const QString &byline)
{
    if (!m_byline.isEmpty() && !byline.isEmpty())
        m_byline = byline;
}

void ArticleLayout::setText(const QString &text, qint32 headlineLength, const QString &byline)
{
    m_text = text;
    m_byline = byline;
    m_blocks.scan(m_text, headlineLength);
    m_bylineBlock = 0;
    while (m_bylineBlock + 1 < m_blocks.count() && m_blocks.at(m_bylineBlock + 1).headline)
        ++m_bylineBlock;
    updateMetrics();
}

void ArticleLayout::setFont(const QFont &font)
{
    m_font = font;
    updateMetrics();
}

void ArticleLayout::setZoom(qreal zoom)
{
    m_zoom = zoom;
    updateMetrics();
}

void ArticleLayout::setColumnWidth(int width)
{
    if (width == m_columnWidth)
        return;
    m_columnWidth = std::max(40, width);
    invalidate();
}

int ArticleLayout::idealColumnWidth() const
{
    static const QString sample =
        QStringLiteral("the quick brown fox jumps over a lazy dog and never once looks back ");
    return int(std::ceil(QFontMetricsF(m_bodyFont).horizontalAdvance(sample)));
}

void ArticleLayout::updateMetrics()
{
    const auto scaled = [this](qreal factor) {
        QFont font = m_font;
        if (font.pixelSize() > 0)
            font.setPixelSize(std::max(1, qRound(font.pixelSize() * m_zoom * factor)));
        else
            font.setPointSizeF(font.pointSizeF() * m_zoom * factor);
        return font;
    };
    m_bodyFont = scaled(1);
    m_headlineFont = scaled(headlineScale);
    m_headlineFont.setBold(true);
    m_bylineFont = QFont();
    m_bylineFont.setPointSizeF(scaled(0.76).pointSizeF() > 0 ? scaled(0.76).pointSizeF() : 9);

    const QFontMetricsF metrics(m_bodyFont);
    m_pitch = qRound(metrics.height() * lineSpacing);
    const QString sample = m_text.mid(m_text.size() / 2, 400).simplified();
    m_averageWidth =
        sample.size() < 40 ? metrics.averageCharWidth() : metrics.horizontalAdvance(sample) / qreal(sample.size());
    invalidate();
}

QFont ArticleLayout::signFont() const
{
    QFont font = m_bylineFont;
    font.setPointSizeF(std::max(4.0, font.pointSizeF() * 0.72));
    return font;
}

void ArticleLayout::invalidate()
{
    m_laid.clear();
    m_laidCharacters = 0;
    m_shownBlock = 0;
    m_shift = 0;
    m_blocks.estimateAll([this](const Block &block) { return estimatedHeight(block); });
}

int ArticleLayout::estimatedHeight(const Block &block) const
{
    const qreal lines = std::ceil((block.end - block.begin) * m_averageWidth / (m_columnWidth * 0.95));
    const int gap = block.continues ? 0 : block.afterBlank ? m_pitch / 2 : m_pitch / 4;
    return int(std::max(1.0, lines)) * m_pitch + gap;
}

int ArticleLayout::spaceBefore(int index) const
{
    const Block &block = m_blocks.at(index);
    int space = 0;
    if (index == 0)
        space = block.headline || m_byline.isEmpty() ? 0 : qRound(QFontMetricsF(m_bylineFont).height()) + m_pitch / 2;
    else if (m_blocks.at(index - 1).headline != block.headline)
        space = m_pitch / 2;
    else if (!block.continues && !block.headline)
        space = block.afterBlank ? m_pitch / 2 : m_pitch / 4;
    return space;
}

int ArticleLayout::spaceAfter(int index) const
{
    if (index == m_bylineBlock && m_blocks.at(index).headline && !m_byline.isEmpty())
        return qRound(QFontMetricsF(m_bylineFont).height()) + m_pitch / 4;
    return 0;
}

QRectF ArticleLayout::bylineRect(int index)
{
    if (index != m_bylineBlock || m_byline.isEmpty())
        return {};
    const qreal height = std::ceil(QFontMetricsF(m_bylineFont).height());
    const qreal top = qreal(m_blocks.top(index));
    if (!m_blocks.at(index).headline)
        return {0, top, qreal(m_columnWidth), height};
    return {0, top + laid(index).height - height, qreal(m_columnWidth), height};
}

bool ArticleLayout::isRightToLeft(int index) const
{
    while (index > 0 && m_blocks.at(index).continues)
        --index;
    const Block &block = m_blocks.at(index);
    return QStringView(m_text).mid(block.begin, block.end - block.begin).isRightToLeft();
}

std::unique_ptr<ArticleLayout::LaidBlock> ArticleLayout::layOut(int index) const
{
    const Block &block = m_blocks.at(index);
    auto made = std::make_unique<LaidBlock>();
    const QFont &font = block.headline ? m_headlineFont : m_bodyFont;
    const QFontMetricsF metrics(font);
    const bool rightToLeft = isRightToLeft(index);

    QTextOption option(rightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout &layout = made->layout;
    layout.setText(m_text.mid(block.begin, block.end - block.begin));
    layout.setFont(font);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    made->begin = block.begin;
    made->ascent = metrics.ascent();
    made->descent = metrics.descent();
    made->rightToLeft = rightToLeft;
    made->bidirectional = rightToLeft || mayRunRightToLeft(layout.text());

    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(m_columnWidth);
        line.setPosition(QPointF());
        made->lines.push_back({0, 0, 0, line.textStart(), line.textStart() + line.textLength()});
    }
    layout.endLayout();
    placeLines(index, *made);
    return made;
}

ArticleLayout::LaidBlock &ArticleLayout::laid(int index)
{
    std::unique_ptr<LaidBlock> &entry = m_laid[index];
    if (!entry) {
        entry = layOut(index);
        entry->used = ++m_clock;
        m_laidCharacters += entry->size() + 64;
        if (index < m_shownBlock)
            m_shift += entry->height - m_blocks.at(index).height;
        m_blocks.setMeasured(index, entry->height);
        if (m_laidCharacters > keptCharacters)
            dropOldest();
        return *m_laid[index];
    }
    entry->used = ++m_clock;
    return *entry;
}

void ArticleLayout::dropOldest()
{
    std::vector<std::pair<quint64, int>> ages;
    for (const auto &[index, entry] : m_laid)
        ages.emplace_back(entry->used, index);
    std::sort(ages.begin(), ages.end());
    ages.pop_back();
    for (const auto &[used, index] : ages) {
        if (m_laidCharacters <= keptCharacters * 3 / 4)
            break;
        const auto found = m_laid.find(index);
        m_laidCharacters -= found->second->size() + 64;
        m_laid.erase(found);
    }
}

qint64 ArticleLayout::height() const { return m_blocks.height(); }

qint64 ArticleLayout::settle(qint64 top, int height, int reachAbove)
{
    top = settleVisible(top, height);
    const int reference = m_blocks.indexAt(top);
    const qint64 distance = m_blocks.top(reference) - top;
    for (int i = reference - 1; i >= 0 && m_blocks.top(i + 1) > top - reachAbove; --i) {
        if (!m_blocks.at(i).measured)
            laid(i);
        top = m_blocks.top(reference) - distance;
    }
    m_shownBlock = reference;
    m_shift = 0;
    return top;
}

qint64 ArticleLayout::takeShift() { return std::exchange(m_shift, 0); }

qint64 ArticleLayout::settleVisible(qint64 top, int height)
{
    for (int pass = 0; pass < 12; ++pass) {
        const int first = m_blocks.indexAt(top);
        const int last = m_blocks.indexAt(top + height);
        int reference = first;
        while (reference < last && !m_blocks.at(reference).measured)
            ++reference;
        if (!m_blocks.at(reference).measured)
            reference = first;
        const qint64 distance = m_blocks.top(reference) - top;
        bool changed = false;
        for (int i = first; i <= last; ++i) {
            if (m_blocks.at(i).measured)
                continue;
            laid(i);
            changed = true;
        }
        if (!changed)
            break;
        top = std::max<qint64>(0, m_blocks.top(reference) - distance);
    }
    return top;
}

QList<VisibleLines> ArticleLayout::linesIn(qreal top, qreal bottom)
{
    QList<VisibleLines> result;
    for (int i = m_blocks.indexAt(qint64(std::floor(top))); i < m_blocks.count(); ++i) {
        const LaidBlock &block = laid(i);
        VisibleLines lines;
        lines.block = i;
        lines.top = m_blocks.top(i);
        if (qreal(lines.top) > bottom && !result.isEmpty())
            break;
        lines.firstLine = block.lineAt(top - qreal(lines.top));
        lines.lastLine = std::max(lines.firstLine, block.lineAt(bottom - qreal(lines.top)));
        lines.begin = block.begin + block.lines[size_t(lines.firstLine)].begin;
        lines.end = block.begin + block.lines[size_t(lines.lastLine)].end;
        result.append(lines);
    }
    return result;
}

void ArticleLayout::drawText(QPainter &painter, const VisibleLines &lines)
{
    const LaidBlock &block = laid(lines.block);
    for (int i = lines.firstLine; i <= lines.lastLine; ++i) {
        const QTextLine line = block.layout.lineAt(i);
        line.draw(&painter, QPointF(0, block.lines[size_t(i)].baseline - line.ascent()));
    }
}

void ArticleLayout::paint(QPainter &painter, const QRectF &clip, const PaintOptions &options)
{
    paintArticle(painter, *this, clip, options);
}

} // namespace Quoth::Widgets
