// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "schemaissues.h"
#include "words.h"

#include <app/tasks/schemas.h>

#include <QFileInfo>

namespace Quoth::CommandLine {

namespace {

/// A schema file, one that the program carries, or that of a project.
Result<Annotation::Schema> schemaOf(const QString &name)
{
    if (!name.endsWith(QStringLiteral(".quoth")))
        return Tasks::readSchema(name);
    const auto project = Storage::Project::open(name, Storage::Project::Access::ReadOnly);
    if (!project)
        return project.error();
    return (*project)->schema();
}

} // namespace

int runSchema(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("schema"), QStringLiteral("check|show FILE"), console);
    options.jsonOption();
    if (const auto status = options.read(arguments, 2, 2))
        return *status;
    const QString verb = options.positional()[0];
    const QString name = options.positional()[1];
    if (verb != u"check" && verb != u"show")
        return options.wrongUsage(Words::tr("\"%1\" is neither check nor show.").arg(verb));
    const auto schema = schemaOf(name);
    if (!schema) {
        console.error(schema.error());
        return Failed;
    }
    if (verb == u"show") {
        console.print(QString::fromUtf8(schema->toJson()).trimmed());
        return Done;
    }
    const auto problems = Annotation::schemaProblems(*schema);
    const QList<Annotation::Issue> issues = schemaIssues(problems, name);
    const bool usable = Annotation::isUsable(problems);
    if (options.json()) {
        console.print(QJsonObject{{QStringLiteral("schema"), schema->name},
                                  {QStringLiteral("usable"), usable},
                                  {QStringLiteral("issues"), toJson(issues)}});
    } else {
        for (const Annotation::Issue &issue : issues)
            console.print(QStringLiteral("%1: %2").arg(issue.place, issue.message));
        console.print(issues.isEmpty() ? Words::tr("%1: no problems found").arg(name)
                                       : QStringLiteral("%1: %2").arg(name, Words::tr("%n problem(s) found", nullptr, int(issues.size()))));
    }
    return usable ? Done : Failed;
}

} // namespace Quoth::CommandLine
