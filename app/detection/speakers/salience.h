// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "entities.h"

namespace Quoth::Detection {

/// What a pronoun or a bare description asks for.
struct Reference
{
    qint32 at = 0;
    qint32 sentence = 0;
    int quotation = -1; ///< the attribution in whose direct speech it stands, or -1
    int speaker = -1; ///< an entity that it cannot be: whoever says the quotation around it
    const QList<TextRange> *content = nullptr; ///< what it says, where its own antecedent is not sought
    Gender gender = Gender::Unknown;
};

/// Who has been mentioned lately, and how prominently. A reference goes to the mention with the best sum of distance,
/// being a subject, agreement and standing in the same quotation: the order of preference of centering (Grosz, Joshi and
/// Weinstein 1995) with weights set on GUM's news.
class Salience
{
public:
    explicit Salience(const Entities &entities) : m_entities(entities) { }

    struct Mention
    {
        qint32 at = 0;
        qint32 sentence = 0;
        int entity = -1;
        int quotation = -1;
        bool isSubject = false;
        bool isModifier = false;
        bool isSource = false;
        bool isPronoun = false;
    };
    void add(const Mention &mention);

    int person(const Reference &reference) const; ///< he, she
    int several(const Reference &reference) const; ///< they
    int body(const Reference &reference) const; ///< it
    int withHead(WordId head, const Office &words, const Reference &reference, const Lexicon &lexicon) const; ///< "the committee"
    int lastSpeaker(const Reference &reference) const; ///< "the official"
    std::pair<int, int> lastTwo(const Reference &reference) const; ///< "the two leaders"; -1 and -1 for nobody

private:
    template<class Score>
    int best(const Reference &reference, Score score) const;

    const Entities &m_entities;
    std::vector<Mention> m_mentions;
};

} // namespace Quoth::Detection
