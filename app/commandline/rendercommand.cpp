// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "words.h"

#include <app/rendering/articlerenderer.h>

#include <QFileInfo>

namespace Quoth::CommandLine {

namespace {

template<class T>
bool readNumber(const Arguments &options, const QString &name, T least, T most, T &number)
{
    if (!options.has(name))
        return true;
    bool isNumber = false;
    const double value = options.value(name).toDouble(&isNumber);
    number = T(value);
    return isNumber && value >= double(least) && value <= double(most) && double(number) == value;
}

} // namespace

int runRender(const QStringList &arguments, Console &console)
{
    const QString suffixes = Rendering::renderSuffixes().join(QStringLiteral(", "));
    Arguments options(QStringLiteral("render"), QStringLiteral("PROJECT --article ID --output PATH"), console);
    options.option(QStringLiteral("article"), Words::tr("The article's id or number."), QStringLiteral("ID"));
    options.option(QStringLiteral("output"), Words::tr("The file to write; its suffix says what: %1.").arg(suffixes), QStringLiteral("PATH"));
    options.option(QStringLiteral("width"), Words::tr("The width of a picture in pixels, 400 to 4000. 960 if not given."),
                   QStringLiteral("PIXELS"));
    options.option(QStringLiteral("scale"), Words::tr("So many times as many pixels, 0.25 to 8, for a sharper picture. 1 if not given."),
                   QStringLiteral("NUMBER"));
    options.option(QStringLiteral("dark"), Words::tr("Light text on a dark background. Web pages follow the reader's setting."));
    QStringList colourings;
    const QList<Rendering::ColourBy> all = Rendering::allColourBy();
    for (const Rendering::ColourBy colourBy : all)
        colourings.append(toString(colourBy));
    options.option(QStringLiteral("colour-by"), Words::tr("What the colours tell apart: %1. label if not given.").arg(colourings.join(QStringLiteral(", "))),
                   QStringLiteral("WHAT"));
    options.statesOption(QStringLiteral("suggested,accepted"));
    if (const auto status = options.read(arguments, 1, 1))
        return *status;
    const QString output = options.value(QStringLiteral("output"));
    if (options.values(QStringLiteral("article")).size() != 1 || output.isEmpty())
        return options.wrongUsage(Words::tr("One --article and --output are needed."));
    if (!Rendering::renderSuffixes().contains(QFileInfo(output).suffix().toLower()))
        return options.wrongUsage(Words::tr("The suffix of the output must be one of %1.").arg(suffixes));
    Rendering::RenderOptions how;
    how.dark = options.has(QStringLiteral("dark"));
    if (!readNumber(options, QStringLiteral("width"), 400, 4000, how.width))
        return options.wrongUsage(Words::tr("--width takes a number from 400 to 4000."));
    if (!readNumber(options, QStringLiteral("scale"), 0.25, 8.0, how.scale))
        return options.wrongUsage(Words::tr("--scale takes a number from 0.25 to 8."));
    if (options.has(QStringLiteral("colour-by"))) {
        const auto colourBy = Rendering::colourByFromString(options.value(QStringLiteral("colour-by")));
        if (!colourBy)
            return options.wrongUsage(Words::tr("--colour-by takes one of %1.").arg(colourings.join(QStringLiteral(", "))));
        how.colourBy = *colourBy;
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
    const auto found = options.articles(**project);
    if (!found) {
        console.error(found.error());
        return Failed;
    }
    const auto article = (*project)->article(found->constFirst().id);
    if (!article) {
        console.error(article.error());
        return Failed;
    }
    if (const auto done = Rendering::renderFile(*article, (*project)->schema(), how, output); !done) {
        console.error(done.error());
        return Failed;
    }
    console.print(Words::tr("%1 drawn to %2").arg(article->article.externalId, output));
    return Done;
}

} // namespace Quoth::CommandLine
