// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pieceadaptation.h"

#include <app/base/result.h>

#include <QByteArray>
#include <QHash>
#include <QStringList>

namespace Quoth::Detection {

/// What an analyst's decisions have taught: weights that are added to the network's scores of labels, by the words at and
/// around a token. The network itself stays as it is, so nothing that it knew is forgotten, and a word that nobody
/// decided on is read as before.
class Adaptation
{
public:
    using Weights = std::array<float, labelCount>;

    /// A passage that the analyst has decided on as a whole.
    struct Lesson
    {
        std::vector<std::vector<quint32>> features; ///< of each token, as numbers in Features
        std::vector<float> scores; ///< the network's, labelCount a token
        std::vector<Label> labels;
        float weight = 1;
    };
    /// The names of features, which the lessons number.
    class Features
    {
    public:
        quint32 number(const QString &name);
        const QStringList &names() const { return m_names; }

    private:
        QStringList m_names;
        QHash<QString, quint32> m_numbers;
    };

    /// The lesson that a passage of an article is. scores: the network's, of the whole text.
    static Lesson lesson(QStringView text, const ReadText &read, const Passage &passage, const std::vector<float> &scores,
                         const std::vector<Label> &labels, Features &features);
    /// Learns from the lessons, each as many times as the rounds: AdaGrad (Duchi et al. 2011) on the chain's loss with a
    /// pull towards zero. The same lessons give the same weights. Milliseconds for each thousand tokens.
    static Adaptation learn(const ChainWeights &chain, const std::vector<Lesson> &lessons, const Features &features);

    /// The loss of a lesson with the weights taken so many times: how surprised the model is by what the analyst decided.
    double loss(const ChainWeights &chain, const Lesson &lesson, const Features &features, float strength) const;

    /// How far the weights are believed, 0..1; see Learner.
    float strength() const { return m_strength; }
    void setStrength(float strength) { m_strength = strength; }
    bool isEmpty() const { return m_weights.isEmpty(); }
    /// What was learned of pieces as wholes, with a strength of its own.
    const PieceAdaptation &pieces() const { return m_pieces; }
    void setPieces(PieceAdaptation pieces) { m_pieces = std::move(pieces); }
    const QHash<QString, Weights> &weights() const { return m_weights; }

    /// Adds the weights to the network's scores of a text, labelCount a token.
    void adjust(QStringView text, const ReadText &read, std::vector<float> &scores) const;

    /// What was learned, the strongest first: "word “blasted”: more often the begin of a cue".
    struct Finding
    {
        QString feature; ///< translated: "word", "word before", "word after", "words"
        QString words;
        Label label = Label::Outside;
        float weight = 0;
    };
    std::vector<Finding> findings(int most) const;

    QByteArray toBytes() const;
    /// Fails with ErrorCode::BadInput on anything that toBytes() did not make.
    static Result<Adaptation> fromBytes(const QByteArray &bytes);

private:
    QHash<QString, Weights> m_weights;
    float m_strength = 1;
    PieceAdaptation m_pieces;
};

} // namespace Quoth::Detection
