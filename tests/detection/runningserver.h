// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QString>

/// A server that a test has started as a process of its own, on a port that it chose and told on its first line.
class RunningServer
{
public:
    RunningServer(const QString &program, const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, arguments);
        if (m_process.waitForStarted(30000) && m_process.waitForReadyRead(30000))
            m_port = m_process.readLine().trimmed().toInt();
    }
    ~RunningServer() { stop(); }
    Q_DISABLE_COPY_MOVE(RunningServer)

    void stop()
    {
        m_process.kill();
        m_process.waitForFinished(10000);
    }
    bool isThere() const { return m_port > 0; }
    QString url(const QString &path = QString()) const { return QStringLiteral("http://127.0.0.1:%1/%2").arg(m_port).arg(path); }

private:
    QProcess m_process;
    int m_port = 0;
};
