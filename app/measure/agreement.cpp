// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreement.h"

#include "words.h"

#include <algorithm>

namespace Quoth::Measure {

Result<void> Agreement::add(Document version)
{
    const auto [number, isNew] = m_numbers.try_emplace(version.id, m_articles.size());
    if (isNew)
        m_articles.emplace_back();
    std::vector<Document> &versions = m_articles[number->second];
    const auto failed = [&](const QString &message) {
        return Error{ErrorCode::BadInput, message, Words::tr("document %1").arg(version.id)};
    };
    if (version.annotator.isEmpty())
        return failed(Words::tr("The version has no \"annotator\" in its \"meta\"."));
    if (std::any_of(versions.begin(), versions.end(),
                    [&](const Document &other) { return other.annotator == version.annotator; }))
        return failed(Words::tr("There are two versions by the annotator %1.").arg(version.annotator));
    if (!versions.empty() && versions.front().text != version.text)
        return failed(Words::tr("The texts of its versions differ."));
    versions.push_back(std::move(version));
    return {};
}

void Agreement::compare()
{
    for (const std::vector<Document> &versions : m_articles) {
        const Tokens tokens(versions.front().text);
        std::vector<std::vector<ScoredAttribution>> attributions;
        for (const Document &version : versions)
            attributions.push_back(scored(version, tokens));
        for (std::size_t a = 0; a < attributions.size(); ++a) {
            for (std::size_t b = 0; b < attributions.size(); ++b) {
                if (a != b)
                    m_tally.add(attributions[a], attributions[b]);
            }
        }
    }
}

QJsonObject Agreement::toJson(bool byKind) const
{
    QJsonObject result = m_tally.toJson(byKind);
    result.insert(QStringLiteral("articles"), articles());
    result.insert(QStringLiteral("documents"), m_tally.documents());
    result.insert(QStringLiteral("gold_attributions"), m_tally.gold());
    result.insert(QStringLiteral("predicted_attributions"), m_tally.predicted());
    return result;
}

} // namespace Quoth::Measure
