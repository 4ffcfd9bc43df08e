// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "commandfunctions.h"
#include "releaseoptions.h"
#include "table.h"
#include "words.h"

#include <app/tasks/release.h>

namespace Quoth::CommandLine {

namespace {

QJsonObject recordToJson(const Storage::ReleaseRecord &record)
{
    return {{QStringLiteral("number"), record.number},
            {QStringLiteral("made"), record.made.toString(Qt::ISODate)},
            {QStringLiteral("who"), record.who},
            {QStringLiteral("name"), record.name},
            {QStringLiteral("articles"), record.articles},
            {QStringLiteral("manifest"), QString::fromLatin1(record.manifest)},
            {QStringLiteral("counts"), record.counts},
            {QStringLiteral("recipe"), record.recipe}};
}

void printTable(const Table &table, Console &console)
{
    const QStringList lines = table.lines();
    for (const QString &line : lines)
        console.print(line);
}

int list(Storage::Project &project, bool json, Console &console)
{
    const auto records = Storage::releases(project);
    if (!records) {
        console.error(records.error());
        return Failed;
    }
    if (json) {
        QJsonArray list;
        for (const Storage::ReleaseRecord &record : *records)
            list.append(recordToJson(record));
        console.print(QJsonObject{{QStringLiteral("project"), project.path()}, {QStringLiteral("releases"), list}});
        return Done;
    }
    Table table({Words::tr("no."), Words::tr("made"), Words::tr("by"), Words::tr("articles"), Words::tr("manifest"), Words::tr("name")});
    for (const Storage::ReleaseRecord &record : *records) {
        table.add({QString::number(record.number), record.made.toString(Qt::ISODate), record.who, QString::number(record.articles),
                   QString::fromLatin1(record.manifest.first(qMin(record.manifest.size(), 12))), record.name});
    }
    printTable(table, console);
    return Done;
}

void printDifference(const Tasks::ReleaseDifference &difference, Console &console)
{
    const auto each = [&console](const QString &what, const QStringList &articles) {
        for (const QString &article : articles)
            console.print(QStringLiteral("%1  %2").arg(what, article));
    };
    each(Words::tr("added"), difference.added);
    each(Words::tr("removed"), difference.removed);
    each(Words::tr("changed"), difference.changed);
    for (const auto &move : difference.moved)
        console.print(Words::tr("moved  %1  from %2 to %3").arg(move.article, move.from, move.to));
}

/// The number that an option gives, or the latest; what is wrong has been told if there is none.
std::optional<qint64> numberOf(const Arguments &options, const QString &option, Console &console)
{
    bool isNumber = false;
    const qint64 number = options.value(option).toLongLong(&isNumber);
    if (isNumber)
        return number;
    console.error({ErrorCode::BadInput, Words::tr("--%1 takes the number of a release; \"quoth release PROJECT --list\" shows them.").arg(option), QStringLiteral("release")});
    return std::nullopt;
}

Result<Tasks::ReleaseRecipe> recipeOf(Storage::Project &project, qint64 number)
{
    const auto record = Storage::release(project, number);
    if (!record)
        return record.error();
    return Tasks::releaseRecipeFromJson(record->recipe, Words::tr("release %1").arg(number));
}

/// The places of a release, and how it is called.
using Side = std::pair<Storage::ReleasePlaces, QString>;

Result<Side> recordedSide(Storage::Project &project, qint64 number)
{
    if (const auto record = Storage::release(project, number); !record)
        return record.error();
    const auto places = Storage::releasePlaces(project, number);
    if (!places)
        return places.error();
    return Side{*places, Words::tr("release %1").arg(number)};
}

/// What the recipe of a release would give now.
Result<Side> presentSide(Storage::Project &project, qint64 number, const Progress &progress)
{
    const auto recipe = recipeOf(project, number);
    if (!recipe)
        return recipe.error();
    const auto release = Tasks::makeRelease(project, *recipe, QString(), std::nullopt, progress);
    if (!release)
        return release.error();
    return Side{release->places, Words::tr("its recipe now")};
}

/// A release with the last one; the last one with what its recipe would give now.
int compare(Storage::Project &project, const Arguments &options, Console &console)
{
    const auto number = numberOf(options, QStringLiteral("compare"), console);
    if (!number)
        return WrongUsage;
    const auto records = Storage::releases(project);
    if (!records) {
        console.error(records.error());
        return Failed;
    }
    const auto before = recordedSide(project, *number);
    const bool isLast = before && records->constFirst().number == *number;
    console.setTitle(Words::tr("Comparing"));
    const auto after = !before ? before : isLast ? presentSide(project, *number, console.progress()) : recordedSide(project, records->constFirst().number);
    console.endProgress();
    if (!after) {
        console.error(after.error());
        return Failed;
    }
    const Tasks::ReleaseDifference difference = Tasks::differenceBetween(before->first, after->first);
    if (options.json()) {
        QJsonArray moved;
        for (const auto &move : difference.moved)
            moved.append(QJsonObject{{QStringLiteral("article"), move.article}, {QStringLiteral("from"), move.from}, {QStringLiteral("to"), move.to}});
        console.print(QJsonObject{{QStringLiteral("before"), *number},
                                  {QStringLiteral("after"), isLast ? QJsonValue() : QJsonValue(records->constFirst().number)},
                                  {QStringLiteral("added"), QJsonArray::fromStringList(difference.added)},
                                  {QStringLiteral("removed"), QJsonArray::fromStringList(difference.removed)},
                                  {QStringLiteral("changed"), QJsonArray::fromStringList(difference.changed)},
                                  {QStringLiteral("moved"), moved}});
        return Done;
    }
    console.print(Words::tr("%1 and %2: %3 added, %4 removed, %5 changed, %6 moved to another split")
                      .arg(before->second, after->second)
                      .arg(difference.added.size())
                      .arg(difference.removed.size())
                      .arg(difference.changed.size())
                      .arg(difference.moved.size()));
    printDifference(difference, console);
    return Done;
}

void print(const Tasks::Release &release, const QString &folder, const Arguments &options, Console &console)
{
    console.issues(release.issues);
    if (options.json()) {
        QJsonArray files;
        for (const Exchange::ReleasedFile &file : release.files) {
            files.append(QJsonObject{{QStringLiteral("path"), file.path},
                                     {QStringLiteral("bytes"), file.bytes},
                                     {QStringLiteral("sha256"), QString::fromLatin1(file.sha256)}});
        }
        console.print(QJsonObject{{QStringLiteral("output"), folder},
                                  {QStringLiteral("written"), !folder.isEmpty()},
                                  {QStringLiteral("number"), release.number ? QJsonValue(*release.number) : QJsonValue()},
                                  {QStringLiteral("name"), release.name},
                                  {QStringLiteral("articles"), release.plan.articles.size()},
                                  {QStringLiteral("groups"), release.plan.groups},
                                  {QStringLiteral("leftOut"), release.plan.leftOut},
                                  {QStringLiteral("moved"), QJsonArray::fromStringList(release.plan.moved)},
                                  {QStringLiteral("counts"), release.counts.toJson()},
                                  {QStringLiteral("recipe"), Tasks::toJson(release.recipe)},
                                  {QStringLiteral("manifest"), QString::fromLatin1(release.manifest())},
                                  {QStringLiteral("files"), files},
                                  {QStringLiteral("issues"), toJson(release.issues)}});
        return;
    }
    Table table({Words::tr("split"), Words::tr("articles"), Words::tr("groups"), Words::tr("attributions"), Words::tr("spans"), Words::tr("characters")});
    for (const Measure::SplitShare &share : release.recipe.splits.shares) {
        QStringList row{share.name};
        for (const char *what : {"articles", "groups", "attributions", "spans", "characters"})
            row.append(QString::number(release.counts.total(QString::fromLatin1(what), share.name)));
        table.add(row);
    }
    printTable(table, console);
    const int articles = int(release.plan.articles.size());
    if (folder.isEmpty())
        console.print(Words::tr("%n article(s) would be released; nothing was written.", nullptr, articles));
    else
        console.print((release.number ? Words::tr("Release %2: %n article(s) written to %1", nullptr, articles).arg(folder).arg(*release.number)
                                      : Words::tr("%n article(s) written to %1", nullptr, articles).arg(folder)));
}

Result<Tasks::ReleaseRecipe> startingRecipe(Storage::Project &project, const Arguments &options, std::optional<qint64> repeated)
{
    if (repeated)
        return recipeOf(project, *repeated);
    if (options.has(QStringLiteral("recipe")))
        return Tasks::releaseRecipeFromFile(options.value(QStringLiteral("recipe")));
    return Tasks::ReleaseRecipe{};
}

int make(Storage::Project &project, Arguments &options, bool dryRun, Console &console)
{
    std::optional<qint64> repeated;
    if (options.has(QStringLiteral("repeat"))) {
        repeated = numberOf(options, QStringLiteral("repeat"), console);
        if (!repeated)
            return WrongUsage;
    }
    auto recipe = startingRecipe(project, options, repeated);
    if (!recipe) {
        console.error(recipe.error());
        return Failed;
    }
    if (const auto read = readRecipeOptions(options, *recipe); !read)
        return options.wrongUsage(read.error().message);
    if (!options.values(QStringLiteral("article")).isEmpty()) {
        const auto articles = options.articles(project);
        if (!articles) {
            console.error(articles.error());
            return Failed;
        }
        recipe->selection.articles.clear();
        for (const Storage::ArticleSummary &article : *articles)
            recipe->selection.articles.append(article.externalId);
    }
    const QString folder = dryRun ? QString() : options.value(QStringLiteral("output"));
    std::optional<QString> who;
    if (!dryRun && !options.has(QStringLiteral("no-record")))
        who = options.person();
    console.setTitle(Words::tr("Releasing"));
    const auto release = Tasks::makeRelease(project, *recipe, folder, who, console.progress());
    console.endProgress();
    if (!release) {
        console.error(release.error());
        return Failed;
    }
    if (options.has(QStringLiteral("save-recipe"))) {
        if (const auto saved = Tasks::saveReleaseRecipe(*recipe, options.value(QStringLiteral("save-recipe"))); !saved) {
            console.error(saved.error());
            return Failed;
        }
    }
    print(*release, folder, options, console);
    return Done;
}

} // namespace

int runRelease(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("release"), QStringLiteral("PROJECT --output FOLDER"), console);
    options.option(QStringLiteral("output"), Words::tr("The folder of the dataset; one that is there must be empty or an untouched release."), QStringLiteral("FOLDER"));
    options.option(QStringLiteral("dry-run"), Words::tr("Only tell how many articles would go where; write nothing."));
    options.option(QStringLiteral("no-record"), Words::tr("Do not remember the release in the project."));
    options.option(QStringLiteral("list"), Words::tr("Show the releases that were made of the project."));
    options.option(QStringLiteral("repeat"), Words::tr("Release by the recipe of this release; further options change it."), QStringLiteral("NUMBER"));
    options.option(QStringLiteral("compare"),
                   Words::tr("Tell what is different between this release and the last one; for the last one, what its recipe would give now."),
                   QStringLiteral("NUMBER"));
    declareRecipeOptions(options);
    options.annotatorOption();
    options.jsonOption();
    if (const auto status = options.read(arguments, 1, 1))
        return *status;
    const bool lists = options.has(QStringLiteral("list"));
    const bool compares = options.has(QStringLiteral("compare"));
    const bool dryRun = options.has(QStringLiteral("dry-run"));
    if (int(lists) + int(compares) + int(options.has(QStringLiteral("repeat"))) > 1)
        return options.wrongUsage(Words::tr("--list, --compare and --repeat go one at a time."));
    if (options.has(QStringLiteral("repeat")) && options.has(QStringLiteral("recipe")))
        return options.wrongUsage(Words::tr("--repeat and --recipe are two recipes; give one."));
    const bool makes = !lists && !compares;
    if (makes && !dryRun && options.value(QStringLiteral("output")).isEmpty())
        return options.wrongUsage(Words::tr("--output is needed."));
    const bool writes = makes && !dryRun && !options.has(QStringLiteral("no-record"));
    const auto project = Storage::Project::open(options.project(), writes ? Storage::Project::Access::ReadWrite : Storage::Project::Access::ReadOnly);
    if (!project) {
        console.error(project.error());
        return Failed;
    }
    if (lists)
        return list(**project, options.json(), console);
    if (compares)
        return compare(**project, options, console);
    return make(**project, options, dryRun, console);
}

} // namespace Quoth::CommandLine
