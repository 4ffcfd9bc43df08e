// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editsession.h"

namespace Quoth::Editing {

using namespace Annotation;
using Storage::Project;

EditSession::EditSession(std::unique_ptr<Storage::ProjectThread> project, QString person, QObject *parent)
    : QObject(parent), m_project(std::move(project)), m_person(std::move(person)), m_ids(Storage::NextIds())
{
    struct Start
    {
        QString path;
        Schema schema;
        Result<Storage::NextIds> ids;
        Result<Storage::UndoState> undo;
    };
    const Start start
        = m_project->call([](Project &p) { return Start{p.path(), p.schema(), p.nextIds(), p.undoState()}; });
    m_path = start.path;
    m_schema = start.schema;
    if (start.ids)
        m_ids = IdAllocator(*start.ids);
    if (start.undo)
        m_undoState = *start.undo;
}

EditSession::~EditSession()
{
    m_project.reset(); // before the members that its answers would reach
}

void EditSession::openArticle(ArticleId id)
{
    m_project->post([this, id](Project &project) {
        auto article = std::make_shared<Result<AnnotatedArticle>>(project.article(id));
        QMetaObject::invokeMethod(
            this,
            [this, article] {
                if (!*article) {
                    emit failed(article->error());
                    return;
                }
                m_model.open(**article);
                emit articleOpened();
            },
            Qt::QueuedConnection);
    });
}

void EditSession::commit(const Edit &edit)
{
    if (edit.changes.isEmpty())
        return;
    m_model.apply(edit);
    ++m_unsaved;
    setUndoState({true, false, edit.title, {}});
    emit savedChanged();
    m_project->post([this, edit, person = m_person, generation = m_generation](Project &project) {
        auto result = std::make_shared<Result<void>>();
        // After a failure the edits that were made on top of it are not written: the model is about to go back.
        if (generation >= m_writtenGeneration)
            *result = project.apply(edit, person);
        if (!*result)
            m_writtenGeneration = generation + 1;
        QMetaObject::invokeMethod(this, [this, result] { finishCommit(*result); }, Qt::QueuedConnection);
    });
}

void EditSession::finishCommit(const Result<void> &result)
{
    --m_unsaved;
    if (!result) {
        m_generation = m_writtenGeneration;
        reload();
        emit failed(result.error());
    }
    emit savedChanged();
}

void EditSession::reload()
{
    refreshUndoState();
    if (!m_model.isOpen())
        return;
    const ArticleId id = m_model.article().id;
    if (const auto article = m_project->call([id](Project &project) { return project.article(id); })) {
        m_model.open(*article);
        emit articleOpened();
    }
}

void EditSession::step(Storage::Direction direction)
{
    const auto edit = m_project->call([&](Project &project) { return project.step(direction, m_person); });
    const auto state = m_project->call([](Project &project) { return project.undoState(); });
    if (!edit) {
        emit failed(edit.error());
        return;
    }
    if (state)
        setUndoState(*state);
    if (!*edit)
        return;
    const Edit &done = **edit;
    if (done.article && m_model.isOpen() && done.article != m_model.article().id) {
        const auto article = m_project->call([&done](Project &project) { return project.article(*done.article); });
        if (!article) {
            emit failed(article.error());
            return;
        }
        m_model.open(*article);
        emit articleOpened();
    } else {
        m_model.apply(done);
    }
    emit stepped(done.selectionAfter);
}

void EditSession::refreshUndoState()
{
    if (const auto state = m_project->call([](Project &project) { return project.undoState(); }))
        setUndoState(*state);
}

void EditSession::setUndoState(const Storage::UndoState &state)
{
    if (state == m_undoState)
        return;
    m_undoState = state;
    emit undoStateChanged();
}

} // namespace Quoth::Editing
