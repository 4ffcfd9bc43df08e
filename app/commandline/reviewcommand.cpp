// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "words.h"

#include <app/tasks/projectreview.h>

#include <algorithm>

namespace Quoth::CommandLine {

using namespace Annotation;
using Editing::Bulk;
using Editing::BulkAction;
using Editing::ReviewFilter;

namespace {

struct Wanted
{
    Bulk bulk;
    ReviewFilter filter; ///< without what only the project knows: whether labels exist, and who is called so
    QString speaker;
};

void declare(Arguments &options)
{
    options.option(QStringLiteral("accept"), Words::tr("Accept what is meant."));
    options.option(QStringLiteral("reject"), Words::tr("Reject it: it stays as a negative example."));
    options.option(QStringLiteral("delete"), Words::tr("Delete it; what a detector found is rejected instead."));
    options.option(QStringLiteral("reopen"), Words::tr("Make it a suggestion again."));
    options.option(QStringLiteral("relabel"), Words::tr("Give spans this label, where their attributions allow it."), QStringLiteral("LABEL"));
    options.option(QStringLiteral("label"),
                   Words::tr("Only spans with this label, or attributions by the name of their frame; may be given several times. "
                             "Attributions and free spans if not given."),
                   QStringLiteral("LABEL"));
    options.option(QStringLiteral("state"), Words::tr("Only what is in one of these states: a list of suggested, accepted and rejected."),
                   QStringLiteral("LIST"), Arguments::stateNames());
    options.option(QStringLiteral("min-confidence"), Words::tr("Only what has at least this confidence, 0 to 1."), QStringLiteral("NUMBER"));
    options.option(QStringLiteral("max-confidence"), Words::tr("Only what has at most this confidence, 0 to 1."), QStringLiteral("NUMBER"));
    options.option(QStringLiteral("origin"), Words::tr("Only what was made by a person, a detector or an import, or by the one with this name."),
                   QStringLiteral("NAME"));
    options.option(QStringLiteral("speaker"), Words::tr("Only what is credited to the speaker of this name."), QStringLiteral("NAME"));
    options.option(QStringLiteral("text"), Words::tr("Only what says this in its words, its speaker's name or its notes."), QStringLiteral("TEXT"));
    options.option(QStringLiteral("dry-run"), Words::tr("Say what would be done, and change nothing."));
    options.articleOption();
    options.annotatorOption();
    options.jsonOption();
}

/// What is wrong, or empty.
QString readBulk(const Arguments &options, Bulk &bulk)
{
    const struct
    {
        QString name;
        BulkAction action;
    } all[] = {{QStringLiteral("accept"), BulkAction::Accept},
               {QStringLiteral("reject"), BulkAction::Reject},
               {QStringLiteral("delete"), BulkAction::Delete},
               {QStringLiteral("reopen"), BulkAction::Reopen},
               {QStringLiteral("relabel"), BulkAction::Relabel}};
    int given = 0;
    for (const auto &one : all) {
        if (options.has(one.name)) {
            bulk.action = one.action;
            ++given;
        }
    }
    bulk.label = options.value(QStringLiteral("relabel"));
    return given == 1 ? QString() : Words::tr("One of --accept, --reject, --delete, --reopen and --relabel is needed.");
}

bool readConfidence(const Arguments &options, const QString &name, double &confidence)
{
    if (!options.has(name))
        return true;
    bool isNumber = false;
    confidence = options.value(name).toDouble(&isNumber);
    return isNumber && confidence >= 0 && confidence <= 1;
}

/// What is wrong, or empty.
QString readFilter(const Arguments &options, ReviewFilter &filter)
{
    filter.text = options.value(QStringLiteral("text"));
    filter.labels = options.values(QStringLiteral("label"));
    if (options.has(QStringLiteral("state"))) {
        const auto states = Arguments::states(options.value(QStringLiteral("state")));
        if (!states)
            return Words::tr("--state takes a list of suggested, accepted and rejected.");
        filter.states = *states;
    }
    if (!readConfidence(options, QStringLiteral("min-confidence"), filter.minConfidence))
        return Words::tr("--min-confidence takes a number from 0 to 1.");
    if (!readConfidence(options, QStringLiteral("max-confidence"), filter.maxConfidence))
        return Words::tr("--max-confidence takes a number from 0 to 1.");
    if (filter.minConfidence > filter.maxConfidence)
        return Words::tr("--min-confidence is more than --max-confidence: nothing can be meant.");
    const QString origin = options.value(QStringLiteral("origin"));
    filter.originKind = originKindFromString(origin);
    if (!filter.originKind)
        filter.originName = origin;
    return {};
}

/// Fails on a label or speaker that the project does not know.
Result<void> complete(Wanted &wanted, Storage::Project &project)
{
    const Schema &schema = project.schema();
    for (const QString &label : wanted.filter.labels) {
        if (!schema.label(label) && !schema.frameType(label))
            return Error{ErrorCode::NotFound, Words::tr("The project's schema has no label \"%1\".").arg(label), project.path()};
    }
    if (wanted.bulk.action == BulkAction::Relabel && !schema.label(wanted.bulk.label))
        return Error{ErrorCode::NotFound, Words::tr("The project's schema has no label \"%1\".").arg(wanted.bulk.label), project.path()};
    if (wanted.speaker.isEmpty())
        return {};
    const auto speakers = project.speakers();
    if (!speakers)
        return speakers.error();
    const auto called = [&wanted](const Speaker &one) { return one.isCalled(wanted.speaker); };
    const auto found = std::find_if(speakers->begin(), speakers->end(), called);
    if (found == speakers->end())
        return Error{ErrorCode::NotFound, Words::tr("The project has no speaker \"%1\".").arg(wanted.speaker), project.path()};
    if (std::count_if(speakers->begin(), speakers->end(), called) > 1)
        return Error{ErrorCode::BadInput, Words::tr("Several speakers are called \"%1\".").arg(wanted.speaker), project.path()};
    wanted.filter.speaker = found->id;
    wanted.speaker = found->name;
    return {};
}

QString done(const Bulk &bulk, int items, const Schema &schema)
{
    switch (bulk.action) {
    case BulkAction::Accept: return Words::tr("%n item(s) accepted", nullptr, items);
    case BulkAction::Reject: return Words::tr("%n item(s) rejected", nullptr, items);
    case BulkAction::Reopen: return Words::tr("%n item(s) reopened", nullptr, items);
    case BulkAction::Delete: return Words::tr("%n item(s) deleted", nullptr, items);
    case BulkAction::Relabel: break;
    }
    return Words::tr("%n item(s) relabelled as %1", nullptr, items).arg(Editing::titleOfLabel(bulk.label, schema));
}

QJsonObject toJson(const Editing::BulkPreview &preview)
{
    QJsonArray counts;
    for (auto label = preview.counts.begin(); label != preview.counts.end(); ++label) {
        for (auto state = label->begin(); state != label->end(); ++state) {
            counts.append(QJsonObject{{QStringLiteral("label"), label.key()},
                                      {QStringLiteral("state"), toString(state.key())},
                                      {QStringLiteral("count"), state.value()}});
        }
    }
    return {{QStringLiteral("items"), preview.items},
            {QStringLiteral("articles"), preview.articles},
            {QStringLiteral("keptAsRejected"), preview.keptAsRejected},
            {QStringLiteral("counts"), counts}};
}

void tell(const Editing::BulkPreview &preview, const Bulk &bulk, const Schema &schema, bool dry, Console &console)
{
    if (preview.items == 0) {
        console.print(Words::tr("Nothing matched; nothing was changed."));
        return;
    }
    const QString what = Words::tr("%1 in %2", "items, articles").arg(done(bulk, preview.items, schema), Words::tr("%n article(s)", nullptr, preview.articles));
    console.print(dry ? Words::tr("Would do: %1. Nothing was changed.").arg(what)
                      : Words::tr("%1. \"quoth log\" tells; undo in the window takes it back.").arg(what));
    if (preview.keptAsRejected > 0)
        console.print(Words::tr("%n of them, found by a detector, kept as rejected", nullptr, preview.keptAsRejected));
    if (dry) {
        for (const QString &example : preview.examples)
            console.print(QStringLiteral("  ") + example);
    }
}

} // namespace

int runReview(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("review"), QStringLiteral("PROJECT"), console);
    declare(options);
    if (const auto status = options.read(arguments, 1, 1))
        return *status;
    Wanted wanted;
    wanted.speaker = options.value(QStringLiteral("speaker"));
    for (const QString &wrong : {readBulk(options, wanted.bulk), readFilter(options, wanted.filter)}) {
        if (!wrong.isEmpty())
            return options.wrongUsage(wrong);
    }
    const bool dry = options.has(QStringLiteral("dry-run"));
    const auto fail = [&console](const Error &error) {
        console.error(error);
        return Failed;
    };
    const auto project = Storage::Project::open(options.project(),
                                                dry ? Storage::Project::Access::ReadOnly : Storage::Project::Access::ReadWrite);
    if (!project)
        return fail(project.error());
    if (const auto known = complete(wanted, **project); !known)
        return fail(known.error());
    const auto ids = (*project)->nextIds();
    if (!ids)
        return fail(ids.error());
    const auto articles = options.articles(**project);
    if (!articles)
        return fail(articles.error());
    const Schema &schema = (*project)->schema();
    console.setTitle(Words::tr("Reviewing"));
    const auto prepared = Tasks::prepareReview(**project, (*project)->schema(), *articles, wanted.filter, wanted.bulk, Editing::IdAllocator(*ids), options.person(),
                                               Editing::describe(wanted.filter, schema, wanted.speaker), console.progress());
    console.endProgress();
    if (!prepared)
        return fail(prepared.error());
    if (!dry && !prepared->step.isEmpty()) {
        if (const auto written = (*project)->apply(prepared->step, options.person()); !written)
            return fail(written.error());
    }
    if (options.json()) {
        QJsonObject answer = toJson(prepared->preview);
        answer.insert(QStringLiteral("project"), options.project());
        answer.insert(QStringLiteral("changed"), !dry && !prepared->step.isEmpty());
        console.print(answer);
    } else {
        tell(prepared->preview, wanted.bulk, schema, dry, console);
    }
    return Done;
}

} // namespace Quoth::CommandLine
