// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pdflayout.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace Quoth::Exchange {

namespace {

constexpr double margin = 0.12; // of the page's height

struct Line
{
    QString text;
    QRectF box;
    qsizetype page = 0;
    bool inMargin = false;
    double columnRight = 0; ///< of the lines above and below
};

bool isSameLine(const Line &line, const PdfWord &word)
{
    const double height = std::min(line.box.height(), word.box.height());
    const double shared = std::min(line.box.bottom(), word.box.bottom()) - std::max(line.box.top(), word.box.top());
    const double gap = word.box.left() - line.box.right();
    return shared > height / 2 && gap > -height && gap < 4 * std::max(line.box.height(), word.box.height());
}

QList<Line> linesOf(const PdfPage &page, qsizetype number)
{
    QList<Line> lines;
    bool space = false;
    for (const PdfWord &word : page.words) {
        if (word.text.trimmed().isEmpty())
            continue;
        if (!lines.isEmpty() && isSameLine(lines.constLast(), word)) {
            lines.last().text += (space ? QStringLiteral(" ") : QString()) + word.text.trimmed();
            lines.last().box |= word.box;
        } else {
            lines.append({word.text.trimmed(), word.box, number, false, 0});
        }
        space = word.hasSpaceAfter;
    }
    for (Line &line : lines) {
        const double middle = line.box.center().y();
        line.inMargin = middle < page.size.height() * margin || middle > page.size.height() * (1 - margin);
        for (const Line &other : std::as_const(lines)) {
            if (other.box.left() < line.box.right() && line.box.left() < other.box.right())
                line.columnRight = std::max(line.columnRight, other.box.right());
        }
    }
    return lines;
}

bool isPageNumber(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("\\A[\\s\\-\u2013\u2014|\u00B7]*((page|seite|p\\.|s\\.)\\s*)?\\d{1,4}(\\s*(/|of|von|de|sur|di)\\s*\\d{1,4})?[\\s\\-\u2013\u2014|\u00B7]*\\z"),
                                           QRegularExpression::CaseInsensitiveOption);
    return number.match(text).hasMatch();
}

QString withoutNumbers(QString text) { return text.removeIf([](QChar c) { return c.isDigit(); }).simplified().toLower(); }

void dropRunningHeads(QList<Line> &lines, qsizetype pages)
{
    QHash<QString, QSet<qsizetype>> seen;
    for (const Line &line : std::as_const(lines)) {
        if (line.inMargin)
            seen[withoutNumbers(line.text)].insert(line.page);
    }
    const qsizetype enough = std::max<qsizetype>(2, pages / 5);
    lines.removeIf([&](const Line &line) { return line.inMargin && (isPageNumber(line.text) || seen.value(withoutNumbers(line.text)).size() >= enough); });
}

double median(QList<double> values, double otherwise)
{
    if (values.isEmpty())
        return otherwise;
    std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
    return values[values.size() / 2];
}

bool follows(const Line &above, const Line &below)
{
    return above.page == below.page && below.box.top() > above.box.top() && below.box.left() < above.box.right() && above.box.left() < below.box.right();
}

bool endsSentence(const QString &text)
{
    static const QString ends = QStringLiteral(".!?:\u2026\u3002\uFF01\uFF1F\u061F");
    static const QString closing = QStringLiteral("\"'\u201D\u2019\u00BB\u00AB\u201C\u300D)]");
    qsizetype last = text.size() - 1;
    while (last > 0 && closing.contains(text[last]))
        --last;
    return last >= 0 && ends.contains(text[last]);
}

bool beginsParagraph(const Line &above, const Line &below, double distance)
{
    const double height = below.box.height();
    if (QStringView(u"\u2022\u25AA\u25E6\u2023\u25CF\u25A0").contains(below.text.front()))
        return true;
    const bool otherSize = std::abs(above.box.height() - height) > 0.2 * std::max(above.box.height(), height);
    if (otherSize)
        return true;
    if (!follows(above, below))
        return endsSentence(above.text) || (above.page == below.page && below.box.top() > above.box.top());
    const bool isShort = above.box.right() < above.columnRight - 6 * height;
    return below.box.top() - above.box.top() > 1.35 * distance || below.box.left() - above.box.left() > 0.8 * height || (isShort && endsSentence(above.text));
}

bool isIdeograph(QChar c)
{
    const QChar::Script script = c.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana || (c.unicode() >= 0x3000 && c.unicode() < 0x3040);
}

class Joiner
{
public:
    explicit Joiner(const QList<Line> &lines)
    {
        static const QRegularExpression hyphenated(QStringLiteral("\\p{L}+-\\p{L}+"));
        for (const Line &line : lines) {
            for (auto matches = hyphenated.globalMatch(line.text); matches.hasNext();)
                m_hyphenated.insert(matches.next().captured().toLower());
        }
    }

    void append(QString &paragraph, const QString &line) const
    {
        const QChar last = paragraph.back();
        const bool isHyphen = last == u'-' || last == u'\u2010' || last == u'\u00AD';
        const bool wordBefore = paragraph.size() > 1 && paragraph[paragraph.size() - 2].isLetter();
        if (isHyphen && wordBefore && (line.front().isLetter() || line.front().isDigit())) {
            if (last == u'\u00AD' || (line.front().isLower() && !m_hyphenated.contains(wordAround(paragraph, line))))
                paragraph.chop(1);
            paragraph += line;
        } else if (isIdeograph(last) && isIdeograph(line.front())) {
            paragraph += line;
        } else {
            paragraph += u' ' + line;
        }
    }

private:
    static QString wordAround(const QString &paragraph, const QString &line)
    {
        qsizetype begin = paragraph.size() - 1;
        while (begin > 0 && paragraph[begin - 1].isLetter())
            --begin;
        qsizetype end = 0;
        while (end < line.size() && line[end].isLetter())
            ++end;
        return (paragraph.mid(begin, paragraph.size() - 1 - begin) + u'-' + line.left(end)).toLower();
    }

    QSet<QString> m_hyphenated;
};

} // namespace

QStringList pdfParagraphs(const QList<PdfPage> &pages)
{
    QList<Line> lines;
    for (qsizetype i = 0; i < pages.size(); ++i)
        lines += linesOf(pages[i], i);
    dropRunningHeads(lines, pages.size());
    QList<double> distances;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (follows(lines[i - 1], lines[i]))
            distances.append(lines[i].box.top() - lines[i - 1].box.top());
    }
    const double distance = median(distances, 12);
    const Joiner joiner(lines);
    QStringList paragraphs;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i == 0 || beginsParagraph(lines[i - 1], lines[i], distance))
            paragraphs.append(lines[i].text);
        else
            joiner.append(paragraphs.last(), lines[i].text);
    }
    return paragraphs;
}

} // namespace Quoth::Exchange
