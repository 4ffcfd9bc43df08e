// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tally.h"

#include <app/base/result.h>

namespace Quoth::Measure {

/// Mean pairwise agreement of several annotators over the same articles: each ordered pair of versions of an article is compared.
class Agreement
{
public:
    /// A version of an article: same id, another annotator. Fails if the annotator is missing or was there, or the text differs.
    Result<void> add(Document version);
    /// Compares all pairs. To be called once, when all versions are in.
    void compare();

    int articles() const { return int(m_articles.size()); }
    const Tally &tally() const { return m_tally; }
    QJsonObject toJson(bool byKind) const;

private:
    std::vector<std::vector<Document>> m_articles; // the versions of each, both as they came
    std::map<QString, std::size_t> m_numbers;
    Tally m_tally;
};

} // namespace Quoth::Measure
