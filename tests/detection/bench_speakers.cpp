// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_speakers [GUM.jsonl [POLNEAR.jsonl]]: how well sources are joined to speakers. GUM's news have gold coreference:
// its gold sources are resolved and held against its entities. B-cubed (Bagga and Baldwin 1998) counts over the sources of
// an article, a source without a speaker being alone. "right" is the share of sources whose speaker's name is, where it
// stands in the text, a mention of the gold entity. The second table asks for every he, she, his, her and him of the
// gold, as if each were a source. Articles without gold coreference give counts only.

#include <app/detection/detectorregistry.h>
#include <app/detection/speakers/speakers.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cstdio>
#include <ctime>
#include <map>

using namespace Quoth;
using namespace Quoth::Detection;

namespace {

constexpr int rounds = 5; ///< the quickest counts

struct Gold
{
    QString id;
    QString text;
    std::vector<Found> founds;
    std::map<TextRange, int> entityOf; ///< of each mention
};

struct Answer
{
    int cluster = -1; ///< -1: nobody
    QString name;
    QStringList aliases;
};
using Answers = std::vector<Answer>; ///< one for each found

enum Kind { Name, Description, ThirdPerson, Plural, FirstPerson, kinds };
const char *const kindNames[] = {"names", "descriptions", "he, she", "they, it, who", "I, we"};

struct Counts
{
    double precision = 0, recall = 0;
    int sources = 0, right = 0, credited = 0;
    int ofKind[kinds] = {}, rightOfKind[kinds] = {};
};

QList<TextRange> ranges(const QJsonValue &value, const OffsetConverter &converter)
{
    QList<TextRange> result;
    for (const QJsonValue &part : value.toArray()) {
        if (const auto range = converter.toUtf16({part[0].toInt(), part[1].toInt()}))
            result.append(*range);
    }
    return result;
}

TextRange extent(const QList<TextRange> &parts) { return {parts.constFirst().begin, parts.constLast().end}; }

Gold readGold(const QJsonObject &record)
{
    Gold gold;
    gold.id = record[QStringLiteral("id")].toString();
    gold.text = record[QStringLiteral("text")].toString();
    const OffsetConverter converter(gold.text);
    int entity = 0;
    for (const QJsonValue &chain : record[QStringLiteral("coref")].toArray()) {
        for (const TextRange mention : ranges(chain[QStringLiteral("mentions")], converter))
            gold.entityOf.emplace(mention, entity);
        ++entity;
    }
    for (const QJsonValue &value : record[QStringLiteral("attributions")].toArray()) {
        const QList<TextRange> source = ranges(value[QStringLiteral("source")], converter);
        const QList<TextRange> cue = ranges(value[QStringLiteral("cue")], converter);
        Found found;
        found.content = ranges(value[QStringLiteral("content")], converter);
        if (source.isEmpty() || found.content.isEmpty())
            continue;
        found.source = extent(source);
        if (!cue.isEmpty())
            found.cue = extent(cue);
        gold.founds.push_back(found);
    }
    return gold;
}

/// The entity of the innermost mention around a place, or -1.
int entityAt(const Gold &gold, TextRange at)
{
    int entity = -1;
    qint32 shortest = std::numeric_limits<qint32>::max();
    for (const auto &[mention, e] : gold.entityOf) {
        if (mention.contains(at) && mention.length() < shortest) {
            shortest = mention.length();
            entity = e;
        }
    }
    return entity;
}

QList<TextRange> occurrences(const QString &text, const QString &name)
{
    QList<TextRange> result;
    const QRegularExpression pattern(QStringLiteral("(?<!\\w)")
                                         + QRegularExpression::escape(name).replace(QStringLiteral("\\ "), QStringLiteral("\\s+"))
                                         + QStringLiteral("(?!\\w)"),
                                     QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    for (auto match = pattern.globalMatch(text); match.hasNext();) {
        const auto one = match.next();
        result.append({qint32(one.capturedStart()), qint32(one.capturedEnd())});
    }
    return result;
}

bool isRight(const Gold &gold, const Answer &answer, TextRange source, int entity)
{
    if (answer.cluster < 0)
        return false;
    QList<TextRange> places = occurrences(gold.text, answer.name);
    for (qsizetype i = 0; places.isEmpty() && i < answer.aliases.size(); ++i)
        places = occurrences(gold.text, answer.aliases[i]);
    if (!answer.name[0].isUpper()) { // a description: the last one up to the source
        while (places.size() > 1 && places.constLast().begin >= source.end)
            places.removeLast();
        places = places.mid(std::max<qsizetype>(0, places.size() - 1));
    }
    return std::any_of(places.begin(), places.end(), [&](TextRange place) { return entityAt(gold, place) == entity; });
}

Kind kindOf(QStringView source)
{
    static const QHash<QString, Kind> pronouns{
        {QStringLiteral("i"), FirstPerson},   {QStringLiteral("we"), FirstPerson},  {QStringLiteral("my"), FirstPerson},
        {QStringLiteral("our"), FirstPerson}, {QStringLiteral("he"), ThirdPerson},  {QStringLiteral("she"), ThirdPerson},
        {QStringLiteral("his"), ThirdPerson}, {QStringLiteral("her"), ThirdPerson}, {QStringLiteral("him"), ThirdPerson},
        {QStringLiteral("they"), Plural},     {QStringLiteral("their"), Plural},    {QStringLiteral("it"), Plural},
        {QStringLiteral("who"), Plural},      {QStringLiteral("which"), Plural}};
    const QString folded = source.toString().toLower();
    if (pronouns.contains(folded))
        return pronouns[folded];
    const qsizetype blank = source.lastIndexOf(u' ');
    return source.mid(blank + 1).front().isUpper() ? Name : Description;
}

void count(const Gold &gold, const std::vector<Found> &founds, const Answers &answers, bool onlyPronouns, Counts &counts,
           bool verbose)
{
    struct Item
    {
        int gold, cluster;
    };
    std::map<TextRange, Item> items;
    int alone = 1'000'000;
    for (size_t i = 0; i < founds.size(); ++i) {
        const TextRange source = *founds[i].source;
        const auto mention = gold.entityOf.find(source);
        const Kind kind = kindOf(QStringView(gold.text).mid(source.begin, source.length()));
        if (mention == gold.entityOf.end() || items.count(source) || (onlyPronouns && kind != ThirdPerson))
            continue;
        const Answer &answer = answers[i];
        items[source] = {mention->second, answer.cluster < 0 ? alone++ : answer.cluster};
        const bool right = isRight(gold, answer, source, mention->second);
        counts.right += right;
        counts.credited += answer.cluster >= 0;
        ++counts.ofKind[kind];
        counts.rightOfKind[kind] += right;
        if (verbose && !right) {
            std::printf("  %s %d: %s -> %s\n", qPrintable(gold.id), source.begin,
                        qPrintable(gold.text.mid(source.begin, source.length())),
                        answer.cluster < 0 ? "?" : qPrintable(answer.name));
        }
    }
    for (const auto &[range, item] : items) {
        double same = 0, ofGold = 0, ofCluster = 0;
        for (const auto &[other, o] : items) {
            same += o.gold == item.gold && o.cluster == item.cluster;
            ofGold += o.gold == item.gold;
            ofCluster += o.cluster == item.cluster;
        }
        counts.precision += same / ofCluster;
        counts.recall += same / ofGold;
        ++counts.sources;
    }
}

Answers byResolver(const Gold &gold, const Lexicon &lexicon, std::vector<Found> founds)
{
    const Credits credits = creditSpeakers(gold.text, &lexicon, founds);
    Answers answers(founds.size());
    for (size_t i = 0; i < founds.size(); ++i) {
        if (!credits.speakerOf[i])
            continue;
        answers[i].cluster = int(credits.speakerOf[i]->number());
        for (const Annotation::Speaker &speaker : credits.speakers) {
            if (speaker.id == *credits.speakerOf[i]) {
                answers[i].name = speaker.name;
                answers[i].aliases = speaker.aliases;
            }
        }
    }
    return answers;
}

/// The name in the source, else the one before it that is nearest; a name is who is spelt so.
Answers byNearestName(const Gold &gold, const Lexicon &lexicon, std::vector<Found> founds)
{
    const Mentions mentions = readMentions(gold.text, &lexicon, founds);
    QHash<QString, int> clusters;
    Answers answers(founds.size());
    for (size_t i = 0; i < founds.size(); ++i) {
        const NameMention *best = nullptr;
        for (const NameMention &name : mentions.names) {
            if (name.range.end <= founds[i].source->end && !(best && founds[i].source->contains(best->range)))
                best = &name;
        }
        if (!best)
            continue;
        answers[i].name = gold.text.mid(best->range.begin, best->range.length());
        answers[i].cluster = *clusters.insert(answers[i].name, int(clusters.value(answers[i].name, int(clusters.size()))));
    }
    return answers;
}

/// Each third-person pronoun of the gold, besides the sources.
std::vector<Found> withPronouns(const Gold &gold)
{
    std::vector<Found> founds = gold.founds;
    for (const auto &[mention, entity] : gold.entityOf) {
        if (kindOf(QStringView(gold.text).mid(mention.begin, mention.length())) != ThirdPerson)
            continue;
        Found found;
        found.source = found.cue = mention;
        founds.push_back(found);
    }
    return founds;
}

void print(const char *what, const Counts &c)
{
    const double p = 100 * c.precision / c.sources;
    const double r = 100 * c.recall / c.sources;
    std::printf("%-14s B-cubed P %5.1f R %5.1f F %5.1f   right %5.1f %% of %d (credited %d):", what, p, r, 2 * p * r / (p + r),
                100.0 * c.right / c.sources, c.sources, c.credited);
    for (int k = 0; k < kinds; ++k) {
        if (c.ofKind[k])
            std::printf("  %s %d/%d", kindNames[k], c.rightOfKind[k], c.ofKind[k]);
    }
    std::printf("\n");
}

QList<QJsonObject> readLines(const QString &path)
{
    QFile file(path);
    QList<QJsonObject> lines;
    if (!file.open(QIODevice::ReadOnly)) {
        std::printf("%s: %s; nothing is measured on it.\n", qPrintable(path), qPrintable(file.errorString()));
        return lines;
    }
    for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine())
        lines.append(QJsonDocument::fromJson(line).object());
    return lines;
}

void measureGold(const QString &path, const Lexicon &lexicon, bool verbose)
{
    Counts nearest, resolver, nearestPronouns, resolverPronouns;
    for (const QJsonObject &record : readLines(path)) {
        const Gold gold = readGold(record);
        count(gold, gold.founds, byNearestName(gold, lexicon, gold.founds), false, nearest, false);
        count(gold, gold.founds, byResolver(gold, lexicon, gold.founds), false, resolver, verbose);
        const std::vector<Found> pronouns = withPronouns(gold);
        count(gold, pronouns, byNearestName(gold, lexicon, pronouns), true, nearestPronouns, false);
        count(gold, pronouns, byResolver(gold, lexicon, pronouns), true, resolverPronouns, verbose);
    }
    if (!nearest.sources)
        return;
    std::printf("gold sources\n");
    print("nearest name", nearest);
    print("resolver", resolver);
    std::printf("every he, she, his, her, him\n");
    print("nearest name", nearestPronouns);
    print("resolver", resolverPronouns);
}

void measureCounts(const QString &path, const Lexicon &lexicon, bool verbose)
{
    int articles = 0, sources = 0, credited = 0;
    qsizetype speakers = 0, characters = 0;
    std::map<QString, int> types;
    std::clock_t spent = 0;
    std::clock_t reading = 0;
    for (const QJsonObject &record : readLines(path)) {
        Gold gold = readGold(record);
        Credits credits = creditSpeakers(gold.text, &lexicon, gold.founds);
        std::clock_t least = 0;
        std::clock_t leastOfReading = 0;
        for (int round = 0; round < rounds; ++round) {
            const std::clock_t begin = std::clock();
            Mentions mentions = readMentions(gold.text, &lexicon, gold.founds);
            const std::clock_t middle = std::clock();
            credits = creditSpeakers(gold.text, &lexicon, gold.founds, std::move(mentions));
            const std::clock_t end = std::clock();
            least = round ? std::min(least, end - middle) : end - middle;
            leastOfReading = round ? std::min(leastOfReading, middle - begin) : middle - begin;
        }
        spent += least;
        reading += leastOfReading;
        ++articles;
        characters += gold.text.size();
        speakers += credits.speakers.size();
        sources += int(gold.founds.size());
        for (const auto &speaker : credits.speakerOf)
            credited += speaker.has_value();
        if (verbose)
            std::printf("== %s\n", qPrintable(gold.id));
        for (const Annotation::Speaker &speaker : credits.speakers) {
            ++types[Annotation::toString(speaker.type)];
            if (!verbose)
                continue;
            QStringList by;
            for (size_t i = 0; i < gold.founds.size(); ++i) {
                if (credits.speakerOf[i] == speaker.id)
                    by.append(gold.text.mid(gold.founds[i].source->begin, std::min(60, gold.founds[i].source->length())));
            }
            std::printf("  %s [%s] (%s): %s\n", qPrintable(speaker.name), qPrintable(Annotation::toString(speaker.type)),
                        qPrintable(speaker.aliases.join(u'|')), qPrintable(by.join(QStringLiteral(" | "))));
        }
        for (size_t i = 0; verbose && i < gold.founds.size(); ++i) {
            if (!credits.speakerOf[i])
                std::printf("  ? %s\n", qPrintable(gold.text.mid(gold.founds[i].source->begin, gold.founds[i].source->length())));
        }
    }
    if (!articles)
        return;
    std::printf("%d articles, %d sources, %.1f %% with a speaker, %.1f speakers an article;", articles, sources,
                100.0 * credited / sources, double(speakers) / articles);
    for (const auto &[type, n] : types)
        std::printf(" %s %d", qPrintable(type), n);
    const double each = 1e9 / CLOCKS_PER_SEC / double(characters);
    std::printf("\n%.1f ns a character to cut, tag and gather mentions, %.1f ns to credit\n", each * double(reading),
                each * double(spent));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const bool verbose = arguments.removeAll(QStringLiteral("--verbose")) > 0;
    const QString corpora = QStringLiteral(QUOTH_CORPORA);
    const auto lexicon = Lexicon::load(QStringLiteral(":/quoth/lexicons"), QStringLiteral("en"));
    if (!lexicon) {
        std::fprintf(stderr, "%s\n", qPrintable(lexicon.error().text()));
        return 1;
    }
    measureGold(arguments.value(0, corpora + QStringLiteral("/gum-news/train.jsonl")), **lexicon, verbose);
    measureCounts(arguments.value(1, corpora + QStringLiteral("/polnear/dev.jsonl")), **lexicon, verbose);
    return 0;
}
