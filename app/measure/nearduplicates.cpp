// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nearduplicates.h"

#include <QChar>

#include <algorithm>

namespace Quoth::Measure {

namespace {

constexpr std::size_t wordsInARun = 5;
constexpr std::size_t mostNeighbours = 16;

constexpr quint64 mixed(quint64 x)
{
    // The finaliser of MurmurHash3 (Austin Appleby, public domain).
    x ^= x >> 33;
    x *= 0xff51afd7ed558ccdULL;
    x ^= x >> 33;
    x *= 0xc4ceb9fe1a85ec53ULL;
    return x ^ (x >> 33);
}

bool isWordByItself(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar: return true;
    default: return false;
    }
}

std::vector<quint64> wordHashes(QStringView text)
{
    std::vector<quint64> words;
    quint64 word = 0;
    const auto endWord = [&] {
        if (word != 0)
            words.push_back(word);
        word = 0;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        if (QChar::isMark(c))
            continue;
        const bool alone = isWordByItself(c);
        if (!QChar::isLetterOrNumber(c) || alone)
            endWord();
        if (!QChar::isLetterOrNumber(c))
            continue;
        word = mixed(word ^ (quint64(QChar::toCaseFolded(c)) + 0x9e3779b97f4a7c15ULL));
        if (alone)
            endWord();
    }
    endWord();
    return words;
}

quint64 runHash(const quint64 *begin, std::size_t count)
{
    quint64 hash = 0;
    for (std::size_t i = 0; i < count; ++i)
        hash = mixed(hash ^ begin[i]) + i;
    return hash;
}

struct Posting
{
    quint64 run = 0;
    int text = 0;

    auto operator<=>(const Posting &) const = default;
};

} // namespace

Shingles shinglesOf(QStringView text)
{
    const std::vector<quint64> words = wordHashes(text);
    Shingles runs;
    if (words.empty())
        return runs;
    if (words.size() < wordsInARun) {
        runs.push_back(runHash(words.data(), words.size()));
        return runs;
    }
    for (std::size_t i = 0; i + wordsInARun <= words.size(); ++i)
        runs.push_back(runHash(words.data() + i, wordsInARun));
    std::sort(runs.begin(), runs.end());
    runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
    return runs;
}

double sharedShare(const Shingles &a, const Shingles &b)
{
    const std::size_t smaller = std::min(a.size(), b.size());
    if (smaller == 0)
        return 0;
    std::size_t shared = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        shared += *i == *j;
        if (*i < *j)
            ++i;
        else if (*j < *i)
            ++j;
        else
            ++i, ++j;
    }
    return double(shared) / double(smaller);
}

std::vector<std::pair<int, int>> nearDuplicates(const std::vector<Shingles> &texts, double least, const Progress &progress)
{
    std::vector<Posting> postings;
    for (std::size_t text = 0; text < texts.size(); ++text) {
        for (const quint64 run : texts[text])
            postings.push_back({run, int(text)});
    }
    std::sort(postings.begin(), postings.end());
    // Two texts that share most of their runs meet at more than one of them; one meeting is enough to be looked at closely.
    std::vector<std::pair<int, int>> candidates;
    for (std::size_t i = 0; i < postings.size(); ++i) {
        if (i % 65536 == 0 && progress.isCancelled())
            return {};
        for (std::size_t j = i + 1; j < postings.size() && j <= i + mostNeighbours && postings[j].run == postings[i].run; ++j)
            candidates.emplace_back(postings[i].text, postings[j].text);
        if (candidates.size() > (std::size_t(1) << 22)) {
            std::sort(candidates.begin(), candidates.end());
            candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        }
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    std::vector<std::pair<int, int>> pairs;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (i % 4096 == 0 && progress.isCancelled())
            return pairs;
        const auto [a, b] = candidates[i];
        if (sharedShare(texts[std::size_t(a)], texts[std::size_t(b)]) >= least)
            pairs.push_back(candidates[i]);
    }
    return pairs;
}

} // namespace Quoth::Measure
