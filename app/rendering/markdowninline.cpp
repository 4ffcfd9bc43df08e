// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "markdowninline.h"

#include <algorithm>

namespace Quoth::Rendering {

namespace {

bool isPunctuation(QChar c) { return c.unicode() < 128 && c.unicode() > 32 && !c.isLetterOrNumber(); }

qsizetype runOf(const QString &text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end] == text[at])
        ++end;
    return end - at;
}

/// Behind the code that begins at a back-quote; behind the back-quotes themselves if it never ends.
qsizetype behindCode(const QString &text, qsizetype at)
{
    const qsizetype length = runOf(text, at);
    for (qsizetype i = at + length; i < text.size();) {
        if (text[i] != u'`') {
            ++i;
            continue;
        }
        const qsizetype run = runOf(text, i);
        i += run;
        if (run == length)
            return i;
    }
    return at + length;
}

/// Where the emphasis that these signs begin ends, or -1.
qsizetype closing(const QString &text, qsizetype from, QChar sign, qsizetype length)
{
    for (qsizetype i = from; i < text.size();) {
        if (text[i] == u'\\') {
            i += 2;
        } else if (text[i] == u'`') {
            i = behindCode(text, i);
        } else if (text[i] == sign) {
            const qsizetype run = runOf(text, i);
            const bool afterWord = i > from && !text[i - 1].isSpace();
            const bool inWord = sign == u'_' && i + run < text.size() && text[i + run].isLetterOrNumber();
            if (afterWord && !inWord && (run == length || run >= 3))
                return i;
            i += run;
        } else {
            ++i;
        }
    }
    return -1;
}

} // namespace

bool MarkdownInline::readLink(const QString &text, qsizetype open, QString &words, QString &target, qsizetype &end)
{
    int depth = 0;
    qsizetype close = open;
    for (; close < text.size(); ++close) {
        if (text[close] == u'\\')
            ++close;
        else if (text[close] == u'[')
            ++depth;
        else if (text[close] == u']' && --depth == 0)
            break;
    }
    if (close + 1 >= text.size() || text[close + 1] != u'(')
        return false;
    const qsizetype finish = text.indexOf(u')', close);
    if (finish < 0)
        return false;
    words = text.mid(open + 1, close - open - 1);
    target = text.mid(close + 2, finish - close - 2).trimmed();
    end = finish + 1;
    return !target.contains(u' ');
}

QString MarkdownInline::html(const QString &text, QString *plain)
{
    const Written written = write(text);
    if (plain)
        *plain = written.plain.simplified();
    return written.html;
}

MarkdownInline::Written MarkdownInline::write(const QString &text)
{
    Written to;
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text[at];
        if (c == u'\\' && at + 1 < text.size() && isPunctuation(text[at + 1])) {
            to.html += QString(text[at + 1]).toHtmlEscaped();
            to.plain += text[at + 1];
            at += 2;
            continue;
        }
        const bool isBreak = c == u'\\' && at + 1 < text.size() && text[at + 1] == u'\n';
        if (isBreak || QStringView(text).mid(at).startsWith(u"  \n")) {
            to.html += QStringLiteral("<br>\n");
            to.plain += u' ';
            at += isBreak ? 2 : 3;
            continue;
        }
        if ((c == u'`' && writeCode(text, at, to)) || (c == u'!' && writePicture(text, at, to))
            || (c == u'[' && writeLink(text, at, to)) || (c == u'<' && writeAddress(text, at, to))
            || ((c == u'*' || c == u'_') && writeEmphasis(text, at, to)))
            continue;
        // A sign that begins nothing stands for itself, with its like: "**" alone is no italics.
        const qsizetype run = c == u'`' || c == u'*' || c == u'_' ? runOf(text, at) : 1;
        to.html += text.mid(at, run).toHtmlEscaped();
        to.plain += text.mid(at, run);
        at += run;
    }
    return to;
}

bool MarkdownInline::writeCode(const QString &text, qsizetype &at, Written &to)
{
    const qsizetype length = runOf(text, at);
    const qsizetype end = behindCode(text, at);
    if (end == at + length)
        return false;
    QString code = text.mid(at + length, end - at - 2 * length);
    code.replace(u'\n', u' ');
    if (code.size() > 2 && code.startsWith(u' ') && code.endsWith(u' '))
        code = code.mid(1, code.size() - 2);
    m_page.codes.append(code);
    to.html += QStringLiteral("<code>") + code.toHtmlEscaped() + QStringLiteral("</code>");
    to.plain += code;
    at = end;
    return true;
}

bool MarkdownInline::writePicture(const QString &text, qsizetype &at, Written &to)
{
    QString words;
    QString target;
    qsizetype end = at;
    if (at + 1 >= text.size() || text[at + 1] != u'[' || !readLink(text, at + 1, words, target, end))
        return false;
    m_page.pictures.append(target);
    const QString description = write(words).plain;
    const QString source = m_style.picture ? m_style.picture(target) : target;
    if (source.isEmpty())
        to.html += QStringLiteral("<i>") + description.toHtmlEscaped() + QStringLiteral("</i>");
    else
        to.html += QStringLiteral("<img src=\"") + source.toHtmlEscaped() + QStringLiteral("\" alt=\"")
            + description.toHtmlEscaped() + QStringLiteral("\">");
    to.plain += description;
    at = end;
    return true;
}

bool MarkdownInline::writeLink(const QString &text, qsizetype &at, Written &to)
{
    QString words;
    QString target;
    qsizetype end = at;
    if (!readLink(text, at, words, target, end))
        return false;
    addLink(target, write(words), to);
    at = end;
    return true;
}

bool MarkdownInline::writeAddress(const QString &text, qsizetype &at, Written &to)
{
    const qsizetype close = text.indexOf(u'>', at);
    const QString address = close < 0 ? QString() : text.mid(at + 1, close - at - 1);
    if (!address.contains(QStringLiteral("://")) || address.contains(u' '))
        return false;
    addLink(address, {address.toHtmlEscaped(), address}, to);
    at = close + 1;
    return true;
}

bool MarkdownInline::writeEmphasis(const QString &text, qsizetype &at, Written &to)
{
    const QChar sign = text[at];
    const qsizetype length = std::min<qsizetype>(runOf(text, at), 2);
    const qsizetype begin = at + length;
    const bool inWord = sign == u'_' && at > 0 && text[at - 1].isLetterOrNumber();
    if (inWord || begin >= text.size() || text[begin].isSpace())
        return false;
    const qsizetype end = closing(text, begin, sign, length);
    if (end < 0)
        return false;
    const Written words = write(text.mid(begin, end - begin));
    if (length == 1)
        m_page.emphases.append(words.plain.simplified());
    const QString tag = length == 1 ? QStringLiteral("em>") : QStringLiteral("strong>");
    to.html += u'<' + tag + words.html + QStringLiteral("</") + tag;
    to.plain += words.plain;
    at = end + length;
    return true;
}

void MarkdownInline::addLink(const QString &target, const Written &words, Written &to)
{
    m_page.links.append(target);
    const QString place = m_style.link ? m_style.link(target) : target;
    to.html += place.isEmpty()
        ? words.html
        : QStringLiteral("<a href=\"") + place.toHtmlEscaped() + QStringLiteral("\">") + words.html + QStringLiteral("</a>");
    to.plain += words.plain;
}

} // namespace Quoth::Rendering
