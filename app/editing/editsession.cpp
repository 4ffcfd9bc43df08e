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

bool withdrawsOpen(const QList<Edit> &step, const AnnotationModel &model)
{
    return std::any_of(step.begin(), step.end(), [&model](const Edit &edit) {
        return model.isOpen() && edit.article == model.article().id && edit.presenceAfter() == std::optional(false);
    });
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
    ++m_opening;
    m_project->post([this, id, opening = m_opening, changes = m_changes](Project &project) {
        auto article = std::make_shared<Result<AnnotatedArticle>>(project.article(id));
        QMetaObject::invokeMethod(
            this,
            [this, id, article, opening, changes] {
                if (opening != m_opening)
                    return;
                if (changes != m_changes) {
                    openArticle(id); // it was read before what was done since
                    return;
                }
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

/// At once, for what happens in it to be seen.
Result<void> EditSession::show(ArticleId id)
{
    const auto article = m_project->call([id](Project &project) { return project.article(id); });
    if (!article)
        return article.error();
    ++m_opening;
    m_model.open(*article);
    emit articleOpened();
    return {};
}

void EditSession::commit(const QList<Edit> &edits)
{
    QList<Edit> step = edits;
    step.removeIf([](const Edit &edit) { return edit.changes.isEmpty(); });
    if (step.isEmpty())
        return;
    ++m_changes;
    bringInLine(step);
    const bool isOpenLeft = withdrawsOpen(step, m_model);
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
    if (isOpenLeft)
        withdraw();
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
    ++m_changes;
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
    ++m_changes;
    if (m_model.isOpen())
        (void)show(m_model.article().id);
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
    ++m_changes;
    const QList<Edit> &done = **step;
    if (followPresence(done))
        return;
    const auto ofOpen = [&] {
        return std::find_if(done.begin(), done.end(),
                            [this](const Edit &edit) { return m_model.isOpen() && edit.article == m_model.article().id; });
    };
    const auto first = std::find_if(done.begin(), done.end(), [](const Edit &edit) { return edit.article.has_value(); });
    if (first != done.end() && ofOpen() == done.end()) {
        if (const Schema *schema = Storage::schemaAfter(done))
            setSchema(*schema);
        if (const auto shown = show(*first->article); !shown) {
            emit failed(shown.error());
            return;
        }
    } else {
        bringInLine(done);
    }
    emit stepped(ofOpen() == done.end() ? std::nullopt : placeOf(*ofOpen()));
    tellOfOthers(done);
}

/// Where articles came or went: an article that is there is shown, with the speakers as they are now.
bool EditSession::followPresence(const QList<Edit> &done)
{
    const auto changesPresence = [](const Edit &edit) { return edit.presenceAfter().has_value(); };
    if (std::none_of(done.begin(), done.end(), changesPresence))
        return false;
    if (const Schema *schema = Storage::schemaAfter(done))
        setSchema(*schema);
    const auto came = std::find_if(done.begin(), done.end(), [](const Edit &edit) { return edit.presenceAfter().value_or(false); });
    if (withdrawsOpen(done, m_model))
        withdraw();
    else if (came != done.end())
        (void)show(*came->article);
    else if (m_model.isOpen())
        (void)show(m_model.article().id);
    emit stepped(std::nullopt);
    emit otherArticlesChanged();
    return true;
}

void EditSession::withdraw()
{
    const ArticleId article = m_model.article().id;
    ++m_opening;
    m_model.close();
    emit articleWithdrawn(article);
}

void EditSession::stepTo(qint64 number, const Progress &progress, const std::function<void(const Result<int> &)> &done)
{
    m_project->post([this, number, progress, done, person = m_person](Project &project) {
        auto leap = std::make_shared<Result<Storage::Leap>>(project.stepTo(number, person, progress));
        QMetaObject::invokeMethod(
            this,
            [this, leap, done] {
                if (*leap)
                    finishLeap(**leap);
                done(*leap ? Result<int>((*leap)->steps) : Result<int>(leap->error()));
            },
            Qt::QueuedConnection);
    });
}

void EditSession::finishLeap(const Storage::Leap &leap)
{
    ++m_changes;
    refreshUndoState();
    setSchema(m_project->call([](Project &project) { return project.schema(); }));
    const auto isThere = [this](ArticleId id) {
        const auto withdrawn = m_project->call([id](Project &project) { return project.withdrawn(id); });
        return withdrawn && !*withdrawn;
    };
    const bool isOpenConcerned = m_model.isOpen() && leap.last.contains(m_model.article().id);
    auto shown = isOpenConcerned || (!leap.lastArticle && m_model.isOpen()) ? std::optional(m_model.article().id) : leap.lastArticle;
    if (m_model.isOpen() && !isThere(m_model.article().id))
        withdraw();
    if (shown && !isThere(*shown))
        shown = m_model.isOpen() ? std::optional(m_model.article().id) : std::nullopt;
    if (shown) {
        if (const auto done = show(*shown); !done) {
            emit failed(done.error());
            return;
        }
    }
    const auto last = shown ? leap.last.constFind(*shown) : leap.last.constEnd();
    emit stepped(last == leap.last.constEnd() ? std::nullopt : placeOf(*last));
    if (leap.last.size() > (isOpenConcerned ? 1 : 0))
        emit otherArticlesChanged();
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
