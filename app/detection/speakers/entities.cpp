// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entities.h"

#include <algorithm>

namespace Quoth::Detection {

using Annotation::SpeakerType;

namespace {

constexpr size_t mostOffices = 8;
constexpr qsizetype mostCandidates = 32;
constexpr qsizetype mostAliases = 12;
constexpr qsizetype mostNameWords = 4;
constexpr qsizetype mostHeadlineWords = 10;

QString lastWord(const QString &folded)
{
    QStringView name = folded;
    for (const QStringView suffix : {u" jr.", u" sr.", u" jr", u" sr", u" ii", u" iii"}) {
        if (name.endsWith(suffix))
            name.chop(suffix.size());
    }
    return name.mid(name.lastIndexOf(u' ') + 1).toString();
}

QString firstWord(const QString &folded) { return folded.left(folded.indexOf(u' ')); }

bool agrees(Gender a, Gender b) { return a == Gender::Unknown || b == Gender::Unknown || a == b; }

bool isAcronym(QStringView word)
{
    return word.size() >= 2 && word.size() <= 8
        && std::all_of(word.begin(), word.end(), [](QChar ch) { return ch.isUpper() || ch == u'.'; });
}

QString initials(const QString &name)
{
    QString result;
    for (const QStringView word : QStringView(name).split(u' ', Qt::SkipEmptyParts)) {
        if (word[0].isUpper())
            result += word[0].toLower();
    }
    return result;
}

bool isShouted(const QString &name) { return name.size() > 1 && name.toUpper() == name; }

// Of two names of the same person, body or country, the one to call it by.
bool isBetterName(const QString &name, const QString &before, SpeakerType type)
{
    if (type == SpeakerType::Country)
        return false;
    if (isShouted(name) != isShouted(before) && type == SpeakerType::Person)
        return isShouted(before);
    const qsizetype words = name.count(u' ') + 1;
    return name.size() > before.size() && (words <= mostNameWords || type != SpeakerType::Person || before.count(u' ') == 0);
}

template<class List>
void append(List &list, int entity)
{
    if (list.size() < mostCandidates && !list.contains(entity))
        list.append(entity);
}

} // namespace

int Entities::add(const QString &name, SpeakerType type)
{
    Entity entity;
    entity.name = name;
    entity.type = type;
    m_entities.push_back(entity);
    return int(m_entities.size() - 1);
}

int Entities::addNamed(const NameMention &mention, const QString &name, const QString &folded)
{
    const int entity = add(name, mention.type);
    m_byName.insert(folded, entity);
    if (mention.isHeadline)
        return entity;
    append(m_byLast[lastWord(folded)], entity);
    if (folded.contains(u' ')) {
        append(m_byFirst[firstWord(folded)], entity);
        if (mention.type != SpeakerType::Person || !mention.isTypeSure) {
            if (const QString key = initials(name); !m_byInitials.contains(key))
                m_byInitials.insert(key, entity);
        }
    }
    return entity;
}

std::vector<int> Entities::readForms(const std::vector<NameMention> &names)
{
    std::vector<int> result;
    result.reserve(names.size());
    QHash<QStringView, int> known;
    for (const NameMention &name : names) {
        const QStringView raw = m_text.mid(name.range.begin, name.range.length());
        const auto seen = known.constFind(raw);
        if (seen != known.constEnd()) {
            result.push_back(*seen);
            continue;
        }
        Form form;
        form.text = raw.toString().simplified();
        form.folded = form.text.toLower();
        form.last = lastWord(form.folded);
        form.isFull = form.text.contains(u' ');
        form.isAcronym = isAcronym(form.text);
        known.insert(raw, int(m_forms.size()));
        result.push_back(int(m_forms.size()));
        m_forms.push_back(std::move(form));
    }
    return result;
}

// Full names make the entities; then short ones find theirs, wherever in the text the full name stands, and headlines last.
void Entities::gather(const std::vector<NameMention> &names)
{
    const std::vector<int> formOf = readForms(names);
    m_entityOf.assign(names.size(), -1);
    const auto take = [&](size_t i, const Form &form, int entity) {
        m_entityOf[i] = entity >= 0 ? entity : addNamed(names[i], form.text, form.folded);
        learn(m_entityOf[i], names[i], form.text);
    };
    for (size_t i = 0; i < names.size(); ++i) {
        const Form &form = m_forms[size_t(formOf[i])];
        if (names[i].isHeadline || !form.isFull)
            continue;
        take(i, form, ofFullName(names[i], form));
        ++at(m_entityOf[i]).fullMentions;
    }
    for (size_t i = 0; i < names.size(); ++i) {
        const Form &form = m_forms[size_t(formOf[i])];
        if (!names[i].isHeadline && m_entityOf[i] < 0)
            take(i, form, ofShortName(names[i], form));
        else if (!names[i].isHeadline)
            at(m_entityOf[i]).lastSentence = names[i].sentence;
    }
    for (size_t i = 0; i < names.size(); ++i) {
        if (!names[i].isHeadline)
            continue;
        const Form &form = m_forms[size_t(formOf[i])];
        m_entityOf[i] = ofHeadline(form.folded);
        if (m_entityOf[i] < 0)
            m_entityOf[i] = addNamed(names[i], form.text, form.folded);
    }
    shareOffices(names);
    for (Entity &e : m_entities) {
        if (e.type == SpeakerType::Person && !e.isTypeSure && e.gender == Gender::Unknown && e.offices.empty()
            && 2 * e.placeMentions > e.mentions)
            e.type = SpeakerType::Organisation; // where, and so not who
    }
}

int Entities::byCountry(const NameMention &mention, const QString &folded)
{
    if (mention.type != SpeakerType::Country || !m_lexicon.countryOf(m_lexicon.find(folded)).isName()
        || mention.office.country < 0)
        return -1;
    const QString &name = m_lexicon.countryName(mention.office.country);
    const QString key = name.toLower();
    const auto known = m_byName.constFind(key);
    const int entity = known != m_byName.constEnd() ? *known : addNamed(mention, name, key);
    m_byName.insert(folded, entity);
    return entity;
}

int Entities::ofFullName(const NameMention &mention, const Form &form)
{
    const QString &folded = form.folded;
    if (const int country = byCountry(mention, folded); country >= 0)
        return country;
    if (const auto exact = m_byName.constFind(folded); exact != m_byName.constEnd())
        return *exact;
    const bool isBody = mention.type != SpeakerType::Person && mention.isTypeSure;
    const auto candidates = m_byLast.constFind(form.last);
    if (candidates == m_byLast.constEnd())
        return -1;
    for (const int candidate : *candidates) {
        const Entity &e = at(candidate);
        const QString other = e.name.toLower();
        if (isBody != (e.type != SpeakerType::Person && e.isTypeSure))
            continue;
        if (isBody) {
            if (other.endsWith(u' ' + folded) || folded.endsWith(u' ' + other)) {
                m_byName.insert(folded, candidate);
                return candidate;
            }
            continue;
        }
        const QString a = firstWord(folded);
        const QString b = firstWord(other);
        const bool same = a == b || (a[0] == b[0] && (a.size() <= 2 || b.size() <= 2));
        if (same && agrees(e.gender, mention.gender)) {
            m_byName.insert(folded, candidate);
            return candidate;
        }
    }
    return -1;
}

// Of several persons of that name the one who was named in full just before, else the one who is named most.
int Entities::personOf(const Index &index, const QString &word, const NameMention &mention) const
{
    const auto candidates = index.constFind(word);
    if (candidates == index.constEnd())
        return -1;
    int best = -1;
    double most = 0;
    for (const int candidate : *candidates) {
        const Entity &e = at(candidate);
        if (e.type != SpeakerType::Person || e.fullMentions == 0 || !agrees(e.gender, mention.gender))
            continue;
        const double score
            = e.fullMentions + (e.isTypeSure ? 1000.0 : 0.0) + (mention.sentence - e.lastSentence <= 1 ? 500.0 : 0.0);
        if (score > most) {
            most = score;
            best = candidate;
        }
    }
    return best;
}

int Entities::bodyOf(const Index &index, const QString &word) const
{
    const auto candidates = index.constFind(word);
    if (candidates == index.constEnd())
        return -1;
    int best = -1;
    for (const int candidate : *candidates) {
        const Entity &e = at(candidate);
        if (e.type == SpeakerType::Organisation && e.fullMentions > 0 && (best < 0 || e.lastSentence > at(best).lastSentence))
            best = candidate;
    }
    return best;
}

int Entities::ofShortName(const NameMention &mention, const Form &form)
{
    const QString &folded = form.folded;
    const bool isBody = mention.type != SpeakerType::Person && mention.isTypeSure;
    const bool isCountry = mention.type == SpeakerType::Country && m_lexicon.countryOf(m_lexicon.find(folded)).isName();
    if (const int person = personOf(m_byLast, folded, mention); person >= 0 && (!isCountry || at(person).isTypeSure))
        return person;
    if (const int country = byCountry(mention, folded); country >= 0)
        return country;
    if (form.isAcronym) {
        const auto body = m_byInitials.constFind(QString(folded).remove(u'.'));
        if (body != m_byInitials.constEnd())
            return *body;
    }
    if (!isBody || mention.office.head != noWord) {
        if (const int person = personOf(m_byFirst, folded, mention); person >= 0 && at(person).isTypeSure)
            return person;
    }
    if (const auto exact = m_byName.constFind(folded); exact != m_byName.constEnd())
        return *exact;
    if (isBody && mention.type == SpeakerType::Organisation && !form.isAcronym) {
        if (const int body = bodyOf(m_byLast, folded); body >= 0)
            return body;
        if (const int body = bodyOf(m_byFirst, folded); body >= 0)
            return body;
    }
    return -1;
}

// The longest known name among the words of a headline.
int Entities::ofHeadline(const QString &folded) const
{
    const QStringList words = folded.split(u' ').mid(0, mostHeadlineWords);
    for (qsizetype length = words.size(); length > 0; --length) {
        for (qsizetype begin = 0; begin + length <= words.size(); ++begin) {
            const QString part = words.mid(begin, length).join(u' ');
            if (const auto exact = m_byName.constFind(part); exact != m_byName.constEnd())
                return *exact;
            if (length > 1)
                continue;
            NameMention mention;
            if (const int person = personOf(m_byLast, part, mention); person >= 0)
                return person;
        }
    }
    return -1;
}

void Entities::learn(int entity, const NameMention &mention, const QString &name)
{
    Entity &e = at(entity);
    ++e.mentions;
    e.placeMentions += mention.isPlace;
    if (mention.isTypeSure && !e.isTypeSure) {
        e.type = mention.type;
        e.isTypeSure = true;
    }
    if (e.type == SpeakerType::Person) {
        if (e.gender == Gender::Unknown)
            e.gender = mention.gender;
        if (mention.office.head != noWord)
            addOffice(entity, mention.office);
    }
    bool isRenamed = e.mentions == 1;
    if (name == e.name) {
        // as ever
    } else if (isBetterName(name, e.name, e.type)) {
        isRenamed = true;
        if (!e.aliases.contains(e.name) && e.aliases.size() < mostAliases)
            e.aliases.append(e.name);
        e.aliases.removeAll(name);
        e.name = name;
    } else if (!e.aliases.contains(name) && e.aliases.size() < mostAliases) {
        e.aliases.append(name);
    }
    if (isRenamed && e.type == SpeakerType::Organisation)
        e.head = bodyHead(e.name);
}

// The committee of "Committee on Roads" and of "Danish Roads Committee".
WordId Entities::bodyHead(const QString &name) const
{
    WordId head = noWord;
    for (const QStringView word : QStringView(name).split(u' ', Qt::SkipEmptyParts)) {
        const WordId id = m_lexicon.find(word);
        if (m_lexicon.isIn(id, List::Organisation) || m_lexicon.isIn(id, List::OrganisationSuffix))
            head = m_lexicon.nounLemma(id);
    }
    return head;
}

// "President Carter met his Danish counterpart Lind": he has the office of the one before.
void Entities::shareOffices(const std::vector<NameMention> &names)
{
    for (size_t i = 0; i < names.size(); ++i) {
        for (size_t before = i; names[i].isCounterpart && before > 0 && before + 3 > i; --before) {
            const int other = m_entityOf[before - 1];
            if (at(other).type != SpeakerType::Person || other == m_entityOf[i])
                continue;
            const std::vector<Office> offices = at(other).offices;
            for (Office office : offices) {
                office.country = names[i].office.country;
                addOffice(m_entityOf[i], office);
            }
            break;
        }
    }
}

void Entities::addOffice(int entity, const Office &office)
{
    std::vector<Office> &offices = at(entity).offices;
    if (offices.size() >= mostOffices || std::find(offices.begin(), offices.end(), office) != offices.end())
        return;
    offices.push_back(office);
    append(m_byOffice[office.head], entity);
    for (const WordId modifier : office.modifiers) { // "the Republican"
        if (m_lexicon.isIn(modifier, List::PersonNoun))
            append(m_byOffice[modifier], entity);
    }
}

// The country must not disagree; then whose modifiers are the most alike; then who has spoken.
int Entities::holderOf(const Office &wanted) const
{
    const auto holders = m_byOffice.constFind(wanted.head);
    if (wanted.head == noWord || holders == m_byOffice.constEnd())
        return -1;
    int best = -1;
    double most = -2;
    for (const int holder : *holders) {
        const Entity &e = at(holder);
        for (const Office &office : e.offices) {
            if (office.head != wanted.head && !office.has(wanted.head))
                continue;
            if (wanted.country >= 0 && office.country >= 0 && wanted.country != office.country)
                continue;
            int missing = 0;
            int shared = office.has(wanted.head) || wanted.has(office.head);
            int extra = 0;
            for (const WordId modifier : wanted.modifiers) {
                if (modifier == noWord || modifier == office.head || m_lexicon.countryOf(modifier).country >= 0)
                    continue;
                ++(office.has(modifier) ? shared : missing);
            }
            for (const WordId modifier : office.modifiers)
                extra += modifier != noWord && !wanted.has(modifier) && m_lexicon.countryOf(modifier).country < 0;
            if (missing > 0 && shared == 0 && extra > 0)
                continue; // the Republican nominee, the Democratic nominee
            const double score = 2 - missing - 0.1 * extra + (wanted.country >= 0 && wanted.country == office.country)
                + 0.3 * e.speaks + 0.05 * std::min(e.mentions, 9);
            if (score > most) {
                most = score;
                best = holder;
            }
        }
    }
    return best;
}

QList<Annotation::Speaker> Entities::speakers() const
{
    QList<Annotation::Speaker> result;
    for (int i = 0; i < size(); ++i) {
        if (at(i).speaks)
            result.append({SpeakerId(i + 1), at(i).name, at(i).type, at(i).aliases, {}});
    }
    return result;
}

} // namespace Quoth::Detection
