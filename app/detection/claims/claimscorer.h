// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "claimfeatures.h"
#include "claimmodel.h"

namespace Quoth::Detection {

/// A model for claims, made ready for the words of one lexicon. Immutable.
class ClaimScorer
{
public:
    /// Where the bundled model lies; builds with QUOTH_MODELS=OFF have none.
    static QString bundledPath();
    /// nullptr if there is no such file; an error if it is damaged.
    static Result<std::shared_ptr<const ClaimScorer>> load(const QString &path, std::shared_ptr<const Lexicon> lexicon);

    ClaimScorer(const ClaimModel &model, std::shared_ptr<const Lexicon> lexicon);

    /// How probably a tagged clause states something worth checking, 0..1. The clause's lexicon must be that of the
    /// scorer.
    double probability(const Clause &clause, const ClaimEvidence &evidence) const;
    /// What a word adds to the log odds, by itself and with the words beside it.
    double weightOf(const Clause &clause, int token) const;
    const QString &version() const { return m_version; }

private:
    struct Pair
    {
        quint64 key = 0; ///< 0: empty
        float weight = 0;
    };
    struct Words
    {
        float word = 0;
        float lemma = 0;
        float first = 0;
    };
    void add(const ClaimModel::Weight &weight);
    float weight(ClaimFeatureKind kind, int a, int b) const;
    float pairWeight(quint64 key) const;

    std::shared_ptr<const Lexicon> m_lexicon;
    QString m_version;
    double m_bias;
    double m_slope;
    double m_offset;
    std::vector<Words> m_words; ///< by symbol, those of classes first
    std::vector<float> m_tagPairs;
    std::vector<float> m_tagTriples;
    std::array<std::array<float, mostFactValue>, claimFacts.size() + 1> m_facts{};
    std::vector<Pair> m_pairs; ///< open addressing, a power of two of places
};

/// The name of a feature in the model file, and what it names; kind, a and b as forEachClaimFeature gives them.
struct ClaimFeature
{
    ClaimFeatureKind kind = ClaimFeatureKind::Word;
    int a = 0;
    int b = 0;

    bool operator==(const ClaimFeature &) const = default;
};
QByteArray nameOf(const ClaimFeature &feature, const Lexicon &lexicon);
/// nullopt for what is malformed or has words that the lexicon lacks.
std::optional<ClaimFeature> featureNamed(QByteArrayView name, const Lexicon &lexicon);

} // namespace Quoth::Detection
