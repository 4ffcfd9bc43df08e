// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "words.h"

#include <app/rendering/articlerenderer.h>
#include <app/rendering/thumbnail.h>

#include <QBuffer>
#include <QFileInfo>
#include <QSaveFile>

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

bool writeBytes(const QByteArray &bytes, const QString &output, Console &console)
{
    QSaveFile file(output);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return true;
    console.error(Error{ErrorCode::NotWritable, file.errorString(), output});
    return false;
}

int writeThumbnail(Storage::Project &project, const Storage::ArticleSummary &summary, int pixels, const QString &output, Console &console)
{
    const auto article = project.article(summary.id);
    if (!article) {
        console.error(article.error());
        return Failed;
    }
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (!Rendering::renderThumbnail(*article, project.schema(), pixels).save(&buffer, "PNG")) {
        console.error(Error{ErrorCode::Internal, Words::tr("The picture could not be made."), article->article.externalId});
        return Failed;
    }
    return writeBytes(png, output, console) ? Done : Failed;
}

int writeOriginal(Storage::Project &project, const Storage::ArticleSummary &article, const QString &output, Console &console)
{
    const auto original = project.original(article.id);
    if (!original) {
        console.error(original.error());
        return Failed;
    }
    if (!*original) {
        console.error(Error{ErrorCode::NotFound, Words::tr("This article came without a page or document of its own."), article.externalId});
        return Failed;
    }
    if (!writeBytes((*original)->bytes, output, console))
        return Failed;
    console.print(Words::tr("%1 as it was in %2 written to %3").arg(article.externalId, (*original)->name, output));
    return Done;
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
                   QStringLiteral("WHAT"), colourings);
    options.statesOption(QStringLiteral("suggested,accepted"));
    options.option(QStringLiteral("original"), Words::tr("Instead, the page or document that the article was read from, as it was; any suffix."));
    options.option(QStringLiteral("thumbnail"),
                   Words::tr("Instead, the begin of the article, or of the first one, as a small PNG no larger than this, 16 to 1024; any suffix."),
                   QStringLiteral("PIXELS"));
    if (const auto status = options.read(arguments, 1, 1))
        return *status;
    const QString output = options.value(QStringLiteral("output"));
    const bool isThumbnail = options.has(QStringLiteral("thumbnail"));
    const qsizetype articles = options.values(QStringLiteral("article")).size();
    if ((articles != 1 && !(isThumbnail && articles == 0)) || output.isEmpty())
        return options.wrongUsage(Words::tr("One --article and --output are needed."));
    const bool isOriginal = options.has(QStringLiteral("original"));
    if (isOriginal && isThumbnail)
        return options.wrongUsage(Words::tr("--original and --thumbnail go one at a time."));
    int pixels = 0;
    if (!readNumber(options, QStringLiteral("thumbnail"), 16, 1024, pixels))
        return options.wrongUsage(Words::tr("--thumbnail takes a number from 16 to 1024."));
    if (!isOriginal && !isThumbnail && !Rendering::renderSuffixes().contains(QFileInfo(output).suffix().toLower()))
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
    if (found->isEmpty()) {
        console.error(Error{ErrorCode::NotFound, Words::tr("The project has no article."), options.project()});
        return Failed;
    }
    if (isThumbnail)
        return writeThumbnail(**project, found->constFirst(), pixels, output, console);
    if (isOriginal)
        return writeOriginal(**project, found->constFirst(), output, console);
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
