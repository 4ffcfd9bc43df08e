// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "project.h"

#include <QThread>
#include <QTimer>

namespace Quoth::Storage {

/// A project in a thread of its own, so that writing never holds up whoever draws. Work is done in the order it was given.
/// The destructor waits until all of it is done. When there is a pause, what was written is moved from the log into the file.
class ProjectThread
{
public:
    using Opener = std::function<Result<std::unique_ptr<Project>>()>;

    /// Runs the opener in the new thread and waits for it.
    static Result<std::unique_ptr<ProjectThread>> start(const Opener &opener);
    ~ProjectThread();

    /// Does the work later, in the project's thread.
    void post(std::function<void(Project &)> work);
    /// Does the work in the project's thread, after all that was posted, and waits for its answer.
    template<class Work>
    auto call(Work work) -> std::invoke_result_t<Work, Project &>
    {
        std::optional<std::invoke_result_t<Work, Project &>> answer;
        QMetaObject::invokeMethod(
            m_worker.get(),
            [this, &answer, &work] {
                answer.emplace(work(*m_project));
                m_pause->start();
            },
            Qt::BlockingQueuedConnection);
        return std::move(*answer);
    }

private:
    ProjectThread();

    QThread m_thread;
    std::unique_ptr<QObject> m_worker; // lives in m_thread
    QTimer *m_pause; // in m_thread too, the worker's
    std::unique_ptr<Project> m_project; // used in m_thread only
};

} // namespace Quoth::Storage
