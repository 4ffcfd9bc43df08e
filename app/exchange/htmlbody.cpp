// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "htmlbody.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <vector>

namespace Quoth::Exchange {

namespace {

struct Block
{
    QString text;
    qsizetype linked = 0; // characters inside links
    const GumboNode *element = nullptr;

    double linkDensity() const { return text.isEmpty() ? 1 : double(linked) / double(text.size()); }
    bool isParagraph() const
    {
        return isElement(element, GUMBO_TAG_P) || isElement(element, GUMBO_TAG_BLOCKQUOTE);
    }
    /// Running text, by which the article's element is found.
    bool isProse() const { return linkDensity() < 0.35 && (text.size() >= 60 || (isParagraph() && text.size() >= 20)); }
    /// What belongs to an article once its element is known.
    bool fits() const
    {
        const bool shortForm = isParagraph() || isElement(element, GUMBO_TAG_H2) || isElement(element, GUMBO_TAG_H3)
            || isElement(element, GUMBO_TAG_H4) || isElement(element, GUMBO_TAG_LI);
        return isProse() || (shortForm && linkDensity() < 0.5);
    }
};

bool isSkippedTag(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE: case GUMBO_TAG_NOSCRIPT: case GUMBO_TAG_NAV: case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER: case GUMBO_TAG_HEADER: case GUMBO_TAG_FORM: case GUMBO_TAG_BUTTON: case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA: case GUMBO_TAG_IFRAME: case GUMBO_TAG_SVG: case GUMBO_TAG_FIGURE: case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_TEMPLATE: case GUMBO_TAG_OBJECT: case GUMBO_TAG_VIDEO: case GUMBO_TAG_AUDIO: case GUMBO_TAG_MENU:
    case GUMBO_TAG_HEAD: case GUMBO_TAG_H1: case GUMBO_TAG_MATH: case GUMBO_TAG_CANVAS: return true;
    default: return false;
    }
}

bool isBlockTag(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_P: case GUMBO_TAG_DIV: case GUMBO_TAG_BLOCKQUOTE: case GUMBO_TAG_LI: case GUMBO_TAG_UL: case GUMBO_TAG_OL:
    case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6: case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION: case GUMBO_TAG_MAIN: case GUMBO_TAG_BODY: case GUMBO_TAG_HTML: case GUMBO_TAG_TABLE: case GUMBO_TAG_TR:
    case GUMBO_TAG_TD: case GUMBO_TAG_TH: case GUMBO_TAG_PRE: case GUMBO_TAG_DL: case GUMBO_TAG_DT: case GUMBO_TAG_DD:
    case GUMBO_TAG_CENTER: case GUMBO_TAG_ADDRESS: return true;
    default: return false;
    }
}

bool isWholeTag(GumboTag tag)
{
    return tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE;
}

bool hasFurnitureWord(const GumboNode *node)
{
    static const QSet<QString> words = [] {
        const QStringList list = QStringLiteral(
            "ad ads advert advertisement advertising banner breadcrumb breadcrumbs byline caption captions comment comments consent "
            "cookie cookies credit credits disqus footer gdpr masthead menu modal most-read nav navbar navigation newsletter outbrain "
            "paywall popular popup promo promotion recirculation recommended recommendation recommendations related share sharing "
            "sharebar sidebar signup social sponsor sponsored subscribe subscription tags taboola teaser toolbar trending widget").split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    static const QRegularExpression border(QStringLiteral("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])"));
    const QString names = attributeOf(node, "class") + u' ' + attributeOf(node, "id");
    const QStringList parts = names.split(border, Qt::SkipEmptyParts);
    return std::any_of(parts.begin(), parts.end(), [](const QString &part) { return words.contains(part.toLower()); });
}

bool isHidden(const GumboNode *node)
{
    static const QSet<QString> roles = {QStringLiteral("navigation"), QStringLiteral("banner"),  QStringLiteral("contentinfo"),
                                        QStringLiteral("complementary"), QStringLiteral("dialog"), QStringLiteral("search"),
                                        QStringLiteral("alertdialog")};
    return roles.contains(attributeOf(node, "role").toLower()) || attributeOf(node, "aria-hidden") == u"true"
        || gumbo_get_attribute(&node->v.element.attributes, "hidden")
        || attributeOf(node, "style").remove(u' ').contains(u"display:none", Qt::CaseInsensitive);
}

class BodyReader
{
public:
    QStringList read(const GumboNode *root)
    {
        if (!root)
            return {};
        const qsizetype all = measure(root, 0);
        m_most = all / 2;
        walk(root, root, 0, false);
        flush(root);
        const GumboNode *article = articleElement(root);
        QStringList paragraphs;
        for (const Block &block : m_blocks) {
            if (block.fits() && isWithin(block.element, article))
                paragraphs.append(block.text);
        }
        return paragraphs;
    }

private:
    /// How much text lies below an element: a wrapper that holds most of it is no furniture, whatever its class is called.
    qsizetype measure(const GumboNode *node, int depth)
    {
        if (node->type == GUMBO_NODE_TEXT)
            return qsizetype(qstrlen(node->v.text.text));
        if (node->type != GUMBO_NODE_ELEMENT || depth > deepestElement || isSkippedTag(node->v.element.tag))
            return 0;
        qsizetype size = 0;
        for (unsigned i = 0; i < node->v.element.children.length; ++i)
            size += measure(static_cast<const GumboNode *>(node->v.element.children.data[i]), depth + 1);
        m_sizes.insert(node, size);
        return size;
    }

    bool isFurniture(const GumboNode *node) const
    {
        const GumboTag tag = node->v.element.tag;
        if (isSkippedTag(tag) || isHidden(node))
            return true;
        return !isWholeTag(tag) && m_sizes.value(node) <= m_most && hasFurnitureWord(node);
    }

    void walk(const GumboNode *node, const GumboNode *block, int depth, bool linked)
    {
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
            append(QString::fromUtf8(node->v.text.text), linked);
            return;
        }
        if (node->type != GUMBO_NODE_ELEMENT || depth > deepestElement || isFurniture(node))
            return;
        const GumboTag tag = node->v.element.tag;
        const bool own = isBlockTag(tag);
        if (own || tag == GUMBO_TAG_BR || tag == GUMBO_TAG_HR)
            flush(block);
        const GumboNode *inner = own ? node : block;
        for (unsigned i = 0; i < node->v.element.children.length; ++i)
            walk(static_cast<const GumboNode *>(node->v.element.children.data[i]), inner, depth + 1, linked || tag == GUMBO_TAG_A);
        if (own)
            flush(node);
    }

    void append(const QString &text, bool linked)
    {
        m_open.text += text;
        if (linked)
            m_open.linked += text.simplified().size();
    }

    void flush(const GumboNode *element)
    {
        m_open.text = m_open.text.simplified();
        m_open.element = element;
        if (!m_open.text.isEmpty())
            m_blocks.push_back(std::move(m_open));
        m_open = Block();
    }

    static bool isWithin(const GumboNode *node, const GumboNode *ancestor)
    {
        while (node && node != ancestor)
            node = node->parent;
        return node == ancestor;
    }

    /// The innermost element with three quarters of the prose; of the prose within an <article> or articleBody, if a third is there.
    const GumboNode *articleElement(const GumboNode *root)
    {
        QHash<const GumboNode *, qsizetype> prose;
        for (const Block &block : m_blocks) {
            if (!block.isProse())
                continue;
            for (const GumboNode *node = block.element; node; node = node->parent)
                prose[node] += block.text.size();
        }
        const GumboNode *start = root;
        qsizetype most = prose.value(root) / 3;
        forEachElement(root, [&](const GumboNode *node) {
            const bool declared = isElement(node, GUMBO_TAG_ARTICLE) || attributeOf(node, "itemprop").contains(u"articleBody");
            if (declared && prose.value(node) > most) {
                start = node;
                most = prose.value(node);
            }
        });
        const qsizetype enough = prose.value(start) * 3 / 4;
        for (const GumboNode *next = start; next;) {
            start = next;
            next = nullptr;
            for (unsigned i = 0; i < start->v.element.children.length && !next; ++i) {
                const auto *child = static_cast<const GumboNode *>(start->v.element.children.data[i]);
                if (child->type == GUMBO_NODE_ELEMENT && !isElement(child, GUMBO_TAG_P) && enough > 0 && prose.value(child) >= enough)
                    next = child;
            }
        }
        return start;
    }

    QHash<const GumboNode *, qsizetype> m_sizes;
    qsizetype m_most = 0;
    std::vector<Block> m_blocks;
    Block m_open;
};

} // namespace

QStringList paragraphsOf(const HtmlPage &page) { return BodyReader().read(page.root()); }

} // namespace Quoth::Exchange
