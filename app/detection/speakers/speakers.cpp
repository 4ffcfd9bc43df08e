// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "speakers.h"

#include <app/detection/rules/nesting.h>

#include <algorithm>
#include <map>

namespace Quoth::Detection {

using Annotation::SpeakerType;

namespace {

constexpr qint32 farthestPronoun = 4000;
constexpr size_t longestMemory = 12;
constexpr qsizetype mostOffices = 8;
constexpr qsizetype mostHolders = 64;

QString lastWord(const QString &name)
{
    const qsizetype blank = name.lastIndexOf(u' ');
    return name.mid(blank + 1).toLower();
}

// What somebody says does not tell who says it.
bool isWithin(const QList<TextRange> &content, qint32 at)
{
    return std::any_of(content.begin(), content.end(), [at](TextRange part) { return part.contains(at); });
}

bool agrees(Gender a, Gender b) { return a == Gender::Unknown || b == Gender::Unknown || a == b; }

} // namespace

SpeakerResolver::SpeakerResolver(QStringView text, const Lexicon &lexicon, Mentions mentions)
    : m_text(text)
    , m_lexicon(lexicon)
    , m_names(std::move(mentions.names))
{
    gather();
}

int SpeakerResolver::add(const QString &name, SpeakerType type)
{
    Entity entity;
    entity.name = name;
    entity.type = type;
    m_entities.push_back(entity);
    m_byLastWord[lastWord(name)].append(int(m_entities.size() - 1));
    return int(m_entities.size() - 1);
}

// Full names make the entities; then surnames find theirs, wherever in the text the full name stands.
void SpeakerResolver::gather()
{
    m_entityOf.assign(m_names.size(), -1);
    std::vector<size_t> single;
    for (size_t i = 0; i < m_names.size(); ++i) {
        if (m_text.mid(m_names[i].range.begin, m_names[i].range.length()).contains(u' '))
            m_entityOf[i] = entityOfName(m_names[i]);
        else
            single.push_back(i);
    }
    for (const size_t i : single)
        m_entityOf[i] = entityOfName(m_names[i]);
    for (size_t i = 0; i < m_names.size(); ++i) {
        if (!m_names[i].isCounterpart)
            continue;
        for (size_t before = i; before > 0 && before + 3 > i; --before) {
            const Entity &other = m_entities[size_t(m_entityOf[before - 1])];
            if (other.type != SpeakerType::Person || m_entityOf[before - 1] == m_entityOf[i])
                continue;
            const QList<std::pair<WordId, QString>> offices = other.offices;
            for (const auto &[office, country] : offices)
                addOffice(m_entityOf[i], office, m_names[i].country);
            break;
        }
    }
}

int SpeakerResolver::entityOfName(const NameMention &mention)
{
    const QString name = m_text.mid(mention.range.begin, mention.range.length()).toString().simplified();
    int entity = -1;
    const QStringList words = name.split(u' ');
    const bool single = words.size() == 1;
    for (const int candidate : m_byLastWord.value(lastWord(name))) {
        const Entity &e = m_entities[size_t(candidate)];
        if (e.name.compare(name, Qt::CaseInsensitive) == 0) {
            entity = candidate;
            break;
        }
        if (single ? e.type == SpeakerType::Person && agrees(e.gender, mention.gender)
                   : e.type == SpeakerType::Person && agrees(e.gender, mention.gender) && e.name[0] == name[0]
                    && e.name.split(u' ').first() == words.first())
            entity = candidate;
    }
    if (entity < 0)
        entity = add(name, mention.type);
    Entity &e = m_entities[size_t(entity)];
    if (mention.isTypeSure && !e.isTypeSure) {
        e.type = mention.type;
        e.isTypeSure = true;
    }
    if (e.gender == Gender::Unknown && e.type == SpeakerType::Person)
        e.gender = mention.gender;
    if (mention.office != noWord && e.type == SpeakerType::Person)
        addOffice(entity, mention.office, mention.country);
    if (name.size() > e.name.size() && e.type == SpeakerType::Person) {
        e.aliases.append(e.name);
        e.name = name;
    } else if (name != e.name && !e.aliases.contains(name) && e.aliases.size() < 12) {
        e.aliases.append(name);
    }
    return entity;
}

int SpeakerResolver::byName(TextRange name) const
{
    const auto at = std::lower_bound(m_names.begin(), m_names.end(), name.begin,
                                     [](const NameMention &m, qint32 begin) { return m.range.begin < begin; });
    for (auto i = at; i != m_names.end() && i->range.begin < name.end; ++i) {
        if (i->range.end <= name.end)
            return m_entityOf[size_t(i - m_names.begin())];
    }
    return -1;
}

void SpeakerResolver::addOffice(int entity, WordId office, const QString &country)
{
    QList<std::pair<WordId, QString>> &offices = m_entities[size_t(entity)].offices;
    if (offices.size() >= mostOffices || offices.contains(std::pair(office, country)))
        return;
    offices.append({office, country});
    m_byOffice[office].append({country, entity});
}

// Of those who have the office the one whose country agrees; without a country rather one who has spoken.
int SpeakerResolver::byOffice(const SourcePhrase &phrase) const
{
    const auto holders = m_byOffice.constFind(phrase.office);
    if (phrase.office == noWord || holders == m_byOffice.constEnd())
        return -1;
    int best = -1;
    for (qsizetype i = 0; i < std::min<qsizetype>(holders->size(), mostHolders); ++i) {
        const auto &[country, entity] = holders->at(i);
        if (!phrase.country.isEmpty() && !country.isEmpty() && country != phrase.country)
            continue;
        if (!phrase.country.isEmpty() ? country == phrase.country : m_entities[size_t(entity)].speaks)
            return entity;
        if (best < 0)
            best = entity;
    }
    return best;
}

int SpeakerResolver::byPronoun(const Found &found)
{
    const SourcePhrase &phrase = found.phrase;
    const qint32 at = found.source->begin;
    const bool thing = phrase.kind == SubjectKind::ThingPronoun || m_lexicon.isIn(phrase.pronoun, List::ThingWord);
    const bool person = phrase.gender != Gender::Unknown;
    for (size_t i = m_salient.size(); i-- > 0;) {
        const auto [where, entity] = m_salient[i];
        if (where >= at || at - where > farthestPronoun || isWithin(found.content, where))
            continue;
        const Entity &e = m_entities[size_t(entity)];
        if (person && e.type == SpeakerType::Person && agrees(e.gender, phrase.gender))
            return entity;
        if (phrase.isPlural
            && (e.type == SpeakerType::Group || e.type == SpeakerType::Anonymous
                || e.type == SpeakerType::Organisation))
            return entity;
        if (thing && (e.type == SpeakerType::Organisation || e.type == SpeakerType::Country))
            return entity;
    }
    return -1;
}

void SpeakerResolver::speak(int entity, qint32 at)
{
    if (m_salient.size() > longestMemory)
        m_salient.erase(m_salient.begin());
    m_salient.emplace_back(at, entity);
}

int SpeakerResolver::byPhrase(const Found &found)
{
    const SourcePhrase &phrase = found.phrase;
    if (phrase.name) {
        if (const int entity = byName(*phrase.name); entity >= 0)
            return entity;
    }
    if (!phrase.name && phrase.type == SpeakerType::Person && phrase.office != noWord && phrase.isDefinite) {
        if (const int entity = byOffice(phrase); entity >= 0)
            return entity;
        // "the official": whoever spoke last, where no office speaks against it
        if (!m_lexicon.isIn(phrase.office, List::Office) && phrase.country.isEmpty()) {
            for (size_t i = m_salient.size(); i-- > 0;) {
                const Entity &e = m_entities[size_t(m_salient[i].second)];
                if (e.type == SpeakerType::Person && e.speaks && agrees(e.gender, phrase.gender)
                    && !isWithin(found.content, m_salient[i].first))
                    return m_salient[i].second;
            }
        }
    }
    const QString name = m_text.mid(phrase.core.begin, phrase.core.length()).toString().simplified();
    if (name.isEmpty())
        return -1;
    const QString key = name.toLower();
    const auto known = m_byPhrase.constFind(key);
    if (known != m_byPhrase.constEnd())
        return *known;
    const int entity = add(name, phrase.type);
    m_entities[size_t(entity)].gender = phrase.gender;
    m_byPhrase.insert(key, entity);
    return entity;
}

std::vector<std::optional<SpeakerId>> SpeakerResolver::resolve(const std::vector<Found> &founds)
{
    std::vector<int> order(founds.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = int(i);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        const auto at = [&](int i) {
            const Found &f = founds[size_t(i)];
            return f.source ? f.source->begin : f.cue ? f.cue->begin : f.content.constFirst().begin;
        };
        return at(a) < at(b);
    });
    std::vector<int> entities(founds.size(), -1);
    std::map<TextRange, int> known;
    for (const int i : order) {
        const Found &f = founds[size_t(i)];
        if (!f.source)
            continue;
        while (m_nextName < m_names.size() && m_names[m_nextName].range.begin < f.source->begin) {
            if (m_names[m_nextName].isSubject)
                speak(m_entityOf[m_nextName], m_names[m_nextName].range.begin);
            ++m_nextName;
        }
        const auto seen = known.find(*f.source);
        int entity = seen == known.end() ? -1 : seen->second;
        if (entity < 0) {
            if (f.phrase.kind == SubjectKind::SpeakerPronoun) {
                // "I" is whoever says what it stands in.
                const bool singular = m_lexicon.form(f.phrase.pronoun) == u"i"
                    || m_lexicon.form(f.phrase.pronoun) == u"my" || m_lexicon.form(f.phrase.pronoun) == u"me";
                if (singular && f.enclosing >= 0)
                    entity = entities[size_t(f.enclosing)];
            } else if (f.phrase.pronoun != noWord) {
                entity = f.phrase.kind == SubjectKind::Relative ? -1 : byPronoun(f);
            } else if (f.phrase.kind != SubjectKind::OtherPronoun) {
                entity = byPhrase(f);
            }
            if (entity >= 0)
                known.emplace(*f.source, entity);
        }
        entities[size_t(i)] = entity;
        if (entity >= 0) {
            m_entities[size_t(entity)].speaks = true;
            if (f.phrase.gender != Gender::Unknown && m_entities[size_t(entity)].gender == Gender::Unknown)
                m_entities[size_t(entity)].gender = f.phrase.gender;
            speak(entity, f.source->begin);
        }
    }
    std::vector<std::optional<SpeakerId>> result(founds.size());
    for (size_t i = 0; i < founds.size(); ++i) {
        int entity = entities[i];
        if (!founds[i].source && founds[i].sameSpeaker >= 0)
            entity = entities[size_t(founds[i].sameSpeaker)];
        if (entity >= 0)
            result[i] = SpeakerId(entity + 1);
    }
    return result;
}

QList<Annotation::Speaker> SpeakerResolver::speakers() const
{
    QList<Annotation::Speaker> result;
    for (size_t i = 0; i < m_entities.size(); ++i) {
        const Entity &e = m_entities[i];
        if (e.speaks)
            result.append({SpeakerId(qint64(i + 1)), e.name, e.type, e.aliases, {}});
    }
    return result;
}

Credits creditSpeakers(QStringView text, const Lexicon *lexicon, const std::vector<Found> &founds, Mentions mentions)
{
    Credits credits;
    credits.speakerOf.resize(founds.size());
    if (lexicon) {
        SpeakerResolver resolver(text, *lexicon, std::move(mentions));
        credits.speakerOf = resolver.resolve(founds);
        credits.speakers = resolver.speakers();
    }
    return credits;
}

Credits creditSpeakers(QStringView text, const Lexicon *lexicon, std::vector<Found> &founds)
{
    findEnclosing(founds);
    Mentions mentions = readMentions(text, lexicon, founds);
    return creditSpeakers(text, lexicon, founds, std::move(mentions));
}

} // namespace Quoth::Detection
