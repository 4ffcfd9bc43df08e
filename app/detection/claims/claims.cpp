// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "claims.h"

#include "claimscorer.h"

#include <QStringList>
#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr int leastWords = 4;
/// Of the rules' score: on the ClaimBuster sentences about seven in ten of those above it are worth checking.
constexpr double leastByRules = 0.55;
/// Of the scorer's calibrated probability: more likely than not.
constexpr double leastByScorer = 0.5;
constexpr double tellingWeight = 0.25; ///< log odds that are worth a word in the explanation
constexpr int mostTold = 3;

QString quoted(const QStringList &words)
{
    QStringList result;
    for (const QString &word : words)
        result.append(u'\u201C' + word + u'\u201D');
    return result.join(QStringLiteral(", "));
}

QString wordsOf(const Clause &c, int begin, int end)
{
    return c.text.mid(c.at(begin).begin, c.at(end - 1).end - c.at(begin).begin).toString().simplified();
}

QString firstIn(const Clause &c, List list)
{
    for (int i = c.range.begin; i < c.range.end; ++i) {
        if (c.isIn(i, list) && c.tag(i) != Tag::Name)
            return wordsOf(c, i, i + 1);
    }
    return {};
}

// "$1.2 million", "14", "two thirds"; a year or a bare word only if there is nothing better.
QString bestFigure(const Clause &c)
{
    const auto isPart = [&c](int i) {
        return c.tag(i) == Tag::Number || c.mark(i) == u'%' || c.mark(i) == u'$'
            || (c.isIn(i, List::ClaimQuantity) && c.tag(i) != Tag::Name);
    };
    TokenRange best;
    int bestRank = 0;
    for (int i = c.range.begin; i < c.range.end; ++i) {
        if (!isPart(i))
            continue;
        int end = i;
        bool hasDigits = false;
        while (end < c.range.end && end < i + 4 && isPart(end)) {
            hasDigits = hasDigits || c.text[c.at(end).begin].isDigit();
            ++end;
        }
        const bool isYear = end == i + 1 && hasDigits && c.at(i).end - c.at(i).begin == 4;
        const int rank = !hasDigits ? 2 : isYear ? 1 : 3;
        if (rank > bestRank) {
            best = {i, end};
            bestRank = rank;
        }
        i = end;
    }
    return best.isEmpty() ? QString() : wordsOf(c, best.begin, best.end);
}

QString kindOf(const ClaimEvidence &e)
{
    return e.causes                 ? QStringLiteral("cause")
        : e.numbers || e.quantities ? QStringLiteral("quantity")
        : e.comparisons             ? QStringLiteral("comparison")
        : e.laws                    ? QStringLiteral("law")
        : e.pastVerbs               ? QStringLiteral("event")
                                    : QStringLiteral("other");
}

} // namespace

double ruleProbability(const ClaimEvidence &e)
{
    const auto some = [](int n, int most) { return double(std::min(n, most)); };
    const double sum = -1.4 + 0.7 * some(e.numbers, 2) + 0.4 * some(e.quantities, 2) + 0.5 * some(e.comparisons, 2)
        + 0.5 * some(e.causes, 1) + 0.3 * some(e.laws, 1) + 0.75 * some(e.existence, 1) + 0.55 * some(e.pastVerbs, 2)
        + 0.2 * some(e.presentVerbs, 1) + 0.15 * some(e.names, 3) + 0.05 * some(e.words, 20) - 0.8 * some(e.opinions, 2)
        - 0.8 * some(e.future, 2) - 0.35 * some(e.speaker, 2);
    return 1 / (1 + std::exp(-sum));
}

std::optional<FoundClaim> ClaimJudge::claimIn(const Clause &clause) const
{
    const ClaimEvidence e = gatherEvidence(clause);
    if (e.questions || e.words < leastWords || e.finiteVerbs == 0)
        return std::nullopt;
    FoundClaim claim;
    claim.confidence = m_scorer ? m_scorer->probability(clause, e) : ruleProbability(e);
    if (claim.confidence < (m_scorer ? leastByScorer : leastByRules))
        return std::nullopt;
    claim.range = {clause.at(clause.range.begin).begin, clause.at(clause.range.end - 1).end};
    claim.kind = kindOf(e);
    claim.explanation = explain(clause, e);
    return claim;
}

// The words that add or take most, in their order in the text; those that say little to a reader are left out.
ClaimJudge::Telling ClaimJudge::tellingWords(const Clause &clause) const
{
    QVarLengthArray<std::pair<double, int>, 64> weights;
    for (int i = clause.range.begin; i < clause.range.end; ++i) {
        if (clause.tag(i) == Tag::Name || clause.tag(i) == Tag::Number
            || (clause.isIn(i, List::Function) && !clause.isIn(i, List::SpeakerWord) && !clause.isIn(i, List::FutureWord)
                && !clause.isIn(i, List::Negation)))
            continue;
        const double weight = m_scorer->weightOf(clause, i);
        if (std::abs(weight) >= tellingWeight)
            weights.append({weight, i});
    }
    const auto strongest = [&](double sign) {
        QVarLengthArray<std::pair<double, int>, 64> telling;
        for (const auto &[weight, i] : weights) {
            if (sign * weight > 0)
                telling.append({-sign * weight, i});
        }
        std::sort(telling.begin(), telling.end());
        telling.resize(std::min<qsizetype>(telling.size(), mostTold));
        std::sort(telling.begin(), telling.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
        QStringList words;
        for (const auto &[weight, i] : telling) {
            const QString word = wordsOf(clause, i, i + 1);
            if (!words.contains(word, Qt::CaseInsensitive))
                words.append(word);
        }
        return quoted(words);
    };
    return {strongest(1), strongest(-1)};
}

QString ClaimJudge::explain(const Clause &clause, const ClaimEvidence &e) const
{
    QStringList parts;
    if (e.numbers || e.quantities)
        parts.append(tr("states a figure: %1").arg(quoted({bestFigure(clause)})));
    if (e.comparisons) {
        const QString word = firstIn(clause, List::ClaimComparison);
        parts.append(word.isEmpty() ? tr("compares") : tr("compares: %1").arg(quoted({word})));
    }
    if (e.causes)
        parts.append(tr("names a cause: %1").arg(quoted({firstIn(clause, List::ClaimCause)})));
    if (e.laws)
        parts.append(tr("is about a law: %1").arg(quoted({firstIn(clause, List::ClaimLaw)})));
    if (parts.isEmpty())
        parts.append(e.pastVerbs ? tr("says what happened") : tr("states something that can be checked"));
    if (m_scorer) {
        const Telling telling = tellingWords(clause);
        if (!telling.forIt.isEmpty())
            parts.append(tr("words of claims: %1").arg(telling.forIt));
        if (!telling.againstIt.isEmpty())
            parts.append(tr("against it: %1").arg(telling.againstIt));
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace Quoth::Detection
