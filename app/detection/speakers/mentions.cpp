// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mentions.h"

#include <app/detection/text/sentences.h>
#include <app/detection/text/tagger.h>
#include <app/detection/text/tokenizer.h>

#include <algorithm>

namespace Quoth::Detection {

namespace {

constexpr qsizetype longestName = 80;

// Without a lexicon capital letters are all there is to go by.
SourcePhrase describeByCapitals(QStringView text, TextRange source)
{
    SourcePhrase phrase;
    phrase.isDescribed = true;
    phrase.core = source;
    phrase.kind = SubjectKind::Thing;
    const QStringView words = text.mid(source.begin, source.length());
    if (words.size() > longestName)
        return phrase;
    qsizetype long_ = 0;
    for (const QStringView word : words.split(u' ', Qt::SkipEmptyParts)) {
        if (word.size() < 4 && !word[0].isUpper())
            continue; // "van", "de"
        if (!word[0].isUpper())
            return phrase;
        ++long_;
    }
    if (long_ > 0) {
        phrase.kind = SubjectKind::Name;
        phrase.name = source;
    }
    return phrase;
}

TokenRange tokensOf(const Tokens &tokens, TokenRange sentence, TextRange range)
{
    while (!sentence.isEmpty() && tokens[size_t(sentence.begin)].end <= range.begin)
        ++sentence.begin;
    while (!sentence.isEmpty() && tokens[size_t(sentence.end - 1)].begin >= range.end)
        --sentence.end;
    return sentence;
}

} // namespace

void MentionReader::read(const Clause &sentence)
{
    if (sentence.range.isEmpty())
        return;
    const qint32 number = qint32(m_mentions.sentences.size());
    m_mentions.sentences.push_back(sentence.at(sentence.range.begin).begin);
    const std::span<const Token> tokens(sentence.tokens->data() + sentence.range.begin, size_t(sentence.range.length()));
    const auto capitals = std::count_if(tokens.begin(), tokens.end(), [](const Token &t) { return t.capital; });
    const char16_t mark = tokens.back().mark;
    const bool isHeadline = mark != u'.' && mark != u',' && size_t(capitals) * 2 >= tokens.size()
        && isTitleCase(sentence.text, tokens, *sentence.lexicon);
    for (NameMention &name : findNames(sentence, isHeadline)) {
        name.sentence = number;
        m_mentions.names.push_back(std::move(name));
    }
    for (const Token &token : tokens) {
        if (token.word == noWord || (token.tag != Tag::Pronoun && token.tag != Tag::Possessive))
            continue;
        const bool female = sentence.lexicon->isIn(token.word, List::FemaleWord);
        if (female || sentence.lexicon->isIn(token.word, List::MaleWord)) {
            m_mentions.pronouns.push_back({token.begin, number, female ? Gender::Female : Gender::Male,
                                           token.tag == Tag::Pronoun && &token < &tokens.back()
                                               && ((&token + 1)->tag == Tag::Past || (&token + 1)->tag == Tag::Present
                                                   || (&token + 1)->tag == Tag::Modal)});
        }
    }
}

Mentions readMentions(QStringView text, const Lexicon *lexicon, std::vector<Found> &founds)
{
    std::vector<Found *> open;
    for (Found &found : founds) {
        if (found.source && !found.phrase.isDescribed)
            open.push_back(&found);
    }
    if (!lexicon) {
        for (Found *found : open)
            found->phrase = describeByCapitals(text, *found->source);
        return {};
    }
    std::sort(open.begin(), open.end(), [](const Found *a, const Found *b) { return a->source->begin < b->source->begin; });
    auto next = open.begin();
    MentionReader reader;
    Tokens tokens;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        tokens.clear();
        tokenize(text, {qint32(begin), qint32(end)}, lexicon, tokens);
        for (const TokenRange s : tagSentences(text, tokens, lexicon)) {
            const Clause clause{&tokens, lexicon, text, s};
            const qint32 sentenceEnd = tokens[size_t(s.end - 1)].end;
            for (; next != open.end() && (*next)->source->begin < sentenceEnd; ++next) {
                const TokenRange source = tokensOf(tokens, s, *(*next)->source);
                if (!source.isEmpty())
                    (*next)->phrase = describeSource(clause, source);
            }
            reader.read(clause);
        }
        begin = end + 1;
    }
    return reader.take();
}

} // namespace Quoth::Detection
