// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "found.h"
#include "quotations.h"

namespace Quoth::Detection {

/// Reads an article's paragraphs in order and gathers the attributions in them.
class ParagraphReader
{
public:
    /// lexicon: nullptr in a language without one; then only quotations are found.
    ParagraphReader(QStringView text, const Lexicon *lexicon, CueObserver observer = {});

    void read(TextRange paragraph);
    std::vector<Found> takeFound() { return std::move(m_found); }

    /// Of the paragraph read last.
    const Tokens &tokens() const { return m_tokens; }
    const std::vector<TokenRange> &sentences() const { return m_sentences; }
    const std::vector<Quotation> &quotations() const { return m_quotations; }

private:
    void readAsTranscript();
    void readSentences(int level, TokenRange range, const std::vector<TokenRange> &sentences, int parent);
    void readSentence(int level, TokenRange range, const std::vector<Quotation> &quotations);
    void continueQuotations(const std::vector<TokenRange> &outer, size_t firstFound);
    std::vector<TokenRange> outerSentences() const;
    TextRange textRange(TokenRange range) const;
    bool nextParagraphOpens(TextRange paragraph) const;

    QStringView m_text;
    const Lexicon *m_lexicon;
    std::optional<CueFinder> m_cueFinder;
    CueObserver m_observer;
    Tokens m_tokens;
    std::vector<TokenRange> m_sentences;
    std::vector<Quotation> m_quotations;
    std::vector<bool> m_skip;
    std::vector<Found> m_found;
    bool m_isOpen = false; ///< the paragraph before ended within a quotation
    int m_openFound = -1; ///< whose content that quotation is
    int m_lastDirect = -1; ///< the attribution with whose quotation the paragraph before ended
    bool m_isFirst = true;
};

} // namespace Quoth::Detection
