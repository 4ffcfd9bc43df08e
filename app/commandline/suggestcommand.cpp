// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "words.h"

#include <app/detection/detectorregistry.h>
#include <app/detection/model/modeldetector.h>
#include <app/detection/outside/detectorlist.h>
#include <app/tasks/learning.h>
#include <app/tasks/suggesting.h>

namespace Quoth::CommandLine {

using namespace Tasks;

namespace {

QJsonObject jsonOf(const Suggested &done)
{
    return {{QStringLiteral("article"), done.article.externalId},
            {QStringLiteral("found"), done.found},
            {QStringLiteral("changed"), done.changed},
            {QStringLiteral("toReview"), done.article.suggested},
            {QStringLiteral("issues"), toJson(done.issues)}};
}

/// The trained model with what the project has taught it takes its place.
Result<void> adapt(Detection::DetectorRegistry &registry, Storage::Project &project)
{
    const auto base = baseModelIn(registry);
    if (!base)
        return base.error();
    if (!*base)
        return {};
    auto detector = projectDetector(project, **base);
    if (!detector)
        return detector.error();
    registry.add(*std::move(detector));
    return {};
}

} // namespace

int runSuggest(const QStringList &arguments, Console &console)
{
    Detection::DetectorRegistry registry;
    QList<Annotation::Issue> issues;
    const auto list = Detection::DetectorList::remembered(registry.names(), &issues);
    console.issues(issues);
    QStringList known = registry.names();
    for (const Detection::DetectorEntry &entry : list.entries) {
        if (entry.outside)
            known.append(entry.name);
    }
    const QString names = known.join(QStringLiteral(", "));
    Arguments options(QStringLiteral("suggest"), QStringLiteral("PROJECT"), console);
    options.option(QStringLiteral("detector"),
                   Words::tr("Which detector; may be given several times. There are: %1. Those that are enabled, see \"quoth detectors\", if not given.").arg(names),
                   QStringLiteral("NAME"), known);
    options.option(QStringLiteral("model"), Words::tr("A model that \"quoth train\" made, to suggest with instead of the one that comes with the program."),
                   QStringLiteral("FILE"));
    options.articleOption();
    options.annotatorOption();
    options.jsonOption();
    if (const auto status = options.read(arguments, 1, 1))
        return *status;
    QStringList wanted = options.values(QStringLiteral("detector"));
    if (options.has(QStringLiteral("model"))) {
        const auto model = Detection::loadModel(options.value(QStringLiteral("model")));
        if (!model) {
            console.error(model.error());
            return Failed;
        }
        registry.add(std::make_unique<Detection::ModelDetector>(Detection::modelName, Words::tr("Trained model"),
                                                                std::make_shared<const Detection::AttributionFinder>(*model), nullptr,
                                                                (*model)->version));
        if (!known.contains(Detection::modelName))
            known.prepend(Detection::modelName);
        if (wanted.isEmpty())
            wanted.append(Detection::modelName);
    }
    if (wanted.isEmpty())
        wanted = list.enabled();
    wanted.removeDuplicates();
    for (const QString &name : std::as_const(wanted)) {
        if (!known.contains(name))
            return options.wrongUsage(Words::tr("There is no detector \"%1\"; there are: %2.").arg(name, names));
    }

    const auto project = Storage::Project::open(options.project(), Storage::Project::Access::ReadWrite);
    if (!project) {
        console.error(project.error());
        return Failed;
    }
    // Those from outside are told the labels of the project.
    list.addTo(registry, (*project)->schema());
    if (wanted.contains(Detection::modelName)) {
        if (const auto adapted = adapt(registry, **project); !adapted) {
            console.error(adapted.error());
            return Failed;
        }
    }
    QList<const Detection::Detector *> detectors;
    for (const QString &name : std::as_const(wanted))
        detectors.append(registry.detector(name));
    const auto ids = (*project)->nextIds();
    if (!ids) {
        console.error(ids.error());
        return Failed;
    }
    const auto articles = options.articles(**project);
    if (!articles) {
        console.error(articles.error());
        return Failed;
    }
    bool failed = false;
    QJsonArray answer;
    int found = 0;
    console.setTitle(Words::tr("Suggesting"));
    const auto tell = [&](const Suggested &done) {
        for (Error error : done.errors) {
            error.place = error.place.isEmpty() ? done.article.externalId : error.place;
            console.error(error);
            failed = true;
        }
        console.issues(done.issues);
        found += done.found;
        answer.append(jsonOf(done));
        if (!options.json()) {
            console.print(QStringLiteral("%1: %2, %3")
                              .arg(done.article.externalId, Words::tr("%n found", nullptr, done.found),
                                   Words::tr("%n to review", nullptr, done.article.suggested)));
        }
    };
    const auto done = suggest(**project, *articles, detectors, Editing::IdAllocator(*ids), options.person(), console.progress(), tell);
    console.endProgress();
    if (!done) {
        console.error(done.error());
        failed = true;
    }
    if (options.json()) {
        console.print(QJsonObject{{QStringLiteral("project"), options.project()},
                                  {QStringLiteral("detectors"), QJsonArray::fromStringList(wanted)},
                                  {QStringLiteral("articles"), answer}});
    } else if (articles->size() != 1) {
        console.print(QStringLiteral("%1: %2, %3")
                          .arg(options.project(), Words::tr("%n article(s)", nullptr, int(answer.size())),
                               Words::tr("%n found", nullptr, found)));
    }
    return failed ? Failed : Done;
}

} // namespace Quoth::CommandLine
