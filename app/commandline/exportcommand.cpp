// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "words.h"

#include <app/exchange/formatregistry.h>
#include <app/tasks/exporting.h>

namespace Quoth::CommandLine {

int runExport(const QStringList &arguments, Console &console)
{
    const Exchange::FormatRegistry formats;
    QStringList names;
    for (const Exchange::Exporter *exporter : formats.exporters())
        names.append(exporter->info().name);
    Arguments options(QStringLiteral("export"), QStringLiteral("PROJECT --format NAME --output PATH"), console);
    options.option(QStringLiteral("format"), Words::tr("The format to write; see \"quoth formats\"."), QStringLiteral("NAME"), names);
    options.option(QStringLiteral("output"), Words::tr("The file, or the folder for some formats; - is the standard output."),
                   QStringLiteral("PATH"));
    options.statesOption(QStringLiteral("suggested,accepted"));
    options.articleOption();
    options.option(QStringLiteral("overlaps"),
                   Words::tr("Which of overlapping spans is written by formats with one label a word: longest or shortest. longest if not given."), QStringLiteral("WHICH"));
    options.option(QStringLiteral("dry-run"), Words::tr("Only tell what the format cannot carry; write nothing."));
    options.jsonOption();
    if (const auto status = options.read(arguments, 1, 1))
        return *status;
    const QString format = options.value(QStringLiteral("format"));
    const QString output = options.value(QStringLiteral("output"));
    if (format.isEmpty() || output.isEmpty())
        return options.wrongUsage(Words::tr("--format and --output are needed."));
    const Exchange::Exporter *exporter = formats.exporter(format);
    if (!exporter)
        return options.wrongUsage(Words::tr("There is no format \"%1\" to write; see \"quoth formats\".").arg(format));
    const bool toStandardOutput = output == u"-";
    if (toStandardOutput && options.json())
        return options.wrongUsage(Words::tr("The standard output cannot take both the export and --json."));
    Exchange::ExportOptions how;
    if (options.has(QStringLiteral("overlaps"))) {
        const QString choice = options.value(QStringLiteral("overlaps"));
        if (choice != u"longest" && choice != u"shortest")
            return options.wrongUsage(Words::tr("--overlaps takes longest or shortest."));
        how.overlaps = choice == u"shortest" ? Exchange::OverlapChoice::Shortest : Exchange::OverlapChoice::Longest;
    }
    const auto states = Arguments::states(options.value(QStringLiteral("state")));
    if (!states)
        return options.wrongUsage(Words::tr("--state takes a list of suggested, accepted and rejected."));
    how.states = *states;

    const auto project = Storage::Project::open(options.project(), Storage::Project::Access::ReadOnly);
    if (!project) {
        console.error(project.error());
        return Failed;
    }
    const auto articles = options.articles(**project);
    if (!articles) {
        console.error(articles.error());
        return Failed;
    }
    console.setTitle(Words::tr("Exporting"));
    QList<ArticleId> ids;
    for (const Storage::ArticleSummary &summary : *articles)
        ids.append(summary.id);
    const bool dryRun = options.has(QStringLiteral("dry-run"));
    const auto exported = Tasks::exportArticles(**project, ids, *exporter, output, how, dryRun, console.progress());
    console.endProgress();
    if (!exported) {
        console.error(exported.error());
        return Failed;
    }
    console.issues(exported->losses);
    if (options.json()) {
        console.print(QJsonObject{{QStringLiteral("output"), output},
                                  {QStringLiteral("format"), format},
                                  {QStringLiteral("articles"), exported->articles},
                                  {QStringLiteral("written"), exported->written},
                                  {QStringLiteral("issues"), toJson(exported->losses)}});
    } else if (dryRun) {
        console.print(exported->losses.isEmpty() ? Words::tr("%n article(s) can be written without loss.", nullptr, exported->articles)
                                                 : Words::tr("%n article(s) can be written with what is told above; nothing was written.", nullptr, exported->articles));
    } else if (!toStandardOutput) {
        console.print(Words::tr("%n article(s) written to %1", nullptr, exported->articles).arg(output));
    }
    return Done;
}

} // namespace Quoth::CommandLine
