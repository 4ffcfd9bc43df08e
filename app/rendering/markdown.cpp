// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "markdown.h"

#include "markdowninline.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace Quoth::Rendering {

namespace {

const QString fence = QStringLiteral("```");

struct Marker
{
    bool isNumbered = false;
    int number = 1;
    qsizetype indent = 0; ///< of the sign
    qsizetype content = 0; ///< of what stands behind it
};

qsizetype indentOf(const QString &line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line[indent] == u' ')
        ++indent;
    return indent;
}

bool isBlank(const QString &line) { return indentOf(line) == line.size(); }

std::optional<Marker> markerOf(const QString &line)
{
    static const QRegularExpression pattern(QStringLiteral(R"re(^( *)([-*+]|(\d{1,9})[.)])( +)\S)re"));
    const QRegularExpressionMatch match = pattern.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    Marker marker;
    marker.isNumbered = !match.captured(3).isEmpty();
    marker.number = marker.isNumbered ? match.captured(3).toInt() : 1;
    marker.indent = match.capturedLength(1);
    marker.content = match.capturedEnd(4);
    return marker;
}

QStringList cellsOf(const QString &line)
{
    QString row = line.trimmed();
    if (row.startsWith(u'|'))
        row.remove(0, 1);
    QStringList cells(QString{});
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (row[i] == u'\\' && i + 1 < row.size() && row[i + 1] == u'|')
            cells.last() += row[++i];
        else if (row[i] == u'|')
            cells.append(QString());
        else
            cells.last() += row[i];
    }
    if (row.endsWith(u'|'))
        cells.removeLast();
    for (QString &cell : cells)
        cell = cell.trimmed();
    return cells;
}

bool isRule(const QString &line)
{
    static const QRegularExpression pattern(QStringLiteral(R"re(^ {0,3}(-{3,}|\*{3,}|_{3,}) *$)re"));
    return pattern.match(line).hasMatch();
}

bool isHeading(const QString &line)
{
    static const QRegularExpression pattern(QStringLiteral("^#{1,6} +\\S"));
    return pattern.match(line).hasMatch();
}

bool isTableAt(const QStringList &lines, qsizetype at)
{
    static const QRegularExpression pattern(QStringLiteral(R"re(^ *\|?( *:?-+:? *\|)+( *:?-+:? *)?$)re"));
    return lines[at].contains(u'|') && at + 1 < lines.size() && pattern.match(lines[at + 1].trimmed()).hasMatch();
}

/// Whether a line ends the paragraph before it.
bool interrupts(const QStringList &lines, qsizetype at)
{
    const QString &line = lines[at];
    const auto marker = markerOf(line);
    return isBlank(line) || isHeading(line) || isRule(line) || line.trimmed().startsWith(fence) || line.startsWith(u'>')
        || (marker && (!marker->isNumbered || marker->number == 1)) || isTableAt(lines, at);
}

class Reader
{
public:
    explicit Reader(const MarkdownStyle &style) : m_style(style), m_inline(style, m_page) { }

    MarkdownPage read(const QString &source)
    {
        QString text = source;
        text.remove(u'\r');
        text.replace(u'\t', QStringLiteral("    "));
        readBlocks(text.split(u'\n'), false);
        for (MarkdownSection &section : m_page.sections)
            section.text = section.text.trimmed();
        return m_page;
    }

private:
    /// isTight: paragraphs are written bare, as in a list without blank lines.
    void readBlocks(const QStringList &lines, bool isTight)
    {
        for (qsizetype at = 0; at < lines.size();) {
            const QString &line = lines[at];
            if (isBlank(line))
                ++at;
            else if (line.trimmed().startsWith(fence))
                readCode(lines, at);
            else if (isHeading(line))
                readHeading(lines[at++]);
            else if (isRule(line))
                writeRule(at);
            else if (line.startsWith(u'>'))
                readQuotation(lines, at);
            else if (isTableAt(lines, at))
                readTable(lines, at);
            else if (markerOf(line))
                readList(lines, at);
            else
                readParagraph(lines, at, isTight);
        }
    }

    void writeRule(qsizetype &at)
    {
        m_page.html += QStringLiteral("<hr>\n");
        ++at;
    }

    void tell(const QString &plain)
    {
        if (m_page.sections.isEmpty())
            m_page.sections.append(MarkdownSection());
        m_page.sections.last().text += plain + u'\n';
    }

    void readHeading(const QString &line)
    {
        MarkdownSection section;
        section.level = int(line.indexOf(u' '));
        QString words = line.mid(section.level).trimmed();
        while (words.endsWith(u'#'))
            words.chop(1);
        const QString html = m_inline.html(words.trimmed(), &section.title);
        section.anchor = headingAnchor(section.title);
        if (const int before = m_anchors[section.anchor]++; before > 0)
            section.anchor += u'-' + QString::number(before);
        const QString id = (m_style.anchor ? m_style.anchor(section.anchor) : section.anchor).toHtmlEscaped();
        const QString tag = QStringLiteral("h%1").arg(section.level);
        m_page.html += m_style.isRichText ? QStringLiteral("<") + tag + QStringLiteral("><a name=\"") + id + QStringLiteral("\">")
                + html + QStringLiteral("</a></") + tag
                                          : QStringLiteral("<") + tag + QStringLiteral(" id=\"") + id + QStringLiteral("\">")
                + html + QStringLiteral("</") + tag;
        m_page.html += QStringLiteral(">\n");
        m_page.sections.append(section);
    }

    void readParagraph(const QStringList &lines, qsizetype &at, bool isTight)
    {
        QStringList own{lines[at].mid(indentOf(lines[at]))};
        for (++at; at < lines.size() && !interrupts(lines, at); ++at)
            own.append(lines[at].mid(indentOf(lines[at])));
        while (own.last().endsWith(u' '))
            own.last().chop(1);
        QString plain;
        const QString html = m_inline.html(own.join(u'\n'), &plain);
        m_page.html += isTight ? html + u'\n' : QStringLiteral("<p>") + html + QStringLiteral("</p>\n");
        tell(plain);
    }

    void readCode(const QStringList &lines, qsizetype &at)
    {
        const qsizetype indent = indentOf(lines[at]);
        QStringList code;
        for (++at; at < lines.size() && !lines[at].trimmed().startsWith(fence); ++at)
            code.append(lines[at].mid(std::min(indent, indentOf(lines[at]))));
        ++at;
        const QString text = code.join(u'\n');
        const QString html = QStringLiteral("<pre>") + text.toHtmlEscaped() + QStringLiteral("</pre>");
        m_page.html += m_style.isRichText ? QStringLiteral("<table class=\"code\" width=\"100%\" border=\"0\" cellspacing=\"0\" "
                                                           "cellpadding=\"10\"><tr><td class=\"code\">")
                + html + QStringLiteral("</td></tr></table>\n")
                                          : html + u'\n';
        tell(text);
    }

    void readQuotation(const QStringList &lines, qsizetype &at)
    {
        QStringList own;
        for (; at < lines.size() && lines[at].startsWith(u'>'); ++at)
            own.append(lines[at].mid(lines[at].startsWith(QStringLiteral("> ")) ? 2 : 1));
        m_page.html += QStringLiteral("<blockquote>\n");
        readBlocks(own, false);
        m_page.html += QStringLiteral("</blockquote>\n");
    }

    void readTable(const QStringList &lines, qsizetype &at)
    {
        const QStringList rules = cellsOf(lines[at + 1]);
        m_page.html += m_style.isRichText
            ? QStringLiteral("<table class=\"grid\" border=\"1\" cellspacing=\"0\" cellpadding=\"6\">\n")
            : QStringLiteral("<div class=\"table\"><table>\n");
        writeRow(lines[at], rules, QStringLiteral("th"));
        for (at += 2; at < lines.size() && !isBlank(lines[at]) && lines[at].contains(u'|'); ++at)
            writeRow(lines[at], rules, QStringLiteral("td"));
        m_page.html += m_style.isRichText ? QStringLiteral("</table>\n") : QStringLiteral("</table></div>\n");
    }

    void writeRow(const QString &line, const QStringList &rules, const QString &tag)
    {
        const QStringList cells = cellsOf(line);
        QStringList plains;
        m_page.html += QStringLiteral("<tr>");
        for (qsizetype i = 0; i < rules.size(); ++i) {
            const bool isLeft = rules[i].startsWith(u':');
            const bool isRight = rules[i].endsWith(u':');
            const QString align = isRight ? (isLeft ? QStringLiteral(" align=\"center\"") : QStringLiteral(" align=\"right\""))
                                          : QStringLiteral(" align=\"left\"");
            QString plain;
            const QString html = m_inline.html(cells.value(i), &plain);
            m_page.html += u'<' + tag + align + u'>' + html + QStringLiteral("</") + tag + u'>';
            plains.append(plain);
        }
        m_page.html += QStringLiteral("</tr>\n");
        tell(plains.join(u' '));
    }

    void readList(const QStringList &lines, qsizetype &at)
    {
        const Marker first = *markerOf(lines[at]);
        QList<QStringList> items;
        bool isTight = true;
        qsizetype content = 0;
        while (at < lines.size()) {
            const QString &line = lines[at];
            const auto marker = markerOf(line);
            if (isBlank(line)) {
                // It goes on behind a blank line only with another item, or with what is indented like this one.
                qsizetype next = at;
                while (next < lines.size() && isBlank(lines[next]))
                    ++next;
                const auto after = next < lines.size() ? markerOf(lines[next]) : std::nullopt;
                const bool isItem = after && after->isNumbered == first.isNumbered && after->indent >= first.indent;
                if (next == lines.size() || (!isItem && indentOf(lines[next]) < content))
                    break;
                isTight = false;
                for (; at < next; ++at)
                    items.last().append(QString());
            } else if (marker && marker->isNumbered == first.isNumbered && (items.isEmpty() || marker->indent < content)) {
                content = marker->content;
                items.append(QStringList{line.mid(content)});
                ++at;
            } else if (indentOf(line) >= content) {
                items.last().append(line.mid(content));
                ++at;
            } else if (!isBlank(items.last().last()) && !interrupts(lines, at)) {
                items.last().append(line.mid(indentOf(line))); // a line that was not indented
                ++at;
            } else {
                break;
            }
        }
        const QString tag = first.isNumbered ? QStringLiteral("ol") : QStringLiteral("ul");
        m_page.html += u'<' + tag + (first.number != 1 ? QStringLiteral(" start=\"%1\"").arg(first.number) : QString())
            + QStringLiteral(">\n");
        for (const QStringList &item : std::as_const(items)) {
            m_page.html += QStringLiteral("<li>");
            readBlocks(item, isTight);
            m_page.html += QStringLiteral("</li>\n");
        }
        m_page.html += QStringLiteral("</") + tag + QStringLiteral(">\n");
    }

    const MarkdownStyle &m_style;
    MarkdownPage m_page;
    MarkdownInline m_inline;
    QHash<QString, int> m_anchors;
};

} // namespace

MarkdownPage readMarkdown(const QString &source, const MarkdownStyle &style) { return Reader(style).read(source); }

QString headingAnchor(const QString &title)
{
    QString anchor;
    for (const QChar c : title) {
        if (c.isSpace())
            anchor += u'-';
        else if (c.isLetterOrNumber() || c.isMark() || c == u'-' || c == u'_' || c.isSurrogate())
            anchor += c.toLower();
    }
    return anchor;
}

} // namespace Quoth::Rendering
