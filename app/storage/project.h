// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"
#include "edithistory.h"
#include "stepwriter.h"

#include <app/annotation/annotations.h>
#include <app/annotation/issue.h>
#include <app/annotation/schema.h>
#include <app/base/progress.h>

#include <QHash>
#include <QLockFile>

namespace Quoth::Storage {

/// What the article list shows, without reading any text.
struct ArticleSummary
{
    ArticleId id{1};
    QString externalId;
    Annotation::ArticleMeta meta;
    qint64 codePoints = 0;
    int attributions = 0; ///< not rejected
    int suggested = 0; ///< attributions and free spans still to review
    int reviewed = 0; ///< accepted or rejected ones
};

/// The page or document that an article was read from, as it was.
struct Original
{
    QString name; ///< of the file
    QString type; ///< the media type
    QByteArray bytes;

    bool operator==(const Original &) const = default;
};

/// Where an article came from, for the record.
struct ImportNote
{
    QString file;
    QString encoding;
    QStringList changes; ///< what normalisation did to the text
    std::optional<Original> original = {}; ///< kept packed in the project

    bool operator==(const ImportNote &) const = default;
};

/// A step that grows while a long work goes on: each part is on the disk as it comes, and undo takes all of them back at once. What
/// others do in between are steps of their own. Once it was undone, what follows begins another.
struct GrowingStep
{
    QString title; ///< as the undo menu has it
    qint64 number = 0; ///< 0 before its first edit
};

/// The next free ids. One writer has a project at a time, so that it may count them itself.
struct NextIds
{
    qint64 span = 1;
    qint64 attribution = 1;
    qint64 speaker = 1;
};

/// What stepping to a point of the history has done.
struct Leap
{
    int steps = 0;
    QHash<ArticleId, Annotation::Edit> last; ///< to each article concerned, the edit done last
    std::optional<ArticleId> lastArticle;
};

/// An open .quoth file: one SQLite database in WAL mode, fully durable at each edit. Belongs to the thread that opened it.
/// A project open for writing holds a lock file ("name.quoth.lock") which ends with the process, killed or not; readers need none.
class Project
{
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Fails if the file exists.
    static Result<std::unique_ptr<Project>> create(const QString &path, const Annotation::Schema &schema);
    static Result<std::unique_ptr<Project>> open(const QString &path, Access access);
    ~Project();
    Project(const Project &) = delete;
    Project &operator=(const Project &) = delete;

    QString path() const { return m_database->path(); }
    const Annotation::Schema &schema() const { return m_schema; }
    Database &database() { return *m_database; }

    Result<QList<ArticleSummary>> articles();
    Result<ArticleSummary> articleSummary(ArticleId id);
    Result<Annotation::AnnotatedArticle> article(ArticleId id);
    /// Among all that the file holds, also what was withdrawn: its id is taken.
    Result<std::optional<ArticleId>> findArticle(const QString &externalId);
    /// What brings a withdrawn article back, with its speakers; nullopt if it is there.
    Result<std::optional<Annotation::ArticlePresence>> withdrawn(ArticleId id);
    Result<std::optional<Original>> original(ArticleId id);
    Result<QList<Annotation::Speaker>> speakers();
    Result<NextIds> nextIds();

    /// Adds an article; its id is given here, externalId must be free in the project. The annotations, with project ids that
    /// are free (nextIds()), come in with it; speakers that exist already are left as they are. Undo takes it back with the rest of
    /// the step; without a step it cannot be undone.
    Result<ArticleId> addArticle(const Annotation::AnnotatedArticle &article, const ImportNote &note, const QString &who,
                                 GrowingStep *step = nullptr);

    /// Writes the edits of a step and logs them, in one transaction. On failure nothing has changed. Refuses what the schema does
    /// not know, and a schema without what annotations use.
    Result<void> apply(const QList<Annotation::Edit> &step, const QString &who);
    Result<void> apply(const Annotation::Edit &edit, const QString &who) { return apply(QList{edit}, who); }
    /// Makes the edits a part of a growing step.
    Result<void> apply(const QList<Annotation::Edit> &edits, const QString &who, GrowingStep &step);
    /// Takes the last step back, or does the first undone one again, in one transaction. Gives what was done to the project, for
    /// the open model to do the same; nullopt if there was nothing.
    Result<std::optional<QList<Annotation::Edit>>> step(Direction direction, const QString &who);
    /// Undoes or redoes until this step is the last done, in one transaction: on failure, or cancelled, nothing has changed.
    Result<Leap> stepTo(qint64 number, const QString &who, const Progress &progress);
    Result<UndoState> undoState() { return EditLog(*m_database).state(); }
    Result<QList<HistoryEntry>> history(int most, std::optional<ArticleId> article = std::nullopt)
    {
        return EditHistory(*m_database).entries(most, article);
    }
    EditHistory editHistory() { return EditHistory(*m_database); }

private:
    Project(std::unique_ptr<Database> database, std::unique_ptr<QLockFile> lock);
    Result<void> load();
    void takeSchema(const QList<Annotation::Edit> &step);

    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Database> m_database;
    Annotation::Schema m_schema;
    StepWriter m_writer;
};

} // namespace Quoth::Storage
