// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpexchange.h"

#include "quothprotocol.h"
#include "words.h"

#include <app/base/version.h>

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

namespace Quoth::Detection {

namespace {

QString shown(const QUrl &url) { return url.toDisplayString(QUrl::RemovePassword); }

bool isJson(const QString &contentType)
{
    const QString type = contentType.section(u';', 0, 0).trimmed().toLower();
    return type.isEmpty() || type == u"application/json" || type == u"text/json" || type.endsWith(u"+json");
}

QString unreachable(const QNetworkReply &reply)
{
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return OutsideWords::tr("No server answers there; is it running, and is the port right?");
    case QNetworkReply::HostNotFoundError:
        return OutsideWords::tr("There is no host of that name; is the address right, and the network up?");
    case QNetworkReply::RemoteHostClosedError:
        return OutsideWords::tr("The server closed the connection before its answer was complete.");
    case QNetworkReply::SslHandshakeFailedError:
        return OutsideWords::tr("There is no safe connection (TLS) to the server: %1").arg(reply.errorString());
    default: return OutsideWords::tr("The server could not be asked: %1").arg(reply.errorString());
    }
}

/// Takes in the answer piece by piece, so that one that never ends is not held in memory.
class Exchange
{
public:
    Exchange(QNetworkReply &reply, const Allowance &allowance)
        : m_reply(reply), m_allowance(allowance), m_deadline(allowance.time)
    {
    }

    Result<QByteArray> run()
    {
        QTimer tick;
        tick.setInterval(askEvery);
        QObject::connect(&tick, &QTimer::timeout, &m_loop, [this] { look(); });
        QObject::connect(&m_reply, &QNetworkReply::readyRead, &m_loop, [this] { take(); });
        QObject::connect(&m_reply, &QNetworkReply::finished, &m_loop, &QEventLoop::quit);
        tick.start();
        if (!m_reply.isFinished())
            m_loop.exec();
        if (m_failure) {
            m_reply.abort();
            return *m_failure;
        }
        take();
        if (m_failure)
            return *m_failure;
        return judge();
    }

private:
    void fail(ErrorCode code, const QString &message)
    {
        if (!m_failure)
            m_failure = Error{code, message, shown(m_reply.url())};
        m_loop.quit();
    }

    void look()
    {
        if (m_allowance.progress.isCancelled())
            fail(ErrorCode::Cancelled, OutsideWords::tr("The search was cancelled."));
        else if (m_deadline.hasExpired())
            fail(
                ErrorCode::NotReadable,
                OutsideWords::tr(
                    "It did not answer within %n second(s). Give it more time in the detector's settings, or see why it is slow.",
                    nullptr, int(m_allowance.time.count() / 1000)));
    }

    void take()
    {
        // Peeking first: a piece could be larger than all that is allowed.
        if (m_bytes.size() + m_reply.bytesAvailable() > m_allowance.bytes)
            fail(ErrorCode::BadInput,
                 OutsideWords::tr("Its answer is longer than %1 MB and was not read.")
                     .arg(std::max<qsizetype>(1, m_allowance.bytes / 1024 / 1024)));
        else
            m_bytes += m_reply.readAll();
    }

    Result<QByteArray> judge()
    {
        const QVariant status = m_reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
        const auto failure = [this](const QString &message) { return Error{ErrorCode::BadInput, message, shown(m_reply.url())}; };
        if (!status.isValid())
            return Error{ErrorCode::NotReadable, unreachable(m_reply), shown(m_reply.url())};
        const int code = status.toInt();
        if (code >= 300 && code < 400) {
            const QUrl target = m_reply.url().resolved(QUrl::fromEncoded(m_reply.rawHeader("Location")));
            return failure(OutsideWords::tr("The server sends on to %1. Nothing was sent there; if that is right, give this "
                                            "address in the detector's settings.")
                               .arg(shown(target)));
        }
        if (code == 401 || code == 403)
            return failure(
                OutsideWords::tr(
                    "The server wants a name and a password (status %1). Put them into the address: http://name:password@host.")
                    .arg(code));
        if (code == 404 || code == 405)
            return failure(
                OutsideWords::tr("The server knows no such address (status %1); is the kind of detector right?").arg(code));
        if (code < 200 || code >= 300)
            return failure(OutsideWords::tr("The server failed (status %1): \"%2\".").arg(code).arg(excerpt(m_bytes)));
        if (m_reply.error() != QNetworkReply::NoError)
            return Error{ErrorCode::NotReadable, unreachable(m_reply), shown(m_reply.url())};
        const QString type = m_reply.header(QNetworkRequest::ContentTypeHeader).toString();
        if (!isJson(type))
            return failure(OutsideWords::tr("The server answered with %1, not with JSON; is the address right?")
                               .arg(excerpt(type.toUtf8())));
        return m_bytes;
    }

    QNetworkReply &m_reply;
    const Allowance &m_allowance;
    QDeadlineTimer m_deadline;
    QEventLoop m_loop;
    QByteArray m_bytes;
    std::optional<Error> m_failure;
};

} // namespace

QUrl urlBelow(const QUrl &base, const QString &path)
{
    QUrl url = base;
    QString before = url.path();
    while (before.endsWith(u'/'))
        before.chop(1);
    url.setPath(before + u'/' + path);
    return url;
}

Result<QByteArray> httpExchange(const QUrl &url, const QByteArray &body, const Allowance &allowance)
{
    QNetworkAccessManager network;
    network.setProxy(QNetworkProxy::NoProxy);
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // plain servers of a few lines
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity"); // what is small on the way may be endless unpacked
    request.setRawHeader("User-Agent", "quoth/" QUOTH_VERSION);
    std::unique_ptr<QNetworkReply> reply;
    if (body.isNull()) {
        reply.reset(network.get(request));
    } else {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        reply.reset(network.post(request, body));
    }
    reply->setReadBufferSize(std::max<qint64>(allowance.bytes / 4, 64 * 1024));
    return Exchange(*reply, allowance).run();
}

} // namespace Quoth::Detection
