// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <gumbo.h>

#include <functional>
#include <memory>

namespace Quoth::Exchange {

/// A parsed page. The text in UTF-8 is kept beside the tree, which points into it.
class HtmlPage
{
public:
    explicit HtmlPage(const QString &html);

    const GumboNode *root() const { return m_output ? m_output->root : nullptr; }
    /// False for pages nested so deep that the parser would run out of stack; root() is null then.
    bool isParsed() const { return m_output != nullptr; }

private:
    struct Destroy
    {
        void operator()(GumboOutput *output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
    };
    QByteArray m_utf8;
    std::unique_ptr<GumboOutput, Destroy> m_output;
};

/// The element's attribute, empty if it is missing or the node is no element.
QString attributeOf(const GumboNode *node, const char *name);
bool isElement(const GumboNode *node, GumboTag tag);
/// The text below a node with white space collapsed.
QString innerText(const GumboNode *node);
/// The text of a script element as it stands.
QString rawText(const GumboNode *node);
/// Calls for each element in the order of the page, down to a depth no sane page has.
void forEachElement(const GumboNode *node, const std::function<void(const GumboNode *)> &call, int depth = 0);
inline constexpr int deepestElement = 600;

} // namespace Quoth::Exchange
