// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "learneddialog.h"
#include "workbench.h"

#include <app/base/progress.h>
#include <app/tasks/learning.h>

#include <QAction>
#include <QMainWindow>
#include <QThreadPool>
#include <QTimer>

namespace Quoth::Windows {

/// Learns from the person's decisions while they work: in a pause after some edits it reads what is decided in the project,
/// learns in a thread of its own, and keeps what it learned in the project. Without a trained model it learns nothing.
class Learning : public QObject
{
    Q_OBJECT

public:
    Learning(Workbench &workbench, QMainWindow &window, QObject *parent);
    /// Stops what is under way; it is learned the next time.
    ~Learning() override;

    QAction *action() const { return m_action; }
    /// The model to learn on instead of the one that the program carries.
    void setModelFile(const QString &file);
    bool isAtWork() const { return m_atWork || m_pause.isActive(); }

signals:
    /// A new version is kept.
    void learned(int articles);
    void told(const QString &message);

private:
    struct Learner; // what only the learning thread uses

    void start();
    void learn(const Tasks::BaseModel &base);
    void keep(const std::vector<Tasks::Decisions> &decisions);
    void finish(const QString &problem);
    void withBase(std::function<void(const Result<Tasks::BaseModel> &)> then);
    void show();
    void reset();
    void exportModel();

    Workbench &m_workbench;
    QMainWindow &m_window;
    QAction *m_action;
    QTimer m_pause;
    QThreadPool m_threads; ///< of one
    std::shared_ptr<Learner> m_learner;
    QString m_modelFile; ///< empty: the program's
    Progress m_progress;
    quint64 m_generation = 0; ///< answers to what was asked before a reset are out of date
    bool m_atWork = false;
    bool m_again = false; ///< something was decided meanwhile
};

} // namespace Quoth::Windows
