// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "words.h"

#include <app/exchange/formatregistry.h>

namespace Quoth::CommandLine {

using namespace Annotation;

namespace {

Result<QList<Issue>> write(Storage::Project &project, const QList<Storage::ArticleSummary> &articles,
                           const Exchange::Exporter &exporter, const QString &output, const Exchange::ExportOptions &how,
                           const Progress &progress)
{
    const auto session = exporter.open(output, how);
    if (!session)
        return session.error();
    double done = 0;
    for (const Storage::ArticleSummary &summary : articles) {
        if (progress.isCancelled())
            return Error{ErrorCode::Cancelled, Words::tr("Stopped; nothing was written."), output};
        const auto article = project.article(summary.id);
        if (!article)
            return article.error();
        if (const auto written = (*session)->write(*article); !written)
            return written.error();
        progress.report(++done / double(articles.size()));
    }
    return (*session)->finish();
}

} // namespace

int runExport(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("export"), QStringLiteral("PROJECT --format NAME --output PATH"), console);
    options.option(QStringLiteral("format"), Words::tr("The format to write; see \"quoth formats\"."), QStringLiteral("NAME"));
    options.option(QStringLiteral("output"), Words::tr("The file, or the folder for some formats; - is the standard output."),
                   QStringLiteral("PATH"));
    options.statesOption(QStringLiteral("suggested,accepted"));
    options.articleOption();
    options.jsonOption();
    if (const auto status = options.read(arguments, 1, 1))
        return *status;
    const Exchange::FormatRegistry formats;
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
    const auto states = Arguments::states(options.value(QStringLiteral("state")));
    if (!states)
        return options.wrongUsage(Words::tr("--state takes a list of suggested, accepted and rejected."));

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
    const auto issues = write(**project, *articles, *exporter, output, {*states, (*project)->schema()}, console.progress());
    console.endProgress();
    if (!issues) {
        console.error(issues.error());
        return Failed;
    }
    console.issues(*issues);
    if (options.json()) {
        console.print(QJsonObject{{QStringLiteral("output"), output},
                                  {QStringLiteral("format"), format},
                                  {QStringLiteral("articles"), int(articles->size())},
                                  {QStringLiteral("issues"), toJson(*issues)}});
    } else if (!toStandardOutput) {
        console.print(Words::tr("%n article(s) written to %1", nullptr, int(articles->size())).arg(output));
    }
    return Done;
}

} // namespace Quoth::CommandLine
