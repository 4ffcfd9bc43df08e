// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "htmlpage.h"

#include <QSet>

namespace Quoth::Exchange {

namespace {

constexpr int deepestPage = 10000;

/// How deep tags may nest at most, end tags and those that close by themselves taken into account.
int nestingOf(const QByteArray &html)
{
    static const QSet<QByteArray> flat = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
                                          "track", "wbr", "p", "li", "tr", "td", "th", "dd", "dt", "option", "html", "body", "head"};
    int depth = 0;
    int deepest = 0;
    for (qsizetype i = html.indexOf('<'); i >= 0 && i + 1 < html.size(); i = html.indexOf('<', i + 1)) {
        if (html[i + 1] == '/') {
            depth -= depth > 0;
            continue;
        }
        qsizetype end = i + 1;
        while (end < html.size() && isalnum(uchar(html[end])))
            ++end;
        const QByteArray tag = html.mid(i + 1, end - i - 1).toLower();
        if (!tag.isEmpty() && !flat.contains(tag))
            deepest = std::max(deepest, ++depth);
    }
    return deepest;
}

void appendText(const GumboNode *node, QString &text, int depth)
{
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
        text += QString::fromUtf8(node->v.text.text);
    } else if (node->type == GUMBO_NODE_ELEMENT && depth < deepestElement) {
        for (unsigned i = 0; i < node->v.element.children.length; ++i)
            appendText(static_cast<const GumboNode *>(node->v.element.children.data[i]), text, depth + 1);
    }
}

} // namespace

HtmlPage::HtmlPage(const QString &html) : m_utf8(html.toUtf8())
{
    // gumbo frees its tree by recursion.
    if (nestingOf(m_utf8) < deepestPage)
        m_output.reset(gumbo_parse_with_options(&kGumboDefaultOptions, m_utf8.constData(), size_t(m_utf8.size())));
}

QString attributeOf(const GumboNode *node, const char *name)
{
    if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE)
        return {};
    const GumboAttribute *attribute = gumbo_get_attribute(&node->v.element.attributes, name);
    return attribute ? QString::fromUtf8(attribute->value).trimmed() : QString();
}

bool isElement(const GumboNode *node, GumboTag tag) { return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag; }

QString rawText(const GumboNode *node)
{
    QString text;
    appendText(node, text, 0);
    return text;
}

QString innerText(const GumboNode *node) { return rawText(node).simplified(); }

void forEachElement(const GumboNode *node, const std::function<void(const GumboNode *)> &call, int depth)
{
    if (!node || node->type != GUMBO_NODE_ELEMENT || depth > deepestElement)
        return;
    call(node);
    for (unsigned i = 0; i < node->v.element.children.length; ++i)
        forEachElement(static_cast<const GumboNode *>(node->v.element.children.data[i]), call, depth + 1);
}

} // namespace Quoth::Exchange
