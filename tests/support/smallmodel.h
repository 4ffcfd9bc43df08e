// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/tasks/training.h>

namespace Quoth::Test {

/// "Ann Lind burbled that the bridge was old." with what it says, one a paragraph, no two alike; with another verb each
/// time, or always the one given.
inline Detection::TrainingArticle sayings(int number, int count, const QString &verb = {})
{
    const QStringList names{QStringLiteral("Ann Lind"), QStringLiteral("Boris Tam"), QStringLiteral("Carla Roe"), QStringLiteral("Dan Moss"),
                            QStringLiteral("Edda Voss")};
    const QStringList verbs{QStringLiteral("said"), QStringLiteral("warned"), QStringLiteral("claimed"), QStringLiteral("insisted")};
    const QStringList things{QStringLiteral("the bridge was old"), QStringLiteral("the mill would close"), QStringLiteral("nobody had asked"),
                             QStringLiteral("the river was rising"), QStringLiteral("prices would fall"), QStringLiteral("the road was safe")};
    Detection::TrainingArticle article;
    const auto add = [&](const QString &words) {
        const auto begin = qint32(article.text.size());
        article.text += words;
        return QList<TextRange>{{begin, qint32(article.text.size())}};
    };
    for (int i = 0; i < count; ++i) {
        const int n = number * count + i;
        Detection::TrainingAttribution said;
        said.source = add(names[n % names.size()]);
        article.text += u' ';
        said.cue = add(verb.isEmpty() ? verbs[n % verbs.size()] : verb);
        article.text += u' ';
        said.content = add(QStringLiteral("that ") + things[n % things.size()]);
        article.text += QStringLiteral(" .\nThe bus came late and it rained in the town.\n");
        article.attributions.push_back(std::move(said));
    }
    return article;
}

/// A small model of them, trained within seconds.
inline Detection::TrainedModel smallModel()
{
    std::vector<Detection::TrainingArticle> articles;
    for (int i = 0; i < 30; ++i)
        articles.push_back(sayings(i, 3));
    Detection::ModelOptions options;
    options.network.units = 32;
    options.network.epochs = 2;
    options.network.batchTokens = 100;
    options.epochs = 2;
    options.teachers = 0;
    options.linkerEpochs = 1;
    options.name = QStringLiteral("small");
    const auto model = Tasks::train(articles, options, Progress(), [](const Detection::TrainingNews &) { });
    if (!model)
        qFatal("%s", qPrintable(model.error().text()));
    return *model;
}

} // namespace Quoth::Test
