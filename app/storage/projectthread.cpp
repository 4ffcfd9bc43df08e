// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "projectthread.h"

namespace Quoth::Storage {

ProjectThread::ProjectThread() : m_worker(std::make_unique<QObject>())
{
    m_thread.setObjectName(QStringLiteral("quoth-project"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

Result<std::unique_ptr<ProjectThread>> ProjectThread::start(const Opener &opener)
{
    std::unique_ptr<ProjectThread> thread(new ProjectThread);
    std::optional<Error> error;
    QMetaObject::invokeMethod(
        thread->m_worker.get(),
        [&] {
            auto project = opener();
            if (project)
                thread->m_project = *std::move(project);
            else
                error = project.error();
        },
        Qt::BlockingQueuedConnection);
    if (error)
        return *error;
    return thread;
}

ProjectThread::~ProjectThread()
{
    // A database connection must be closed in the thread that opened it.
    QMetaObject::invokeMethod(m_worker.get(), [this] { m_project.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void ProjectThread::post(std::function<void(Project &)> work)
{
    QMetaObject::invokeMethod(
        m_worker.get(), [this, work = std::move(work)] { work(*m_project); }, Qt::QueuedConnection);
}

} // namespace Quoth::Storage
