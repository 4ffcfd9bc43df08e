// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktopsession.h"

#include "mainwindow.h"
#include "windowkeeper.h"

#include <QApplication>
#include <QFileOpenEvent>
#include <QSessionManager>
#include <QSettings>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <csignal>
#include <utility>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace Quoth::Windows {

#ifdef Q_OS_UNIX
namespace {

int signalEnds[2] = {-1, -1}; // the first is written by the handler, which may do little else

extern "C" void tellOfSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(signalEnds[0], &byte, 1);
}

} // namespace
#endif

DesktopSession::DesktopSession(WindowKeeper &keeper) : m_keeper(keeper)
{
    qApp->installEventFilter(this);
    connect(qApp, &QGuiApplication::commitDataRequest, this, &DesktopSession::settle, Qt::DirectConnection);
    connect(
        qApp, &QGuiApplication::saveStateRequest, this,
        [this](QSessionManager &manager) {
            settle();
            manager.setRestartHint(QSessionManager::RestartIfRunning);
            manager.setRestartCommand(restartCommand());
        },
        Qt::DirectConnection);
    listenForSignals();
}

DesktopSession::~DesktopSession()
{
#ifdef Q_OS_UNIX
    for (const int number : {SIGTERM, SIGHUP, SIGINT})
        std::signal(number, SIG_DFL);
    for (int &end : signalEnds)
        ::close(std::exchange(end, -1));
#endif
}

QStringList DesktopSession::restartCommand() const
{
    QStringList command{QCoreApplication::applicationFilePath()};
    if (ProjectDesk *desk = m_keeper.window().desk())
        command.append(desk->session().path()); // which remembers its article
    return command;
}

void DesktopSession::settle() const
{
    m_keeper.window().rememberPlace();
    if (ProjectDesk *desk = m_keeper.window().desk())
        desk->session().project().call([](Storage::Project &) { return true; });
    QSettings().sync();
}

bool DesktopSession::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::FileOpen)
        return QObject::eventFilter(watched, event);
    const QString file = static_cast<QFileOpenEvent *>(event)->file();
    if (!file.isEmpty())
        m_keeper.window().openFiles({file});
    return true;
}

void DesktopSession::listenForSignals()
{
#ifdef Q_OS_UNIX
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, signalEnds) != 0)
        return; // the signals end the program at once, as they did
    auto *notifier = new QSocketNotifier(signalEnds[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [notifier] {
        notifier->setEnabled(false);
        QApplication::closeAllWindows(); // dialogs first
        QCoreApplication::quit();
    });
    struct sigaction action = {};
    action.sa_handler = tellOfSignal;
    action.sa_flags = SA_RESTART | int(SA_RESETHAND); // a second one ends what hangs
    sigemptyset(&action.sa_mask);
    for (const int number : {SIGTERM, SIGHUP, SIGINT})
        ::sigaction(number, &action, nullptr);
#endif
}

} // namespace Quoth::Windows
