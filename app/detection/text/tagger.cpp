// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tagger.h"

#include "sentences.h"

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr int maxCandidates = 8;

struct Cell
{
    Tag tag;
    float cost;
    qint8 from;
};
struct Column
{
    std::array<Cell, maxCandidates> cells; // only the first of them are set
    int size = 0;
    void add(Tag tag, float cost)
    {
        for (int i = 0; i < size; ++i) {
            if (cells[size_t(i)].tag == tag) {
                cells[size_t(i)].cost = std::min(cells[size_t(i)].cost, cost);
                return;
            }
        }
        if (size < maxCandidates)
            cells[size_t(size++)] = {tag, cost, 0};
    }
};

bool isNumeric(QStringView word)
{
    return word[0].isDigit() || (word.size() > 1 && (word[0] == u'.' || word[0] == u'-') && word[1].isDigit());
}

// In a language that writes nouns with a capital letter only those and what begins a sentence have one.
void candidatesWithNounCapitals(QStringView word, const Token &token, bool first, const Lexicon &lexicon, Column &column)
{
    const auto known = lexicon.tags(token.word);
    const bool isNominal
        = std::any_of(known.begin(), known.end(), [](const TagCost &t) { return t.tag == Tag::Noun || t.tag == Tag::Name; });
    static const float likely = -std::log(0.9f);
    static const float unlikely = -std::log(0.1f);
    if (!known.empty()) {
        for (const TagCost &t : known) {
            if (first || !isNominal || t.tag == Tag::Noun || t.tag == Tag::Name)
                column.add(t.tag, t.cost + (first || isNominal ? 0 : likely));
        }
        if (isNominal || (first && lexicon.isIn(token.word, List::Function)))
            return;
    }
    for (const TagCost &t : lexicon.tagsByEnding(word, true))
        column.add(t.tag, t.cost + (known.empty() ? likely : unlikely));
    if (known.empty() && first) {
        for (const TagCost &t : lexicon.tagsByEnding(word))
            column.add(t.tag, t.cost + unlikely);
    }
}

void candidates(QStringView text, const Token &token, bool first, bool titleCase, const Lexicon &lexicon, Column &column)
{
    if (token.mark) {
        column.add(token.mark == u'$' || token.mark == u'%' || token.mark == u'&'
                       ? (token.mark == u'&' ? Tag::Conjunction : Tag::Number)
                       : Tag::Punctuation,
                   0);
        return;
    }
    const QStringView word = text.mid(token.begin, token.end - token.begin);
    if (isNumeric(word)) {
        column.add(Tag::Number, 0);
        return;
    }
    if (token.capital && lexicon.capitalisesNouns()) {
        candidatesWithNounCapitals(word, token, first, lexicon, column);
        return;
    }
    const auto known = lexicon.tags(token.word);
    const bool isKnown = !known.empty();
    const bool function = lexicon.isIn(token.word, List::Function);
    // The share of the reading as an ordinary word.
    enum Reading : quint8 { Ordinary, Title, TitleUnknown, FirstFunction, First, FirstUnknown, Function, Known, Unknown };
    static constexpr std::array<float, 9> shares{1, 0.75f, 0.3f, 0.999f, 0.85f, 0.15f, 0.5f, 0.12f, 0.03f};
    static const std::array<float, 9> offsets = [] {
        std::array<float, 9> costs{};
        for (size_t i = 0; i < costs.size(); ++i)
            costs[i] = -std::log(shares[i]);
        return costs;
    }();
    Reading reading = Ordinary;
    if (token.capital)
        reading = titleCase ? (isKnown ? Title : TitleUnknown)
            : first         ? (isKnown ? (function ? FirstFunction : First) : FirstUnknown)
            : function      ? Function
            : isKnown       ? Known
                            : Unknown;
    if (reading != Ordinary)
        column.add(Tag::Name, lexicon.nameCost(1 - shares[reading]));
    const float offset = offsets[reading];
    if (isKnown && !token.capital && lexicon.capitalisesNouns()) {
        for (const TagCost &t : known) {
            if (known.size() == 1 || t.tag != Tag::Noun)
                column.add(t.tag, t.cost);
        }
        return;
    }
    for (const TagCost &t : isKnown ? known : lexicon.tagsByEnding(word))
        column.add(t.tag, t.cost + offset);
}

// Where the verb may end the clause a finite form is easily taken for the participle or the infinitive that is written
// alike: what lacks a finite verb between two marks has one if it can.
void mendVerbs(std::span<Token> sentence, const Lexicon &lexicon)
{
    for (size_t begin = 0; begin < sentence.size();) {
        size_t end = begin;
        bool isFinite = false;
        size_t candidate = sentence.size();
        for (; end < sentence.size() && !sentence[end].mark; ++end) {
            const Tag tag = sentence[end].tag;
            isFinite = isFinite || tag == Tag::Past || tag == Tag::Present || tag == Tag::Modal;
            if ((tag == Tag::Participle || tag == Tag::Base) && (end == begin || sentence[end - 1].tag != Tag::To))
                candidate = end;
        }
        if (!isFinite && candidate < sentence.size()) {
            for (const TagCost &t : lexicon.tags(sentence[candidate].word)) {
                if (t.tag == Tag::Past || t.tag == Tag::Present)
                    sentence[candidate].tag = t.tag;
            }
        }
        begin = end + 1;
    }
}

} // namespace

void tag(QStringView text, std::span<Token> sentence, const Lexicon &lexicon, bool titleCase)
{
    if (sentence.empty())
        return;
    // No sentence is longer than a few hundred tokens, so this stays small.
    static thread_local std::vector<Column> columns;
    columns.resize(std::max(columns.size(), sentence.size()));
    bool first = true;
    for (size_t i = 0; i < sentence.size(); ++i) {
        columns[i].size = 0;
        candidates(text, sentence[i], first, titleCase, lexicon, columns[i]);
        const char16_t mark = sentence[i].mark;
        first = mark ? (first || mark == u'"' || mark == u'\u201C' || mark == u':') : false;
        for (int j = 0; j < columns[i].size; ++j) {
            Cell &cell = columns[i].cells[size_t(j)];
            if (i == 0) {
                cell.cost += lexicon.atBegin(cell.tag);
                continue;
            }
            float best = 1e30f;
            for (int k = 0; k < columns[i - 1].size; ++k) {
                const Cell &before = columns[i - 1].cells[size_t(k)];
                const float cost = before.cost + lexicon.transition(before.tag, cell.tag);
                if (cost < best) {
                    best = cost;
                    cell.from = qint8(k);
                }
            }
            cell.cost += best;
        }
    }
    const Column &last = columns[sentence.size() - 1];
    int at = 0;
    for (int j = 1; j < last.size; ++j) {
        if (last.cells[size_t(j)].cost < last.cells[size_t(at)].cost)
            at = j;
    }
    for (size_t i = sentence.size(); i-- > 0;) {
        const Cell &cell = columns[i].cells[size_t(at)];
        sentence[i].tag = cell.tag;
        at = cell.from;
    }
    if (lexicon.isVerbSecond())
        mendVerbs(sentence, lexicon);
}

bool isTitleCase(QStringView text, std::span<const Token> sentence, const Lexicon &lexicon)
{
    int words = 0;
    int capitals = 0;
    for (const Token &token : sentence) {
        if (token.mark || text[token.begin].isDigit() || token.end - token.begin < 4 || lexicon.isIn(token.word, List::Function))
            continue;
        ++words;
        capitals += token.capital;
    }
    return words >= 3 && capitals * 4 > words * 3;
}

std::vector<TokenRange> tagSentences(QStringView text, Tokens &tokens, const Lexicon *lexicon)
{
    std::vector<TokenRange> sentences = splitSentences(text, tokens, {0, int(tokens.size())}, lexicon);
    if (lexicon) {
        for (const TokenRange s : sentences) {
            const std::span<Token> words(tokens.data() + s.begin, size_t(s.length()));
            tag(text, words, *lexicon, isTitleCase(text, words, *lexicon));
        }
    }
    return sentences;
}

} // namespace Quoth::Detection
