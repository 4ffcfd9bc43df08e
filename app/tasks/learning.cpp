// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "learning.h"

#include "training.h"
#include "words.h"

#include <app/detection/model/modeldetector.h>

#include <QFile>
#include <QSet>

#include <algorithm>

namespace Quoth::Tasks {

using namespace Annotation;
using Storage::LearnerVersion;
using Storage::Project;

namespace {

/// In characters. What is longer would hold up the edits while it is read, and outweigh all other articles.
constexpr int longestArticle = 200'000;

/// Each line of the text, without its end.
QList<TextRange> paragraphsOf(const QString &text)
{
    QList<TextRange> result;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        if (end > begin)
            result.append({qint32(begin), qint32(end)});
        begin = end + 1;
    }
    return result;
}

/// Calls each(i) for the ranges, sorted and apart, that one overlaps.
template<typename Each>
void overlapping(const QList<TextRange> &ranges, TextRange range, const Each &each)
{
    auto next = std::partition_point(ranges.begin(), ranges.end(), [range](TextRange r) { return r.end <= range.begin; });
    for (; next != ranges.end() && next->begin < range.end; ++next)
        each(next - ranges.begin());
}

/// Ranges with nothing but an end of line between them become one.
QList<TextRange> joined(const QList<TextRange> &paragraphs, const QString &text)
{
    QList<TextRange> result;
    for (const TextRange range : paragraphs) {
        const auto isEndOfLine = [](QChar c) { return c == u'\n'; };
        if (!result.isEmpty() && std::all_of(text.begin() + result.constLast().end, text.begin() + range.begin, isEndOfLine))
            result.last().end = range.end;
        else
            result.append(range);
    }
    return result;
}

/// What stands in each of the decided paragraphs, as a number that changes with it.
QHash<qint32, size_t> standing(const Detection::DecidedArticle &decided)
{
    std::vector<size_t> sums(size_t(decided.decided.size()), 0);
    const auto add = [&](const QList<TextRange> &ranges, size_t role) {
        for (const TextRange range : ranges)
            overlapping(decided.decided, range, [&](qsizetype i) { sums[size_t(i)] += qHashMulti(role, range.begin, range.end); });
    };
    for (const Detection::TrainingAttribution &attribution : decided.article.attributions) {
        add(attribution.source, 1);
        add(attribution.cue, 2);
        add(attribution.content, 3);
    }
    QHash<qint32, size_t> result;
    for (qsizetype i = 0; i < decided.decided.size(); ++i)
        result.insert(decided.decided[i].begin, sums[size_t(i)]);
    return result;
}

Error cancelled() { return {ErrorCode::Cancelled, Words::tr("Learning was stopped; nothing has changed."), {}}; }

Error nothingLearned(const QString &place)
{
    return {ErrorCode::NotFound,
            Words::tr("Nothing was learned in this project yet. Decide on the suggestions of an article, then learn."), place};
}

} // namespace

QString BaseModel::language() const { return finder->model().about[QStringLiteral("language")].toString(); }

Result<BaseModel> loadBaseModel(const QString &file)
{
    const auto model = Detection::loadModel(file);
    if (!model)
        return model.error();
    return BaseModel{std::make_shared<const Detection::AttributionFinder>(*model), std::make_shared<const Detection::Lexicons>()};
}

Result<BaseModel> bundledBaseModel()
{
    if (!QFile::exists(Detection::bundledModel)) {
        return Error{ErrorCode::NotFound,
                     Words::tr("This Quoth was built without a trained model, so that nothing can be learned. Name a model that \"quoth "
                               "train\" made."),
                     {}};
    }
    return loadBaseModel(Detection::bundledModel);
}

Result<std::optional<BaseModel>> baseModelIn(const Detection::DetectorRegistry &registry)
{
    const auto *detector = dynamic_cast<const Detection::ModelDetector *>(registry.detector(Detection::modelName));
    if (!detector)
        return std::optional<BaseModel>();
    const auto finder = detector->finder();
    if (!finder)
        return finder.error();
    return std::optional(BaseModel{*finder, std::make_shared<const Detection::Lexicons>()});
}

QList<TextRange> decidedParagraphs(const AnnotatedArticle &article)
{
    const QList<TextRange> paragraphs = paragraphsOf(article.article.text);
    std::vector<bool> isOpen(size_t(paragraphs.size()), false);
    std::vector<bool> hasDecision(size_t(paragraphs.size()), false);
    QHash<SpanId, const Span *> spans;
    for (const Span &span : article.annotations.spans)
        spans.insert(span.id, &span);
    bool wasDecided = false;
    bool wasSuggestedFor = false;
    for (const Attribution &attribution : article.annotations.attributions) {
        const bool isSuggested = attribution.provenance.state == State::Suggested;
        wasDecided = wasDecided || !isSuggested;
        wasSuggestedFor = wasSuggestedFor || attribution.provenance.origin.kind == OriginKind::Detector;
        for (const RoleFiller &filler : attribution.fillers) {
            const Span *span = spans.value(filler.span);
            for (const TextRange range : span ? span->fragments : QList<TextRange>())
                overlapping(paragraphs, range, [&](qsizetype i) { (isSuggested ? isOpen : hasDecision)[size_t(i)] = true; });
        }
    }
    QList<TextRange> result;
    for (qsizetype i = 0; i < paragraphs.size() && wasDecided; ++i) {
        if (!isOpen[size_t(i)] && (wasSuggestedFor || hasDecision[size_t(i)]))
            result.append(paragraphs[i]);
    }
    return result;
}

Result<std::vector<Decisions>> decisionsIn(Project &project, const BaseModel &base, const QList<ArticleId> &passedOver)
{
    const auto rows = project.database().run(QStringLiteral(
        "SELECT id FROM articles WHERE withdrawn = 0 AND EXISTS (SELECT 1 FROM attributions WHERE article = articles.id AND state <> 'suggested')"
        " AND length(text) <= ? ORDER BY (SELECT max(edits.id) FROM edits WHERE edits.article = articles.id AND edits.state = 'done') DESC, id DESC"),
        {longestArticle});
    if (!rows)
        return rows.error();
    QList<ArticleId> articles;
    while ((*rows)->next())
        articles.append(ArticleId((*rows)->value(0).toLongLong()));
    if (const auto done = project.database().finished(**rows); !done)
        return done.error();
    const QSet<ArticleId> left(passedOver.begin(), passedOver.end());
    std::vector<Decisions> result;
    for (const ArticleId id : std::as_const(articles)) {
        if (left.contains(id))
            continue;
        const auto article = project.article(id);
        if (!article)
            return article.error();
        const auto lexicon = base.lexicons->of(article->article.meta.language, article->article.text);
        if (!lexicon)
            return lexicon.error();
        if (!*lexicon || (*lexicon)->language() != base.language())
            continue;
        Decisions decisions{id, {trainingArticle(article->article, article->annotations), decidedParagraphs(*article)}, 0};
        if (decisions.decided.decided.isEmpty())
            continue;
        for (const Attribution &attribution : article->annotations.attributions)
            decisions.count += attribution.provenance.state != State::Suggested;
        result.push_back(std::move(decisions));
        if (result.size() == mostDecidedArticles)
            break;
    }
    std::reverse(result.begin(), result.end());
    return result;
}

ProjectLearner::ProjectLearner(BaseModel base) : m_base(std::move(base)) { }

Result<bool> ProjectLearner::learn(const std::vector<Decisions> &decisions, const Progress &progress)
{
    std::vector<Detection::DecidedArticle> fresh;
    QHash<ArticleId, Paragraphs> standings;
    bool isAsItWas = m_learner != nullptr;
    qsizetype seenBefore = 0;
    for (const Decisions &one : decisions) {
        const Paragraphs now = standing(one.decided);
        const Paragraphs before = m_learned.value(one.article);
        seenBefore += m_learned.contains(one.article);
        Detection::DecidedArticle added{one.decided.article, {}};
        qsizetype kept = 0;
        for (const TextRange paragraph : one.decided.decided) {
            const auto known = before.constFind(paragraph.begin);
            if (known == before.constEnd())
                added.decided.append(paragraph);
            else
                kept += *known == now.value(paragraph.begin);
        }
        isAsItWas = isAsItWas && kept == before.size();
        if (!added.decided.isEmpty()) {
            added.decided = joined(added.decided, added.article.text);
            fresh.push_back(std::move(added));
        }
        standings.insert(one.article, now);
    }
    isAsItWas = isAsItWas && seenBefore == m_learned.size();
    if (isAsItWas && fresh.empty())
        return false;
    if (!isAsItWas) {
        const bool hadLearned = !m_learned.isEmpty();
        if (decisions.empty() && !hadLearned)
            return false;
        if (const auto done = learnAnew(decisions, progress); !done)
            return done;
    } else {
        m_learner->learn(fresh, progress);
        if (progress.isCancelled()) {
            m_learner.reset(); // part of it may be taken in
            m_learned.clear();
            return cancelled();
        }
    }
    m_learned = standings;
    m_articles.clear();
    m_decisions = 0;
    for (const Decisions &one : decisions) {
        m_articles.append(one.article);
        m_decisions += one.count;
    }
    return true;
}

Result<bool> ProjectLearner::learnAnew(const std::vector<Decisions> &decisions, const Progress &progress)
{
    m_learner.reset();
    m_learned.clear();
    const auto lexicon = m_base.lexicons->of(m_base.language(), {});
    if (!lexicon)
        return lexicon.error();
    auto learner = std::make_unique<Detection::Learner>(m_base.finder, *lexicon);
    for (size_t from = 0, count = 1; from < decisions.size(); from += count, count = from) {
        std::vector<Detection::DecidedArticle> batch;
        for (size_t i = from; i < std::min(from + count, decisions.size()); ++i) {
            batch.push_back(decisions[i].decided);
            batch.back().decided = joined(batch.back().decided, batch.back().article.text);
        }
        learner->learn(batch, progress);
        if (progress.isCancelled())
            return cancelled();
        progress.report(std::min(1.0, double(from + count) / double(decisions.size())));
    }
    m_learner = std::move(learner);
    return true;
}

LearnerVersion ProjectLearner::version() const
{
    LearnerVersion version;
    version.base = m_base.version();
    if (m_learner && !m_articles.isEmpty()) {
        version.articles = m_articles;
        version.decisions = m_decisions;
        version.strength = double(m_learner->adaptation().strength());
        version.state = m_learner->adaptation().toBytes();
    }
    return version;
}

Result<std::optional<qint64>> keep(Project &project, LearnerVersion version)
{
    const auto last = Storage::latestLearnerVersion(project);
    if (!last)
        return last.error();
    if (*last) {
        version.passedOver = (*last)->passedOver;
        if ((*last)->base == version.base && (*last)->state == version.state)
            return std::optional<qint64>();
    } else if (version.state.isEmpty()) {
        return std::optional<qint64>();
    }
    const auto number = Storage::addLearnerVersion(project, version);
    if (!number)
        return number.error();
    return std::optional(*number);
}

Result<std::optional<qint64>> learn(Project &project, const BaseModel &base, const Progress &progress)
{
    const auto last = Storage::latestLearnerVersion(project);
    if (!last)
        return last.error();
    const auto decisions = decisionsIn(project, base, *last ? (*last)->passedOver : QList<ArticleId>());
    if (!decisions)
        return decisions.error();
    ProjectLearner learner(base);
    if (const auto done = learner.learn(*decisions, progress); !done)
        return done.error();
    return keep(project, learner.version());
}

Result<qint64> resetLearning(Project &project, const BaseModel &base)
{
    const auto decisions = decisionsIn(project, base, {});
    const auto last = Storage::latestLearnerVersion(project);
    if (!decisions || !last)
        return !decisions ? decisions.error() : last.error();
    LearnerVersion version;
    version.base = base.version();
    if (*last)
        version.passedOver = (*last)->passedOver;
    for (const Decisions &one : *decisions) {
        if (!version.passedOver.contains(one.article))
            version.passedOver.append(one.article);
    }
    return Storage::addLearnerVersion(project, version);
}

Result<qint64> revertLearning(Project &project, const BaseModel &base, qint64 number)
{
    const auto version = Storage::learnerVersion(project, number);
    if (!version)
        return version.error();
    if (!*version) {
        return Error{ErrorCode::NotFound,
                     Words::tr("There is no version %1 of what was learned. The last %2 are kept.").arg(number).arg(Storage::mostLearnerVersions),
                     project.path()};
    }
    const auto decisions = decisionsIn(project, base, {});
    if (!decisions)
        return decisions.error();
    LearnerVersion copy = **version;
    copy.made = {};
    for (const Decisions &one : *decisions) {
        if (!copy.articles.contains(one.article) && !copy.passedOver.contains(one.article))
            copy.passedOver.append(one.article);
    }
    return Storage::addLearnerVersion(project, copy);
}

Result<std::shared_ptr<const Detection::Adaptation>> adaptationOf(const LearnerVersion &version, const BaseModel &base)
{
    if (version.state.isEmpty() || version.base != base.version())
        return std::shared_ptr<const Detection::Adaptation>();
    auto adaptation = Detection::Adaptation::fromBytes(version.state);
    if (!adaptation)
        return adaptation.error();
    return std::shared_ptr<const Detection::Adaptation>(std::make_shared<Detection::Adaptation>(*std::move(adaptation)));
}

Result<std::unique_ptr<Detection::Detector>> projectDetector(Project &project, const BaseModel &base)
{
    const auto last = Storage::latestLearnerVersion(project);
    if (!last)
        return last.error();
    std::shared_ptr<const Detection::Adaptation> adaptation;
    QString version = base.version();
    if (*last) {
        const auto learned = adaptationOf(**last, base);
        if (!learned)
            return Error{learned.error().code, learned.error().message, project.path()};
        adaptation = *learned;
        if (adaptation)
            version += u'+' + QString::number((*last)->number);
    }
    return std::unique_ptr<Detection::Detector>(
        std::make_unique<Detection::ModelDetector>(Detection::modelName, Words::tr("Trained model"), base.finder, adaptation, version));
}

Result<std::unique_ptr<Detection::Detector>> learnedDetector(Project &project, const Detection::DetectorRegistry &registry)
{
    const auto last = Storage::latestLearnerVersion(project);
    if (!last)
        return last.error();
    if (!*last || (*last)->state.isEmpty())
        return std::unique_ptr<Detection::Detector>();
    const auto base = baseModelIn(registry);
    if (!base)
        return base.error();
    if (!*base || (*base)->version() != (*last)->base)
        return std::unique_ptr<Detection::Detector>();
    return projectDetector(project, **base);
}

Result<QByteArray> exportLearned(Project &project, const BaseModel &base)
{
    const auto last = Storage::latestLearnerVersion(project);
    if (!last)
        return last.error();
    if (!*last || (*last)->state.isEmpty())
        return nothingLearned(project.path());
    const auto adaptation = adaptationOf(**last, base);
    if (!adaptation)
        return adaptation.error();
    if (!*adaptation) {
        return Error{ErrorCode::BadInput,
                     Words::tr("What was learned belongs to the model %1, and this is %2. Learn anew with this one first.").arg((*last)->base, base.version()),
                     project.path()};
    }
    Detection::TrainedModel model = base.finder->model();
    model.adaptation = *adaptation;
    model.about[QStringLiteral("learned")] = QJsonObject{{QStringLiteral("base"), base.version()},
                                                         {QStringLiteral("version"), (*last)->number},
                                                         {QStringLiteral("articles"), (*last)->articles.size()},
                                                         {QStringLiteral("decisions"), (*last)->decisions}};
    return Detection::writeModel(model);
}

QString inWords(const Detection::Adaptation::Finding &finding)
{
    using Detection::Label;
    const QString what = Words::tr("%1 “%2”", "what of a word, and the word").arg(finding.feature, finding.words);
    const bool more = finding.weight > 0;
    switch (finding.label) {
    case Label::Outside:
        return more ? Words::tr("%1: more often in no attribution").arg(what) : Words::tr("%1: less often in no attribution").arg(what);
    case Label::SourceBegin:
        return more ? Words::tr("%1: begins a source more often").arg(what) : Words::tr("%1: begins a source less often").arg(what);
    case Label::SourceInside:
        return more ? Words::tr("%1: goes on in a source more often").arg(what) : Words::tr("%1: goes on in a source less often").arg(what);
    case Label::CueBegin:
        return more ? Words::tr("%1: begins a cue more often").arg(what) : Words::tr("%1: begins a cue less often").arg(what);
    case Label::CueInside:
        return more ? Words::tr("%1: goes on in a cue more often").arg(what) : Words::tr("%1: goes on in a cue less often").arg(what);
    case Label::ContentBegin:
        return more ? Words::tr("%1: begins a content more often").arg(what) : Words::tr("%1: begins a content less often").arg(what);
    case Label::ContentInside:
        break;
    }
    return more ? Words::tr("%1: goes on in a content more often").arg(what) : Words::tr("%1: goes on in a content less often").arg(what);
}

QString strengthInWords(const LearnerVersion &version)
{
    if (version.state.isEmpty())
        return Words::tr("nothing is learned");
    if (version.strength <= 0)
        return Words::tr("not used yet: it has not been seen to help");
    if (version.strength < 0.5)
        return Words::tr("used a little: it has helped somewhat so far");
    if (version.strength < 1)
        return Words::tr("used for the most part: it has helped so far");
    return Words::tr("used in full: it has helped so far");
}

} // namespace Quoth::Tasks
