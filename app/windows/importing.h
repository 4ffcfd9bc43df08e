// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/issue.h>
#include <app/base/progress.h>
#include <app/editing/editsession.h>
#include <app/exchange/format.h>

#include <QObject>

#include <memory>

namespace Quoth::Exchange {
class FormatRegistry;
}

namespace Quoth::Tasks {
class TextIndex;
}

namespace Quoth::Windows {

/// One file or folder to read, and how.
struct ImportRequest
{
    QString file;
    Exchange::ImportOptions options;
};

/// Takes files into the project and suggests highlights, file by file and a few articles at a time, so that edits made
/// meanwhile are written in between. Requests made while it runs are done in the same run. It does not touch the open article:
/// whoever shows one that was suggested for reads it again.
class Importing : public QObject
{
    Q_OBJECT

public:
    /// The formats must outlive the session, and the session this.
    Importing(Editing::EditSession &session, const Exchange::FormatRegistry &formats, QObject *parent = nullptr);
    /// Cancels; what is done stays.
    ~Importing() override;

    /// Annotations without an annotator get the session's person.
    void importFiles(const QList<ImportRequest> &requests, bool suggest);
    /// One undoable edit for each article in which something new is found. The detectors that the person has enabled look for
    /// it, in their order, in threads of their own: a slow one keeps nobody from the project.
    void suggestFor(const QList<ArticleId> &articles);
    bool isRunning() const { return m_running; }
    /// The articles in which the run that ended last, or is under way, suggested something.
    const QList<ArticleId> &suggestedFor() const { return m_changed; }

public slots:
    void cancel();

signals:
    /// From 0 to 1, never going back.
    void progress(double share);
    /// A run that was cancelled has an error with ErrorCode::Cancelled.
    void finished(int added, const QList<Quoth::Annotation::Issue> &issues, const QList<Quoth::Error> &errors,
                  std::optional<Quoth::ArticleId> firstAdded);

private:
    struct Step
    {
        Storage::GrowingStep import; ///< as far as it has grown
        QList<ArticleId> added;
        QList<ArticleId> changed;
        QList<Annotation::Issue> issues;
        QList<Error> errors;
    };
    static Step importOne(Storage::Project &project, const Exchange::FormatRegistry &formats, const ImportRequest &request,
                          const Editing::IdAllocator &ids, const QString &person, const Storage::GrowingStep &import, Tasks::TextIndex &texts,
                          const Progress &progress);
    struct Detectors;
    struct Looking;
    void readBatch(const QList<ArticleId> &articles);
    void lookIn(const QList<Annotation::AnnotatedArticle> &articles);
    static Result<void> adapt(Detectors &detectors, Storage::Project &project);
    static Step takeIn(Storage::Project &project, const Looking &looking, const Editing::IdAllocator &ids, const QString &person,
                       const Storage::GrowingStep &import);
    void prepareDetectors();

    void start();
    void takeNext();
    void finishStep(const Step &step, int parts);
    void tell(double shareOfStep);
    void finish();

    Editing::EditSession &m_session;
    const Exchange::FormatRegistry &m_formats;
    std::shared_ptr<Detectors> m_detectors; // of the run; workers hold them too
    Progress m_progress;
    std::shared_ptr<Tasks::TextIndex> m_texts; // of the project, for the run; used in its thread alone
    Storage::GrowingStep m_import; // what came in and was suggested for it: undo takes it back at once
    QList<ImportRequest> m_requests;
    QList<ArticleId> m_toSuggest;
    QList<ArticleId> m_added;
    QList<ArticleId> m_changed;
    QList<Annotation::Issue> m_issues;
    QList<Error> m_errors;
    int m_partsDone = 0; // files and articles
    int m_partsOfStep = 0;
    double m_share = 0;
    bool m_suggestWhatIsAdded = false;
    bool m_running = false;
};

} // namespace Quoth::Windows
