// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/detection/text/lexicon.h>

namespace Quoth::Detection {

enum class VerbForm : quint8 { Finite, Infinitive, Gerund, Participle };

/// A verb with its auxiliaries, negation and adverbs: "has repeatedly said", "did not say", "to argue".
struct VerbGroup
{
    TokenRange tokens;
    int head = 0; ///< the main verb
    WordId lemma = noWord;
    VerbForm form = VerbForm::Finite;
    bool isPassive = false;
    bool isNegated = false;
};

/// A tagged sentence (or a part of one) and what it is cut into.
struct Clause
{
    const Tokens *tokens = nullptr;
    const Lexicon *lexicon = nullptr;
    QStringView text;
    TokenRange range;

    const Token &at(int i) const { return (*tokens)[size_t(i)]; }
    Tag tag(int i) const { return range.contains(i) ? at(i).tag : Tag::Punctuation; }
    char16_t mark(int i) const { return range.contains(i) ? at(i).mark : char16_t(0); }
    bool isIn(int i, List list) const { return range.contains(i) && lexicon->isIn(at(i).word, list); }
    QStringView word(int i) const { return text.mid(at(i).begin, at(i).end - at(i).begin); }
    /// w: in lower case.
    bool is(int i, QStringView w) const
    {
        if (!range.contains(i) || at(i).end - at(i).begin != w.size())
            return false;
        const char16_t *c = text.utf16() + at(i).begin;
        for (qsizetype k = 0; k < w.size(); ++k) {
            const char16_t lower = c[k] >= u'A' && c[k] <= u'Z' ? char16_t(c[k] + 32) : c[k];
            if (lower != w[k].unicode() && (c[k] < 128 || QChar::toLower(c[k]) != w[k].unicode()))
                return false;
        }
        return true;
    }
};

std::vector<VerbGroup> findVerbGroups(const Clause &clause);

/// Whether a word may stand in a noun phrase, and whether it may end one.
bool isNominal(Tag tag);
bool endsNominal(Tag tag);

/// The begin of the simple noun phrase (no prepositional parts) that ends before `end`; `end` itself if there is none.
int simplePhraseBegin(const Clause &clause, int end, int limit);
/// The end of the simple noun phrase that begins at `begin`; `begin` itself if there is none.
int simplePhraseEnd(const Clause &clause, int begin, int limit);
/// The end of a noun phrase with its prepositional parts, coordinations and, where withAppositions, appositions.
int phraseEnd(const Clause &clause, int begin, int limit, bool withAppositions);
/// The begin of the noun phrase with its prepositional parts and coordinations that ends before `end`.
int phraseBegin(const Clause &clause, int end, int limit);

} // namespace Quoth::Detection
