// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resolver.h"

#include <app/detection/text/tokenizer.h>

#include <algorithm>
#include <map>

namespace Quoth::Detection {

using Annotation::SpeakerType;

namespace {

constexpr qsizetype farthestMark = 3000;
constexpr int mostAround = 16;
constexpr qsizetype mostJoined = 6;

} // namespace

SpeakerResolver::SpeakerResolver(QStringView text, const Lexicon &lexicon, const std::vector<Found> &founds, Mentions mentions)
    : m_text(text)
    , m_lexicon(lexicon)
    , m_founds(founds)
    , m_mentions(std::move(mentions))
    , m_entities(text, lexicon)
    , m_salience(m_entities)
    , m_entityOf(founds.size(), -1)
{
    m_entities.gather(m_mentions.names);
    gatherContents();
}

void SpeakerResolver::gatherContents()
{
    for (size_t i = 0; i < m_founds.size(); ++i) {
        for (const TextRange part : m_founds[i].content) {
            if (!part.isEmpty())
                m_contents.push_back({part, int(i), isDoubleMark(m_text[part.begin].unicode())});
        }
    }
    std::sort(m_contents.begin(), m_contents.end(), [](const Part &a, const Part &b) { return a.range.begin < b.range.begin; });
}

// The attribution in whose content a place stands, the innermost one; few are looked at, so that the time stays linear.
int SpeakerResolver::contentAround(qint32 at, int notOf, bool onlyDirect) const
{
    auto part
        = std::upper_bound(m_contents.begin(), m_contents.end(), at, [](qint32 a, const Part &p) { return a < p.range.begin; });
    for (int i = 0; i < mostAround && part != m_contents.begin(); ++i) {
        --part;
        if (part->range.contains(at) && part->found != notOf && (part->isDirect || !onlyDirect))
            return part->found;
    }
    return -1;
}

std::vector<int> SpeakerResolver::inOrder() const
{
    std::vector<int> order;
    for (size_t i = 0; i < m_founds.size(); ++i) {
        if (m_founds[i].source)
            order.push_back(int(i));
    }
    std::stable_sort(order.begin(), order.end(),
                     [this](int a, int b) { return m_founds[size_t(a)].source->begin < m_founds[size_t(b)].source->begin; });
    return order;
}

qint32 SpeakerResolver::sentenceOf(qint32 at) const
{
    const auto after = std::upper_bound(m_mentions.sentences.begin(), m_mentions.sentences.end(), at);
    return qint32(after - m_mentions.sentences.begin()) - 1;
}

// Remembers who is mentioned up to a place.
void SpeakerResolver::advance(qint32 to)
{
    for (;;) {
        const NameMention *name = m_nextName < m_mentions.names.size() ? &m_mentions.names[m_nextName] : nullptr;
        const PronounMention *pronoun
            = m_nextPronoun < m_mentions.pronouns.size() ? &m_mentions.pronouns[m_nextPronoun] : nullptr;
        Salience::Mention mention;
        if (name && name->range.begin < to && (!pronoun || name->range.begin < pronoun->at)) {
            mention.at = name->range.begin;
            mention.sentence = name->sentence;
            mention.entity = m_entities.ofMention(m_nextName);
            mention.isSubject = name->isSubject;
            mention.isModifier = name->isModifier;
            ++m_nextName;
            if (name->isHeadline)
                continue;
        } else if (pronoun && pronoun->at < to) {
            Reference reference;
            reference.at = mention.at = pronoun->at;
            reference.sentence = mention.sentence = pronoun->sentence;
            reference.gender = pronoun->gender;
            reference.quotation = contentAround(pronoun->at, -1, true);
            reference.speaker = reference.quotation >= 0 ? m_entityOf[size_t(reference.quotation)] : -1;
            mention.entity = m_salience.person(reference);
            mention.isSubject = pronoun->isSubject;
            mention.isPronoun = true;
            ++m_nextPronoun;
            if (mention.entity < 0)
                continue;
        } else {
            return;
        }
        mention.quotation = contentAround(mention.at, -1, true);
        m_salience.add(mention);
    }
}

Reference SpeakerResolver::referenceOf(int found, qint32 at) const
{
    const Found &f = m_founds[size_t(found)];
    Reference reference;
    reference.at = at;
    reference.sentence = sentenceOf(at);
    reference.content = &f.content;
    reference.gender = f.phrase.gender;
    reference.quotation = contentAround(at, found, true);
    if (reference.quotation >= 0) {
        const Found &outer = m_founds[size_t(reference.quotation)];
        reference.speaker = m_entityOf[size_t(reference.quotation)];
        if (reference.speaker < 0 && outer.source && outer.phrase.name)
            reference.speaker = byName(*outer.phrase.name);
    }
    return reference;
}

int SpeakerResolver::byName(TextRange name) const
{
    const std::vector<NameMention> &names = m_mentions.names;
    auto at = std::lower_bound(names.begin(), names.end(), name.begin,
                               [](const NameMention &m, qint32 begin) { return m.range.end <= begin; });
    for (; at != names.end() && at->range.begin < name.end; ++at) {
        if (!at->range.overlaps(name))
            continue;
        const Entity &e = m_entities.at(m_entities.ofMention(size_t(at - names.begin())));
        const QStringView last = QStringView(e.name).mid(e.name.lastIndexOf(u' ') + 1);
        if (!at->isHeadline || m_text.mid(name.begin, name.length()).contains(last, Qt::CaseInsensitive))
            return m_entities.ofMention(size_t(at - names.begin()));
    }
    return -1;
}

// Whether a place stands between quotation marks of its paragraph.
bool SpeakerResolver::isQuoted(qint32 at) const
{
    bool straight = false;
    for (qsizetype i = at - 1; i >= 0 && i > at - farthestMark && m_text[i] != u'\n'; --i) {
        const char16_t c = m_text[i].unicode();
        if (c == u'\u201C' || c == u'\u00AB' || c == u'\u201E')
            return true;
        if (c == u'\u201D' || c == u'\u00BB')
            return false;
        if (c == u'"')
            straight = !straight;
    }
    return straight;
}

// "I" and "we" are whoever says what they stand in.
int SpeakerResolver::byFirstPerson(int found) const
{
    const qint32 at = m_founds[size_t(found)].source->begin;
    const int around = contentAround(at, found, false);
    if (around >= 0) {
        const Found &outer = m_founds[size_t(around)];
        if (m_entityOf[size_t(around)] >= 0 || outer.source || outer.sameSpeaker < 0)
            return m_entityOf[size_t(around)];
        return m_entityOf[size_t(outer.sameSpeaker)];
    }
    return isQuoted(at) ? m_salience.lastSpeaker(referenceOf(found, at)) : -1;
}

int SpeakerResolver::byPronoun(int found)
{
    const SourcePhrase &phrase = m_founds[size_t(found)].phrase;
    const Reference reference = referenceOf(found, m_founds[size_t(found)].source->begin);
    if (phrase.gender != Gender::Unknown)
        return m_salience.person(reference);
    if (phrase.isPlural)
        return m_salience.several(reference);
    if (phrase.kind == SubjectKind::ThingPronoun || m_lexicon.isIn(phrase.pronoun, List::ThingWord))
        return m_salience.body(reference);
    return -1;
}

// "the Carter campaign" and "Ann Carter's campaign": whose it is, and the rest as a key.
int SpeakerResolver::ofOwner(const SourcePhrase &phrase, QString *key) const
{
    const int owner = byName({phrase.core.begin, phrase.core.begin + 1});
    if (owner < 0 || phrase.head == noWord || !(phrase.isBody || phrase.isPlural))
        return -1;
    *key = QStringLiteral("#%1 %2").arg(owner).arg(phrase.head);
    return owner;
}

// "Carter, Lind and the Danish envoy Skov": a group of their names.
int SpeakerResolver::ofSeveral(const SourcePhrase &phrase)
{
    const std::vector<NameMention> &names = m_mentions.names;
    auto at = std::lower_bound(names.begin(), names.end(), phrase.core.begin,
                               [](const NameMention &m, qint32 begin) { return m.range.begin < begin; });
    QStringList parts;
    for (; at != names.end() && at->range.begin < phrase.core.end && parts.size() < mostJoined; ++at) {
        const bool isAside = at->range.begin > 0 && m_text[at->range.begin - 1] == u'('; // a party, a state
        if (!isAside && !at->isModifier && !at->isHeadline)
            parts.append(m_entities.at(m_entities.ofMention(size_t(at - names.begin()))).name);
    }
    parts.removeDuplicates();
    if (parts.size() == 1 && phrase.name)
        return byName(*phrase.name);
    const QString last = parts.size() > 1 ? parts.takeLast() : QString();
    const QString name = last.isEmpty() ? m_text.mid(phrase.core.begin, phrase.core.length()).toString().simplified()
                                        : parts.join(QStringLiteral(", ")) + QStringLiteral(" & ") + last;
    return ofPhrase(name.toLower(), name, SpeakerType::Group);
}

// One entity for each key.
int SpeakerResolver::ofPhrase(const QString &key, const QString &name, SpeakerType type)
{
    if (const auto known = m_byPhrase.constFind(key); known != m_byPhrase.constEnd())
        return *known;
    const int entity = m_entities.add(name, type);
    m_entities.at(entity).isNamed = false;
    m_byPhrase.insert(key, entity);
    return entity;
}

int SpeakerResolver::ofTwo(const Reference &reference)
{
    const auto [first, second] = m_salience.lastTwo(reference);
    if (first < 0)
        return -1;
    const QString name = m_entities.at(first).name + QStringLiteral(" & ") + m_entities.at(second).name;
    return ofPhrase(name.toLower(), name, SpeakerType::Group);
}

int SpeakerResolver::byDescription(int found)
{
    const Found &f = m_founds[size_t(found)];
    const SourcePhrase &phrase = f.phrase;
    const Reference reference = referenceOf(found, f.source->begin);
    if (phrase.isTwo && phrase.isPlural && phrase.isDefinite) { // "two officials" are others
        if (const int two = ofTwo(reference); two >= 0)
            return two;
    }
    if (!phrase.isDefinite)
        return -1;
    if (!phrase.isPlural && phrase.office.head != noWord) {
        if (const int holder = m_entities.holderOf(phrase.office); holder >= 0)
            return holder;
    }
    if (phrase.isOwned)
        return -1;
    if (const int same = m_salience.withHead(phrase.head, phrase.office, reference, m_lexicon); same >= 0)
        return same;
    // "the official": whoever spoke last, where no office speaks against it
    const WordId office = phrase.office.head;
    const bool isBare = phrase.office.modifiers[0] == noWord || m_lexicon.isIn(office, List::MaleNoun)
        || m_lexicon.isIn(office, List::FemaleNoun);
    const bool generic
        = !phrase.isPlural && office != noWord && phrase.office.country < 0 && isBare && !m_lexicon.isIn(office, List::Office);
    return generic ? m_salience.lastSpeaker(reference) : -1;
}

int SpeakerResolver::byPhrase(int found)
{
    const SourcePhrase &phrase = m_founds[size_t(found)].phrase;
    if (phrase.isSeveral)
        return ofSeveral(phrase);
    if (phrase.name) {
        if (const int entity = byName(*phrase.name); entity >= 0)
            return entity;
    } else if (phrase.isThing) {
        return -1;
    } else if (const int entity = byDescription(found); entity >= 0) {
        return entity;
    }
    const QString name = m_text.mid(phrase.core.begin, phrase.core.length()).toString().simplified();
    if (name.isEmpty())
        return -1;
    QString key = name.toLower();
    ofOwner(phrase, &key);
    if (const int entity = phrase.name ? m_entities.named(key) : -1; entity >= 0)
        return entity;
    const int before = m_entities.size();
    const int entity = ofPhrase(key, name, phrase.type);
    if (entity == before) {
        Entity &e = m_entities.at(entity);
        e.gender = phrase.gender;
        e.head = phrase.head;
        e.isNamed = phrase.name.has_value();
    }
    return entity;
}

int SpeakerResolver::entityOfSource(int found)
{
    const SourcePhrase &phrase = m_founds[size_t(found)].phrase;
    if (phrase.kind == SubjectKind::SpeakerPronoun || phrase.kind == SubjectKind::OtherPronoun)
        return -1;
    if (phrase.pronoun != noWord)
        return phrase.kind == SubjectKind::Relative ? -1 : byPronoun(found);
    return byPhrase(found);
}

void SpeakerResolver::credit(int found, int entity)
{
    m_entityOf[size_t(found)] = entity;
    if (entity < 0)
        return;
    const Found &f = m_founds[size_t(found)];
    Entity &e = m_entities.at(entity);
    e.speaks = true;
    if (f.phrase.gender != Gender::Unknown && e.gender == Gender::Unknown)
        e.gender = f.phrase.gender;
    Salience::Mention mention;
    mention.at = f.source->begin;
    mention.sentence = sentenceOf(mention.at);
    mention.entity = entity;
    mention.quotation = contentAround(mention.at, found, true);
    mention.isSubject = mention.isSource = true;
    m_salience.add(mention);
}

Credits SpeakerResolver::resolve()
{
    const std::vector<int> order = inOrder();
    std::map<TextRange, int> known;
    for (const int i : order) {
        const Found &f = m_founds[size_t(i)];
        advance(f.source->begin);
        const auto seen = known.find(*f.source);
        if (seen == known.end()) {
            credit(i, entityOfSource(i));
            known.emplace(*f.source, m_entityOf[size_t(i)]);
        } else {
            m_entityOf[size_t(i)] = seen->second;
        }
    }
    for (const int i : order) {
        if (m_founds[size_t(i)].phrase.kind == SubjectKind::SpeakerPronoun)
            credit(i, byFirstPerson(i));
    }
    Credits credits;
    credits.speakerOf.resize(m_founds.size());
    for (size_t i = 0; i < m_founds.size(); ++i) {
        int entity = m_entityOf[i];
        if (!m_founds[i].source && m_founds[i].sameSpeaker >= 0)
            entity = m_entityOf[size_t(m_founds[i].sameSpeaker)];
        if (entity >= 0)
            credits.speakerOf[i] = SpeakerId(entity + 1);
    }
    credits.speakers = m_entities.speakers();
    return credits;
}

} // namespace Quoth::Detection
