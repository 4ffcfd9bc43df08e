// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "programhost.h"

#include "quothprotocol.h"
#include "words.h"

#include <QProcess>

#ifdef Q_OS_UNIX
#include <csignal>
#include <unistd.h>
#endif

namespace Quoth::Detection {

namespace {

constexpr qsizetype keptErrors = 4096;

} // namespace

/// The process and what it says; all of it in the host's thread.
class ProgramHost::Conversation : public QObject
{
public:
    Conversation(QString program, QStringList arguments) : m_program(std::move(program)), m_arguments(std::move(arguments)) { }

    Result<void> meet(const Greeting &greeting, const Allowance &allowance)
    {
        if (m_process && m_process->state() == QProcess::Running)
            return {};
        end();
        m_process = std::make_unique<QProcess>();
#ifdef Q_OS_UNIX
        // A group of its own, so that what it starts in turn can be ended with it.
        m_process->setChildProcessModifier([] { ::setpgid(0, 0); });
#endif
        m_process->start(m_program, m_arguments);
        if (!m_process->waitForStarted(-1))
            return failed(ErrorCode::NotFound,
                          OutsideWords::tr("It could not be started (%1); is the path right, and may the file be run?")
                              .arg(m_process->errorString()));
        const Result<QByteArray> answer = exchange(greeting.line, allowance);
        if (!answer)
            return answer.error();
        if (const auto good = greeting.judge(*answer); !good) {
            Error error = good.error();
            error.place = m_program;
            end();
            return error;
        }
        return {};
    }

    Result<QByteArray> exchange(const QByteArray &line, const Allowance &allowance)
    {
        const QDeadlineTimer deadline(allowance.time);
        m_process->write(line + '\n');
        for (qsizetype searched = 0;;) {
            m_output += m_process->readAllStandardOutput();
            m_errors = (m_errors + m_process->readAllStandardError()).right(keptErrors);
            if (const qsizetype at = m_output.indexOf('\n', searched); at >= 0 && at <= allowance.bytes) {
                QByteArray answer = m_output.first(at);
                m_output.remove(0, at + 1);
                if (answer.endsWith('\r'))
                    answer.chop(1);
                return answer;
            }
            searched = m_output.size();
            if (m_output.size() > allowance.bytes)
                return failed(ErrorCode::BadInput,
                              OutsideWords::tr("Its answer is longer than %1 MB and was not read.")
                                  .arg(std::max<qsizetype>(1, allowance.bytes / 1024 / 1024)));
            if (m_process->state() != QProcess::Running)
                return failed(ErrorCode::NotReadable, how());
            if (allowance.progress.isCancelled())
                return failed(ErrorCode::Cancelled, OutsideWords::tr("The search was cancelled."));
            if (deadline.hasExpired())
                return failed(ErrorCode::NotReadable,
                              OutsideWords::tr("It did not answer within %n second(s). Give it more time in the detector's "
                                               "settings, or see why it is slow; "
                                               "each answer must end its line and be flushed.",
                                               nullptr, int(allowance.time.count() / 1000)));
            m_process->waitForReadyRead(int(askEvery.count()));
        }
    }

    void end()
    {
        if (!m_process)
            return;
#ifdef Q_OS_UNIX
        if (const qint64 id = m_process->processId(); id > 0)
            ::kill(pid_t(-id), SIGKILL);
#endif
        m_process->kill();
        m_process->waitForFinished(1000);
        m_process.reset();
        m_output.clear();
        m_errors.clear();
    }

    void endInPeace()
    {
        if (m_process) {
            m_process->closeWriteChannel();
            m_process->waitForFinished(1000);
        }
        end();
    }

private:
    QString how() const
    {
        if (m_process->exitStatus() == QProcess::CrashExit)
            return OutsideWords::tr("It crashed before it answered.");
        return OutsideWords::tr("It ended with status %1 before it answered.").arg(m_process->exitCode());
    }

    Error failed(ErrorCode code, QString message)
    {
        m_errors = (m_errors + m_process->readAllStandardError()).right(keptErrors);
        // The last lines say most: a traceback ends with what went wrong.
        const QList<QByteArray> lines = m_errors.trimmed().split('\n');
        const QByteArray last = lines.mid(std::max<qsizetype>(0, lines.size() - 3)).join(' ').right(300);
        if (!last.trimmed().isEmpty() && code != ErrorCode::Cancelled)
            message += QStringLiteral(" ")
                + OutsideWords::tr("It wrote on standard error: %1").arg(QString::fromUtf8(last).simplified());
        end();
        return {code, message, m_program};
    }

    const QString m_program;
    const QStringList m_arguments;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_output;
    QByteArray m_errors;
};

ProgramHost::ProgramHost(QString program, QStringList arguments)
    : m_conversation(std::make_unique<Conversation>(std::move(program), std::move(arguments)))
{
    m_conversation->moveToThread(&m_thread);
    m_thread.start();
}

ProgramHost::~ProgramHost()
{
    QMetaObject::invokeMethod(
        m_conversation.get(), [this] { m_conversation->endInPeace(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

Result<QByteArray> ProgramHost::ask(const QByteArray &line, const Greeting &greeting, const Allowance &allowance)
{
    Result<QByteArray> answer = QByteArray();
    QMetaObject::invokeMethod(
        m_conversation.get(),
        [&] {
            if (const auto met = m_conversation->meet(greeting, allowance); !met)
                answer = met.error();
            else
                answer = m_conversation->exchange(line, allowance);
        },
        Qt::BlockingQueuedConnection);
    return answer;
}

Result<void> ProgramHost::meet(const Greeting &greeting, const Allowance &allowance)
{
    Result<void> met;
    QMetaObject::invokeMethod(
        m_conversation.get(), [&] { met = m_conversation->meet(greeting, allowance); }, Qt::BlockingQueuedConnection);
    return met;
}

void ProgramHost::stop()
{
    QMetaObject::invokeMethod(
        m_conversation.get(), [this] { m_conversation->end(); }, Qt::BlockingQueuedConnection);
}

} // namespace Quoth::Detection
