// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "claims.h"

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

namespace {

struct Evidence
{
    int numbers = 0;
    int quantities = 0;
    int comparisons = 0;
    int causes = 0;
    int laws = 0;
    int existence = 0;
    int pastVerbs = 0;
    int presentVerbs = 0;
    int finiteVerbs = 0;
    int opinions = 0;
    int future = 0;
    int speaker = 0;
    int names = 0;
    int words = 0;
    bool isQuestion = false;
};

Evidence gather(const Clause &c)
{
    Evidence e;
    for (int i = c.range.begin; i < c.range.end; ++i) {
        const Token &token = c.at(i);
        if (token.mark) {
            e.isQuestion = e.isQuestion || token.mark == u'?';
            continue;
        }
        ++e.words;
        const bool number = token.tag == Tag::Number;
        e.numbers += number && (c.word(i)[0].isDigit() || c.isIn(i, List::ClaimQuantity));
        e.quantities += c.isIn(i, List::ClaimQuantity);
        e.comparisons += c.isIn(i, List::ClaimComparison) || (token.tag == Tag::Adjective && c.is(i + 1, u"than"));
        e.causes += c.isIn(i, List::ClaimCause);
        e.laws += c.isIn(i, List::ClaimLaw);
        e.existence += c.isIn(i, List::ClaimExistence);
        e.pastVerbs += token.tag == Tag::Past;
        e.presentVerbs += token.tag == Tag::Present;
        e.finiteVerbs += token.tag == Tag::Past || token.tag == Tag::Present || token.tag == Tag::Modal;
        e.opinions += c.isIn(i, List::OpinionWord);
        e.future += c.isIn(i, List::FutureWord);
        e.speaker += c.isIn(i, List::SpeakerWord);
        e.names += token.tag == Tag::Name;
    }
    return e;
}

/// On the ClaimBuster sentences, one check-worthy to three others, about seven in ten of those above it are check-worthy; what is below it
/// would be more to read than to use.
constexpr double leastConfidence = 0.55;

} // namespace

std::optional<FoundClaim> claimIn(const Clause &clause)
{
    const Evidence e = gather(clause);
    if (e.isQuestion || e.words < 4 || e.finiteVerbs == 0)
        return std::nullopt;
    const auto some = [](int n, int most) { return double(std::min(n, most)); };
    const double sum = -1.4 + 0.7 * some(e.numbers, 2) + 0.4 * some(e.quantities, 2) + 0.5 * some(e.comparisons, 2)
        + 0.5 * some(e.causes, 1) + 0.3 * some(e.laws, 1) + 0.75 * some(e.existence, 1) + 0.55 * some(e.pastVerbs, 2)
        + 0.2 * some(e.presentVerbs, 1) + 0.15 * some(e.names, 3) + 0.05 * some(e.words, 20) - 0.8 * some(e.opinions, 2)
        - 0.8 * some(e.future, 2) - 0.35 * some(e.speaker, 2);
    FoundClaim claim;
    claim.range = {clause.at(clause.range.begin).begin, clause.at(clause.range.end - 1).end};
    claim.confidence = 1 / (1 + std::exp(-sum));
    if (claim.confidence < leastConfidence)
        return std::nullopt;
    claim.kind = e.causes           ? QStringLiteral("cause")
        : e.numbers || e.quantities ? QStringLiteral("quantity")
        : e.comparisons             ? QStringLiteral("comparison")
        : e.laws                    ? QStringLiteral("law")
        : e.pastVerbs               ? QStringLiteral("event")
                                    : QStringLiteral("other");
    return claim;
}

} // namespace Quoth::Detection
