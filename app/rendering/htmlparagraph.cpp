// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "htmlparagraph.h"

#include <algorithm>
#include <vector>

namespace Quoth::Rendering {

using Widgets::Highlight;

namespace {

class ParagraphWriter
{
public:
    ParagraphWriter(const QString &text, qint32 begin, qint32 end, const std::function<QString(quint64)> &titleOf)
        : m_text(text), m_begin(begin), m_end(end), m_titleOf(titleOf)
    {
    }

    QString write(const QList<Highlight> &highlights)
    {
        std::vector<qint32> stops = {m_begin, m_end};
        for (const Highlight &highlight : highlights) {
            if (beginOf(highlight) < endOf(highlight)) {
                stops.push_back(beginOf(highlight));
                stops.push_back(endOf(highlight));
            }
        }
        std::sort(stops.begin(), stops.end());
        stops.erase(std::unique(stops.begin(), stops.end()), stops.end());
        qsizetype next = 0;
        for (size_t i = 0; i + 1 < stops.size(); ++i) {
            closeAt(stops[i]);
            for (; next < highlights.size() && beginOf(highlights[next]) <= stops[i]; ++next) {
                if (endOf(highlights[next]) > stops[i])
                    open(highlights[next], stops[i]);
            }
            m_html += m_text.mid(stops[i], stops[i + 1] - stops[i]).toHtmlEscaped();
        }
        closeAt(m_end);
        return m_html;
    }

private:
    struct Open
    {
        const Highlight *highlight;
        qint32 pieceEnd; // what lies around it may end before it does
    };

    qint32 beginOf(const Highlight &highlight) const { return std::max(highlight.begin, m_begin); }
    qint32 endOf(const Highlight &highlight) const { return std::min(highlight.end, m_end); }

    void open(const Highlight &highlight, qint32 at)
    {
        const qint32 pieceEnd = std::min(endOf(highlight), m_open.empty() ? m_end : m_open.back().pieceEnd);
        QString classes = QStringLiteral("h l%1").arg(highlight.style);
        if (highlight.depth > 0)
            classes += QStringLiteral(" d%1").arg(std::min(highlight.depth, 3));
        if (highlight.tentative)
            classes += QStringLiteral(" t");
        if (highlight.opens && at == highlight.begin)
            classes += QStringLiteral(" o");
        if (highlight.closes && pieceEnd == highlight.end)
            classes += QStringLiteral(" e");
        m_html += QStringLiteral("<span class=\"%1\" title=\"").arg(classes) + m_titleOf(highlight.key).toHtmlEscaped() + QStringLiteral("\">");
        m_open.push_back({&highlight, pieceEnd});
    }

    /// Closes the pieces that end here, and opens again what goes on.
    void closeAt(qint32 position)
    {
        const auto first = std::find_if(m_open.begin(), m_open.end(), [position](const Open &one) { return one.pieceEnd <= position; });
        std::vector<Open> closed(first, m_open.end());
        m_open.erase(first, m_open.end());
        m_html += QStringLiteral("</span>").repeated(qsizetype(closed.size()));
        for (const Open &one : closed) {
            if (endOf(*one.highlight) > position)
                open(*one.highlight, position);
        }
    }

    const QString &m_text;
    qint32 m_begin;
    qint32 m_end;
    const std::function<QString(quint64)> &m_titleOf;
    std::vector<Open> m_open;
    QString m_html;
};

} // namespace

QString paragraphHtml(const QString &text, qint32 begin, qint32 end, const QList<Highlight> &highlights,
                      const std::function<QString(quint64)> &titleOf)
{
    return ParagraphWriter(text, begin, end, titleOf).write(highlights);
}

} // namespace Quoth::Rendering
