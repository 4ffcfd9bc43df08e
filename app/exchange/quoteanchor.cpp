// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quoteanchor.h"

#include <algorithm>
#include <tuple>

namespace Quoth::Exchange {

namespace {

constexpr int comparedAtMost = 1000;

qsizetype commonEnd(QStringView a, QStringView b)
{
    qsizetype length = 0;
    while (length < qMin(a.size(), b.size()) && a[a.size() - 1 - length] == b[b.size() - 1 - length])
        ++length;
    return length;
}

qsizetype commonBegin(QStringView a, QStringView b)
{
    const auto pair = std::mismatch(a.begin(), a.begin() + qMin(a.size(), b.size()), b.begin());
    return pair.first - a.begin();
}

} // namespace

std::optional<TextRange> findQuote(const Quote &quote, QStringView text)
{
    if (quote.exact.isEmpty())
        return std::nullopt;
    const qsizetype near = quote.position ? quote.position->begin : 0;
    std::optional<TextRange> best;
    std::pair<qsizetype, qsizetype> bestScore;
    const auto consider = [&](qsizetype at) {
        const qsizetype end = at + quote.exact.size();
        const std::pair score(commonEnd(text.first(at), quote.prefix) + commonBegin(text.sliced(end), quote.suffix), -qAbs(at - near));
        if (!best || score > bestScore) {
            best = TextRange{qint32(at), qint32(end)};
            bestScore = score;
        }
    };
    int compared = 0;
    for (qsizetype at = text.indexOf(quote.exact); at >= 0 && compared < comparedAtMost; at = text.indexOf(quote.exact, at + 1), ++compared)
        consider(at);
    if (compared == comparedAtMost && near <= text.size()) {
        for (const qsizetype at : {text.indexOf(quote.exact, near), text.lastIndexOf(quote.exact, near)}) {
            if (at >= 0)
                consider(at);
        }
    }
    return best;
}

} // namespace Quoth::Exchange
