// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "schemaissues.h"
#include "words.h"

#include <app/storage/projectcheck.h>

namespace Quoth::CommandLine {

int runCheck(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("check"), QStringLiteral("PROJECT"), console);
    options.jsonOption();
    if (const auto status = options.read(arguments, 1, 1))
        return *status;
    const auto project = Storage::Project::open(options.project(), Storage::Project::Access::ReadOnly);
    if (!project) {
        console.error(project.error());
        return Failed;
    }
    console.setTitle(Words::tr("Checking"));
    auto issues = Storage::check(**project, console.progress());
    console.endProgress();
    if (!issues) {
        console.error(issues.error());
        return Failed;
    }
    // What makes a schema unusable counts as damage; what is only unwise is told.
    QList<Annotation::Issue> advice;
    for (const Annotation::Issue &issue : schemaIssues(Annotation::schemaProblems((*project)->schema()), options.project()))
        (issue.severity == Annotation::Severity::Error ? *issues : advice).append(issue);
    console.issues(*issues);
    console.issues(advice);
    if (options.json()) {
        console.print(QJsonObject{{QStringLiteral("project"), options.project()},
                                  {QStringLiteral("sound"), issues->isEmpty()},
                                  {QStringLiteral("issues"), toJson(*issues)},
                                  {QStringLiteral("schemaAdvice"), toJson(advice)}});
    } else if (issues->isEmpty()) {
        console.print(Words::tr("%1: no problems found").arg(options.project()));
    } else {
        console.print(QStringLiteral("%1: %2").arg(options.project(), Words::tr("%n problem(s) found", nullptr, int(issues->size()))));
    }
    return issues->isEmpty() ? Done : Failed;
}

} // namespace Quoth::CommandLine
