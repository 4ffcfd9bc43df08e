// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "markdowntext.h"

#include "frontmatter.h"
#include "htmlblocks.h"
#include "words.h"

#include <QRegularExpression>

#include <md4c.h>

#include <utility>

namespace Quoth::Exchange {

namespace {

/// What an entity stands for; one that there is not stands for itself.
QString entityText(const QString &entity)
{
    const HtmlPage page(u'x' + entity); // blanks at the begin of a page would go
    QString text;
    forEachElement(page.root(), [&text](const GumboNode *node) {
        if (isElement(node, GUMBO_TAG_BODY))
            text = rawText(node).mid(1);
    });
    return text;
}

bool isLineBreak(const QString &tag)
{
    static const QRegularExpression lineBreak(QStringLiteral("^<br(\\s[^>]*)?/?>$"), QRegularExpression::CaseInsensitiveOption);
    return lineBreak.match(tag).hasMatch();
}

/// Takes what md4c meets, in order: a block or a span is entered, told its text, and left.
class Reader
{
public:
    /// False if memory ran out.
    bool read(QStringView markdown)
    {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_COLLAPSEWHITESPACE;
        parser.enter_block = [](MD_BLOCKTYPE type, void *, void *self) { return of(self).enter(type); };
        parser.leave_block = [](MD_BLOCKTYPE type, void *detail, void *self) { return of(self).leave(type, detail); };
        parser.enter_span = [](MD_SPANTYPE type, void *, void *self) { return of(self).enter(type); };
        parser.leave_span = [](MD_SPANTYPE type, void *, void *self) { return of(self).leave(type); };
        parser.text
            = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *self) { return of(self).write(type, text, size); };
        const QByteArray bytes = markdown.toUtf8();
        return md_parse(bytes.constData(), MD_SIZE(bytes.size()), &parser, this) == 0;
    }

    QStringList paragraphs;
    QString title; ///< the first heading of level 1
    int notes = 0; ///< left out of HTML
    bool isTooDeep = false;

private:
    static Reader &of(void *self) { return *static_cast<Reader *>(self); }

    int enter(MD_BLOCKTYPE type)
    {
        m_pictures = 0;
        m_isCell = type == MD_BLOCK_TH || type == MD_BLOCK_TD;
        m_isCode = type == MD_BLOCK_CODE;
        m_isHtml = type == MD_BLOCK_HTML;
        if (!m_isCell)
            flush(); // the words of a tight item, which are no paragraph
        return 0;
    }

    int leave(MD_BLOCKTYPE type, void *detail)
    {
        m_pictures = 0;
        m_isCode = false;
        m_isHtml = false;
        if (std::exchange(m_isCell, false)) {
            m_open += u'\t';
            return 0;
        }
        if (type == MD_BLOCK_HTML)
            readHtml();
        if (type == MD_BLOCK_H && title.isEmpty() && static_cast<MD_BLOCK_H_DETAIL *>(detail)->level == 1)
            title = m_open.simplified();
        flush();
        return 0;
    }

    int enter(MD_SPANTYPE type)
    {
        m_pictures += type == MD_SPAN_IMG;
        return 0;
    }

    int leave(MD_SPANTYPE type)
    {
        // md4c 0.4.8 leaves pictures that it has not entered: "![a [b](\n![c)](d)".
        if (type == MD_SPAN_IMG && m_pictures > 0)
            --m_pictures;
        return 0;
    }

    int write(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size)
    {
        if (m_pictures > 0)
            return 0;
        const QString words = QString::fromUtf8(text, qsizetype(size));
        const QChar lineBreak = m_isCell ? u' ' : u'\n'; // a row is a line
        switch (type) {
        case MD_TEXT_BR: m_open += lineBreak; break;
        case MD_TEXT_SOFTBR: m_open += u' '; break;
        case MD_TEXT_NULLCHAR: m_open += QChar::ReplacementCharacter; break;
        case MD_TEXT_ENTITY: m_open += entityText(words); break;
        case MD_TEXT_CODE: m_open += m_isCode ? words : codeText(words); break;
        case MD_TEXT_HTML: writeHtml(words, lineBreak); break;
        default: m_open += words; break;
        }
        return 0;
    }

    QString codeText(QString words) const
    {
        if (m_isCell)
            words.replace(QStringLiteral("\\|"), QStringLiteral("|")); // as GitHub has it
        return words.replace(u'\n', u' ');
    }

    void writeHtml(const QString &words, QChar lineBreak)
    {
        if (m_isHtml)
            m_html += words;
        else if (isLineBreak(words))
            m_open += lineBreak;
    }

    void readHtml()
    {
        const HtmlPage page(std::exchange(m_html, {}));
        isTooDeep = isTooDeep || !page.isParsed();
        paragraphs += blocksOf(page, notes);
    }

    void flush()
    {
        if (const QString words = std::exchange(m_open, {}); !words.trimmed().isEmpty())
            paragraphs.append(words);
    }

    QString m_open; ///< of the block that is read
    QString m_html; ///< of the block of HTML that is read
    int m_pictures = 0; ///< that the text is the description of
    bool m_isCell = false;
    bool m_isCode = false;
    bool m_isHtml = false;
};

} // namespace

Result<DocumentText> parseMarkdown(const QString &markdown, const QString &place, IssueList &issues)
{
    Annotation::NormalisedText normal = Annotation::normalised(markdown);
    DocumentText document;
    document.changes = std::move(normal.changes);
    QStringView text = normal.text;
    document.meta = takeFrontMatter(text);
    Reader reader;
    if (!reader.read(text))
        return Error{ErrorCode::BadInput, Words::tr("The file cannot be read as Markdown."), place};
    if (reader.isTooDeep)
        return Error{ErrorCode::BadInput, Words::tr("The page's elements are nested too deep to be read."), place};
    if (reader.notes > 0)
        issues.note(Words::tr("Notes at the foot or the end were left out."), place, reader.notes);
    document.paragraphs = std::move(reader.paragraphs);
    QString &title = document.meta.title;
    if (title.isEmpty())
        title = reader.title;
    else if (!document.paragraphs.isEmpty() && !document.paragraphs.contains(title))
        document.paragraphs.prepend(title);
    return document;
}

} // namespace Quoth::Exchange
