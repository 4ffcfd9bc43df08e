// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console.h"

#include "words.h"

#include <QJsonDocument>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace Quoth::CommandLine {

using namespace Annotation;

namespace {

std::atomic<const Progress *> interruptible = nullptr;

extern "C" void interrupt(int)
{
    if (const Progress *progress = interruptible.load())
        progress->cancel();
    std::signal(SIGINT, SIG_DFL);
}

bool standardErrorIsTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) == 1;
#endif
}

QString nameOf(Severity severity)
{
    switch (severity) {
    case Severity::Note: return QStringLiteral("note");
    case Severity::Warning: return QStringLiteral("warning");
    case Severity::Error: return QStringLiteral("error");
    }
    return {};
}

} // namespace

Console::Console()
    : m_output(stdout), m_errors(stderr), m_terminal(standardErrorIsTerminal()), m_progress([this](double share) { show(share); })
{
    interruptible = &m_progress;
    std::signal(SIGINT, interrupt);
}

Console::~Console()
{
    std::signal(SIGINT, SIG_DFL);
    interruptible = nullptr;
}

void Console::print(const QString &line)
{
    endProgress();
    m_output << line << '\n';
    m_output.flush();
}

void Console::print(const QJsonObject &object) { print(QString::fromUtf8(QJsonDocument(object).toJson().trimmed())); }

void Console::complain(const QString &line)
{
    endProgress();
    m_errors << QStringLiteral("quoth: ") << QString(line).replace(u'\n', u' ') << '\n';
    m_errors.flush();
}

void Console::error(const Error &error) { complain(error.text()); }

void Console::issues(const QList<Issue> &issues)
{
    for (const Issue &issue : issues) {
        if (issue.severity == Severity::Note)
            continue;
        QString line = issue.place.isEmpty() ? QString() : issue.place + QStringLiteral(": ");
        if (issue.severity == Severity::Warning)
            line += Words::tr("warning: ");
        line += issue.message;
        if (issue.count > 1)
            line += QStringLiteral(" (\u00D7%1)").arg(issue.count);
        complain(line);
    }
}

void Console::setTitle(const QString &title)
{
    m_title = title;
    m_shown = -1;
}

void Console::show(double share)
{
    const int percent = qBound(0, int(share * 100), 100);
    if (!m_terminal || m_title.isEmpty() || percent == m_shown)
        return;
    m_shown = percent;
    m_errors << QStringLiteral("\r%1 %2 %\u001B[K").arg(m_title).arg(percent);
    m_errors.flush();
}

void Console::endProgress()
{
    if (m_shown < 0)
        return;
    m_shown = -1;
    m_errors << QStringLiteral("\r\u001B[K");
    m_errors.flush();
}

QJsonArray toJson(const QList<Issue> &issues)
{
    QJsonArray result;
    for (const Issue &issue : issues) {
        result.append(QJsonObject{{QStringLiteral("severity"), nameOf(issue.severity)},
                                  {QStringLiteral("place"), issue.place},
                                  {QStringLiteral("message"), issue.message},
                                  {QStringLiteral("count"), issue.count}});
    }
    return result;
}

bool hasErrors(const QList<Issue> &issues)
{
    return std::any_of(issues.begin(), issues.end(), [](const Issue &issue) { return issue.severity == Severity::Error; });
}

} // namespace Quoth::CommandLine
