// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <QAction>
#include <QRect>

#include <functional>

namespace Quoth::Windows {

class ProjectDesk;

/// What tells that a step was done: counted when it begins, and again after everything that happens.
struct TourTally
{
    int accepted = 0;
    int rejected = 0;
    qsizetype spans = 0;
    bool isInHand = false; ///< something is
    bool isProposed = false; ///< parts of an attribution are
    std::optional<ArticleId> article;

    bool operator==(const TourTally &) const = default;
};

TourTally tallyOf(ProjectDesk &desk);

/// A part of the window, and the place in it in its pixels; an empty place is all of it.
struct TourTarget
{
    QWidget *part = nullptr;
    QRect place;
};

/// One hint. Where nothing is asked for, isDone is empty and the person says when to go on.
struct TourStep
{
    QString title;
    QString text; ///< with the keys as they are set
    std::function<TourTarget()> target;
    std::function<bool(const TourTally &before, const TourTally &now)> isDone = {};
    std::function<bool(const TourTally &now)> isSkipped = {}; ///< it would ask for what cannot be done
    std::function<void()> begin = {}; ///< puts the window into the state that the step is about
    QString action = {}; ///< the step is also done once this action was triggered
};

/// actions: all that the window has. The desk must outlive the steps.
QList<TourStep> tourSteps(QWidget &window, ProjectDesk &desk, const QList<QAction *> &actions);

} // namespace Quoth::Windows
