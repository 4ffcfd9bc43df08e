// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "idallocator.h"

#include <app/annotation/annotationmodel.h>
#include <app/storage/projectthread.h>

#include <QObject>

#include <atomic>

namespace Quoth::Editing {

/// One person at work on one project: the open article in the annotation model, each edit on its way to the disk.
/// commit() changes the model at once and writes in the project's thread; once isSaved(), the edit is on the disk. If writing fails,
/// the model and the schema go back to what is on the disk and failed() tells.
class EditSession : public QObject
{
    Q_OBJECT

public:
    EditSession(std::unique_ptr<Storage::ProjectThread> project, QString person, QObject *parent = nullptr);
    /// Waits until all is written.
    ~EditSession() override;

    Annotation::AnnotationModel &model() { return m_model; }
    const Annotation::AnnotationModel &model() const { return m_model; }
    Storage::ProjectThread &project() { return *m_project; }
    IdAllocator &ids() { return m_ids; }
    const Annotation::Schema &schema() const { return m_schema; }
    const QString &path() const { return m_path; }
    const QString &person() const { return m_person; }

    /// Reads in the background; the model is reset and articleOpened() comes when it is there.
    void openArticle(ArticleId id);
    /// One step of these edits, of this article and of others; one without changes does nothing.
    void commit(const QList<Annotation::Edit> &step);
    void commit(const Annotation::Edit &edit) { commit(QList{edit}); }
    /// Makes up the step in the project's thread, from all that was committed, writes it and waits: for edits that need what is on
    /// the disk, such as other articles. Gives how many articles changed; on an error nothing has. prepare may use ids().
    using Prepare = std::function<Result<QList<Annotation::Edit>>(Storage::Project &)>;
    Result<int> commitPrepared(const Prepare &prepare);
    /// Waits for the project; opens an article concerned if none of them is open. Selections to restore come by stepped().
    void undo() { step(Storage::Direction::Undo); }
    void redo() { step(Storage::Direction::Redo); }

    /// Undoes or redoes, in the background, until this step is the last done; then the model is read anew and done() is called.
    /// Nothing may be committed meanwhile: whoever asks for it keeps the person from it.
    void stepTo(qint64 number, const Progress &progress, const std::function<void(const Result<int> &steps)> &done);

    bool isSaved() const { return m_unsaved == 0; }
    const Storage::UndoState &undoState() const { return m_undoState; }
    /// After edits that went to the project past this session, as suggestions do.
    void refreshUndoState();

signals:
    void articleOpened();
    /// The open article was taken out of the project, by an edit, undo or redo; none is open now.
    void articleWithdrawn(Quoth::ArticleId article);
    /// The selection to restore in the open article, if one is known.
    void stepped(std::optional<Quoth::TextRange> selection);
    /// schema() is another; the model is not changed yet by edits that came with it.
    void schemaChanged();
    /// A step has changed articles besides the open one; what is asked of the project now tells of it.
    void otherArticlesChanged();
    void savedChanged();
    void undoStateChanged();
    void failed(const Quoth::Error &error);

private:
    void step(Storage::Direction direction);
    Result<void> show(ArticleId id);
    void finishLeap(const Storage::Leap &leap);
    void bringInLine(const QList<Annotation::Edit> &done);
    void tellOfOthers(const QList<Annotation::Edit> &done);
    bool followPresence(const QList<Annotation::Edit> &done);
    void withdraw();
    void setSchema(const Annotation::Schema &schema);
    void finishCommit(const Result<void> &result);
    void setUndoState(const Storage::UndoState &state);
    void reload();

    std::unique_ptr<Storage::ProjectThread> m_project;
    QString m_person;
    QString m_path;
    Annotation::Schema m_schema;
    IdAllocator m_ids;
    Annotation::AnnotationModel m_model;
    Storage::UndoState m_undoState;
    int m_unsaved = 0;
    quint64 m_opening = 0; // counts what was opened: answers to earlier wishes are out of date
    quint64 m_changes = 0; // counts what was done, for the same reason
    quint64 m_generation = 0; // of edits; a failure starts a new one
    std::atomic<quint64> m_writtenGeneration = 0; // edits of an earlier one are not written
};

} // namespace Quoth::Editing
