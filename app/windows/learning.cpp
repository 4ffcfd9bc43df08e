// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "learning.h"

#include "actions.h"
#include "projectquestion.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QSaveFile>
#include <QStandardPaths>

namespace Quoth::Windows {

using Storage::Project;

namespace {

/// From the last of some edits to the begin of learning from them, in milliseconds.
constexpr int pause = 400;

} // namespace

struct Learning::Learner
{
    std::optional<Result<Tasks::BaseModel>> base;
    std::optional<Tasks::ProjectLearner> learner;
};

Learning::Learning(Workbench &workbench, QMainWindow &window, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_window(window), m_learner(std::make_shared<Learner>())
{
    m_action = makeAction(this, "project.learned", tr("What was learned\u2026"));
    m_action->setToolTip(tr("What Quoth has learned from your decisions in this project, and how to forget or export it"));
    connect(m_action, &QAction::triggered, this, &Learning::show);
    m_threads.setMaxThreadCount(1);
    m_threads.setThreadPriority(QThread::LowPriority);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &Learning::start);
    connect(&workbench.model(), &Annotation::AnnotationModel::applied, &m_pause, qOverload<>(&QTimer::start));
    connect(&workbench.session(), &Editing::EditSession::otherArticlesChanged, &m_pause, qOverload<>(&QTimer::start));
}

Learning::~Learning()
{
    m_progress.cancel();
    m_threads.waitForDone();
}

void Learning::setModelFile(const QString &file)
{
    m_modelFile = file;
    m_learner = std::make_shared<Learner>();
}

/// Loads the model in the learning thread, once.
void Learning::withBase(std::function<void(const Result<Tasks::BaseModel> &)> then)
{
    m_threads.start([this, learner = m_learner, file = m_modelFile, then = std::move(then)] {
        if (!learner->base)
            learner->base = file.isEmpty() ? Tasks::bundledBaseModel() : Tasks::loadBaseModel(file);
        QMetaObject::invokeMethod(this, [base = *learner->base, then] { then(base); }, Qt::QueuedConnection);
    });
}

void Learning::start()
{
    if (m_atWork) {
        m_again = true;
        return;
    }
    m_atWork = true;
    m_again = false;
    m_progress = Progress();
    withBase([this](const Result<Tasks::BaseModel> &base) {
        if (base)
            learn(*base);
        else // the menu tells why
            finish({});
    });
}

void Learning::learn(const Tasks::BaseModel &base)
{
    using Answer = Result<std::vector<Tasks::Decisions>>;
    askProject(m_workbench.session(), this,
               [base](Project &project) -> Answer {
                   const auto last = Storage::latestLearnerVersion(project);
                   if (!last)
                       return last.error();
                   return Tasks::decisionsIn(project, base, *last ? (*last)->passedOver : QList<ArticleId>());
               },
               [this](const Answer &decisions) {
                   if (decisions)
                       keep(*decisions);
                   else
                       finish(decisions.error().text());
               });
}

void Learning::keep(const std::vector<Tasks::Decisions> &decisions)
{
    using Storage::LearnerVersion;
    const auto keepIn = [this, generation = m_generation](const Result<std::optional<LearnerVersion>> &version) {
        if (!version || !*version || generation != m_generation) {
            finish(version || version.error().code == ErrorCode::Cancelled ? QString() : version.error().text());
            return;
        }
        askProject(m_workbench.session(), this, [version](Project &project) { return Tasks::keep(project, **version); },
                   [this, articles = int((*version)->articles.size())](const Result<std::optional<qint64>> &number) {
                       finish(number ? QString() : number.error().text());
                       if (number && *number)
                           emit learned(articles);
                   });
    };
    m_threads.start([this, learner = m_learner, decisions, progress = m_progress, keepIn] {
        if (!learner->learner)
            learner->learner.emplace(**learner->base);
        const auto done = learner->learner->learn(decisions, progress);
        Result<std::optional<LearnerVersion>> version = std::optional<LearnerVersion>();
        if (!done)
            version = done.error();
        else if (*done)
            version = std::optional(learner->learner->version());
        QMetaObject::invokeMethod(this, [keepIn, version] { keepIn(version); }, Qt::QueuedConnection);
    });
}

void Learning::finish(const QString &problem)
{
    m_atWork = false;
    if (!problem.isEmpty())
        emit told(tr("Nothing was learned: %1").arg(problem));
    if (m_again)
        m_pause.start();
}

void Learning::show()
{
    withBase([this](const Result<Tasks::BaseModel> &base) {
        using Answer = Result<Learned>;
        askProject(m_workbench.session(), this,
                   [](Project &project) -> Answer {
                       const auto last = Storage::latestLearnerVersion(project);
                       if (!last)
                           return last.error();
                       Learned learned{*last, {}, {}};
                       if (*last && !(*last)->state.isEmpty()) {
                           const auto adaptation = Detection::Adaptation::fromBytes((*last)->state);
                           if (!adaptation)
                               return adaptation.error();
                           learned.findings = adaptation->findings(LearnedDialog::mostFindings);
                       }
                       return learned;
                   },
                   [this, problem = base ? QString() : base.error().message](const Answer &answer) {
                       if (!answer) {
                           QMessageBox::warning(&m_window, tr("Quoth"), answer.error().text());
                           return;
                       }
                       Learned learned = *answer;
                       learned.problem = problem;
                       LearnedDialog dialog(learned, &m_window);
                       connect(&dialog, &LearnedDialog::resetRequested, this, &Learning::reset);
                       connect(&dialog, &LearnedDialog::exportRequested, this, &Learning::exportModel);
                       dialog.exec();
                   });
    });
}

void Learning::reset()
{
    ++m_generation;
    m_progress.cancel();
    withBase([this](const Result<Tasks::BaseModel> &base) {
        if (!base) {
            emit told(base.error().message);
            return;
        }
        askProject(m_workbench.session(), this, [base = *base](Project &project) { return Tasks::resetLearning(project, base); },
                   [this](const Result<qint64> &done) {
                       emit told(done ? tr("What was learned is forgotten; what you decide from now on is learned from.") : done.error().text());
                   });
    });
}

void Learning::exportModel()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(&m_window, tr("Export the model with what was learned"),
                                                      folder + QStringLiteral("/learned.quothmodel"), tr("Models (*.quothmodel)"));
    if (path.isEmpty())
        return;
    withBase([this, path](const Result<Tasks::BaseModel> &base) {
        if (!base) {
            emit told(base.error().message);
            return;
        }
        askProject(m_workbench.session(), this, [base = *base](Project &project) { return Tasks::exportLearned(project, base); },
                   [this, path](const Result<QByteArray> &bytes) {
                       QSaveFile file(path);
                       if (!bytes)
                           emit told(bytes.error().text());
                       else if (file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size() && file.commit())
                           emit told(tr("Saved %1").arg(path));
                       else
                           emit told(tr("%1 cannot be written: %2").arg(path, file.errorString()));
                   });
    });
}

} // namespace Quoth::Windows
