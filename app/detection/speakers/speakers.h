// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mentions.h"

#include <QHash>

namespace Quoth::Detection {

/// Who is credited with the founds, and the speakers that they name. Ids count from 1 within the value only.
struct Credits
{
    std::vector<std::optional<SpeakerId>> speakerOf; ///< one entry for each found; nullopt where nobody is known
    QList<Annotation::Speaker> speakers;
};

/// Says who the sources of founds are, whoever found them: of a Found only the ranges of source, cue and content are
/// needed (UTF-16 units of the text). Cuts and tags the text itself; fills in the phrase of founds whose source is not
/// described yet, and Found::enclosing. lexicon: nullptr in a language without one, then equal names and surnames are
/// all that is recognised. Linear in the length of the text.
Credits creditSpeakers(QStringView text, const Lexicon *lexicon, std::vector<Found> &founds);
/// The same where the sources are described, nesting is found and the mentions are gathered already (MentionReader).
Credits creditSpeakers(QStringView text, const Lexicon *lexicon, const std::vector<Found> &founds, Mentions mentions);

/// Gathers the names of an article into persons, bodies and countries, and says who the sources of its attributions
/// are: by name, by office ("Russia's president"), by description ("the official") and by pronoun.
class SpeakerResolver
{
public:
    SpeakerResolver(QStringView text, const Lexicon &lexicon, Mentions mentions);

    /// One entry for each found attribution. founds lie in the order of the text by paragraph.
    std::vector<std::optional<SpeakerId>> resolve(const std::vector<Found> &founds);
    /// Those that resolve() named.
    QList<Annotation::Speaker> speakers() const;

private:
    struct Entity
    {
        QString name;
        Annotation::SpeakerType type = Annotation::SpeakerType::Person;
        bool isTypeSure = false;
        Gender gender = Gender::Unknown;
        QStringList aliases;
        QList<std::pair<WordId, QString>> offices;
        bool speaks = false;
    };

    void gather();
    int entityOfName(const NameMention &mention);
    int add(const QString &name, Annotation::SpeakerType type);
    int byName(TextRange name) const;
    int byPhrase(const Found &found);
    int byPronoun(const Found &found);
    int byOffice(const SourcePhrase &phrase) const;
    void addOffice(int entity, WordId office, const QString &country);
    void speak(int entity, qint32 at);

    QStringView m_text;
    const Lexicon &m_lexicon;
    std::vector<NameMention> m_names;
    std::vector<int> m_entityOf; ///< of each name
    std::vector<Entity> m_entities;
    QHash<QString, QList<int>> m_byLastWord;
    QHash<WordId, QList<std::pair<QString, int>>> m_byOffice; ///< with the office's country
    QHash<QString, int> m_byPhrase;
    std::vector<std::pair<qint32, int>> m_salient; ///< who was the subject last, most recent last
    size_t m_nextName = 0;
};

} // namespace Quoth::Detection
