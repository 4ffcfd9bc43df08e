// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editsession.h"

#include <QSet>

#include <algorithm>

namespace Quoth::Editing {

using namespace Annotation;
using Storage::Project;

namespace {

/// Where the selection was, or what the edit changed if it was made while another article was open.
std::optional<TextRange> placeOf(const Edit &edit)
{
    if (edit.selectionAfter)
        return edit.selectionAfter;
    for (const Change &change : edit.changes) {
        if (const auto *span = std::get_if<ChangeOf<Span>>(&change))
            return (span->after ? span->after : span->before)->extent();
    }
    return std::nullopt;
}

} // namespace

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

void EditSession::commit(const QList<Edit> &edits)
{
    QList<Edit> step = edits;
    step.removeIf([](const Edit &edit) { return edit.changes.isEmpty(); });
    if (step.isEmpty())
        return;
    bringInLine(step);
    ++m_unsaved;
    setUndoState({true, false, step.constFirst().title, {}});
    emit savedChanged();
    m_project->post([this, step, person = m_person, generation = m_generation](Project &project) {
        auto result = std::make_shared<Result<void>>();
        // After a failure the edits that were made on top of it are not written: the model is about to go back.
        if (generation >= m_writtenGeneration)
            *result = project.apply(step, person);
        if (!*result)
            m_writtenGeneration = generation + 1;
        QMetaObject::invokeMethod(this, [this, result] { finishCommit(*result); }, Qt::QueuedConnection);
    });
    tellOfOthers(step);
}

Result<int> EditSession::commitPrepared(const Prepare &prepare)
{
    struct Done
    {
        QList<Edit> step;
        Result<Storage::UndoState> undo;
    };
    const auto done = m_project->call([&](Project &project) -> Result<Done> {
        auto step = prepare(project);
        if (!step)
            return step.error();
        if (auto written = project.apply(*step, m_person); !written)
            return written.error();
        return Done{*std::move(step), project.undoState()};
    });
    if (!done)
        return done.error();
    QSet<ArticleId> articles;
    for (const Edit &edit : done->step) {
        if (edit.article && !edit.changes.isEmpty())
            articles.insert(*edit.article);
    }
    bringInLine(done->step);
    if (done->undo)
        setUndoState(*done->undo);
    emit savedChanged();
    tellOfOthers(done->step);
    return int(articles.size());
}

/// The edits to the open article and to what is the project's.
void EditSession::bringInLine(const QList<Edit> &done)
{
    if (const Schema *schema = Storage::schemaAfter(done))
        setSchema(*schema);
    for (const Edit &edit : done) {
        const bool ofSpeakers = std::any_of(edit.changes.begin(), edit.changes.end(),
                                            [](const Change &change) { return std::holds_alternative<ChangeOf<Speaker>>(change); });
        if (ofSpeakers || (m_model.isOpen() && edit.article == m_model.article().id))
            m_model.apply(edit);
    }
}

void EditSession::tellOfOthers(const QList<Edit> &done)
{
    const bool others = std::any_of(done.begin(), done.end(), [this](const Edit &edit) {
        return edit.article && !(m_model.isOpen() && edit.article == m_model.article().id);
    });
    if (others)
        emit otherArticlesChanged();
}

void EditSession::setSchema(const Schema &schema)
{
    if (schema == m_schema)
        return;
    m_schema = schema;
    emit schemaChanged();
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
    setSchema(m_project->call([](Project &project) { return project.schema(); }));
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
    const auto step = m_project->call([&](Project &project) { return project.step(direction, m_person); });
    const auto state = m_project->call([](Project &project) { return project.undoState(); });
    if (!step) {
        emit failed(step.error());
        return;
    }
    if (state)
        setUndoState(*state);
    if (!*step)
        return;
    const QList<Edit> &done = **step;
    const auto ofOpen = [&] {
        return std::find_if(done.begin(), done.end(),
                            [this](const Edit &edit) { return m_model.isOpen() && edit.article == m_model.article().id; });
    };
    const auto first = std::find_if(done.begin(), done.end(), [](const Edit &edit) { return edit.article.has_value(); });
    if (m_model.isOpen() && first != done.end() && ofOpen() == done.end()) {
        const auto article = m_project->call([first](Project &project) { return project.article(*first->article); });
        if (!article) {
            emit failed(article.error());
            return;
        }
        if (const Schema *schema = Storage::schemaAfter(done))
            setSchema(*schema);
        m_model.open(*article);
        emit articleOpened();
    } else {
        bringInLine(done);
    }
    emit stepped(ofOpen() == done.end() ? std::nullopt : placeOf(*ofOpen()));
    tellOfOthers(done);
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
