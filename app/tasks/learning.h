// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>
#include <app/detection/detectorregistry.h>
#include <app/detection/model/learner.h>
#include <app/detection/text/lexicons.h>
#include <app/storage/learnerversions.h>

#include <QHash>

namespace Quoth::Tasks {

/// The model that a project's decisions adapt, ready to use. Costs time and memory to load: keep it. Copies share it.
struct BaseModel
{
    std::shared_ptr<const Detection::AttributionFinder> finder;
    std::shared_ptr<const Detection::Lexicons> lexicons;

    const QString &version() const { return finder->model().version; }
    QString language() const;
};
Result<BaseModel> loadBaseModel(const QString &file);
/// The one that the program carries; fails with ErrorCode::NotFound if this one was built without.
Result<BaseModel> bundledBaseModel();
/// The one that a registry's detector "model" works with; nullopt if there is none.
Result<std::optional<BaseModel>> baseModelIn(const Detection::DetectorRegistry &registry);

/// The paragraphs of an article in which nothing is left to decide, UTF-16 units, sorted: no suggested attribution reaches
/// into them. None while nothing was decided in the article. In an article for which nothing was ever suggested silence
/// says nothing: there only paragraphs with something accepted or rejected count.
QList<TextRange> decidedParagraphs(const Annotation::AnnotatedArticle &article);

/// An article with what was decided in it.
struct Decisions
{
    ArticleId article{1};
    Detection::DecidedArticle decided; ///< by paragraphs
    int count = 0; ///< of attributions accepted or rejected
};

inline constexpr int mostDecidedArticles = 200; ///< that are learned from: those that were edited last

/// What the project's articles in the language of the model teach, in the order of their last edits. Passed over: see
/// Storage::LearnerVersion.
Result<std::vector<Decisions>> decisionsIn(Storage::Project &project, const BaseModel &base, const QList<ArticleId> &passedOver);

/// Learns from a project's decisions as they come: from what is new alone where all else is as it was, else from all of
/// it anew, in batches that double, so that each is judged before it is learned from. Belongs to one thread at a time.
class ProjectLearner
{
public:
    explicit ProjectLearner(BaseModel base);

    /// False if there is nothing that was not learned already. Fails if cancelled, or if the model's language has no lexicon.
    Result<bool> learn(const std::vector<Decisions> &decisions, const Progress &progress);
    /// What the project shall keep; without number, time and what is passed over.
    Storage::LearnerVersion version() const;

private:
    using Paragraphs = QHash<qint32, size_t>; // what stands in it, by where it begins

    Result<bool> learnAnew(const std::vector<Decisions> &decisions, const Progress &progress);

    BaseModel m_base;
    std::unique_ptr<Detection::Learner> m_learner;
    QHash<ArticleId, Paragraphs> m_learned;
    QList<ArticleId> m_articles;
    int m_decisions = 0;
};

/// Learns anew from all of the project and keeps it as a new version, if there is anything that the last version does not
/// know: then its number, else nullopt.
Result<std::optional<qint64>> learn(Storage::Project &project, const BaseModel &base, const Progress &progress);
/// Keeps what a learner has learned of the project as a new version, unless the last one is the same.
Result<std::optional<qint64>> keep(Storage::Project &project, Storage::LearnerVersion version);
/// Forgets what was learned: a new version with nothing in it, which passes over all articles decided on so far.
Result<qint64> resetLearning(Storage::Project &project, const BaseModel &base);
/// A new version that is as the one of this number: articles that were learned from since are passed over from now on.
Result<qint64> revertLearning(Storage::Project &project, const BaseModel &base, qint64 number);

/// What was learned, nullptr if nothing was, or on another model than this.
Result<std::shared_ptr<const Detection::Adaptation>> adaptationOf(const Storage::LearnerVersion &version, const BaseModel &base);
/// The model with what the project has taught it; its version is then the model's, a plus and the learner's number.
Result<std::unique_ptr<Detection::Detector>> projectDetector(Storage::Project &project, const BaseModel &base);
/// As projectDetector() with the registry's model; nullptr if there is no model or nothing was learned on it.
Result<std::unique_ptr<Detection::Detector>> learnedDetector(Storage::Project &project, const Detection::DetectorRegistry &registry);
/// A model file that holds both; see Detection::writeModel(). Fails with NotFound if nothing was learned.
Result<QByteArray> exportLearned(Storage::Project &project, const BaseModel &base);

/// "after “blasted”: begins a cue more often", translated.
QString inWords(const Detection::Adaptation::Finding &finding);
/// How far what was learned is believed, in words, translated.
QString strengthInWords(const Storage::LearnerVersion &version);

} // namespace Quoth::Tasks
