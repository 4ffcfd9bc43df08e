// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document.h"
#include "tokens.h"

namespace Quoth::Measure {

/// One attribution as it is compared: of each role the extent, its tokens, and its pieces with theirs.
class ScoredAttribution
{
public:
    struct Piece
    {
        TextRange range;
        TokenSet tokens;
    };

    ScoredAttribution(const AttributionRecord &record, QStringView text, const Tokens &tokens);

    const AttributionRecord &record() const { return *m_record; } ///< must outlive this
    const QString &kind() const { return m_kind; } ///< "none" where the record gives none
    const Extent &extent(Role role) const { return m_extents[std::size_t(role)]; }
    const std::array<Extent, 3> &extents() const { return m_extents; }
    const TokenSet &tokens(Role role) const { return m_tokens[std::size_t(role)]; }
    const std::vector<Piece> &pieces(Role role) const { return m_pieces[std::size_t(role)]; }
    /// Whether a role has a token in common with that of the other, or is absent in both.
    bool agreesIn(Role role, const ScoredAttribution &other) const;

private:
    const AttributionRecord *m_record;
    QString m_kind;
    std::array<Extent, 3> m_extents;
    std::array<TokenSet, 3> m_tokens;
    std::array<std::vector<Piece>, 3> m_pieces;
};

std::vector<ScoredAttribution> scored(const Document &document, const Tokens &tokens);
/// Without those whose content lies wholly inside another's; of equal contents the first stays.
std::vector<ScoredAttribution> outermost(std::vector<ScoredAttribution> attributions);

} // namespace Quoth::Measure
