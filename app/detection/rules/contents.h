// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cues.h"
#include <app/detection/text/quotations.h>

namespace Quoth::Detection {

/// Finds where contents begin and end in one sentence.
class ContentFinder
{
public:
    /// cues: the likely ones, in order; quotations: the outermost of the sentence, in order.
    ContentFinder(const Clause &clause, const std::vector<Cue> &cues, const std::vector<Quotation> &quotations)
        : m_c(clause)
        , m_cues(cues)
        , m_quotations(quotations)
    {
    }

    /// Empty if there is none.
    std::vector<TokenRange> contentOf(int cue) const;

private:
    std::vector<TokenRange> following(const Cue &cue) const;
    std::vector<TokenRange> preceding(const Cue &cue) const;
    enum class Shape : quint8 { That, Sentence, Infinitive, Question, Phrase };

    Shape shapeOf(int begin) const;
    int endOf(int begin, int limit, bool isSentence) const;
    int verbAfter(int begin, int limit) const;
    bool endsAt(int i, Shape shape, bool hasVerb, int limit) const;
    bool isList(int comma, int limit) const;
    const Cue *cueAt(int begin, int end) const;
    const Quotation *quotationAt(int token) const;
    TokenRange trimmed(TokenRange range) const;

    const Clause &m_c;
    const std::vector<Cue> &m_cues;
    const std::vector<Quotation> &m_quotations;
};

} // namespace Quoth::Detection
