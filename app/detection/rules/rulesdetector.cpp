// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rulesdetector.h"

#include <app/detection/annotationbuilder.h>
#include "nesting.h"
#include "paragraphreader.h"
#include <app/detection/claims/claimscorer.h>
#include <app/detection/text/tokenizer.h>

#include <QCoreApplication>

namespace Quoth::Detection {

namespace {

constexpr qsizetype firstSample = 900; // UTF-16 units
constexpr qsizetype longestSample = 24'000;

// The share of function words: no other language reaches 12 % by chance, and news have three times as many. Where a
// short sample leaves doubt, a longer one decides.
bool looksLike(const Lexicon &lexicon, QStringView text)
{
    Tokens tokens;
    for (const qsizetype length : {firstSample, longestSample}) {
        tokens.clear();
        tokenize(text, {0, qint32(std::min(text.size(), length))}, &lexicon, tokens);
        int words = 0;
        int known = 0;
        for (const Token &token : tokens) {
            if (token.mark)
                continue;
            ++words;
            known += lexicon.isIn(token.word, List::Function);
        }
        if (words > 100 && known * 100 >= words * 25)
            return true;
        if (length == longestSample || text.size() <= length)
            return known * 100 >= words * 12 && (words == 0 || known > 0);
    }
    return false;
}

} // namespace

RulesDetector::RulesDetector(double leastCue, CueObserver observer) : m_leastCue(leastCue), m_observer(std::move(observer)) { }

DetectorInfo RulesDetector::info() const
{
    return {QStringLiteral("rules"), QStringLiteral("1.0"), QCoreApplication::translate("Quoth::Detection", "Rules")};
}

Result<Annotation::Annotations> RulesDetector::detect(const Annotation::Article &article, const Progress &progress) const
{
    std::call_once(m_loading, [this] {
        m_english = Lexicon::load(QStringLiteral(":/quoth/lexicons"), QStringLiteral("en"));
        if (*m_english)
            m_claimScorer = ClaimScorer::load(ClaimScorer::bundledPath(), **m_english);
    });
    if (!*m_english)
        return m_english->error();
    if (!*m_claimScorer)
        return m_claimScorer->error();
    const QStringView text = article.text;
    const QString &language = article.meta.language;
    const Lexicon &english = ***m_english;
    const bool isEnglish = language.isEmpty() ? looksLike(english, text) : language.startsWith(u"en", Qt::CaseInsensitive);
    const Lexicon *lexicon = isEnglish ? &english : nullptr;

    ParagraphReader reader(text, lexicon, m_leastCue, m_observer);
    reader.judgeClaimsBy((*m_claimScorer)->get());
    for (qsizetype begin = 0; begin < text.size();) {
        if (progress.isCancelled())
            return Error{ErrorCode::Cancelled, QCoreApplication::translate("Quoth::Detection", "The search was cancelled."),
                         article.externalId};
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        reader.read({qint32(begin), qint32(end)});
        begin = end + 1;
        progress.report(0.8 * double(begin) / double(text.size()));
    }
    findEnclosing(reader.found);
    if (m_leastCue >= likelyCue)
        dropDoubtfulNested(reader.found);
    Annotation::Annotations result = AnnotationBuilder(text, info()).build(reader, lexicon);
    progress.report(1);
    return result;
}

} // namespace Quoth::Detection
