// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "words.h"

#include <app/rendering/manualpages.h>

namespace Quoth::CommandLine {

int runManual(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("manual"), QStringLiteral("[CHAPTER...]"), console);
    options.option(QStringLiteral("output"),
                   Words::tr("Writes instead: manual.html is one page with all in it, manual.pdf is for paper, a folder gets a "
                             "page for each chapter."),
                   QStringLiteral("PATH"));
    options.option(QStringLiteral("list"), Words::tr("The names and titles of the chapters."));
    if (const auto status = options.read(arguments, 0, -1))
        return *status;
    const Rendering::Manual manual;
    QStringList names;
    for (const Rendering::ManualChapter &chapter : manual.chapters())
        names.append(chapter.name);
    QStringList chosen;
    const QStringList asked = options.positional();
    for (const QString &one : asked) {
        const QString name = one.endsWith(QStringLiteral(".md")) ? one.chopped(3) : one;
        if (!names.contains(name))
            return options.wrongUsage(
                Words::tr("The manual has no chapter \u201C%1\u201D. It has: %2.").arg(one, names.join(QStringLiteral(", "))));
        chosen.append(name);
    }
    if (options.has(QStringLiteral("list"))) {
        for (const Rendering::ManualChapter &chapter : manual.chapters())
            console.print(QStringLiteral("%1  %2").arg(chapter.name, -13).arg(chapter.title));
        return Done;
    }
    const QString output = options.value(QStringLiteral("output"));
    if (options.has(QStringLiteral("output"))) {
        if (output.isEmpty())
            return options.wrongUsage(Words::tr("--output takes a file or a folder."));
        if (const auto done = Rendering::writeManual(manual, chosen, output); !done) {
            console.error(done.error());
            return Failed;
        }
        console.print(Words::tr("The manual was written to %1").arg(output));
        return Done;
    }
    if (chosen.isEmpty() && !names.isEmpty())
        chosen.append(names.constFirst());
    for (const QString &name : std::as_const(chosen))
        console.print(manual.chapter(name)->source.trimmed());
    return Done;
}

} // namespace Quoth::CommandLine
