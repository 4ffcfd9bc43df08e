// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lexicon.h"

#include <QCoreApplication>
#include <QFile>

#include <bit>
#include <cmath>
#include <utility>

namespace Quoth::Detection {

namespace {

constexpr const char *listNames[]
    = {"be",           "have",         "do",          "negation",        "catenative",  "teller",         "complementizer",
       "clitic",       "abbreviation", "title",       "person",          "group",       "organisation",   "organisation-suffix",
       "country",      "demonym",      "female-name", "male-name",       "female-noun", "male-noun",      "female-word",
       "male-word",    "plural-word",  "thing-word",  "speaker-word",    "time",        "anonymous",      "adversative",
       "subordinator", "incidental",   "say",         "opinion",         "future",      "claim-quantity", "claim-comparison",
       "claim-cause",  "claim-event",  "claim-law",   "claim-existence", "function",    "many",           "office",
       "experiencer",  "raising",      "joiner",      "first-singular",  "name-joiner", "body-name",      "body-ending",
       "thing",        "thing-ending", "person-ending", "two",           "collective",  "place-preposition",
       "become", "quoting-preposition", "quoting-postposition", "quoting-adverb", "report-noun", "self-quoting", "subjunctive", "pro-adverb", "separable", "genitive", "oblique", "name-particle"};
static_assert(std::size(listNames) == size_t(List::count));
static_assert(int(List::count) <= 128);

constexpr qsizetype longestWord = 48;
constexpr qsizetype longestEnding = 4;
constexpr int idBits = 24;
constexpr quint64 longestId = (quint64(1) << idBits) - 1;

std::optional<Tag> tagOf(QChar letter)
{
    for (int i = 0; i < tagCount; ++i) {
        if (letter == QLatin1Char(tagLetters[i]))
            return Tag(i);
    }
    return std::nullopt;
}

Error damaged(const QString &path)
{
    return {ErrorCode::Damaged,
            QCoreApplication::translate("Quoth::Detection", "The word list cannot be used; install Quoth again."), path};
}

quint64 cueKey(WordId lemma, char kind, int pattern)
{
    return quint64(quint32(lemma)) << 16 | quint64(quint8(kind)) << 8 | quint64(quint8(pattern + 1));
}

// Four units at a time.
quint64 hashOf(std::u16string_view word)
{
    quint64 hash = 0x9E3779B97F4A7C15 ^ word.size();
    const char16_t *c = word.data();
    size_t left = word.size();
    for (; left >= 4; left -= 4, c += 4)
        hash = (hash ^ (quint64(c[0]) << 48 | quint64(c[1]) << 32 | quint64(c[2]) << 16 | c[3])) * 0xD6E8FEB86659FD93;
    quint64 rest = 0;
    for (; left > 0; --left, ++c)
        rest = rest << 16 | *c;
    hash = (hash ^ hash >> 32 ^ rest) * 0xD6E8FEB86659FD93;
    hash = (hash ^ hash >> 32) * 0xD6E8FEB86659FD93;
    return hash ^ hash >> 32;
}

size_t hashOf(quint64 key)
{
    key *= 0x9E3779B97F4A7C15;
    return size_t(key ^ key >> 31);
}

// Lower case of the units one by one, with the plain apostrophe, in a buffer as long as the word.
void fold(QStringView word, char16_t *folded)
{
    for (const QChar c : word) {
        const char16_t u = c.unicode();
        if (u < 128)
            *folded++ = u >= u'A' && u <= u'Z' ? char16_t(u + 32) : u;
        else
            *folded++ = u == u'\u2019' ? u'\'' : c.toLower().unicode();
    }
}

} // namespace

Result<std::vector<QStringList>> readTable(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotReadable, file.errorString(), path};
    std::vector<QStringList> rows;
    const QString text = QString::fromUtf8(file.readAll());
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (!line.isEmpty() && (line[0] != u'#' || line.startsWith(u"#\t")))
            rows.push_back(line.toString().split(u'\t'));
    }
    return rows;
}

Result<std::shared_ptr<const Lexicon>> Lexicon::load(const QString &folder, const QString &language)
{
    auto lexicon = std::make_shared<Lexicon>();
    lexicon->m_language = language;
    const QString prefix = folder + u'/' + language + u'-';
    const auto read = [&](Result<void> (Lexicon::*part)(const QString &), const QString &name) {
        return ((*lexicon).*part)(prefix + name + QStringLiteral(".tsv"));
    };
    for (const auto &[part, name] :
         {std::pair{&Lexicon::readTransitions, QStringLiteral("transitions")},
          std::pair{&Lexicon::readLists, QStringLiteral("lists")}, std::pair{&Lexicon::readWords, QStringLiteral("words")},
          std::pair{&Lexicon::readEndings, QStringLiteral("endings")},
          std::pair{&Lexicon::readCountries, QStringLiteral("countries")}, std::pair{&Lexicon::readCues, QStringLiteral("cues")}}) {
        if (const Result<void> result = read(part, name); !result)
            return result.error();
    }
    return std::shared_ptr<const Lexicon>(lexicon);
}

WordId Lexicon::find(QStringView word) const
{
    if (word.size() > longestWord)
        return noWord;
    char16_t folded[longestWord];
    fold(word, folded);
    return lookUp({folded, size_t(word.size())});
}

WordId Lexicon::lookUp(std::u16string_view folded) const
{
    if (m_ids.empty())
        return noWord;
    const size_t mask = m_ids.size() - 1;
    const quint64 hash = hashOf(folded);
    for (size_t at = hash >> idBits & mask; m_ids[at]; at = (at + 1) & mask) {
        if ((m_ids[at] ^ hash) >> idBits == 0)
            return WordId(m_ids[at] & longestId) - 1;
    }
    return noWord;
}

QString Lexicon::form(WordId word) const
{
    return word < 0 ? QString() : QString::fromUtf16(formOf(word).data(), qsizetype(formOf(word).size()));
}

void Lexicon::place(WordId word)
{
    const size_t mask = m_ids.size() - 1;
    const quint64 hash = hashOf(formOf(word));
    size_t at = hash >> idBits & mask;
    while (m_ids[at])
        at = (at + 1) & mask;
    m_ids[at] = (hash & ~longestId) | quint64(word + 1);
}

WordId Lexicon::intern(QStringView word)
{
    const std::u16string form = word.toString().toLower().toStdU16String();
    if (const WordId known = lookUp(form); known != noWord)
        return known;
    const auto id = WordId(m_entries.size());
    Entry entry;
    entry.form = quint32(m_forms.size());
    entry.length = quint32(form.size());
    entry.verbLemma = entry.nounLemma = id;
    m_forms += form;
    m_entries.push_back(entry);
    m_lists.push_back({});
    if (2 * m_entries.size() > m_ids.size()) { // at most half full
        m_ids.assign(std::max<size_t>(1024, 2 * m_ids.size()), 0);
        for (WordId other = 0; other < id; ++other)
            place(other);
    }
    place(id);
    return id;
}

std::span<const TagCost> Lexicon::tags(WordId word) const
{
    if (word < 0)
        return {};
    const Entry &entry = m_entries[size_t(word)];
    return {m_tags.data() + entry.firstTag, entry.tagCountOf};
}

const Lexicon::Ending *Lexicon::ending(std::u16string_view form) const
{
    if (m_endings.empty())
        return nullptr;
    const size_t mask = m_endings.size() - 1;
    for (size_t at = hashOf(form) & mask; !m_endings[at].form.empty(); at = (at + 1) & mask) {
        if (m_endings[at].form == form)
            return &m_endings[at];
    }
    return nullptr;
}

// In the file a plus stands before the endings of nouns.
std::span<const TagCost> Lexicon::tagsByEnding(QStringView word, bool asNoun) const
{
    char16_t folded[longestEnding + 1] = u"+";
    const qsizetype longest = std::min<qsizetype>(word.size() - 1, longestEnding - asNoun);
    if (longest > 0)
        fold(word.last(longest), folded + 1);
    for (qsizetype n = longest; n >= 2 - asNoun; --n) {
        if (asNoun)
            folded[longest - n] = u'+';
        const std::u16string_view form(folded + 1 + longest - n - asNoun, size_t(n + asNoun));
        if (const Ending *found = ending(form))
            return {m_tags.data() + found->firstTag, found->tagCountOf};
    }
    return asNoun ? m_unknownNoun : m_unknown;
}

float Lexicon::nameCost(float probability) const { return -std::log(probability / m_prior[size_t(Tag::Name)]); }

float Lexicon::cueWeight(WordId lemma, char kind, int pattern) const
{
    const quint64 key = cueKey(lemma, kind, pattern);
    const size_t mask = m_cues.size() - 1;
    for (size_t at = hashOf(key) & mask; !m_cues.empty() && m_cues[at].key; at = (at + 1) & mask) {
        if (m_cues[at].key == key)
            return m_cues[at].weight;
    }
    return 0;
}

void Lexicon::addCue(quint64 key, float weight)
{
    if (2 * (m_cueCount + 1) > m_cues.size()) {
        const std::vector<Cue> before = std::exchange(m_cues, std::vector<Cue>(std::max<size_t>(1024, 2 * m_cues.size())));
        m_cueCount = 0;
        for (const Cue &cue : before) {
            if (cue.key)
                addCue(cue.key, cue.weight);
        }
    }
    const size_t mask = m_cues.size() - 1;
    size_t at = hashOf(key) & mask;
    while (m_cues[at].key && m_cues[at].key != key)
        at = (at + 1) & mask;
    m_cueCount += m_cues[at].key == 0;
    m_cues[at] = {key, weight};
}

std::vector<TagCost> Lexicon::parseTags(QStringView field) const
{
    std::vector<TagCost> tags;
    for (const QStringView item : field.split(u' ', Qt::SkipEmptyParts)) {
        const std::optional<Tag> tag = tagOf(item[0]);
        const float share = item.mid(1).toFloat() / 1000;
        if (tag && share > 0)
            tags.push_back({*tag, -std::log(share / m_prior[size_t(*tag)])});
    }
    return tags;
}

Result<void> Lexicon::readTransitions(const QString &path)
{
    const auto rows = readTable(path);
    if (!rows)
        return rows.error();
    constexpr size_t edge = tagCount;
    std::array<std::array<double, edge + 1>, edge + 1> share{};
    for (const QStringList &row : *rows) {
        const std::optional<Tag> from = tagOf(row[0][0]);
        if (row.size() < 2 || (!from && row[0] != u"^"))
            return damaged(path);
        for (const QString &item : row[1].split(u' ')) {
            const std::optional<Tag> to = tagOf(item[0]);
            share[from ? size_t(*from) : edge][to ? size_t(*to) : edge] = item.mid(1).toDouble() / 10000;
        }
    }
    // The classes' own frequencies are the stationary distribution of the bigrams.
    std::array<double, edge + 1> now{};
    now[edge] = 1;
    for (int round = 0; round < 200; ++round) {
        std::array<double, edge + 1> next{};
        for (size_t a = 0; a <= edge; ++a) {
            for (size_t b = 0; b <= edge; ++b)
                next[b] += now[a] * share[a][b];
        }
        for (size_t b = 0; b <= edge; ++b)
            now[b] = (now[b] + next[b]) / 2;
    }
    for (size_t a = 0; a <= edge; ++a) {
        for (size_t b = 0; b <= edge; ++b)
            m_transitions[a][b] = float(-std::log(std::max(share[a][b], 0.00003)));
        if (a < edge)
            m_prior[a] = float(std::max(now[a], 1e-5));
    }
    return {};
}

Result<void> Lexicon::readWords(const QString &path)
{
    const auto rows = readTable(path);
    if (!rows)
        return rows.error();
    for (const QStringList &row : *rows) {
        if (row.size() < 2)
            return damaged(path);
        const WordId word = intern(row[0]);
        const std::vector<TagCost> tags = parseTags(row[1]);
        const WordId verb = row.size() > 2 && !row[2].isEmpty() ? intern(row[2]) : word;
        const WordId noun = row.size() > 3 && !row[3].isEmpty() ? intern(row[3]) : word;
        Entry &entry = m_entries[size_t(word)];
        entry.firstTag = quint32(m_tags.size());
        entry.tagCountOf = quint32(tags.size());
        entry.verbLemma = verb;
        entry.nounLemma = noun;
        m_tags.insert(m_tags.end(), tags.begin(), tags.end());
    }
    return {};
}

Result<void> Lexicon::readEndings(const QString &path)
{
    const auto rows = readTable(path);
    if (!rows)
        return rows.error();
    std::vector<Ending> endings;
    for (const QStringList &row : *rows) {
        if (row.size() < 2 || row[0].size() < 2 || row[0].size() > longestEnding)
            return damaged(path);
        const std::vector<TagCost> tags = parseTags(row[1]);
        endings.push_back({row[0].toStdU16String(), quint32(m_tags.size()), quint32(tags.size())});
        m_tags.insert(m_tags.end(), tags.begin(), tags.end());
    }
    m_endings.resize(std::bit_ceil(2 * endings.size() + 1));
    const size_t mask = m_endings.size() - 1;
    for (Ending &ending : endings) {
        size_t at = hashOf(std::u16string_view(ending.form)) & mask;
        while (!m_endings[at].form.empty() && m_endings[at].form != ending.form)
            at = (at + 1) & mask;
        if (m_endings[at].form.empty())
            m_endings[at] = std::move(ending);
    }
    m_unknown = m_capitalisesNouns ? parseTags(u"J450 R150 B100 Z100 V100 E80 I20") : parseTags(u"N600 J250 B30 Z30 V40 G25 E25");
    m_unknownNoun = parseTags(u"N600 P400");
    return {};
}

Result<void> Lexicon::readLists(const QString &path)
{
    const auto rows = readTable(path);
    if (!rows)
        return rows.error();
    for (const QStringList &row : *rows) {
        if (row.size() == 2 && row[0] == u"property") {
            const QStringList properties = row[1].split(u' ');
            m_capitalisesNouns = properties.contains(u"noun-capitals");
            m_isVerbSecond = properties.contains(u"verb-second");
            continue;
        }
        const auto *name
            = std::find_if(std::begin(listNames), std::end(listNames), [&](const char *n) { return row[0] == QLatin1String(n); });
        if (row.size() < 2 || name == std::end(listNames))
            return damaged(path);
        const auto list = size_t(name - std::begin(listNames));
        // Names of several words stand between bars.
        const QChar separator = row[1].contains(u'|') ? u'|' : u' ';
        for (const QString &word : row[1].split(separator, Qt::SkipEmptyParts))
            m_lists[size_t(intern(word))][list / 64] |= quint64(1) << list % 64;
    }
    return {};
}

// A row is the name as it is shown, its other names, its adjectives and its capitals. A language may do without the file.
Result<void> Lexicon::readCountries(const QString &path)
{
    if (!QFile::exists(path))
        return {};
    const auto rows = readTable(path);
    if (!rows)
        return rows.error();
    for (const QStringList &row : *rows) {
        if (row[0].isEmpty())
            return damaged(path);
        const qint16 country = qint16(m_countries.size());
        m_countries.push_back(row[0]);
        m_entries[size_t(intern(row[0]))].country = {country, CountryForm::Name};
        for (qsizetype column = 1; column < std::min<qsizetype>(row.size(), 4); ++column) {
            const CountryForm form = column == 1 ? CountryForm::Name : column == 2 ? CountryForm::Adjective : CountryForm::Capital;
            for (const QString &word : row[column].split(u'|', Qt::SkipEmptyParts))
                m_entries[size_t(intern(word))].country = {country, form};
        }
    }
    return {};
}

bool Lexicon::endsLike(QStringView word, List endings) const
{
    for (qsizetype n = std::min<qsizetype>(word.size() - 1, 6); n >= 2; --n) {
        if (isIn(find(word.last(n)), endings))
            return true;
    }
    return false;
}

// A row is "v:say" for a verb or "v:say:3" for a verb in a pattern, and the log odds.
Result<void> Lexicon::readCues(const QString &path)
{
    const auto rows = readTable(path);
    if (!rows)
        return rows.error();
    for (const QStringList &row : *rows) {
        if (row.size() < 2)
            return damaged(path);
        const QStringList parts = row[0].split(u':');
        const float weight = row[1].toFloat();
        if (parts.size() < 2 || parts[0].size() != 1)
            return damaged(path);
        addCue(cueKey(intern(parts[1]), parts[0][0].toLatin1(), parts.size() > 2 ? parts[2].toInt() : -1), weight);
    }
    return {};
}

} // namespace Quoth::Detection
