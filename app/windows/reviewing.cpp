// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reviewing.h"

#include "actions.h"
#include "framebuilding.h"

#include <app/editing/reviewqueue.h>

namespace Quoth::Windows {

using namespace Annotation;
using Editing::Item;

Reviewing::Reviewing(Workbench &workbench, FrameBuilding &frames, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_frames(frames)
{
    m_actions.next = makeAction(this, "review.next", tr("Next suggestion"), {QStringLiteral("Tab")}, "next");
    m_actions.previous = makeAction(this, "review.previous", tr("Previous suggestion"), {QStringLiteral("Shift+Tab")}, "previous");
    m_actions.accept = makeAction(this, "review.accept", tr("Accept"), {QStringLiteral("Return"), QStringLiteral("Enter")}, "accept");
    m_actions.reject = makeAction(this, "review.reject", tr("Reject"), {QStringLiteral("Backspace")}, "reject");
    m_actions.fix = makeAction(this, "review.fix", tr("Fix the next part"), {QStringLiteral("F2")}, "fix");
    m_actions.reopen = makeAction(this, "review.reopen", tr("Reopen"), {QStringLiteral("U")});
    m_actions.acceptAll = makeAction(this, "review.acceptAll", tr("Accept all that are sure\u2026"), {QStringLiteral("Ctrl+Shift+A")});
    m_actions.acceptAll->setIconText(tr("Accept the sure\u2026")); // in the toolbar
    m_actions.acceptRest = makeAction(this, "review.acceptRest", tr("Accept all that is left"), {QStringLiteral("Ctrl+Shift+Return")});
    m_actions.acceptRest->setToolTip(tr("Every suggestion of this article that is still open"));
    m_actions.rejectRest = makeAction(this, "review.rejectRest", tr("Reject all that is left"), {QStringLiteral("Ctrl+Shift+Backspace")});
    m_actions.rejectRest->setToolTip(m_actions.acceptRest->toolTip());
    connect(m_actions.acceptRest, &QAction::triggered, this, [this] { decideRest(State::Accepted); });
    connect(m_actions.rejectRest, &QAction::triggered, this, [this] { decideRest(State::Rejected); });
    m_actions.nextItem = makeAction(this, "item.next", tr("Next attribution or span"), {QStringLiteral("J")});
    m_actions.previousItem = makeAction(this, "item.previous", tr("Previous attribution or span"), {QStringLiteral("K")});
    connect(m_actions.next, &QAction::triggered, this, [this] {
        if (!m_frames.walk(true))
            go(true, State::Suggested);
    });
    connect(m_actions.previous, &QAction::triggered, this, [this] {
        if (!m_frames.walk(false))
            go(false, State::Suggested);
    });
    connect(m_actions.nextItem, &QAction::triggered, this, [this] { go(true, std::nullopt); });
    connect(m_actions.previousItem, &QAction::triggered, this, [this] { go(false, std::nullopt); });
    connect(m_actions.accept, &QAction::triggered, this, [this] {
        if (!m_frames.take())
            decideCurrent(State::Accepted);
    });
    connect(m_actions.reject, &QAction::triggered, this, [this] {
        if (!m_frames.drop())
            decideCurrent(State::Rejected);
    });
    connect(m_actions.reopen, &QAction::triggered, this, [this] {
        if (const auto item = m_workbench.current())
            decide(*item, State::Suggested);
    });
    connect(m_actions.fix, &QAction::triggered, this, &Reviewing::fix);
    connect(m_actions.acceptAll, &QAction::triggered, this, &Reviewing::acceptAllRequested);
    connect(&workbench, &Workbench::currentChanged, this, &Reviewing::updateActions);
    connect(&workbench.model(), &AnnotationModel::reset, this, &Reviewing::updateActions);
    updateActions();
}

QList<QAction *> Reviewing::allActions() const
{
    return {m_actions.next,   m_actions.previous,  m_actions.accept,   m_actions.reject,      m_actions.fix,
            m_actions.reopen, m_actions.acceptAll, m_actions.acceptRest, m_actions.rejectRest,
            m_actions.nextItem, m_actions.previousItem};
}

void Reviewing::updateActions()
{
    const bool item = m_workbench.current().has_value();
    for (QAction *action : {m_actions.accept, m_actions.reject, m_actions.fix, m_actions.reopen})
        action->setEnabled(item);
    const bool open = m_workbench.model().isOpen();
    for (QAction *action : {m_actions.next, m_actions.previous, m_actions.acceptAll, m_actions.acceptRest, m_actions.rejectRest, m_actions.nextItem, m_actions.previousItem})
        action->setEnabled(open);
}

void Reviewing::go(bool forward, std::optional<State> state)
{
    const auto item = Editing::nextItem(m_workbench.index(), m_workbench.current(), m_workbench.selection().begin, forward,
                                        state ? QList<State>{*state} : m_shown);
    if (item)
        m_workbench.setCurrent(item, std::nullopt, true);
    else if (state)
        emit nothingLeft();
}

void Reviewing::decide(const Item &item, State state) { m_workbench.commit(m_workbench.edits().setState({item}, state)); }

void Reviewing::decideRest(State state)
{
    QList<Item> items = Editing::itemsInOrder(m_workbench.index());
    items.removeIf([this](const Item &item) { return Editing::provenanceOf(item, m_workbench.index()).state != State::Suggested; });
    if (items.isEmpty()) {
        emit nothingLeft();
        return;
    }
    m_workbench.commit(m_workbench.edits().setState(items, state));
    emit restDecided(int(items.size()), state);
}

void Reviewing::decideCurrent(State state)
{
    const auto item = m_workbench.current();
    if (!item)
        return;
    const State before = Editing::provenanceOf(*item, m_workbench.index()).state;
    decide(*item, state);
    // Deciding goes on, and so does confirming what was decided by mending it.
    if (before == State::Suggested || before == state)
        go(true, State::Suggested);
}

void Reviewing::fix()
{
    const auto item = m_workbench.current();
    if (!item)
        return;
    if (std::holds_alternative<AttributionId>(*item)) {
        m_frames.mend();
        return;
    }
    const SpanId next = std::get<SpanId>(*item);
    m_workbench.setCurrent(item, next, true);
    const Label *label = m_workbench.schema().label(m_workbench.index().span(next)->label);
    emit fixing(label ? label->title : QString());
}

void Reviewing::acceptAll(double confidence) { m_workbench.commit(m_workbench.edits().acceptAll(confidence)); }

int Reviewing::countAtOrAbove(double confidence) const
{
    const AnnotationIndex &index = m_workbench.index();
    const QList<Item> items = Editing::itemsInOrder(index);
    return int(std::count_if(items.begin(), items.end(), [&](const Item &item) {
        const Provenance provenance = Editing::provenanceOf(item, index);
        return provenance.state == State::Suggested && provenance.confidence && *provenance.confidence >= confidence;
    }));
}

} // namespace Quoth::Windows
