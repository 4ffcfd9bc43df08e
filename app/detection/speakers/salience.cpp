// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "salience.h"

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

using Annotation::SpeakerType;

namespace {

constexpr size_t remembered = 32;
constexpr double impossible = -1000;
constexpr qint32 farthest = 10; ///< sentences

// In units of a sentence's distance.
constexpr double subjectBonus = 1.2;
constexpr double sourceBonus = 0.6;
constexpr double pronounBonus = 0.4;
constexpr double modifierMalus = 0.7;
constexpr double genderBonus = 0.8;
constexpr double unsureMalus = 0.7;
constexpr double otherQuotationMalus = 1.5;
constexpr double sameQuotationBonus = 0.5;
constexpr double frequencyBonus = 0.25;
constexpr double orderMalus = 0.02; ///< for each mention between

bool isWithin(const QList<TextRange> *content, qint32 at)
{
    return content && std::any_of(content->begin(), content->end(), [at](TextRange part) { return part.contains(at); });
}

} // namespace

void Salience::add(const Mention &mention)
{
    if (m_mentions.size() >= 2 * remembered)
        m_mentions.erase(m_mentions.begin(), m_mentions.end() - qsizetype(remembered));
    m_mentions.push_back(mention);
}

template<class Score>
int Salience::best(const Reference &reference, Score score) const
{
    int result = -1;
    double most = impossible;
    int between = 0;
    for (auto m = m_mentions.rbegin(); m != m_mentions.rend() && between < int(remembered); ++m, ++between) {
        const qint32 distance = reference.sentence - m->sentence;
        if (distance > farthest)
            break;
        if (m->at >= reference.at || m->entity == reference.speaker || isWithin(reference.content, m->at))
            continue;
        double s = score(*m, m_entities.at(m->entity));
        if (s <= impossible)
            continue;
        s -= distance + orderMalus * between;
        s += (m->isSubject ? subjectBonus : 0) + (m->isSource ? sourceBonus : 0) - (m->isModifier ? modifierMalus : 0);
        if (m->quotation >= 0)
            s += m->quotation == reference.quotation ? sameQuotationBonus : -otherQuotationMalus;
        if (s > most) {
            most = s;
            result = m->entity;
        }
    }
    return result;
}

int Salience::person(const Reference &reference) const
{
    return best(reference, [&](const Mention &m, const Entity &e) {
        if (e.type != SpeakerType::Person)
            return impossible;
        if (e.gender != Gender::Unknown && reference.gender != Gender::Unknown && e.gender != reference.gender)
            return impossible;
        double s = frequencyBonus * std::log2(1.0 + e.mentions) + (m.isPronoun ? pronounBonus : 0);
        if (e.gender != Gender::Unknown)
            s += genderBonus;
        if (!e.isTypeSure && e.fullMentions == 0)
            s -= unsureMalus;
        return s;
    });
}

int Salience::several(const Reference &reference) const
{
    return best(reference, [&](const Mention &, const Entity &e) {
        switch (e.type) {
        case SpeakerType::Group: return 1.0;
        case SpeakerType::Anonymous: return 0.5;
        case SpeakerType::Organisation: return reference.sentence < 0 ? impossible : 0.0;
        default: return impossible;
        }
    });
}

int Salience::body(const Reference &reference) const
{
    return best(reference, [&](const Mention &, const Entity &e) {
        if (e.type != SpeakerType::Organisation && e.type != SpeakerType::Country)
            return impossible;
        return e.type == SpeakerType::Country ? -0.3 : 0.0;
    });
}

int Salience::withHead(WordId head, const Office &words, const Reference &reference, const Lexicon &lexicon) const
{
    if (head == noWord)
        return -1;
    return best(reference, [&](const Mention &, const Entity &e) {
        if (e.head != head)
            return impossible;
        for (const WordId word : words.modifiers) {
            if (word != noWord && !e.name.contains(lexicon.form(word), Qt::CaseInsensitive))
                return impossible;
        }
        return double(farthest); // whatever the distance
    });
}

int Salience::lastSpeaker(const Reference &reference) const
{
    return best(reference, [&](const Mention &, const Entity &e) {
        const bool agrees = e.gender == Gender::Unknown || reference.gender == Gender::Unknown || e.gender == reference.gender;
        return e.type == SpeakerType::Person && e.speaks && agrees ? 0.0 : impossible;
    });
}

std::pair<int, int> Salience::lastTwo(const Reference &reference) const
{
    const auto isPerson = [&](const Mention &m) {
        return m_entities.at(m.entity).type == SpeakerType::Person && m_entities.at(m.entity).isNamed;
    };
    int second = -1;
    for (auto m = m_mentions.rbegin(); m != m_mentions.rend() && reference.sentence - m->sentence <= farthest; ++m) {
        if (m->at >= reference.at || !isPerson(*m) || isWithin(reference.content, m->at))
            continue;
        if (second < 0)
            second = m->entity;
        else if (m->entity != second)
            return {m->entity, second};
    }
    return {-1, -1};
}

} // namespace Quoth::Detection
