// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "instanceevaluation.h"

#include "words.h"

#include <algorithm>

namespace Quoth::Measure {

namespace {

std::optional<Role> roleOf(QStringView name)
{
    for (const Role role : allRoles) {
        if (name == toString(role))
            return role;
    }
    return std::nullopt;
}

/// The spans that BIO labels give; nullopt if one names no role.
std::optional<std::array<CountedSpans, 3>> spansOf(const QStringList &labels)
{
    std::array<CountedSpans, 3> spans;
    int open = -1; // the role of the span that is open
    qint32 begin = 0;
    for (qint32 i = 0; i <= labels.size(); ++i) {
        const QString label = i < labels.size() ? labels[i] : QStringLiteral("O");
        const QString mark = label.section(u'-', 0, 0);
        const QString name = label.section(u'-', 1);
        if (open >= 0 && (mark != u"I" || name != toString(Role(open)))) {
            spans[std::size_t(open)].push_back({{{begin, i}}, begin, TokenSet({{begin, i}})});
            open = -1;
        }
        if ((mark == u"B" || mark == u"I") && open < 0) {
            const std::optional<Role> role = roleOf(name);
            if (!role)
                return std::nullopt;
            open = int(*role);
            begin = i;
        }
    }
    return spans;
}

} // namespace

const InstanceEvaluation::Prepared &InstanceEvaluation::prepared(const QString &id, const Document *predicted)
{
    const auto [place, isNew] = m_documents.try_emplace(id);
    Prepared &prepared = place->second;
    if (!isNew)
        return prepared;
    if (!predicted) {
        m_missing.insert(id);
        return prepared;
    }
    prepared.attributions = scored(*predicted, Tokens(predicted->text));
    if (m_options.dropNested) {
        const std::size_t before = prepared.attributions.size();
        prepared.attributions = outermost(std::move(prepared.attributions));
        m_dropped += int(before - prepared.attributions.size());
    }
    return prepared;
}

Result<void> InstanceEvaluation::add(const Instance &gold, const Document *predicted)
{
    const auto failed = [&gold](const QString &message) {
        return Error{ErrorCode::BadInput, message, Words::tr("document %1, instance %2").arg(gold.document, gold.number)};
    };
    Fragments ranges;
    QStringList labels;
    const OffsetConverter offsets(predicted ? QStringView(predicted->text) : QStringView());
    for (std::size_t i = 0; i < gold.tokens.size(); ++i) {
        const TextRange token = gold.tokens[i];
        if (token.isEmpty())
            continue; // a token without text of its own
        std::optional<TextRange> range = token;
        if (predicted)
            range = offsets.toUtf16(CodePointRange{token.begin, token.end});
        if (!range || (!ranges.empty() && ranges.back().begin > range->begin))
            return failed(Words::tr("The instance's tokens do not fit the text: they end after it, or are not in its order."));
        ranges.push_back(*range);
        labels.append(gold.labels[qsizetype(i)]);
    }
    const auto spans = spansOf(labels);
    if (!spans)
        return failed(Words::tr("A label is none of B- or I- with source, cue or content, nor O."));
    const Prepared &found = prepared(gold.document, predicted);
    const Tokens tokens(ranges);
    ++m_instances;
    for (const Role role : allRoles) {
        CountedSpans pieces;
        for (const ScoredAttribution &attribution : found.attributions) {
            for (const ScoredAttribution::Piece &piece : attribution.pieces(role)) {
                const TokenSet cut = tokens.in(piece.range);
                if (cut.isEmpty())
                    continue;
                const TextRange key{cut.runs().front().begin, cut.runs().back().end};
                pieces.push_back({{key}, key.begin, cut});
            }
        }
        m_tally.addFragments(role, (*spans)[std::size_t(role)], distinct(std::move(pieces)));
    }
    return {};
}

QJsonObject InstanceEvaluation::toJson() const
{
    return {{QStringLiteral("instances"), m_instances},
            {QStringLiteral("missing_documents"), missing()},
            {QStringLiteral("dropped_nested"), m_dropped},
            {QStringLiteral("documents"), documents()},
            {QStringLiteral("fragments"), m_tally.fragmentsToJson()}};
}

} // namespace Quoth::Measure
