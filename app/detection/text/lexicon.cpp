// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lexicon.h"

#include <QCoreApplication>
#include <QFile>

#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr const char *listNames[] = {"be",
                                     "have",
                                     "do",
                                     "negation",
                                     "catenative",
                                     "teller",
                                     "complementizer",
                                     "clitic",
                                     "abbreviation",
                                     "title",
                                     "person",
                                     "group",
                                     "organisation",
                                     "organisation-suffix",
                                     "country",
                                     "demonym",
                                     "female-name",
                                     "male-name",
                                     "female-noun",
                                     "male-noun",
                                     "female-word",
                                     "male-word",
                                     "plural-word",
                                     "thing-word",
                                     "speaker-word",
                                     "time",
                                     "anonymous",
                                     "adversative",
                                     "subordinator",
                                     "incidental",
                                     "say",
                                     "opinion",
                                     "future",
                                     "claim-quantity",
                                     "claim-comparison",
                                     "claim-cause",
                                     "claim-event",
                                     "claim-law",
                                     "claim-existence",
                                     "function",
                                     "many",
                                     "office",
                                     "experiencer",
                                     "raising"};
static_assert(std::size(listNames) == size_t(List::count));
static_assert(int(List::count) <= 64);

constexpr qsizetype longestWord = 48;

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
            QCoreApplication::translate("Quoth::Detection", "The word list cannot be used; install Quoth again."),
            path};
}

quint64 cueKey(WordId lemma, char kind, int pattern)
{
    return quint64(quint32(lemma)) << 16 | quint64(quint8(kind)) << 8 | quint64(quint8(pattern + 1));
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
    const QString prefix = folder + u'/' + language + u'-';
    const auto read = [&](Result<void> (Lexicon::*part)(const QString &), const QString &name) {
        return ((*lexicon).*part)(prefix + name + QStringLiteral(".tsv"));
    };
    for (const auto &[part, name] : {std::pair{&Lexicon::readTransitions, QStringLiteral("transitions")},
                                     std::pair{&Lexicon::readWords, QStringLiteral("words")},
                                     std::pair{&Lexicon::readEndings, QStringLiteral("endings")},
                                     std::pair{&Lexicon::readLists, QStringLiteral("lists")},
                                     std::pair{&Lexicon::readCues, QStringLiteral("cues")}}) {
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
    qsizetype length = 0;
    for (const QChar c : word) {
        const char16_t u = c.unicode();
        if (u < 128)
            folded[length++] = u >= u'A' && u <= u'Z' ? char16_t(u + 32) : u;
        else
            folded[length++] = u == u'\u2019' ? u'\'' : c.toLower().unicode();
    }
    const auto found = m_ids.find(std::u16string_view(folded, size_t(length)));
    return found == m_ids.end() ? noWord : found->second;
}

QString Lexicon::form(WordId word) const
{
    return word < 0 ? QString() : QString::fromStdU16String(m_entries[size_t(word)].form);
}

WordId Lexicon::intern(QStringView word)
{
    std::u16string form = word.toString().toLower().toStdU16String();
    const auto [at, added] = m_ids.try_emplace(form, WordId(m_entries.size()));
    if (added) {
        Entry entry;
        entry.form = std::move(form);
        entry.verbLemma = entry.nounLemma = at->second;
        m_entries.push_back(std::move(entry));
    }
    return at->second;
}

std::span<const TagCost> Lexicon::tags(WordId word) const
{
    if (word < 0)
        return {};
    const Entry &entry = m_entries[size_t(word)];
    return {m_tags.data() + entry.firstTag, entry.tagCountOf};
}

std::span<const TagCost> Lexicon::tagsByEnding(QStringView word) const
{
    for (qsizetype n = 4; n >= 2; --n) {
        if (word.size() <= n)
            continue;
        const QString ending = word.last(n).toString().toLower();
        const auto found = m_endings.find(
            std::u16string_view(ending.utf16() ? reinterpret_cast<const char16_t *>(ending.utf16()) : u"", size_t(n)));
        if (found != m_endings.end())
            return found->second;
    }
    return m_unknown;
}

float Lexicon::transition(std::optional<Tag> from, std::optional<Tag> to) const
{
    return m_transitions[from ? size_t(*from) : tagCount][to ? size_t(*to) : tagCount];
}

float Lexicon::nameCost(float probability) const { return -std::log(probability / m_prior[size_t(Tag::Name)]); }

float Lexicon::cueWeight(WordId lemma, char kind, int pattern) const
{
    const auto found = m_cues.find(cueKey(lemma, kind, pattern));
    return found == m_cues.end() ? 0 : found->second;
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
    for (const QStringList &row : *rows) {
        if (row.size() < 2)
            return damaged(path);
        m_endings.emplace(row[0].toStdU16String(), parseTags(row[1]));
    }
    m_unknown = parseTags(u"N600 J250 B30 Z30 V40 G25 E25");
    return {};
}

Result<void> Lexicon::readLists(const QString &path)
{
    const auto rows = readTable(path);
    if (!rows)
        return rows.error();
    for (const QStringList &row : *rows) {
        const auto *name = std::find_if(std::begin(listNames), std::end(listNames),
                                        [&](const char *n) { return row[0] == QLatin1String(n); });
        if (row.size() < 2 || name == std::end(listNames))
            return damaged(path);
        for (const QString &word : row[1].split(u' ', Qt::SkipEmptyParts))
            m_entries[size_t(intern(word))].lists |= quint64(1) << (name - std::begin(listNames));
    }
    return {};
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
        m_cues[cueKey(intern(parts[1]), parts[0][0].toLatin1(), parts.size() > 2 ? parts[2].toInt() : -1)] = weight;
    }
    return {};
}

} // namespace Quoth::Detection
