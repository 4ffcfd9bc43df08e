// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "passages.h"

#include <app/detection/text/tagger.h>
#include <app/detection/text/tokenizer.h>

namespace Quoth::Detection {

void appendParagraph(QStringView text, const Tokens &tokens, const std::vector<TokenRange> &sentences, ReadText &result)
{
    if (tokens.empty())
        return;
    const int first = int(result.tokens.size());
    const int last = first + int(tokens.size());
    const int paragraph = result.passages.empty() ? 0 : result.passages.back().paragraph + 1;
    result.tokens.insert(result.tokens.end(), tokens.begin(), tokens.end());
    result.features.resize(size_t(last));
    result.sentences.resize(size_t(last));
    int sentence = first > 0 ? result.sentences[size_t(first) - 1] + 1 : 0;
    int passage = first;
    for (const TokenRange s : sentences) {
        const TokenRange found{first + s.begin, first + s.end};
        std::fill(result.sentences.begin() + found.begin, result.sentences.begin() + found.end, sentence++);
        if (found.end - passage > longestPassage && found.begin > passage) {
            result.passages.push_back({{passage, found.begin}, paragraph});
            passage = found.begin;
        }
    }
    result.passages.push_back({{passage, last}, paragraph});
    describe(text, tokens, paragraph == 0, std::span(result.features).subspan(size_t(first)));
}

void readPassages(QStringView text, TextRange range, const Lexicon *lexicon, ReadText &result)
{
    Tokens tokens;
    for (qint32 begin = range.begin; begin < range.end;) {
        qsizetype lineEnd = text.indexOf(u'\n', begin);
        const qint32 end = lineEnd < 0 || lineEnd > range.end ? range.end : qint32(lineEnd);
        tokens.clear();
        tokenize(text, {begin, end}, lexicon, tokens);
        begin = end + 1;
        appendParagraph(text, tokens, tagSentences(text, tokens, lexicon), result);
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
