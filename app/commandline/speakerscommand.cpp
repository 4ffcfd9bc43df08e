// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "table.h"
#include "words.h"

#include <app/editing/speakeredits.h>
#include <app/storage/mentions.h>

#include <algorithm>

namespace Quoth::CommandLine {

using Annotation::Speaker;
using Annotation::SpeakerType;
using Editing::SpeakerEdits;

namespace {

enum class Wish { List, Merge, Rename, SetType };

/// nullopt where the options contradict each other; wrong says how.
std::optional<Wish> wishOf(const Arguments &options, QString &wrong)
{
    const bool merge = options.has(QStringLiteral("merge"));
    const bool rename = options.has(QStringLiteral("rename"));
    const bool type = options.has(QStringLiteral("type"));
    if (merge + rename + type > 1)
        wrong = Words::tr("Only one of --merge, --rename and --type can be done at a time.");
    else if (merge != options.has(QStringLiteral("into")))
        wrong = Words::tr("--merge NAME and --into NAME belong together.");
    else if ((rename || type) && !options.has(QStringLiteral("speaker")))
        wrong = Words::tr("Say with --speaker NAME whose it is.");
    else if (!rename && !type && options.has(QStringLiteral("speaker")))
        wrong = Words::tr("--speaker NAME needs --rename or --type.");
    else if (type && !Annotation::speakerTypeFromString(options.value(QStringLiteral("type"))))
        wrong = Words::tr("--type takes one of person, organisation, country, group, anonymous and article.");
    if (!wrong.isEmpty())
        return std::nullopt;
    return merge ? Wish::Merge : rename ? Wish::Rename : type ? Wish::SetType : Wish::List;
}

/// The speaker of this number or canonical name, else the only one who is called so.
Result<Speaker> findSpeaker(const QList<Speaker> &speakers, const QString &name, const QString &project)
{
    QList<Speaker> canonical;
    QList<Speaker> called;
    for (const Speaker &speaker : speakers) {
        if (QString::number(speaker.id.number()) == name)
            return speaker;
        if (speaker.name.compare(name.simplified(), Qt::CaseInsensitive) == 0)
            canonical.append(speaker);
        if (speaker.isCalled(name))
            called.append(speaker);
    }
    const QList<Speaker> &found = canonical.isEmpty() ? called : canonical;
    if (found.isEmpty())
        return Error{ErrorCode::NotFound,
                     Words::tr("The project has no speaker \"%1\"; \"quoth speakers PROJECT\" lists them.").arg(name), project};
    if (found.size() > 1)
        return Error{
            ErrorCode::BadInput,
            Words::tr("Several speakers are called \"%1\": give the number that \"quoth speakers PROJECT\" shows.").arg(name),
            project};
    return found.constFirst();
}

SpeakerEdits::Step stepOf(Wish wish, const Arguments &options, Storage::Project &project, const QList<Speaker> &speakers)
{
    const auto ids = project.nextIds();
    if (!ids)
        return ids.error();
    SpeakerEdits edits(project, Editing::IdAllocator(*ids));
    if (wish == Wish::Merge) {
        const auto kept = findSpeaker(speakers, options.value(QStringLiteral("into")), project.path());
        if (!kept)
            return kept.error();
        QList<SpeakerId> merged;
        for (const QString &name : options.values(QStringLiteral("merge"))) {
            const auto speaker = findSpeaker(speakers, name, project.path());
            if (!speaker)
                return speaker.error();
            merged.append(speaker->id);
        }
        return edits.merge(merged, kept->id);
    }
    const auto found = findSpeaker(speakers, options.value(QStringLiteral("speaker")), project.path());
    if (!found)
        return found.error();
    Speaker changed = *found;
    if (wish == Wish::SetType) {
        changed.type = *Annotation::speakerTypeFromString(options.value(QStringLiteral("type")));
    } else {
        changed.name = options.value(QStringLiteral("rename"));
        changed.aliases.removeIf(
            [&](const QString &alias) { return alias.compare(changed.name.simplified(), Qt::CaseInsensitive) == 0; });
        if (changed.name.simplified().compare(found->name, Qt::CaseInsensitive) != 0)
            changed.aliases.append(found->name); // it is what the articles say
    }
    return edits.change(changed);
}

void list(const QList<Speaker> &speakers, const QHash<SpeakerId, Storage::SpeakerUse> &uses, const Arguments &options,
          Console &console)
{
    if (options.json()) {
        QJsonArray array;
        for (const Speaker &speaker : speakers) {
            const Storage::SpeakerUse use = uses.value(speaker.id);
            array.append(QJsonObject{
                {QStringLiteral("number"), speaker.id.number()},
                {QStringLiteral("name"), speaker.name},
                {QStringLiteral("type"), toString(speaker.type)},
                {QStringLiteral("aliases"), QJsonArray::fromStringList(speaker.aliases)},
                {QStringLiteral("wikidata"), speaker.wikidata.isEmpty() ? QJsonValue() : QJsonValue(speaker.wikidata)},
                {QStringLiteral("attributions"), use.attributions},
                {QStringLiteral("articles"), use.articles}});
        }
        console.print(QJsonObject{{QStringLiteral("project"), options.project()}, {QStringLiteral("speakers"), array}});
        return;
    }
    if (speakers.isEmpty()) {
        console.print(Words::tr("No speakers yet."));
        return;
    }
    Table table({Words::tr("no."), Words::tr("name"), Words::tr("type"), Words::tr("attributions"), Words::tr("articles"),
                 Words::tr("aliases")});
    for (const Speaker &speaker : speakers) {
        const Storage::SpeakerUse use = uses.value(speaker.id);
        table.add({QString::number(speaker.id.number()), speaker.name, toString(speaker.type), QString::number(use.attributions),
                   QString::number(use.articles), speaker.aliases.join(QStringLiteral(", "))});
    }
    const QStringList lines = table.lines();
    for (const QString &line : lines)
        console.print(line);
}

} // namespace

int runSpeakers(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("speakers"), QStringLiteral("PROJECT"), console);
    options.option(
        QStringLiteral("merge"),
        Words::tr("Credit this speaker's words to the one of --into, and keep the name as an alias; may be given several times."),
        QStringLiteral("NAME"));
    options.option(QStringLiteral("into"), Words::tr("The speaker that stays in a merge."), QStringLiteral("NAME"));
    options.option(QStringLiteral("speaker"), Words::tr("The speaker to change: a name, or the number in the list."),
                   QStringLiteral("NAME"));
    options.option(QStringLiteral("rename"), Words::tr("Give the speaker another name; the old one becomes an alias."),
                   QStringLiteral("NAME"));
    options.option(QStringLiteral("type"),
                   Words::tr("Make the speaker a person, organisation, country, group, anonymous or article."),
                   QStringLiteral("TYPE"),
                   {QStringLiteral("person"), QStringLiteral("organisation"), QStringLiteral("country"), QStringLiteral("group"),
                    QStringLiteral("anonymous"), QStringLiteral("article")});
    options.annotatorOption();
    options.jsonOption();
    if (const auto status = options.read(arguments, 1, 1))
        return *status;
    QString wrong;
    const std::optional<Wish> wish = wishOf(options, wrong);
    if (!wish)
        return options.wrongUsage(wrong);
    const auto fail = [&console](const Error &error) {
        console.error(error);
        return Failed;
    };
    const bool reads = *wish == Wish::List;
    const auto project = Storage::Project::open(options.project(),
                                                reads ? Storage::Project::Access::ReadOnly : Storage::Project::Access::ReadWrite);
    if (!project)
        return fail(project.error());
    auto speakers = (*project)->speakers();
    if (!speakers)
        return fail(speakers.error());
    if (reads) {
        const auto uses = Storage::speakerUses(**project);
        if (!uses)
            return fail(uses.error());
        std::stable_sort(speakers->begin(), speakers->end(), [&](const Speaker &a, const Speaker &b) {
            return uses->value(a.id).attributions > uses->value(b.id).attributions;
        });
        list(*speakers, *uses, options, console);
        return Done;
    }
    const auto step = stepOf(*wish, options, **project, *speakers);
    if (!step)
        return fail(step.error());
    if (!step->isEmpty()) {
        if (const auto written = (*project)->apply(*step, options.person()); !written)
            return fail(written.error());
    }
    const auto articles
        = std::count_if(step->begin(), step->end(), [](const Annotation::Edit &edit) { return edit.article.has_value(); });
    if (options.json()) {
        console.print(QJsonObject{{QStringLiteral("project"), options.project()},
                                  {QStringLiteral("changed"), !step->isEmpty()},
                                  {QStringLiteral("articles"), qint64(articles)}});
    } else {
        console.print(
            step->isEmpty()
                ? Words::tr("It is so already; nothing was changed.")
                : Words::tr("Done: %1. \"quoth log\" tells; undo in the window takes it back.").arg(step->constFirst().title));
    }
    return Done;
}

} // namespace Quoth::CommandLine
