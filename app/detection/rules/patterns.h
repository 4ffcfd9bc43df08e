// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cues.h"

namespace Quoth::Detection {

/// Tells what kind of complement begins at a token of a sentence.
class PatternReader
{
public:
    explicit PatternReader(const Clause &clause)
        : m_c(clause)
        , m_groups(findVerbGroups(clause))
    {
    }

    const std::vector<VerbGroup> &groups() const { return m_groups; }
    std::vector<VerbGroup> takeGroups() { return std::move(m_groups); }

protected:
    bool isQuote(int i) const;
    int groupBeginningAt(int i) const;
    int groupAfter(int i) const;
    bool isTime(int i) const;
    int skipTime(int i) const;
    bool startsSentence(int i, int limit) const;
    Pattern patternAt(int i, int limit) const;
    bool isOpening(int i) const;
    int thatAfter(int i) const;
    bool isParenthesis(int comma) const;
    bool appositionInside(TokenRange r) const;
    bool hasVerb(int begin, int end) const;
    bool isQuoteBefore(int boundary) const;
    bool isBoundary(int i) const;

    const Clause &m_c;
    std::vector<VerbGroup> m_groups;
};

} // namespace Quoth::Detection
