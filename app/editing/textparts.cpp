// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textparts.h"

#include <QList>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace Quoth::Editing {

namespace {

constexpr qint32 longestRead = 20'000; ///< of a paragraph, on either side of the range

constexpr QStringView openingMarks = u"\u201C\u201E\u00AB\u201F\u300C\u300E";
constexpr QStringView closingMarks = u"\u201D\u201C\u00BB\u201D\u300D\u300F";

TextRange paragraphAround(QStringView text, TextRange range)
{
    const qsizetype before = range.begin > 0 ? text.lastIndexOf(u'\n', range.begin - 1) : -1;
    const qsizetype after = text.indexOf(u'\n', range.end);
    return {qint32(std::max<qsizetype>(before + 1, range.begin - longestRead)),
            qint32(std::min<qsizetype>(after < 0 ? text.size() : after, range.end + longestRead))};
}

TextRange trimmed(QStringView text, TextRange range)
{
    while (range.begin < range.end && text[range.begin].isSpace())
        ++range.begin;
    while (range.end > range.begin && text[range.end - 1].isSpace())
        --range.end;
    return range;
}

/// Outer ones too, in the order of their ends.
QList<TextRange> quotationsIn(QStringView text, TextRange paragraph)
{
    QList<TextRange> found;
    QList<std::pair<QChar, qint32>> open; // the mark that closes, and where it opened
    for (qint32 i = paragraph.begin; i < paragraph.end; ++i) {
        const QChar c = text[i];
        const auto closes = std::find_if(open.crbegin(), open.crend(), [c](const auto &one) { return one.first == c; });
        if (closes != open.crend()) {
            found.append({closes->second, i + 1});
            open.resize(open.crend() - closes - 1);
        } else if (c == u'"') {
            open.append({c, i});
        } else if (const qsizetype mark = openingMarks.indexOf(c); mark >= 0) {
            open.append({closingMarks[mark], i});
            // German and Polish close with what English opens, or with its own closing mark.
        } else if (c == u'\u201D' && !open.isEmpty() && open.constLast().first == u'\u201C') {
            found.append({open.takeLast().second, i + 1});
        }
    }
    return found;
}

QList<TextRange> sentencesIn(QStringView text, TextRange paragraph)
{
    QList<TextRange> sentences;
    const QStringView part = text.mid(paragraph.begin, paragraph.length());
    QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, part.data(), part.size());
    qsizetype begin = 0;
    for (qsizetype end = finder.toNextBoundary(); end > 0; end = finder.toNextBoundary()) {
        sentences.append(trimmed(text, {paragraph.begin + qint32(begin), paragraph.begin + qint32(end)}));
        begin = end;
    }
    return sentences;
}

/// Between commas, semicolons, colons and dashes, without the marks.
TextRange clauseIn(QStringView text, TextRange sentence, TextRange range)
{
    const auto divides = [&text](qint32 i) {
        const QChar c = text[i];
        const bool number = i > 0 && i + 1 < text.size() && text[i - 1].isDigit() && text[i + 1].isDigit();
        return (!number && (c == u',' || c == u':')) || c == u';' || c == u'\u2014' || c == u'\u2013' || c == u'\u060C' || c == u'\u061B';
    };
    TextRange clause = range;
    while (clause.begin > sentence.begin && !divides(clause.begin - 1))
        --clause.begin;
    while (clause.end < sentence.end && !divides(clause.end))
        ++clause.end;
    clause = trimmed(text, clause);
    if (clause.end == sentence.end && clause.end - 1 > range.end && (text[clause.end - 1] == u'.' || text[clause.end - 1] == u'?'))
        --clause.end;
    return clause;
}

TextRange wordAround(QStringView text, TextRange paragraph, TextRange range)
{
    const auto isWord = [&text](qint32 i) { return text[i].isLetterOrNumber() || text[i].isMark() || text[i].isSurrogate() || text[i] == u'\u2019'; };
    TextRange word = range;
    while (word.begin > paragraph.begin && isWord(word.begin - 1))
        --word.begin;
    while (word.end < paragraph.end && isWord(word.end))
        ++word.end;
    return word;
}

} // namespace

TextRange nextLarger(QStringView text, TextRange range)
{
    const TextRange paragraph = paragraphAround(text, range);
    QList<TextRange> parts{wordAround(text, paragraph, range), trimmed(text, paragraph)};
    for (const TextRange quotation : quotationsIn(text, paragraph))
        parts << TextRange{quotation.begin + 1, quotation.end - 1} << quotation;
    for (const TextRange sentence : sentencesIn(text, paragraph)) {
        parts.append(sentence);
        if (sentence.contains(range))
            parts.append(clauseIn(text, sentence, range));
    }
    TextRange best = range;
    for (const TextRange part : std::as_const(parts)) {
        if (part.contains(range) && part.length() > range.length() && (best == range || part.length() < best.length()))
            best = part;
    }
    return best;
}

std::optional<TextRange> nextQuotation(QStringView text, qint32 place, bool forward, const std::function<bool(TextRange)> &passOver)
{
    const qint32 size = qint32(text.size());
    TextRange paragraph = paragraphAround(text, {std::clamp(place, 0, size), std::clamp(place, 0, size)});
    while (true) {
        QList<TextRange> quotations = quotationsIn(text, paragraph);
        std::sort(quotations.begin(), quotations.end(), [forward](TextRange a, TextRange b) {
            return forward ? std::pair(a.begin, -a.end) < std::pair(b.begin, -b.end) : std::pair(a.end, -a.begin) > std::pair(b.end, -b.begin);
        });
        for (const TextRange quotation : std::as_const(quotations)) {
            if ((forward ? quotation.begin >= place : quotation.end <= place) && !passOver(quotation))
                return quotation;
        }
        if (forward ? paragraph.end >= size : paragraph.begin <= 0)
            return std::nullopt;
        const qint32 next = forward ? paragraph.end + 1 : paragraph.begin - 1;
        paragraph = paragraphAround(text, {next, next});
    }
}

} // namespace Quoth::Editing
