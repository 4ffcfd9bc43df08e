// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing.h"

#include "projectquestion.h"

#include <app/detection/outside/detectorlist.h>
#include <app/exchange/formatregistry.h>
#include <app/tasks/articleintake.h>
#include <app/tasks/learning.h>
#include <app/tasks/suggesting.h>

#include <QFileInfo>
#include <QThread>
#include <QThreadPool>
#include <QtConcurrent>

#include <algorithm>

namespace Quoth::Windows {

using namespace Annotation;
using Storage::Project;

/// The built-in ones keep what they have loaded from run to run; those from outside are made anew, with the labels of today.
struct Importing::Detectors
{
    static const Detection::DetectorRegistry &builtIn()
    {
        static const Detection::DetectorRegistry registry;
        return registry;
    }

    Detection::DetectorRegistry outside;
    QList<const Detection::Detector *> enabled;
    std::unique_ptr<Detection::Detector> learned; ///< stands for the trained model
    bool isAdapted = false; ///< it was looked whether the project has taught the model something
};

/// Articles and what was found in them.
struct Importing::Looking
{
    std::shared_ptr<Detectors> detectors;
    QList<AnnotatedArticle> articles;
    QList<Tasks::Findings> found; // one an article
};

Importing::Importing(Editing::EditSession &session, const Exchange::FormatRegistry &formats, QObject *parent)
    : QObject(parent), m_session(session), m_formats(formats)
{
}

Importing::~Importing()
{
    m_progress.cancel();
    if (m_detectors)
        QThreadPool::globalInstance()->start([detectors = std::exchange(m_detectors, {})] { }); // programs are given time to end
}

void Importing::importFiles(const QList<ImportRequest> &requests, bool suggest)
{
    if (m_import.title.isEmpty()) {
        QStringList files;
        for (const ImportRequest &request : requests)
            files.append(request.file);
        m_import = {Tasks::importTitle(files)};
    }
    if (!m_texts)
        m_texts = std::make_shared<Tasks::TextIndex>();
    m_requests += requests;
    m_suggestWhatIsAdded = suggest;
    start();
}

void Importing::suggestFor(const QList<ArticleId> &articles)
{
    m_toSuggest += articles;
    start();
}

void Importing::cancel()
{
    m_progress.cancel();
}

void Importing::start()
{
    if (m_running)
        return;
    m_running = true;
    m_progress = progressTo(m_session, this, [this](double share) { tell(share); });
    m_changed.clear();
    m_partsDone = 0;
    m_share = 0;
    // Queued, so that finished() never comes before the caller is back.
    QMetaObject::invokeMethod(this, &Importing::takeNext, Qt::QueuedConnection);
}

void Importing::takeNext()
{
    const bool left = !m_requests.isEmpty() || !m_toSuggest.isEmpty();
    if (left && m_progress.isCancelled()) {
        m_errors.append(Error{ErrorCode::Cancelled, tr("Stopped; what was done so far stays in the project."), {}});
        finish();
    } else if (!m_requests.isEmpty()) {
        ImportRequest request = m_requests.takeFirst();
        if (request.options.annotator.isEmpty())
            request.options.annotator = m_session.person();
        m_partsOfStep = 1;
        askProject(m_session, this,
                   [&formats = m_formats, request, ids = m_session.ids(), person = m_session.person(), import = m_import, texts = m_texts,
                    progress = m_progress](Project &project) -> Step {
                       if (!texts->isFilled()) {
                           auto all = Tasks::TextIndex::of(project, progress);
                           if (!all)
                               return {import, {}, {}, {}, {all.error()}};
                           *texts = *std::move(all);
                       }
                       return importOne(project, formats, request, ids, person, import, *texts, progress);
                   },
                   [this](const Step &step) { finishStep(step, 1); });
    } else if (!m_toSuggest.isEmpty()) {
        const int count = int(std::min<qsizetype>(m_toSuggest.size(), std::max(1, QThread::idealThreadCount())));
        const QList<ArticleId> batch = m_toSuggest.first(count);
        m_toSuggest.remove(0, count);
        m_partsOfStep = count;
        readBatch(batch);
    } else {
        finish();
    }
}

Importing::Step Importing::importOne(Project &project, const Exchange::FormatRegistry &formats, const ImportRequest &request,
                                     const Editing::IdAllocator &ids, const QString &person, const Storage::GrowingStep &import,
                                     Tasks::TextIndex &texts, const Progress &progress)
{
    Step step{import, {}, {}, {}, {}};
    auto intake = Tasks::ArticleIntake::into(project, ids, person, import);
    if (!intake)
        return {import, {}, {}, {}, {intake.error()}};
    intake->compareWith(texts);
    Exchange::ImportReport report;
    const auto read = formats.read(
        request.file, request.options,
        [&](Exchange::ImportedArticle article) { return intake->take(std::move(article), request.file); }, report, progress);
    step.issues = report.issues + intake->takeIssues();
    if (!read)
        step.errors.append(read.error());
    const QString name = QFileInfo(request.file).fileName();
    if (const int merged = intake->merged(); merged > 0)
        step.issues.append({Severity::Note, tr("%n article(s) were in the project already and got new annotations.", nullptr, merged), name});
    if (const int unchanged = intake->unchanged(); unchanged > 0)
        step.issues.append({Severity::Note, tr("%n article(s) were in the project already.", nullptr, unchanged), name});
    step.added = intake->articlesAdded();
    step.import = *intake->step();
    return step;
}

void Importing::prepareDetectors()
{
    m_detectors = std::make_shared<Detectors>();
    const auto list = Detection::DetectorList::remembered(Detectors::builtIn().names(), &m_issues);
    list.addTo(m_detectors->outside, m_session.schema());
    for (const Detection::DetectorEntry &entry : list.entries) {
        if (entry.isEnabled)
            m_detectors->enabled.append(entry.outside ? m_detectors->outside.detector(entry.name) : Detectors::builtIn().detector(entry.name));
    }
}

/// The trained model, if it is among the detectors, gives way to the model with what the project has taught it.
Result<void> Importing::adapt(Detectors &detectors, Project &project)
{
    if (std::exchange(detectors.isAdapted, true))
        return {};
    for (const Detection::Detector *&detector : detectors.enabled) {
        if (detector != Detectors::builtIn().detector(Detection::modelName))
            continue;
        auto learned = Tasks::learnedDetector(project, Detectors::builtIn());
        if (!learned)
            return learned.error();
        detectors.learned = *std::move(learned);
        if (detectors.learned)
            detector = detectors.learned.get();
    }
    return {};
}

void Importing::readBatch(const QList<ArticleId> &articles)
{
    if (!m_detectors)
        prepareDetectors();
    askProject(m_session, this,
               [articles, detectors = m_detectors](Project &project) -> Result<QList<AnnotatedArticle>> {
                   if (const auto adapted = adapt(*detectors, project); !adapted)
                       return adapted.error();
                   QList<AnnotatedArticle> read;
                   for (const ArticleId id : articles) {
                       auto article = project.article(id);
                       if (!article)
                           return article.error();
                       read.append(*std::move(article));
                   }
                   return read;
               },
               [this, count = int(articles.size())](const Result<QList<AnnotatedArticle>> &read) {
                   if (read)
                       lookIn(*read);
                   else
                       finishStep({m_import, {}, {}, {}, {read.error()}}, count);
               });
}

void Importing::lookIn(const QList<AnnotatedArticle> &articles)
{
    auto looking = std::make_shared<Looking>(Looking{m_detectors, articles, {}});
    QtConcurrent::run([looking, progress = m_progress] {
        looking->found = QtConcurrent::blockingMapped<QList<Tasks::Findings>>(looking->articles, [&](const AnnotatedArticle &article) {
            return Tasks::findIn(article.article, looking->detectors->enabled, progress);
        });
    }).then(this, [this, looking] {
        askProject(m_session, this,
                   [looking, ids = m_session.ids(), person = m_session.person(), import = m_import](Project &project) {
                       return takeIn(project, *looking, ids, person, import);
                   },
                   [this, looking](const Step &step) { finishStep(step, int(looking->articles.size())); });
    });
}

Importing::Step Importing::takeIn(Project &project, const Looking &looking, const Editing::IdAllocator &ids, const QString &person,
                                  const Storage::GrowingStep &import)
{
    Step step{import, {}, {}, {}, {}};
    Editing::IdAllocator allocator = ids;
    for (qsizetype i = 0; i < looking.articles.size(); ++i) {
        const auto withdrawn = project.withdrawn(looking.articles[i].article.id);
        if (!withdrawn) {
            step.errors.append(withdrawn.error());
            break;
        }
        if (*withdrawn)
            continue; // undone meanwhile; an edit would keep it from coming back
        const auto done = Tasks::takeIn(project, looking.articles[i].article.id, looking.found[i], looking.detectors->enabled, allocator, person,
                                        import.number > 0 ? &step.import : nullptr);
        if (!done) {
            step.errors.append(done.error());
            break;
        }
        if (done->changed)
            step.changed.append(done->article.id);
        step.issues += done->issues;
        for (Error error : done->errors) {
            if (error.place.isEmpty())
                error.place = done->article.externalId;
            step.errors.append(error);
        }
    }
    return step;
}

void Importing::finishStep(const Step &step, int parts)
{
    if (step.import.number > 0)
        m_import = step.import; // what began before an import was asked for knows nothing of it
    m_partsDone += parts;
    m_partsOfStep = 0;
    m_added += step.added;
    m_changed += step.changed;
    m_issues += step.issues;
    bool stopped = false;
    for (const Error &error : step.errors) {
        if (error.code == ErrorCode::Cancelled)
            stopped = true;
        else
            m_errors.append(error);
    }
    if (stopped) {
        m_errors.append(Error{ErrorCode::Cancelled, tr("Stopped; what was done so far stays in the project."), {}});
        finish();
        return;
    }
    if (m_suggestWhatIsAdded)
        m_toSuggest += step.added;
    tell(0);
    takeNext();
}

void Importing::tell(double shareOfStep)
{
    const double all = double(m_partsDone + m_partsOfStep + m_requests.size() + m_toSuggest.size());
    const double share = all > 0 ? (m_partsDone + shareOfStep * m_partsOfStep) / all : 1;
    if (!m_running || share <= m_share)
        return;
    m_share = share;
    emit progress(share);
}

void Importing::finish()
{
    m_running = false;
    if (m_detectors)
        QThreadPool::globalInstance()->start([detectors = std::exchange(m_detectors, {})] { });
    m_import = {};
    m_texts.reset();
    m_requests.clear();
    m_toSuggest.clear();
    const QList<ArticleId> added = std::exchange(m_added, {});
    const QList<Issue> issues = std::exchange(m_issues, {});
    const QList<Error> errors = std::exchange(m_errors, {});
    emit finished(int(added.size()), issues, errors, added.isEmpty() ? std::nullopt : std::optional(added.first()));
}

} // namespace Quoth::Windows
