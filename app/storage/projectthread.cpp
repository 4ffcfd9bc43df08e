// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "projectthread.h"

namespace Quoth::Storage {

using namespace std::chrono_literals;

namespace {

/// Longer than people take from key to key.
constexpr std::chrono::milliseconds pause = 2500ms;

} // namespace

ProjectThread::ProjectThread() : m_worker(std::make_unique<QObject>()), m_pause(new QTimer(m_worker.get()))
{
    m_pause->setSingleShot(true);
    m_pause->setInterval(pause);
    QObject::connect(m_pause, &QTimer::timeout, m_worker.get(), [this] {
        if (m_project)
            (void)m_project->database().checkpoint(); // what it cannot move stays in the log, safe as before
    });
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
    QMetaObject::invokeMethod(m_worker.get(), [this] {
        m_pause->stop();
        m_project.reset();
    }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void ProjectThread::post(std::function<void(Project &)> work)
{
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this, work = std::move(work)] {
            work(*m_project);
            m_pause->start();
        },
        Qt::QueuedConnection);
}

} // namespace Quoth::Storage
