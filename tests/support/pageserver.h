// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QUrl>

#include <atomic>

namespace Quoth::Test {

/// A web server of a test's own, in a thread of its own, on a port that it chose. It gives to each path the bytes that it was made
/// with and closes the connection; to an empty answer the connection stays open and silent.
class PageServer
{
public:
    using Answers = QHash<QByteArray, QByteArray>; ///< by path, with the query

    explicit PageServer(const Answers &answers) : m_answers(answers), m_server(new QTcpServer)
    {
        // No proxy between, neither here nor in programs that the test starts.
        QNetworkProxyFactory::setUseSystemConfiguration(false);
        qunsetenv("http_proxy");
        qunsetenv("HTTP_PROXY");
        m_server->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
        QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this] { serve(); });
        m_thread.start();
        QMetaObject::invokeMethod(
            m_server,
            [this] {
                if (!m_server->listen(QHostAddress::LocalHost))
                    qFatal("The server of the test does not listen.");
                m_port = m_server->serverPort();
            },
            Qt::BlockingQueuedConnection);
    }
    ~PageServer()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(PageServer)

    QString address(const QString &path) const { return QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path); }
    QUrl url(const QString &path) const { return QUrl(address(path)); }
    int requests() const { return m_requests; }

    /// headers: whole lines, each with its end.
    static QByteArray answer(const QByteArray &status, const QByteArray &headers, const QByteArray &body)
    {
        return "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    static QByteArray page(const QByteArray &body, const QByteArray &type = "text/html; charset=utf-8")
    {
        return answer("200 OK", "Content-Type: " + type + "\r\n", body);
    }

private:
    void serve()
    {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                if (!socket->peek(64 * 1024).contains("\r\n\r\n"))
                    return;
                ++m_requests;
                const QByteArray path = socket->readAll().split(' ').value(1);
                const QByteArray bytes = m_answers.value(path, answer("404 Not Found", {}, "none"));
                if (bytes.isEmpty())
                    return;
                socket->write(bytes);
                socket->disconnectFromHost();
            });
        }
    }

    const Answers m_answers;
    QTcpServer *m_server; // lives in m_thread
    QThread m_thread;
    std::atomic<int> m_requests = 0;
    quint16 m_port = 0;
};

} // namespace Quoth::Test
