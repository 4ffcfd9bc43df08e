// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <QAction>

namespace Quoth::Windows {

class FrameBuilding;

/// Working through suggestions: one key each for next, previous, accept, reject and fix; everything undoable. Deciding by key goes on to the
/// next suggestion.
class Reviewing : public QObject
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction *next;
        QAction *previous;
        QAction *accept;
        QAction *reject;
        QAction *fix;
        QAction *reopen;
        QAction *acceptAll;
        QAction *acceptRest;
        QAction *rejectRest;
        QAction *nextItem;
        QAction *previousItem;
    };

    /// What is being built goes before what is reviewed: Enter takes a proposal, Tab walks its slots, Backspace drops it.
    Reviewing(Workbench &workbench, FrameBuilding &frames, QObject *parent = nullptr);

    const Actions &actions() const { return m_actions; }
    QList<QAction *> allActions() const;
    void decide(const Editing::Item &item, Annotation::State state);
    /// Puts the next span of the item in hand: its words are selected, its edges and its label can be changed.
    void fix();
    void acceptAll(double confidence);
    int countAtOrAbove(double confidence) const;

public slots:
    /// The items that J and K go through.
    void setShown(const QList<Quoth::Annotation::State> &states) { m_shown = states; }

signals:
    void nothingLeft();
    void acceptAllRequested();
    /// All that was left has been decided at once.
    void restDecided(int count, Quoth::Annotation::State state);
    void fixing(const QString &label);

private:
    void go(bool forward, std::optional<Annotation::State> state);
    void decideRest(Annotation::State state);
    void decideCurrent(Annotation::State state);
    void updateActions();

    Workbench &m_workbench;
    FrameBuilding &m_frames;
    QList<Annotation::State> m_shown = {Annotation::State::Suggested, Annotation::State::Accepted};
    Actions m_actions;
};

} // namespace Quoth::Windows
