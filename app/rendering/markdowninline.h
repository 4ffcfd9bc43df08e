// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "markdown.h"

namespace Quoth::Rendering {

/// Writes what stands within a paragraph: emphasis, code, links and pictures. Tells the page of what it meets.
class MarkdownInline
{
public:
    MarkdownInline(const MarkdownStyle &style, MarkdownPage &page) : m_style(style), m_page(page) { }

    /// plain gets the same words without markup, if it is not null.
    QString html(const QString &text, QString *plain = nullptr);

private:
    struct Written
    {
        QString html;
        QString plain;
    };
    /// The words in brackets and the target in parentheses behind them; false if it is no such thing.
    static bool readLink(const QString &text, qsizetype open, QString &words, QString &target, qsizetype &end);
    Written write(const QString &text);
    /// Each tries to read its own kind at a place, which it then moves on; false if it is something else.
    bool writeCode(const QString &text, qsizetype &at, Written &to);
    bool writePicture(const QString &text, qsizetype &at, Written &to);
    bool writeLink(const QString &text, qsizetype &at, Written &to);
    bool writeAddress(const QString &text, qsizetype &at, Written &to);
    bool writeEmphasis(const QString &text, qsizetype &at, Written &to);
    void addLink(const QString &target, const Written &words, Written &to);

    const MarkdownStyle &m_style;
    MarkdownPage &m_page;
};

} // namespace Quoth::Rendering
