// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "words.h"

#include <app/exchange/articlecolumns.h>
#include <app/exchange/formatregistry.h>
#include <app/tasks/articleintake.h>
#include <app/tasks/pagefetch.h>

#include <QFileInfo>
#include <QTemporaryDir>

namespace Quoth::CommandLine {

using namespace Annotation;
using namespace Tasks;

namespace {

void declare(Arguments &options, const Exchange::FormatRegistry &formats)
{
    QStringList names;
    for (const Exchange::Importer *importer : formats.importers())
        names.append(importer->info().name);
    options.option(QStringLiteral("format"), Words::tr("The files' format; recognised if not given. See \"quoth formats\"."),
                   QStringLiteral("NAME"), names);
    options.option(QStringLiteral("encoding"), Words::tr("The files' encoding; detected if not given."), QStringLiteral("NAME"));
    options.option(QStringLiteral("as"),
                   Words::tr("suggested or accepted: the state of annotations whose file gives none. accepted if not given."),
                   QStringLiteral("STATE"), {toString(State::Suggested), toString(State::Accepted)});
    options.option(QStringLiteral("columns"), Words::tr("Of tables of articles: which column is what, as in text=body,title=headline. Guessed by the names if not given."),
                   QStringLiteral("LIST"));
    options.annotatorOption();
    options.jsonOption();
}

QString summary(const ArticleIntake &intake, const QString &project)
{
    QStringList parts = {Words::tr("%n article(s) added", nullptr, intake.added())};
    if (intake.merged() > 0)
        parts.append(Words::tr("%n with new annotations", nullptr, intake.merged()));
    if (intake.unchanged() > 0)
        parts.append(Words::tr("%n already there", nullptr, intake.unchanged()));
    return project + QStringLiteral(": ") + parts.join(QStringLiteral(", "));
}

} // namespace

int runImport(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("import"), QStringLiteral("PROJECT FILE..."), console);
    const Exchange::FormatRegistry formats;
    declare(options, formats);
    if (const auto status = options.read(arguments, 2, -1))
        return *status;
    Exchange::ImportOptions how{options.value(QStringLiteral("format")), options.value(QStringLiteral("encoding")), State::Accepted,
                                options.person()};
    if (!how.format.isEmpty() && !formats.importer(how.format))
        return options.wrongUsage(Words::tr("There is no format \"%1\" to read; see \"quoth formats\".").arg(how.format));
    if (options.has(QStringLiteral("columns"))) {
        const auto columns = Exchange::columnsFromWords(options.value(QStringLiteral("columns")));
        if (!columns)
            return options.wrongUsage(columns.error().message);
        how.columns = *columns;
    }
    if (options.has(QStringLiteral("as"))) {
        const auto state = stateFromString(options.value(QStringLiteral("as")));
        if (!state || *state == State::Rejected)
            return options.wrongUsage(Words::tr("--as takes suggested or accepted."));
        how.state = *state;
    }

    const auto project = Storage::Project::open(options.project(), Storage::Project::Access::ReadWrite);
    if (!project) {
        console.error(project.error());
        return Failed;
    }
    const auto ids = (*project)->nextIds();
    if (!ids) {
        console.error(ids.error());
        return Failed;
    }
    QStringList files;
    for (const QString &named : options.positional().mid(1))
        files += QFileInfo(named).isDir() ? formats.filesOf(named) : QStringList{named};
    auto intake = ArticleIntake::into(**project, Editing::IdAllocator(*ids), options.person(), Storage::GrowingStep{importTitle(files)});
    if (!intake) {
        console.error(intake.error());
        return Failed;
    }
    auto texts = TextIndex::of(**project, console.progress());
    if (!texts) {
        console.error(texts.error());
        return Failed;
    }
    intake->compareWith(*texts);
    QJsonArray failures;
    QList<Issue> issues;
    QTemporaryDir scratch;
    for (const QString &named : files) {
        QString file = named;
        how.url.clear();
        if (named.startsWith(QStringLiteral("http://")) || named.startsWith(QStringLiteral("https://"))) {
            console.setTitle(Words::tr("Fetching %1").arg(named));
            const auto address = webAddress(named);
            const auto fetched = address ? fetchPage(*address, scratch.path(), console.progress()) : Result<QString>(address.error());
            if (!fetched) {
                console.error(fetched.error());
                failures.append(QJsonObject{{QStringLiteral("place"), fetched.error().place}, {QStringLiteral("message"), fetched.error().message}});
                continue;
            }
            file = *fetched;
            how.url = address->toDisplayString(QUrl::RemovePassword);
        }
        console.setTitle(Words::tr("Importing %1").arg(QFileInfo(file).fileName()));
        Exchange::ImportReport report;
        const auto read = formats.read(
            file, how, [&](Exchange::ImportedArticle article) { return intake->take(std::move(article), file); }, report,
            console.progress());
        report.issues += intake->takeIssues();
        console.issues(report.issues);
        issues += report.issues;
        if (read)
            continue;
        console.error(read.error());
        failures.append(QJsonObject{{QStringLiteral("place"), read.error().place}, {QStringLiteral("message"), read.error().message}});
        if (console.progress().isCancelled())
            break;
    }
    console.endProgress();
    if (options.json()) {
        console.print(QJsonObject{{QStringLiteral("project"), options.project()},
                                  {QStringLiteral("added"), intake->added()},
                                  {QStringLiteral("merged"), intake->merged()},
                                  {QStringLiteral("unchanged"), intake->unchanged()},
                                  {QStringLiteral("failed"), failures},
                                  {QStringLiteral("issues"), toJson(issues)}});
    } else {
        console.print(summary(*intake, options.project()));
    }
    return failures.isEmpty() && !hasErrors(issues) ? Done : Failed;
}

} // namespace Quoth::CommandLine
