// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "words.h"

#include <app/tasks/sampleproject.h>

namespace Quoth::CommandLine {

using namespace Tasks;

int runSample(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("sample"), QStringLiteral("PROJECT"), console);
    if (const auto status = options.read(arguments, 1, 1))
        return *status;
    const auto project = createSampleProject(options.project());
    if (!project) {
        console.error(project.error());
        return Failed;
    }
    console.print(Words::tr("Created %1: one article is labelled, the others have suggestions to review.").arg(options.project()));
    return Done;
}

} // namespace Quoth::CommandLine
