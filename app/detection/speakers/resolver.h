// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "salience.h"
#include "speakers.h"

namespace Quoth::Detection {

/// Goes through the sources of an article in order, and says who each is: by name, by office ("Russia's president"), by
/// description ("the committee", "the two leaders") and by pronoun. Used by creditSpeakers().
class SpeakerResolver
{
public:
    SpeakerResolver(QStringView text, const Lexicon &lexicon, const std::vector<Found> &founds, Mentions mentions);

    Credits resolve();

private:
    struct Part
    {
        TextRange range;
        int found = -1;
        bool isDirect = false;
    };

    void gatherContents();
    int contentAround(qint32 at, int notOf, bool onlyDirect) const;
    std::vector<int> inOrder() const;
    void advance(qint32 to);
    qint32 sentenceOf(qint32 at) const;
    Reference referenceOf(int found, qint32 at) const;
    int entityOfSource(int found);
    int byName(TextRange name) const;
    int byPronoun(int found);
    int byFirstPerson(int found) const;
    int byPhrase(int found);
    int byDescription(int found);
    int ofOwner(const SourcePhrase &phrase, QString *key) const;
    int ofSeveral(const SourcePhrase &phrase);
    int ofPhrase(const QString &key, const QString &name, Annotation::SpeakerType type);
    int ofTwo(const Reference &reference);
    bool isQuoted(qint32 at) const;
    void credit(int found, int entity);

    QStringView m_text;
    const Lexicon &m_lexicon;
    const std::vector<Found> &m_founds;
    Mentions m_mentions;
    Entities m_entities;
    Salience m_salience;
    std::vector<Part> m_contents; ///< by begin
    std::vector<int> m_entityOf; ///< of each found
    QHash<QString, int> m_byPhrase;
    size_t m_nextName = 0;
    size_t m_nextPronoun = 0;
};

} // namespace Quoth::Detection
