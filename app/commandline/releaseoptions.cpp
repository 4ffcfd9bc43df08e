// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "releaseoptions.h"

#include "words.h"

namespace Quoth::CommandLine {

namespace {

Error bad(const QString &message) { return {ErrorCode::BadInput, message, {}}; }

/// The values of an option that may be given several times, each a list by itself.
QStringList listOf(const Arguments &options, const QString &name)
{
    QStringList all;
    for (const QString &value : options.values(name)) {
        const QStringList parts = value.split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts)
            all.append(part.trimmed());
    }
    all.removeDuplicates();
    return all;
}

Result<void> readSelection(const Arguments &options, Tasks::ReleaseSelection &selection)
{
    if (options.has(QStringLiteral("state"))) {
        const auto states = Arguments::states(options.value(QStringLiteral("state")));
        if (!states)
            return bad(Words::tr("--state takes a list of suggested, accepted and rejected."));
        selection.states = *states;
    }
    if (options.has(QStringLiteral("review"))) {
        const auto stage = Tasks::reviewStageFromString(options.value(QStringLiteral("review")));
        if (!stage)
            return bad(Words::tr("--review takes any, started or complete."));
        selection.review = *stage;
    }
    if (options.has(QStringLiteral("origin"))) {
        selection.origins.clear();
        for (const QString &name : listOf(options, QStringLiteral("origin"))) {
            const auto kind = Annotation::originKindFromString(name);
            if (!kind)
                return bad(Words::tr("--origin takes a list of person, detector and import."));
            selection.origins.append(*kind);
        }
    }
    if (options.has(QStringLiteral("by")))
        selection.by = options.values(QStringLiteral("by"));
    if (options.has(QStringLiteral("label")))
        selection.labels = listOf(options, QStringLiteral("label"));
    if (options.has(QStringLiteral("where"))) {
        selection.where.clear();
        for (const QString &condition : options.values(QStringLiteral("where"))) {
            const qsizetype equals = condition.indexOf(u'=');
            if (equals < 1)
                return bad(Words::tr("--where takes FIELD=VALUE."));
            selection.where.append({condition.left(equals), condition.mid(equals + 1)});
        }
    }
    return {};
}

Result<void> readSplits(const Arguments &options, Tasks::ReleaseSplits &splits)
{
    if (options.has(QStringLiteral("shares"))) {
        const auto shares = Tasks::releaseShares(options.value(QStringLiteral("shares")));
        if (!shares)
            return bad(shares.error().message);
        splits.shares = *shares;
    }
    if (options.has(QStringLiteral("seed"))) {
        bool isNumber = false;
        splits.seed = options.value(QStringLiteral("seed")).toUInt(&isNumber);
        if (!isNumber)
            return bad(Words::tr("--seed takes a whole number from 0 to 4294967295."));
    }
    if (options.has(QStringLiteral("similarity"))) {
        bool isNumber = false;
        splits.similarity = options.value(QStringLiteral("similarity")).toDouble(&isNumber);
        if (!isNumber || !(splits.similarity >= 0 && splits.similarity <= 1))
            return bad(Words::tr("--similarity takes a number from 0 to 1."));
    }
    if (options.has(QStringLiteral("group-by"))) {
        splits.groupBy = listOf(options, QStringLiteral("group-by"));
        if (splits.groupBy.removeAll(Tasks::similarityGroup) > 0 && splits.similarity == 0)
            return bad(Words::tr("--group-by similarity and --similarity 0 contradict each other."));
    }
    if (options.has(QStringLiteral("fresh")))
        splits.keep = false;
    return {};
}

} // namespace

void declareRecipeOptions(Arguments &options)
{
    options.option(QStringLiteral("recipe"), Words::tr("Take the recipe from a file; further options change it."), QStringLiteral("FILE"));
    options.option(QStringLiteral("save-recipe"), Words::tr("Write the recipe to a file."), QStringLiteral("FILE"));
    options.option(QStringLiteral("name"), Words::tr("The dataset's name; that of the project if not given."), QStringLiteral("NAME"));
    options.option(QStringLiteral("description"), Words::tr("A few sentences for the dataset card, in Markdown."), QStringLiteral("TEXT"));
    options.option(QStringLiteral("license"), Words::tr("The licence, by its SPDX identifier: CC-BY-4.0."), QStringLiteral("ID"));
    options.option(QStringLiteral("language"), Words::tr("A list of the languages' ISO 639 codes; those of the articles if not given."), QStringLiteral("LIST"));
    options.statesOption(QStringLiteral("accepted"));
    options.option(QStringLiteral("review"), Words::tr("Only articles whose review is started, or complete; any if not given."), QStringLiteral("STAGE"),
                   {QStringLiteral("any"), QStringLiteral("started"), QStringLiteral("complete")});
    options.option(QStringLiteral("origin"), Words::tr("Only articles with an annotation by a person, a detector or an import; a list."), QStringLiteral("LIST"),
                   {QStringLiteral("person"), QStringLiteral("detector"), QStringLiteral("import")});
    options.option(QStringLiteral("by"), Words::tr("Only articles with an annotation made by this person or detector; may be given several times."),
                   QStringLiteral("NAME"));
    options.option(QStringLiteral("label"), Words::tr("Only articles with one of these labels or frame types; a list."), QStringLiteral("LIST"));
    options.option(QStringLiteral("where"), Words::tr("Only articles with this metadata: outlet=NAME; may be given several times."), QStringLiteral("FIELD=VALUE"));
    options.articleOption();
    options.option(QStringLiteral("shares"), Words::tr("The shares of train, validation and test: 80,10,10 or train=4,test=1."), QStringLiteral("LIST"));
    options.option(QStringLiteral("seed"), Words::tr("Another number gives another split; 1 if not given."), QStringLiteral("NUMBER"));
    options.option(QStringLiteral("group-by"), Words::tr("Keep together what is equal in these: outlet, day, author or any field of the metadata; a list."),
                   QStringLiteral("LIST"));
    options.option(QStringLiteral("similarity"),
                   Words::tr("From which share of common words on articles are one story, and stay together: 0.5 if not given, 0 for never."), QStringLiteral("SHARE"));
    options.option(QStringLiteral("fresh"), Words::tr("Split anew, rather than as in earlier releases."));
    options.option(QStringLiteral("without-text"), Words::tr("Leave the texts out: only offsets, checksums and the labelled words."));
    options.option(QStringLiteral("without-quotes"), Words::tr("Leave the labelled words out too."));
}

Result<void> readRecipeOptions(const Arguments &options, Tasks::ReleaseRecipe &recipe)
{
    const std::pair<QString, QString *> texts[] = {{QStringLiteral("name"), &recipe.name},
                                                   {QStringLiteral("description"), &recipe.description},
                                                   {QStringLiteral("license"), &recipe.license}};
    for (const auto &[option, target] : texts) {
        if (options.has(option))
            *target = options.value(option);
    }
    if (options.has(QStringLiteral("language")))
        recipe.languages = listOf(options, QStringLiteral("language"));
    if (options.has(QStringLiteral("without-quotes")))
        recipe.text = Exchange::ReleasedText::None;
    else if (options.has(QStringLiteral("without-text")))
        recipe.text = Exchange::ReleasedText::Quotes;
    if (const auto selection = readSelection(options, recipe.selection); !selection)
        return selection;
    return readSplits(options, recipe.splits);
}

} // namespace Quoth::CommandLine
