// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/state.h>
#include <app/base/result.h>
#include <app/exchange/releasecolumns.h>
#include <app/measure/splitting.h>

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace Quoth::Tasks {

/// How far the review of an article must be. Started: something is decided. Complete: that, and nothing is left to decide.
enum class ReviewStage : quint8 { Any, Started, Complete };

QString toString(ReviewStage stage);
std::optional<ReviewStage> reviewStageFromString(QStringView name);

/// Which articles go into a release. Lists that are empty let all through; of one list any entry may fit.
struct ReleaseSelection
{
    QList<Annotation::State> states = {Annotation::State::Accepted}; ///< of the annotations that are written and looked at
    ReviewStage review = ReviewStage::Any;
    QList<Annotation::OriginKind> origins; ///< articles with an annotation of such an origin
    QStringList by; ///< articles with an annotation made by one of these people or detectors
    QStringList labels; ///< articles with a span or frame of one of these
    QList<std::pair<QString, QString>> where; ///< metadata field and value; several fields must all fit
    QStringList articles; ///< by their external ids

    bool operator==(const ReleaseSelection &) const = default;
};

/// What may stand among the fields to group by for near-duplicates.
inline const QString similarityGroup = QStringLiteral("similarity");

/// How they are split. Near-duplicates stay together unless similarity is 0.
struct ReleaseSplits
{
    QList<Measure::SplitShare> shares = {{QStringLiteral("train"), 80}, {QStringLiteral("validation"), 10}, {QStringLiteral("test"), 10}};
    quint32 seed = 1;
    QStringList groupBy; ///< metadata fields whose values stay together; "day" is the day of publication
    double similarity = 0.5; ///< from which share of common runs of words on two articles are one story
    bool keep = true; ///< articles stay where they were in earlier releases with this seed and these shares

    bool operator==(const ReleaseSplits &) const = default;
};

/// All that a release depends on besides the project. As JSON it is kept in the release, in the project and in files.
struct ReleaseRecipe
{
    QString name; ///< empty: that of the project
    QString description;
    QString license; ///< an SPDX identifier, or any name
    QStringList languages; ///< empty: those of the articles
    ReleaseSelection selection;
    ReleaseSplits splits;
    Exchange::ReleasedText text = Exchange::ReleasedText::Whole;

    bool operator==(const ReleaseRecipe &) const = default;
};

QJsonObject toJson(const ReleaseRecipe &recipe);
/// The parts that say which articles go where.
QJsonObject choiceToJson(const ReleaseRecipe &recipe);
/// What is missing is as in an empty recipe; what is not known is refused by its name.
Result<ReleaseRecipe> releaseRecipeFromJson(const QJsonObject &json, const QString &place);
Result<ReleaseRecipe> releaseRecipeFromFile(const QString &path);
Result<void> saveReleaseRecipe(const ReleaseRecipe &recipe, const QString &path);

/// Of "80,10,10" for train, validation and test, or "train=4,test=1"; "dev" is another word for validation.
Result<QList<Measure::SplitShare>> releaseShares(const QString &words);

} // namespace Quoth::Tasks
