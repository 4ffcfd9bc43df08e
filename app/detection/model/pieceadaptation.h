// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chain.h"
#include "passages.h"

#include <QHash>
#include <QString>

class QDataStream;

namespace Quoth::Detection {

/// The forms of a passage's tokens, as Vocabulary has them.
std::vector<QString> formsOf(QStringView text, const ReadText &read, TokenRange passage);

/// What an analyst's decisions have taught of pieces as wholes: how far the chain, whose scores follow what was taught, is believed against
/// the judge, which does not change, and weights of the words at a piece's edges. Both are added to the log odds that the judge gives.
class PieceAdaptation
{
public:
    /// A possible piece of a passage that the analyst has decided on.
    struct Example
    {
        Role role = Role::Source;
        float judged = 0; ///< log odds
        float chain = 0; ///< log odds
        std::vector<QString> words; ///< what weights are kept for
        bool right = false;
    };

    /// Those of a passage. forms: of its tokens; chainOdds: of the possible pieces, whose probabilities are the judge's; right: what people
    /// marked.
    static std::vector<Example> examples(const std::vector<QString> &forms, const std::vector<float> &chainOdds,
                                         const std::vector<LabelledPiece> &possible, const std::vector<LabelledPiece> &right);
    /// Logistic regression by AdaGrad (Duchi et al. 2011) with a pull towards what the judge says. The same examples give the same weights.
    static PieceAdaptation learn(const std::vector<Example> &examples);

    /// How surprised it is by the example, its weights taken so many times.
    double loss(const Example &example, float strength) const;
    /// Replaces the probabilities of the possible pieces of a passage. chainOdds, forms: as in examples().
    void rejudge(const std::vector<QString> &forms, const std::vector<float> &chainOdds, std::vector<LabelledPiece> &possible) const;

    bool isEmpty() const { return m_weights.isEmpty() && m_trust == std::array<float, 3>{}; }
    float strength() const { return m_strength; }
    void setStrength(float strength) { m_strength = strength; }

    void write(QDataStream &stream) const;
    /// False for anything that write() did not make.
    bool read(QDataStream &stream);

private:
    float shift(const Example &example) const;

    std::array<float, 3> m_trust{}; ///< by Role: the share of the chain's log odds
    QHash<QString, float> m_weights;
    float m_strength = 1;
};

} // namespace Quoth::Detection
