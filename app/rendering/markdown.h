// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace Quoth::Rendering {

/// A heading with what stands below it, up to the next heading.
struct MarkdownSection
{
    int level = 1;
    QString title; ///< plain text
    QString anchor; ///< as GitHub makes it of the title, once in a page
    QString text; ///< plain text without the heading

    bool operator==(const MarkdownSection &) const = default;
};

/// How a page is written. What is left empty stays as the page has it.
struct MarkdownStyle
{
    std::function<QString(const QString &target)> link; ///< what stands in href; empty: the words stand alone
    std::function<QString(const QString &target)> picture; ///< what stands in src; empty: only its description
    std::function<QString(const QString &anchor)> anchor; ///< the id of a heading
    /// For QTextDocument, which knows little of CSS: tables "grid" and "code", and headings that can be gone to by name.
    bool isRichText = false;
};

struct MarkdownPage
{
    QString html; ///< without html and body
    QList<MarkdownSection> sections; ///< a text before the first heading is one without a title
    QStringList links; ///< the targets, as they stand
    QStringList pictures;
    QStringList emphases; ///< the plain words that are set in italics, in order
    QStringList codes; ///< what is set as code within text
};

/// Reads CommonMark and GitHub's tables, by md4c: a table has to have a blank line before and behind it. HTML is text here. Nothing is an
/// error: what is not understood is text.
MarkdownPage readMarkdown(const QString &source, const MarkdownStyle &style = {});

/// As GitHub does: lower case, without signs, hyphens for blanks.
QString headingAnchor(const QString &title);

} // namespace Quoth::Rendering
