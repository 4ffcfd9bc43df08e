// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "htmlblocks.h"

namespace Quoth::Exchange {

namespace {

bool isSkipped(GumboTag tag)
{
    return tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_NOSCRIPT
        || tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_MATH || tag == GUMBO_TAG_RT || tag == GUMBO_TAG_RP || tag == GUMBO_TAG_IFRAME || tag == GUMBO_TAG_OBJECT;
}

bool isInline(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_A: case GUMBO_TAG_ABBR: case GUMBO_TAG_ACRONYM: case GUMBO_TAG_B: case GUMBO_TAG_BDI: case GUMBO_TAG_BDO: case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE: case GUMBO_TAG_CODE: case GUMBO_TAG_DATA: case GUMBO_TAG_DEL: case GUMBO_TAG_DFN: case GUMBO_TAG_EM: case GUMBO_TAG_FONT:
    case GUMBO_TAG_I: case GUMBO_TAG_IMG: case GUMBO_TAG_INS: case GUMBO_TAG_KBD: case GUMBO_TAG_MARK: case GUMBO_TAG_Q: case GUMBO_TAG_RUBY:
    case GUMBO_TAG_S: case GUMBO_TAG_SAMP: case GUMBO_TAG_SMALL: case GUMBO_TAG_SPAN: case GUMBO_TAG_STRIKE: case GUMBO_TAG_STRONG: case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP: case GUMBO_TAG_TIME: case GUMBO_TAG_TT: case GUMBO_TAG_U: case GUMBO_TAG_VAR: case GUMBO_TAG_WBR: case GUMBO_TAG_UNKNOWN: return true;
    default: return false;
    }
}

/// Notes, and the numbers that point to them, by the words of EPUB 3 and DPUB-ARIA.
bool isNote(const GumboNode *node)
{
    const QString types = attributeOf(node, "epub:type") + u' ' + attributeOf(node, "role");
    for (const char16_t *word : {u"noteref", u"footnote", u"endnote", u"rearnote"}) {
        if (types.contains(QStringView(word)))
            return true;
    }
    return false;
}

class Blocks
{
public:
    void walk(const GumboNode *node, int depth)
    {
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA)
            m_open += QString::fromUtf8(node->v.text.text);
        if (node->type != GUMBO_NODE_ELEMENT || depth > deepestElement || isSkipped(node->v.element.tag))
            return;
        if (isNote(node)) {
            ++m_notes;
            return;
        }
        const bool block = !isInline(node->v.element.tag);
        if (block)
            flush();
        for (unsigned i = 0; i < node->v.element.children.length; ++i)
            walk(static_cast<const GumboNode *>(node->v.element.children.data[i]), depth + 1);
        if (block)
            flush();
    }

    QStringList take() { return std::move(m_blocks); }
    int notes() const { return m_notes; }

private:
    void flush()
    {
        if (const QString text = m_open.simplified(); !text.isEmpty())
            m_blocks.append(text);
        m_open.clear();
    }

    QString m_open;
    QStringList m_blocks;
    int m_notes = 0;
};

} // namespace

QStringList blocksOf(const HtmlPage &page, int &notes)
{
    Blocks blocks;
    if (page.root())
        blocks.walk(page.root(), 0);
    notes += blocks.notes();
    return blocks.take();
}

} // namespace Quoth::Exchange
