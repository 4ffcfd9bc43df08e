// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>
#include <app/annotation/issue.h>
#include <app/detection/model/modeltrainer.h>

namespace Quoth::Tasks {

/// What there is to learn of an article: its outermost attributions that nobody rejected and no machine only suggested.
Detection::TrainingArticle trainingArticle(const Annotation::Article &article, const Annotation::Annotations &annotations);

/// Appends the articles of a project, or of a file in a format that can be imported; those without attributions too,
/// for a file or project that has some.
Result<void> readTrainingArticles(const QString &path, std::vector<Detection::TrainingArticle> &articles,
                                  QList<Annotation::Issue> &issues, const Progress &progress);

/// Detection::trainModel() with the lexicon of the options' language.
Result<Detection::TrainedModel> train(const std::vector<Detection::TrainingArticle> &articles, const Detection::ModelOptions &options,
                                      const Progress &progress, const std::function<void(const Detection::TrainingNews &)> &tell);

/// The vectors of words in a model's file, or in a text as GloVe and word2vec write it, of which the most frequent are taken.
Result<std::shared_ptr<const Detection::WordVectors>> readVectors(const QString &path);
/// Those of the model that the program carries for a language; null without one.
Result<std::shared_ptr<const Detection::WordVectors>> bundledVectors(const QString &language);

QString titleOf(Detection::TrainingNews::Stage stage); ///< translated

} // namespace Quoth::Tasks
