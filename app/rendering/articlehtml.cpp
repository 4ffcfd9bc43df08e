// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articlehtml.h"

#include "articlehighlights.h"
#include "headline.h"
#include "htmlparagraph.h"
#include "htmlstyle.h"
#include "itemkey.h"
#include "words.h"

#include <algorithm>

namespace Quoth::Rendering {

using namespace Annotation;
using Widgets::MarginCard;

namespace {

class HtmlWriter
{
public:
    HtmlWriter(const AnnotatedArticle &article, const Schema &schema, const RenderOptions &options)
        : m_article(article.article)
        , m_annotations(inStates(article.annotations, options.states))
        , m_index(m_annotations)
        , m_schema(schema)
        , m_highlights(m_article, m_index, schema)
        , m_headline(headlineOf(m_article, m_annotations, schema))
    {
        m_highlights.setStates(options.states);
        m_highlights.setColourBy(options.colourBy);
    }

    QString write()
    {
        const QString language = m_article.meta.language.isEmpty() ? QString() : QStringLiteral(" lang=\"%1\"").arg(m_article.meta.language.toHtmlEscaped());
        const QString title = m_headline.title.isEmpty() ? m_article.externalId : m_headline.title;
        m_html = QStringLiteral("<!DOCTYPE html>\n<html%1>\n<head>\n<meta charset=\"utf-8\">\n"
                                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                                "<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
                     .arg(language)
            + title.toHtmlEscaped() + QStringLiteral("</title>\n<style>") + styles()
            + QStringLiteral("</style>\n</head>\n<body>\n<main>\n");
        writeHead();
        writeParagraphs();
        writeLegend();
        m_html += QStringLiteral("</main>\n</body>\n</html>\n");
        return m_html;
    }

private:
    QString styles()
    {
        const QList<Widgets::HighlightStyle> light = m_highlights.styles();
        m_highlights.setDark(true);
        const QList<Widgets::HighlightStyle> dark = m_highlights.styles();
        m_highlights.setDark(false);
        return styleSheet(light, dark);
    }

    QString marked(qint32 begin, qint32 end) const
    {
        return paragraphHtml(m_article.text, begin, end, m_highlights.highlightsIn(begin, end),
                             [this](quint64 key) { return m_highlights.descriptionOf(key); });
    }

    void writeHead()
    {
        if (m_headline.length > 0)
            m_html += QStringLiteral("<h1 dir=\"auto\">") + marked(0, m_headline.length) + QStringLiteral("</h1>\n");
        else if (!m_headline.title.isEmpty())
            m_html += QStringLiteral("<h1 dir=\"auto\">") + m_headline.title.toHtmlEscaped() + QStringLiteral("</h1>\n");
        m_html += QStringLiteral("<p class=\"byline\">") + m_headline.byline.toHtmlEscaped() + QStringLiteral("</p>\n");
    }

    void writeParagraphs()
    {
        const QString &text = m_article.text;
        qint32 cardsFrom = 0; // cards of the headline stand by the first paragraph
        for (qint32 begin = m_headline.length > 0 ? m_headline.length + 1 : 0; begin < text.size();) {
            const qsizetype newline = text.indexOf(u'\n', begin);
            const qint32 end = qint32(newline < 0 ? text.size() : newline);
            if (!QStringView(text).mid(begin, end - begin).trimmed().isEmpty()) {
                m_html += QStringLiteral("<div class=\"row\">\n<p dir=\"auto\">") + marked(begin, end) + QStringLiteral("</p>\n");
                writeCards(m_highlights.cardsIn(cardsFrom, end + 1));
                m_html += QStringLiteral("</div>\n");
                cardsFrom = end + 1;
            }
            begin = end + 1;
        }
    }

    void writeCards(const QList<MarginCard> &cards)
    {
        if (cards.isEmpty())
            return;
        m_html += QStringLiteral("<aside><ul class=\"cards\">\n");
        for (const MarginCard &card : cards) {
            m_html += QStringLiteral("<li class=\"l%1%2\">").arg(m_highlights.styleOfCard(card.key)).arg(card.tentative ? QStringLiteral(" t") : QString());
            if (!card.badge.isEmpty())
                m_html += QStringLiteral("<span class=\"badge\">") + card.badge.toHtmlEscaped() + QStringLiteral("</span>");
            m_html += QStringLiteral("<b>") + card.title.toHtmlEscaped() + QStringLiteral("</b>");
            if (!card.detail.isEmpty())
                m_html += QStringLiteral(" \u00B7 ") + card.detail.toHtmlEscaped();
            for (const QString &line : card.lines)
                m_html += QStringLiteral("<span class=\"nested\">") + line.toHtmlEscaped() + QStringLiteral("</span>");
            m_html += QStringLiteral("</li>\n");
        }
        m_html += QStringLiteral("</ul></aside>\n");
    }

    void writeLegend()
    {
        const QList<ArticleHighlights::LegendEntry> entries = m_highlights.legendOfMarks() + m_highlights.legendOfColours();
        if (entries.isEmpty())
            return;
        m_html += QStringLiteral("<ul class=\"legend\">\n");
        for (const ArticleHighlights::LegendEntry &entry : entries) {
            m_html += QStringLiteral("<li><span class=\"h l%1 o e\">").arg(entry.style) + entry.title.toHtmlEscaped()
                + QStringLiteral("</span></li>\n");
        }
        if (std::any_of(m_annotations.spans.begin(), m_annotations.spans.end(), [](const Span &span) { return span.provenance.state != State::Accepted; }))
            m_html += QStringLiteral("<li>") + Words::tr("dashed: not accepted yet").toHtmlEscaped() + QStringLiteral("</li>\n");
        m_html += QStringLiteral("</ul>\n");
    }

    const Article &m_article;
    Annotations m_annotations;
    AnnotationIndex m_index;
    const Schema &m_schema;
    ArticleHighlights m_highlights;
    Headline m_headline;
    QString m_html;
};

} // namespace

QString renderHtml(const AnnotatedArticle &article, const Schema &schema, const RenderOptions &options)
{
    return HtmlWriter(article, schema, options).write();
}

} // namespace Quoth::Rendering
