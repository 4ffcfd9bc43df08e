// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "toursteps.h"

#include <widgets/balloon.h>

#include <QMainWindow>

namespace Quoth::Windows {

/// Shows the steps one after the other over the window of a project. A step that asks for something goes on by itself once the person has done
/// it. The keys go on working as ever, but for Escape, which ends the tour.
class Tour : public QObject
{
    Q_OBJECT

public:
    /// Begins at once. The desk must outlive the tour.
    Tour(QMainWindow &window, ProjectDesk &desk, const QList<QAction *> &actions);
    ~Tour() override;

    const QList<TourStep> &steps() const { return m_steps; }
    int step() const { return m_step; }
    Widgets::Balloon &balloon() { return *m_balloon; }

public slots:
    /// The last step ends it.
    void next();
    void back();
    void end();

signals:
    /// It is not shown any more and may be deleted, later.
    void ended();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(const QList<QAction *> &actions);
    void go(int step, int direction);
    void point();
    void pointSoon();
    void checkSoon();
    void check();

    ProjectDesk &m_desk;
    QList<TourStep> m_steps;
    QPointer<Widgets::Balloon> m_balloon; // the window's
    TourTally m_before;
    int m_step = -1;
    bool m_isPointing = false;
    bool m_isChecking = false;
};

} // namespace Quoth::Windows
