// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "words.h"

#include <app/tasks/schemas.h>

namespace Quoth::CommandLine {

using namespace Tasks;

int runNew(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("new"), QStringLiteral("PROJECT"), console);
    options.option(QStringLiteral("schema"),
                   Words::tr("A schema file, or the name of one that comes with the program: %1.").arg(schemaNames().join(QStringLiteral(", "))),
                   QStringLiteral("FILE"));
    options.jsonOption();
    if (const auto status = options.read(arguments, 1, 1))
        return *status;
    const auto schema = readSchema(options.value(QStringLiteral("schema")));
    if (!schema) {
        console.error(schema.error());
        return Failed;
    }
    const auto project = Storage::Project::create(options.project(), *schema);
    if (!project) {
        console.error(project.error());
        return Failed;
    }
    if (options.json()) {
        console.print(QJsonObject{{QStringLiteral("project"), options.project()}, {QStringLiteral("schema"), schema->name}});
    } else {
        console.print(Words::tr("Created %1 with the schema \"%2\". \"quoth import\" takes articles into it.")
                          .arg(options.project(), schema->title));
    }
    return Done;
}

} // namespace Quoth::CommandLine
