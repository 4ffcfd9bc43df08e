// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "articlehighlights.h"
#include "headline.h"
#include "renderoptions.h"

#include <widgets/painting/articlelayout.h>

#include <QPalette>

namespace Quoth::Rendering {

/// An article set for paper: headline, byline, paragraphs with their cards beside them, and a legend. A paragraph with many
/// cards takes the room that they need, so that each card stays by its words. Units are pixels at 96 to the inch.
class ArticlePage
{
public:
    ArticlePage(const Annotation::AnnotatedArticle &article, const Annotation::Schema &schema, const RenderOptions &options);

    int width() const { return m_width; }
    int height() const { return m_height; }
    const QPalette &palette() const { return m_palette; }
    /// Draws what lies between two heights, without the background.
    void paint(QPainter &painter, int top, int bottom);
    /// The greatest height up to limit, and after top, where neither a line nor a card would be cut; limit if there is none.
    int breakBefore(int top, int limit) const;

private:
    struct Slice // of a layout, from one height to another
    {
        Widgets::ArticleLayout *layout = nullptr;
        int from = 0;
        int to = 0;
        int top = 0; ///< on the page
    };
    struct PlacedCard
    {
        Widgets::MarginCard card;
        QRect rect;
    };
    struct LegendPlace
    {
        int style; ///< or -1 for the note on suggestions
        QString title;
        QRect rect;
    };
    struct Line
    {
        qint32 begin;
        int top;
        int bottom;
    };

    static std::vector<Line> linesOf(Widgets::ArticleLayout &layout);
    int place(Widgets::ArticleLayout &layout, const QString &text, bool withCards, int top);
    int placeCards(qint32 begin, qint32 end, const std::vector<Line> &lines, int shift, int above);
    int placeLegend(int top);
    void paintLegend(QPainter &painter) const;
    bool isFree(int y) const;

    Annotation::AnnotatedArticle m_article;
    Annotation::AnnotationIndex m_index;
    Annotation::Schema m_schema;
    ArticleHighlights m_highlights;
    QPalette m_palette;
    QFont m_cardFont;
    int m_width;
    int m_height = 0;
    Widgets::ArticleLayout m_head; // only where the text does not begin with the headline
    Widgets::ArticleLayout m_body;
    std::vector<Slice> m_slices;
    std::vector<PlacedCard> m_cards;
    std::vector<LegendPlace> m_legend;
    std::vector<int> m_breaks;
};

} // namespace Quoth::Rendering
