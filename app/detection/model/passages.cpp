// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "passages.h"

#include <app/detection/text/sentences.h>
#include <app/detection/text/tagger.h>
#include <app/detection/text/tokenizer.h>

namespace Quoth::Detection {

void readPassages(QStringView text, TextRange range, const Lexicon *lexicon, ReadText &result)
{
    for (qint32 begin = range.begin; begin < range.end;) {
        qsizetype lineEnd = text.indexOf(u'\n', begin);
        const qint32 end = lineEnd < 0 || lineEnd > range.end ? range.end : qint32(lineEnd);
        const int firstToken = int(result.tokens.size());
        tokenize(text, {begin, end}, lexicon, result.tokens);
        begin = end + 1;
        const int lastToken = int(result.tokens.size());
        if (firstToken == lastToken)
            continue;
        const int paragraph = result.passages.empty() ? 0 : result.passages.back().paragraph + 1;
        result.features.resize(size_t(lastToken));
        result.sentences.resize(size_t(lastToken));
        int sentence = firstToken > 0 ? result.sentences[size_t(firstToken) - 1] + 1 : 0;
        int passage = firstToken;
        for (const TokenRange found : splitSentences(text, result.tokens, {firstToken, lastToken}, lexicon)) {
            if (lexicon)
                tag(text, std::span(result.tokens).subspan(size_t(found.begin), size_t(found.length())), *lexicon, false);
            std::fill(result.sentences.begin() + found.begin, result.sentences.begin() + found.end, sentence++);
            if (found.end - passage > longestPassage && found.begin > passage) {
                result.passages.push_back({{passage, found.begin}, paragraph});
                passage = found.begin;
            }
        }
        result.passages.push_back({{passage, lastToken}, paragraph});
        const size_t count = size_t(lastToken - firstToken);
        describe(text, std::span(result.tokens).subspan(size_t(firstToken), count), paragraph == 0,
                 std::span(result.features).subspan(size_t(firstToken), count));
    }
}

std::vector<TokenFeatures> lookUp(QStringView text, const ReadText &read, const Vocabulary &vocabulary)
{
    std::vector<TokenFeatures> features = read.features;
    for (size_t i = 0; i < features.size(); ++i)
        vocabulary.look(text.mid(read.tokens[i].begin, read.tokens[i].end - read.tokens[i].begin), features[i]);
    return features;
}

} // namespace Quoth::Detection
