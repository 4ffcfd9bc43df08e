// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "deadline.h"

#include <app/base/result.h>

#include <QStringList>
#include <QThread>

#include <memory>

namespace Quoth::Detection {

/// A program that is spoken to line by line, kept running between the lines. It lives in a thread of its own, so that any
/// thread may ask; one asks after the other. A program that does not answer in time, answers too much, ends or is called off
/// is killed with all that it started, and started anew for the next line. The destructor closes its standard input, waits a
/// second for it to end and kills it then.
class ProgramHost
{
public:
    ProgramHost(QString program, QStringList arguments);
    ~ProgramHost();
    Q_DISABLE_COPY_MOVE(ProgramHost)

    /// What is written first to a program that was just started, and whether its answer will do.
    struct Greeting
    {
        QByteArray line;
        std::function<Result<void>(const QByteArray &answer)> judge;
    };
    /// Starts the program if it does not run, greets it then, writes the line and gives the one that it answers, neither with a
    /// line end. Errors tell what the program wrote on its standard error, and its status.
    Result<QByteArray> ask(const QByteArray &line, const Greeting &greeting, const Allowance &allowance);
    /// Starts and greets only.
    Result<void> meet(const Greeting &greeting, const Allowance &allowance);
    /// After an answer that makes no sense: what comes next might belong to it.
    void stop();

private:
    class Conversation;

    QThread m_thread;
    std::unique_ptr<Conversation> m_conversation; // lives in m_thread
};

} // namespace Quoth::Detection
