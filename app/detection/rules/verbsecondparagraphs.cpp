// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paragraphreader.h"

#include "verbsecond.h"
#include <app/detection/text/tokenizer.h>

namespace Quoth::Detection {

namespace {

constexpr double goingOnConfidence = 0.65;
constexpr int mostBetween = 3; // sentences without a report, before nobody is known to go on
constexpr int shortestWithin = 2; // tokens of a quotation within a content: less is a name or a scare quote
constexpr double quotedWithinFactor = 0.95;

} // namespace

void ParagraphReader::readVerbSecond(int level, TokenRange range, const std::vector<Quotation> &marked)
{
    const Clause clause{&m_tokens, m_lexicon, m_text, range};
    VerbSecondReader reader(clause, m_skip, marked);
    std::vector<Report> reports = reader.run();
    std::erase_if(reports, [this](const Report &r) { return r.probability < m_leastCue; });
    // "Sie gehe davon aus, dass": what is reported by one who is reported belongs to the speaker before.
    if (level == 0 && m_lastReport >= 0 && reader.isReportedMood())
        std::erase_if(reports, [](const Report &r) { return r.reason == Reason::Verb && !r.isTrailing; });
    if (reports.empty()) {
        if (level == 0 && m_lastReport >= 0 && reader.isReportedMood()) {
            goOn(range, marked);
            m_sinceReport = 0;
        } else if (level == 0 && ++m_sinceReport > mostBetween) {
            m_lastReport = -1;
        }
        return;
    }
    const qint32 anchor = level == 0 ? textRange(range).begin : m_tokens[size_t(outermostBegin(range.begin))].begin;
    for (const Report &report : reports) {
        const TextRange before = report.refersBack ? sentenceBefore(range) : TextRange();
        if (report.refersBack && before.isEmpty())
            continue;
        Found item;
        item.level = level;
        item.anchor = report.refersBack ? before.begin : anchor;
        item.confidence = report.probability;
        item.reason = report.cue.empty() ? Reason::Sentence : report.reason;
        item.isTrailing = report.isTrailing;
        if (report.source) {
            item.source = textRange(*report.source);
            item.phrase = describeSource(clause, *report.source);
        }
        if (!report.cue.empty()) {
            item.cue = textRange(report.cue.front());
            if (report.cue.size() > 1)
                item.cueRest = textRange(report.cue.back());
        }
        if (report.refersBack)
            item.content.append(before);
        for (const TokenRange part : report.content)
            item.content.append(textRange(part));
        std::vector<TokenRange> within; // quotations in what is told in the writer's words
        for (const Quotation &q : marked) {
            const bool inside = std::any_of(report.content.begin(), report.content.end(),
                                            [&q](TokenRange part) { return part.contains(q.tokens); });
            const bool whole
                = std::any_of(report.content.begin(), report.content.end(), [&q](TokenRange part) { return part == q.tokens; });
            item.isQuoted = item.isQuoted || (inside && !q.isSingle);
            if (inside && !whole && !q.isSingle && q.inside().length() >= shortestWithin)
                within.push_back(q.tokens);
        }
        found.push_back(item);
        if (level == 0 && item.source) {
            m_lastReport = int(found.size() - 1);
            m_sinceReport = 0;
        }
        for (const TokenRange q : within) {
            item.content = {textRange(q)};
            item.isQuoted = true;
            item.confidence = report.probability * quotedWithinFactor;
            found.push_back(item);
        }
    }
}

// Without its full stop; empty at the begin of a paragraph.
TextRange ParagraphReader::sentenceBefore(TokenRange range) const
{
    const auto at = std::lower_bound(m_sentences.begin(), m_sentences.end(), range.begin,
                                     [](const TokenRange &s, int begin) { return s.begin < begin; });
    if (at == m_sentences.begin())
        return {};
    TokenRange before = *(at - 1);
    while (before.length() > 1 && m_tokens[size_t(before.end - 1)].mark
           && !isQuotationMark(m_tokens[size_t(before.end - 1)].mark))
        --before.end;
    return textRange(before);
}

// A sentence in the mood of reported speech goes on with what the speaker before it said; several make one content.
void ParagraphReader::goOn(TokenRange range, const std::vector<Quotation> &marked)
{
    Found &last = found[size_t(m_lastReport)];
    const TextRange text = textRange(range);
    Found item;
    item.source = last.source;
    item.phrase = last.phrase;
    item.anchor = text.begin;
    item.confidence = goingOnConfidence;
    item.reason = Reason::Mood;
    item.content = {text};
    const qint32 reached = last.content.constLast().end;
    if (last.reason == Reason::Mood && reached <= text.begin && m_text.mid(reached, text.begin - reached).trimmed().isEmpty()) {
        last.content.last().end = text.end;
    } else {
        found.push_back(item);
        m_lastReport = int(found.size() - 1);
    }
    for (const Quotation &q : marked) {
        if (q.isSingle || q.inside().length() < shortestWithin)
            continue;
        item.content = {textRange(q.tokens)};
        item.isQuoted = true;
        found.push_back(item);
    }
}

} // namespace Quoth::Detection
