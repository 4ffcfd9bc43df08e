// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lexicons.h"

#include "tokenizer.h"

#include <QDir>

namespace Quoth::Detection {

namespace {

constexpr qsizetype firstSample = 900; // UTF-16 units
constexpr qsizetype longestSample = 24'000;
constexpr double leastShare = 0.12; ///< of function words: no other language reaches it by chance; news have three times as many
constexpr double clearShare = 0.25;
constexpr int clearWords = 100; ///< fewer leave doubt

// The share of function words among a text's words, which are given by their places.
double functionWords(const Lexicon &lexicon, QStringView text, const Tokens &words)
{
    int known = 0;
    for (const Token &token : words)
        known += lexicon.isIn(lexicon.find(text.mid(token.begin, token.end - token.begin)), List::Function);
    return words.empty() ? 0 : double(known) / double(words.size());
}

} // namespace

Lexicons::Lexicons(QString folder) : m_folder(std::move(folder))
{
    const QString suffix = QStringLiteral("-words.tsv");
    const QStringList files = QDir(m_folder).entryList({u'*' + suffix}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        m_languages.append(file.chopped(suffix.size()));
}

Result<std::shared_ptr<const Lexicon>> Lexicons::load(const QString &language) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_loaded.find(language);
    if (known != m_loaded.end())
        return known->second;
    return m_loaded.emplace(language, Lexicon::load(m_folder, language)).first->second;
}

// Where a short sample leaves doubt, a longer one decides.
Result<std::shared_ptr<const Lexicon>> Lexicons::of(const QString &language, QStringView text) const
{
    if (!language.isEmpty()) {
        const QString primary = language.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
        return m_languages.contains(primary) ? load(primary) : std::shared_ptr<const Lexicon>();
    }
    Tokens words;
    for (const qsizetype length : {firstSample, longestSample}) {
        words.clear();
        tokenize(text, {0, qint32(std::min(text.size(), length))}, nullptr, words);
        std::erase_if(words, [](const Token &token) { return token.mark != 0; });
        std::shared_ptr<const Lexicon> best;
        double most = 0;
        for (const QString &candidate : m_languages) {
            const Result<std::shared_ptr<const Lexicon>> lexicon = load(candidate);
            if (!lexicon)
                return lexicon;
            if (const double share = functionWords(**lexicon, text, words); share > most) {
                most = share;
                best = *lexicon;
            }
        }
        const bool isClear = int(words.size()) > clearWords && most >= clearShare;
        if (isClear || length == longestSample || text.size() <= length)
            return most >= leastShare ? best : std::shared_ptr<const Lexicon>();
    }
    return std::shared_ptr<const Lexicon>();
}

} // namespace Quoth::Detection
