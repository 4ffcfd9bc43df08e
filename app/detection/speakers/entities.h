// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mentions.h"

#include <QHash>

namespace Quoth::Detection {

/// Somebody or something that can speak.
struct Entity
{
    QString name;
    Annotation::SpeakerType type = Annotation::SpeakerType::Person;
    bool isTypeSure = false;
    Gender gender = Gender::Unknown;
    QStringList aliases;
    std::vector<Office> offices;
    WordId head = noWord; ///< of a body or a description: committee, spokesman
    bool isNamed = true; ///< known by name, as opposed to "the official"
    bool speaks = false;
    int mentions = 0; ///< by name
    int placeMentions = 0; ///< "in Lindfield"
    int fullMentions = 0; ///< by a name of several words
    qint32 lastSentence = -1000; ///< of a full mention, while names are gathered
};

/// Gathers the names of an article into persons, bodies and countries: names with and without titles, surnames and given
/// names, acronyms, short forms of bodies, other names of countries. Linear in the number of names.
class Entities
{
public:
    Entities(QStringView text, const Lexicon &lexicon) : m_text(text), m_lexicon(lexicon) { }

    void gather(const std::vector<NameMention> &names);

    Entity &at(int entity) { return m_entities[size_t(entity)]; }
    const Entity &at(int entity) const { return m_entities[size_t(entity)]; }
    int size() const { return int(m_entities.size()); }
    int add(const QString &name, Annotation::SpeakerType type);
    /// Of the mention's index in what was gathered.
    int ofMention(size_t mention) const { return m_entityOf[mention]; }
    /// Who is called so, letter case aside; -1 for nobody.
    int named(const QString &name) const { return m_byName.value(name.toLower(), -1); }
    /// Who holds an office that a description names, the one that fits best; -1 for nobody.
    int holderOf(const Office &office) const;
    QList<Annotation::Speaker> speakers() const;

private:
    using Index = QHash<QString, QList<int>>;
    /// A name as it is written, however often.
    struct Form
    {
        QString text;
        QString folded;
        QString last; ///< its last word, without "Jr."
        bool isFull = false; ///< of several words
        bool isAcronym = false;
    };

    std::vector<int> readForms(const std::vector<NameMention> &names);
    int ofFullName(const NameMention &mention, const Form &form);
    int ofShortName(const NameMention &mention, const Form &form);
    int ofHeadline(const QString &folded) const;
    int byCountry(const NameMention &mention, const QString &folded);
    int personOf(const Index &index, const QString &word, const NameMention &mention) const;
    int bodyOf(const Index &index, const QString &word) const;
    int addNamed(const NameMention &mention, const QString &name, const QString &folded);
    WordId bodyHead(const QString &name) const;
    void learn(int entity, const NameMention &mention, const QString &name);
    void addOffice(int entity, const Office &office);
    void shareOffices(const std::vector<NameMention> &names);

    QStringView m_text;
    const Lexicon &m_lexicon;
    std::vector<Entity> m_entities;
    std::vector<Form> m_forms;
    std::vector<int> m_entityOf;
    QHash<QString, int> m_byName; ///< by the name in lower case
    Index m_byLast; ///< by its last word
    Index m_byFirst;
    QHash<QString, int> m_byInitials;
    QHash<WordId, QList<int>> m_byOffice;
};

} // namespace Quoth::Detection
