// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "markdown.h"

#include <QHash>
#include <QTextDocument>

#include <md4c.h>

#include <utility>

namespace Quoth::Rendering {

namespace {

/// Text as it is meant: md4c gives an entity as it stands.
QString wordsOf(MD_TEXTTYPE type, const MD_CHAR *text, qsizetype size)
{
    if (type != MD_TEXT_ENTITY)
        return QString::fromUtf8(text, size);
    QTextDocument document;
    document.setHtml(QString::fromUtf8(text, size));
    return document.toRawText(); // toPlainText() would make a plain blank of a no-break one
}

QString wordsOf(const MD_ATTRIBUTE &attribute)
{
    QString words;
    for (int i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET begin = attribute.substr_offsets[i];
        words += wordsOf(attribute.substr_types[i], attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
    }
    return words;
}

struct Tags
{
    QStringView opening;
    QStringView closing;
};

Tags tagsOf(MD_BLOCKTYPE type, bool isRichText)
{
    switch (type) {
    case MD_BLOCK_QUOTE: return {u"<blockquote>\n", u"</blockquote>\n"};
    case MD_BLOCK_UL: return {u"<ul>\n", u"</ul>\n"};
    case MD_BLOCK_OL: return {u"<ol", u"</ol>\n"};
    case MD_BLOCK_LI: return {u"<li>", u"</li>\n"};
    case MD_BLOCK_HR: return {u"<hr>\n", u""};
    case MD_BLOCK_P: return {u"<p>", u"</p>\n"};
    case MD_BLOCK_CODE:
        return isRichText ? Tags{u"<table class=\"code\" width=\"100%\" border=\"0\" cellspacing=\"0\" cellpadding=\"10\"><tr>"
                                 "<td class=\"code\"><pre>",
                                 u"</pre></td></tr></table>\n"}
                          : Tags{u"<pre>", u"</pre>\n"};
    case MD_BLOCK_TABLE:
        return isRichText ? Tags{u"<table class=\"grid\" border=\"1\" cellspacing=\"0\" cellpadding=\"6\">\n", u"</table>\n"}
                          : Tags{u"<div class=\"table\"><table>\n", u"</table></div>\n"};
    case MD_BLOCK_TR: return {u"<tr>", u"</tr>\n"};
    case MD_BLOCK_TH: return {u"<th align=\"", u"</th>"};
    case MD_BLOCK_TD: return {u"<td align=\"", u"</td>"};
    default: return {};
    }
}

/// Takes what md4c meets, in order: a block or a span is entered, told its text, and left.
class Writer
{
public:
    explicit Writer(const MarkdownStyle &style) : m_style(style) { }

    MarkdownPage read(const QString &source)
    {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_TABLES | MD_FLAG_NOHTML;
        parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *self) { return of(self).enter(type, detail); };
        parser.leave_block = [](MD_BLOCKTYPE type, void *detail, void *self) { return of(self).leave(type, detail); };
        parser.enter_span = [](MD_SPANTYPE type, void *detail, void *self) { return of(self).enter(type, detail); };
        parser.leave_span = [](MD_SPANTYPE type, void *detail, void *self) { return of(self).leave(type, detail); };
        parser.text
            = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *self) { return of(self).write(type, text, size); };
        const QByteArray bytes = source.toUtf8();
        md_parse(bytes.constData(), MD_SIZE(bytes.size()), &parser, this);
        for (MarkdownSection &section : m_page.sections)
            section.text = section.text.trimmed();
        return m_page;
    }

private:
    struct Begin
    {
        MD_SPANTYPE type;
        qsizetype html;
        qsizetype plain;
    };

    static Writer &of(void *self) { return *static_cast<Writer *>(self); }

    int enter(MD_BLOCKTYPE type, void *detail)
    {
        m_isCell = type == MD_BLOCK_TH || type == MD_BLOCK_TD;
        if (!m_isCell)
            tell(); // the words of a tight item, which are no paragraph
        m_open.clear();
        m_page.html += tagsOf(type, m_style.isRichText).opening;
        if (type == MD_BLOCK_H) {
            m_heading = m_page.html.size();
        } else if (type == MD_BLOCK_OL) {
            const unsigned start = static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start;
            m_page.html += start == 1 ? QStringLiteral(">\n") : QStringLiteral(" start=\"%1\">\n").arg(start);
        } else if (m_isCell) {
            const MD_ALIGN align = static_cast<MD_BLOCK_TD_DETAIL *>(detail)->align;
            m_page.html += align == MD_ALIGN_CENTER ? u"center\">" : align == MD_ALIGN_RIGHT ? u"right\">" : u"left\">";
        }
        return 0;
    }

    int leave(MD_BLOCKTYPE type, void *detail)
    {
        if (type == MD_BLOCK_CODE && m_plain.endsWith(u'\n')) { // it would be an empty line
            m_plain.chop(1);
            m_page.html.chop(1);
        }
        m_page.html += tagsOf(type, m_style.isRichText).closing;
        if (type == MD_BLOCK_H)
            writeHeading(int(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level));
        else if (std::exchange(m_isCell, false))
            m_plain += u' '; // a row is told as a whole
        else
            tell(type == MD_BLOCK_CODE);
        return 0;
    }

    int enter(MD_SPANTYPE type, void *)
    {
        m_open.append({type, m_page.html.size(), m_plain.size()});
        return 0;
    }

    int leave(MD_SPANTYPE type, void *detail)
    {
        // md4c 0.4.8 leaves pictures that it has not entered: "![a [b](\n![c)](d)".
        if (m_open.isEmpty() || m_open.constLast().type != type)
            return 0;
        const Begin begin = m_open.takeLast();
        const QString plain = m_plain.sliced(begin.plain);
        QString &html = m_page.html;
        const auto enclose = [&html, &begin](const QString &opening, QStringView closing) {
            html.insert(begin.html, opening);
            html += closing;
        };
        if (type == MD_SPAN_EM) {
            m_page.emphases.append(plain.simplified());
            enclose(QStringLiteral("<em>"), u"</em>");
        } else if (type == MD_SPAN_STRONG) {
            enclose(QStringLiteral("<strong>"), u"</strong>");
        } else if (type == MD_SPAN_CODE) {
            m_page.codes.append(plain);
            enclose(QStringLiteral("<code>"), u"</code>");
        } else if (type == MD_SPAN_A) {
            const QString target = wordsOf(static_cast<MD_SPAN_A_DETAIL *>(detail)->href);
            m_page.links.append(target);
            if (const QString place = m_style.link ? m_style.link(target) : target; !place.isEmpty())
                enclose(QStringLiteral("<a href=\"") + place.toHtmlEscaped() + QStringLiteral("\">"), u"</a>");
        } else if (type == MD_SPAN_IMG) {
            const QString target = wordsOf(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src);
            m_page.pictures.append(target);
            html.truncate(begin.html); // a description has no markup
            html += plain.toHtmlEscaped();
            if (const QString place = m_style.picture ? m_style.picture(target) : target; place.isEmpty())
                enclose(QStringLiteral("<i>"), u"</i>");
            else
                enclose(QStringLiteral("<img src=\"") + place.toHtmlEscaped() + QStringLiteral("\" alt=\""), u"\">");
        }
        return 0;
    }

    int write(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size)
    {
        const bool isBreak = type == MD_TEXT_BR || type == MD_TEXT_SOFTBR;
        QString words = isBreak ? QStringLiteral("\n") : wordsOf(type, text, size);
        if (m_isCell && type == MD_TEXT_CODE)
            words.replace(QStringLiteral("\\|"), QStringLiteral("|")); // as GitHub has it
        m_page.html += type == MD_TEXT_BR ? QStringLiteral("<br>\n") : words.toHtmlEscaped();
        m_plain += words;
        return 0;
    }

    void writeHeading(int level)
    {
        MarkdownSection section;
        section.level = level;
        section.title = std::exchange(m_plain, {}).simplified();
        section.anchor = headingAnchor(section.title);
        if (const int before = m_anchors[section.anchor]++; before > 0)
            section.anchor += u'-' + QString::number(before);
        const QString id = (m_style.anchor ? m_style.anchor(section.anchor) : section.anchor).toHtmlEscaped();
        const QString opening = m_style.isRichText ? QStringLiteral("<h%1><a name=\"") : QStringLiteral("<h%1 id=\"");
        m_page.html.insert(m_heading, opening.arg(level) + id + QStringLiteral("\">"));
        m_page.html += (m_style.isRichText ? QStringLiteral("</a></h%1>\n") : QStringLiteral("</h%1>\n")).arg(level);
        m_page.sections.append(section);
    }

    void tell(bool isVerbatim = false)
    {
        const QString plain = std::exchange(m_plain, {});
        const QString words = isVerbatim ? plain : plain.simplified();
        if (words.isEmpty())
            return;
        if (m_page.sections.isEmpty())
            m_page.sections.append(MarkdownSection());
        m_page.sections.last().text += words + u'\n';
    }

    const MarkdownStyle &m_style;
    MarkdownPage m_page;
    QString m_plain; ///< of the block that is read, without markup
    bool m_isCell = false;
    qsizetype m_heading = 0; ///< where it begins
    QList<Begin> m_open; ///< spans of this block
    QHash<QString, int> m_anchors;
};

} // namespace

MarkdownPage readMarkdown(const QString &source, const MarkdownStyle &style) { return Writer(style).read(source); }

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
