// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/progress.h>
#include <app/measure/agreement.h>
#include <app/measure/instanceevaluation.h>

#include <variant>

namespace Quoth::Tasks {

/// What to measure against what. Both are files of attributions (Quoth JSON Lines or the plainer forms that
/// Measure::readDocument() knows) or projects, whose articles go by their ids in exchange files; gold may be a file of CofeNet's
/// instances, too. Files are compared as they are; where a project is compared with a file, the file's texts are normalised as
/// import does it.
struct EvaluationRequest
{
    QString gold;
    QString predicted;
    /// What counts, of a project, and of a file where it gives states. nullopt: of a project accepted gold, and suggested and
    /// accepted predictions; of a file everything.
    std::optional<QList<Annotation::State>> goldStates;
    std::optional<QList<Annotation::State>> predictedStates;
    Measure::EvaluationOptions options;
};

using Evaluated = std::variant<Measure::Evaluation, Measure::InstanceEvaluation>;

/// Holds the predictions in memory and reads gold document by document.
Result<Evaluated> evaluate(const EvaluationRequest &request, const Progress &progress);

/// The mean pairwise agreement of the annotators in a file that holds several versions of articles (same id, another
/// meta.annotator).
Result<Measure::Agreement> annotatorAgreement(const QString &path, const Progress &progress);

} // namespace Quoth::Tasks
