// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "words.h"

#include <app/tasks/training.h>

#include <QFileInfo>
#include <QSaveFile>

namespace Quoth::CommandLine {

int runTrain(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("train"), QStringLiteral("FILE|PROJECT... --output MODEL"), console);
    options.option(QStringLiteral("output"), Words::tr("The file of the model."), QStringLiteral("MODEL"));
    options.option(QStringLiteral("name"), Words::tr("What the model is called; the output's name if not given."), QStringLiteral("NAME"));
    options.option(QStringLiteral("epochs"), Words::tr("How often to go through the articles (%1 if not given).").arg(Detection::ModelOptions().epochs), QStringLiteral("N"));
    options.option(QStringLiteral("teachers"), Words::tr("How many models to train first, whose agreement teaches the one that is written (%1 if not given); 0 is fastest.").arg(Detection::ModelOptions().teachers), QStringLiteral("N"));
    options.option(QStringLiteral("vectors"), Words::tr("A model to take the vectors of words from, or a text of them as GloVe has it; \"none\" for none. If not given, those of the model that Quoth carries."), QStringLiteral("FILE"));
    options.option(QStringLiteral("seed"), Words::tr("The number that chance begins with (%1 if not given).").arg(Detection::NetworkOptions().seed), QStringLiteral("N"));
    options.jsonOption();
    if (const auto status = options.read(arguments, 1, -1))
        return *status;
    const QString output = options.value(QStringLiteral("output"));
    if (output.isEmpty())
        return options.wrongUsage(Words::tr("--output is needed."));
    Detection::ModelOptions how;
    how.name = options.has(QStringLiteral("name")) ? options.value(QStringLiteral("name")) : QFileInfo(output).completeBaseName();
    bool ok = true;
    const auto number = [&](const QString &name, int fallback, int least, int most) {
        if (!options.has(name))
            return fallback;
        const int value = options.value(name).toInt(&ok);
        ok = ok && value >= least && value <= most;
        return value;
    };
    how.epochs = number(QStringLiteral("epochs"), how.epochs, 1, 100);
    how.network.epochs = std::min(how.network.epochs, how.epochs);
    if (!ok)
        return options.wrongUsage(Words::tr("--epochs takes a number from 1 to 100."));
    how.teachers = number(QStringLiteral("teachers"), how.teachers, 0, 10);
    if (!ok)
        return options.wrongUsage(Words::tr("--teachers takes a number from 0 to 10."));
    how.network.seed = quint64(number(QStringLiteral("seed"), int(how.network.seed), 0, 1'000'000));
    if (!ok)
        return options.wrongUsage(Words::tr("--seed takes a number from 0 to 1000000."));

    if (const QString vectors = options.value(QStringLiteral("vectors")); vectors != u"none") {
        const auto read = vectors.isEmpty() ? Tasks::bundledVectors(how.language) : Tasks::readVectors(vectors);
        if (!read) {
            console.error(read.error());
            return Failed;
        }
        how.vectors = *read;
    }
    QList<Annotation::Issue> issues;
    std::vector<Detection::TrainingArticle> articles;
    for (const QString &path : options.positional()) {
        const auto read = Tasks::readTrainingArticles(path, articles, issues, console.progress());
        if (!read) {
            console.issues(issues);
            console.error(read.error());
            return Failed;
        }
    }
    console.issues(issues);
    QSaveFile file(output);
    if (!file.open(QIODevice::WriteOnly)) {
        console.error({ErrorCode::NotWritable, Words::tr("The model cannot be written: %1").arg(file.errorString()), output});
        return Failed;
    }
    console.setTitle(Words::tr("Training"));
    QJsonArray news;
    const auto tell = [&](const Detection::TrainingNews &part) {
        const QString stage = Tasks::titleOf(part.stage);
        news.append(QJsonObject{{QStringLiteral("stage"), stage}, {QStringLiteral("epoch"), part.epoch}, {QStringLiteral("loss"), part.loss}});
        if (!options.json())
            console.print(Words::tr("%1, round %2 of %3: loss %4").arg(stage).arg(part.epoch).arg(part.epochs).arg(part.loss, 0, 'f', 4));
    };
    const auto model = Tasks::train(articles, how, console.progress(), tell);
    console.endProgress();
    if (!model) {
        console.error(model.error());
        return Failed;
    }
    const QByteArray bytes = Detection::writeModel(*model);
    const auto written = Detection::readModel(bytes, output);
    if (file.write(bytes) != bytes.size() || !file.commit() || !written) {
        console.error({ErrorCode::NotWritable, Words::tr("The model cannot be written: %1").arg(file.errorString()), output});
        return Failed;
    }
    if (options.json()) {
        QJsonObject answer = model->about;
        answer[QStringLiteral("version")] = (*written)->version;
        answer[QStringLiteral("bytes")] = bytes.size();
        answer[QStringLiteral("rounds")] = news;
        console.print(answer);
    } else {
        console.print(Words::tr("%1: a model of %n article(s), version %2, %3 kB.", nullptr, int(articles.size()))
                          .arg(output, (*written)->version)
                          .arg(bytes.size() / 1000));
    }
    return Done;
}

} // namespace Quoth::CommandLine
