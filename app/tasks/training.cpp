// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "training.h"

#include "words.h"

#include <app/detection/detectorregistry.h>
#include <app/detection/model/modeldetector.h>
#include <app/exchange/formatregistry.h>
#include <app/storage/project.h>

#include <QFile>

#include <algorithm>

namespace Quoth::Tasks {

using namespace Annotation;

namespace {

constexpr int mostVectors = 60'000; ///< which a model of five megabytes has room for

bool isInside(TextRange range, const QList<TextRange> &ranges)
{
    return std::any_of(ranges.begin(), ranges.end(), [range](TextRange r) { return r.begin <= range.begin && range.end <= r.end; });
}

bool hasAttributions(const std::vector<Detection::TrainingArticle> &articles, size_t from)
{
    return std::any_of(articles.begin() + qsizetype(from), articles.end(), [](const auto &a) { return !a.attributions.empty(); });
}

} // namespace

Detection::TrainingArticle trainingArticle(const Article &article, const Annotations &annotations)
{
    Detection::TrainingArticle result;
    result.text = article.text;
    const auto fragments = [&](const Attribution &attribution, const QString &role) {
        QList<TextRange> ranges;
        for (const SpanId id : attribution.spans(role)) {
            if (const Span *span = annotations.span(id))
                ranges += span->fragments;
        }
        std::sort(ranges.begin(), ranges.end());
        ranges.removeIf([](TextRange r) { return r.begin >= r.end; });
        return ranges;
    };
    for (const Attribution &attribution : annotations.attributions) {
        if (attribution.provenance.state != State::Accepted)
            continue;
        Detection::TrainingAttribution a{fragments(attribution, sourceRole), fragments(attribution, cueRole), fragments(attribution, contentRole)};
        if (!a.content.isEmpty())
            result.attributions.push_back(std::move(a));
    }
    const std::vector<Detection::TrainingAttribution> all = result.attributions;
    std::erase_if(result.attributions, [&](const Detection::TrainingAttribution &inner) {
        return std::any_of(all.begin(), all.end(), [&](const Detection::TrainingAttribution &outer) {
            return inner.content != outer.content
                && std::all_of(inner.content.begin(), inner.content.end(), [&](TextRange r) { return isInside(r, outer.content); });
        });
    });
    return result;
}

Result<void> readTrainingArticles(const QString &path, std::vector<Detection::TrainingArticle> &articles, QList<Issue> &issues,
                                  const Progress &progress)
{
    const size_t before = articles.size();
    if (path.endsWith(u".quoth", Qt::CaseInsensitive)) {
        const auto project = Storage::Project::open(path, Storage::Project::Access::ReadOnly);
        if (!project)
            return project.error();
        const auto summaries = (*project)->articles();
        if (!summaries)
            return summaries.error();
        for (const Storage::ArticleSummary &summary : *summaries) {
            const auto article = (*project)->article(summary.id);
            if (!article)
                return article.error();
            articles.push_back(trainingArticle(article->article, article->annotations));
        }
    } else {
        const Exchange::FormatRegistry formats;
        Exchange::ImportReport report;
        const auto take = [&](const Exchange::ImportedArticle &imported) -> Result<void> {
            articles.push_back(trainingArticle(imported.article.article, imported.article.annotations));
            return {};
        };
        const auto read = formats.read(path, {}, take, report, progress);
        issues += report.issues;
        if (!read)
            return read.error();
    }
    if (!hasAttributions(articles, before))
        return Error{ErrorCode::BadInput, Words::tr("There are no accepted attributions to learn from."), path};
    return {};
}

Result<Detection::TrainedModel> train(const std::vector<Detection::TrainingArticle> &articles, const Detection::ModelOptions &options,
                                      const Progress &progress, const std::function<void(const Detection::TrainingNews &)> &tell)
{
    const auto lexicon = Detection::Lexicon::load(QStringLiteral(":/quoth/lexicons"), options.language);
    if (!lexicon)
        return lexicon.error();
    return Detection::trainModel(articles, lexicon->get(), options, progress, tell);
}

Result<std::shared_ptr<const Detection::WordVectors>> readVectors(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotReadable, Words::tr("The vectors of words cannot be read: %1").arg(file.errorString()), path};
    if (Detection::isModel(file.peek(Detection::modelMarkSize))) {
        const auto model = Detection::readModel(file.readAll(), path);
        if (!model)
            return model.error();
        if (!(*model)->network->vocabulary.sharedVectors())
            return Error{ErrorCode::NotFound, Words::tr("This model has no vectors of words."), path};
        return (*model)->network->vocabulary.sharedVectors();
    }
    auto vectors = Detection::WordVectors::fromText(file, mostVectors, path);
    if (!vectors)
        return vectors.error();
    return std::make_shared<const Detection::WordVectors>(*std::move(vectors));
}

Result<std::shared_ptr<const Detection::WordVectors>> bundledVectors(const QString &language)
{
    if (!QFile::exists(Detection::bundledModel))
        return std::shared_ptr<const Detection::WordVectors>();
    const auto model = Detection::loadModel(Detection::bundledModel);
    if (!model)
        return model.error();
    if ((*model)->about[QStringLiteral("language")].toString() != language)
        return std::shared_ptr<const Detection::WordVectors>();
    return (*model)->network->vocabulary.sharedVectors();
}

QString titleOf(Detection::TrainingNews::Stage stage)
{
    switch (stage) {
    case Detection::TrainingNews::Stage::Teachers:
        return Words::tr("Teachers");
    case Detection::TrainingNews::Stage::Measuring:
        return Words::tr("Measuring");
    case Detection::TrainingNews::Stage::Training:
        break;
    }
    return Words::tr("Training");
}

} // namespace Quoth::Tasks
