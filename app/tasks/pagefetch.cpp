// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pagefetch.h"

#include "words.h"

#include <app/base/version.h>

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QMimeDatabase>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTimer>

namespace Quoth::Tasks {

namespace {

constexpr qint64 mostBytes = 64 * 1024 * 1024;
constexpr int silence = 30'000; // milliseconds
constexpr int mostRedirects = 10;

QString suffixOf(const QNetworkReply &reply)
{
    const QString type = reply.header(QNetworkRequest::ContentTypeHeader).toString().section(u';', 0, 0).trimmed().toLower();
    if (type == u"application/xhtml+xml" || type == u"text/html")
        return QStringLiteral("html");
    const QString ofType = QMimeDatabase().mimeTypeForName(type).preferredSuffix();
    if (!ofType.isEmpty() && type != u"application/octet-stream")
        return ofType;
    const QString ofPath = reply.url().path().section(u'/', -1).section(u'.', -1).toLower();
    static const QRegularExpression plain(QStringLiteral("^[a-z0-9]{1,5}$"));
    return reply.url().path().contains(u'.') && plain.match(ofPath).hasMatch() ? ofPath : QStringLiteral("html");
}

/// "https://www.example.org/2026/bridge-closed.html" as "example.org-bridge-closed".
QString nameOf(const QUrl &url)
{
    QString host = url.host();
    if (host.startsWith(QStringLiteral("www.")))
        host.remove(0, 4);
    const QStringList parts = url.path().split(u'/', Qt::SkipEmptyParts);
    QString last = parts.isEmpty() ? QString() : parts.constLast().section(u'.', 0, 0);
    static const QRegularExpression odd(QStringLiteral("[^\\p{L}\\p{N}_-]+"));
    last.replace(odd, QStringLiteral("-"));
    return (last.isEmpty() ? host : host + u'-' + last).left(80);
}

QString said(const QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    switch (status) {
    case 401:
    case 402:
    case 403: return Words::tr("The site does not give the page to programs (status %1). Save it from your browser and import the file.").arg(status);
    case 404:
    case 410: return Words::tr("The site has no page at this address (status %1).").arg(status);
    default: break;
    }
    if (status >= 400)
        return Words::tr("The site could not give the page (status %1). Try again later, or save it from your browser.").arg(status);
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError: return Words::tr("There is no site of that name; is the address right, and the network up?");
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError: return Words::tr("The site did not answer within 30 seconds.");
    default: return Words::tr("The page could not be fetched: %1").arg(reply.errorString());
    }
}

} // namespace

Result<QUrl> webAddress(const QString &typed)
{
    const QString text = typed.trimmed();
    static const QRegularExpression hasScheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*://"));
    const QUrl url(hasScheme.match(text).hasMatch() ? text : QStringLiteral("https://") + text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == u"http" || url.scheme() == u"https";
    const bool isMail = text.startsWith(QStringLiteral("mailto:"), Qt::CaseInsensitive);
    if (text.isEmpty() || isMail || text.contains(u' ') || !url.isValid() || url.host().isEmpty() || !isWeb)
        return Error{ErrorCode::BadInput, Words::tr("This is no address of a web page; one looks like https://example.org/news/article."), text};
    return url;
}

Result<QString> fetchPage(const QUrl &address, const QString &folder, const Progress &progress)
{
    const QString place = address.toDisplayString(QUrl::RemovePassword);
    QNetworkAccessManager network;
    QNetworkRequest request(address);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(mostRedirects);
    request.setTransferTimeout(silence);
    request.setRawHeader("User-Agent", "Mozilla/5.0 (compatible; Quoth/" QUOTH_VERSION ")");
    request.setRawHeader("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5");
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    reply->setReadBufferSize(1024 * 1024);
    QEventLoop loop;
    QByteArray bytes;
    bool tooLong = false;
    const auto take = [&] {
        bytes += reply->readAll();
        tooLong = bytes.size() > mostBytes;
        const qint64 length = reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (length > 0)
            progress.report(std::min(1.0, double(bytes.size()) / double(length)));
        if (tooLong)
            loop.quit();
    };
    QTimer tick;
    tick.setInterval(50);
    QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
        if (progress.isCancelled())
            loop.quit();
    });
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, take);
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    tick.start();
    if (!reply->isFinished())
        loop.exec();
    if (progress.isCancelled()) {
        reply->abort();
        return Error{ErrorCode::Cancelled, Words::tr("Stopped; nothing was changed."), place};
    }
    if (!tooLong)
        take();
    if (tooLong) {
        reply->abort();
        return Error{ErrorCode::BadInput, Words::tr("There is more than %1 MB at this address; that is no article.").arg(mostBytes / 1024 / 1024), place};
    }
    if (reply->error() != QNetworkReply::NoError)
        return Error{ErrorCode::NotReadable, said(*reply), place};
    if (bytes.isEmpty())
        return Error{ErrorCode::BadInput, Words::tr("The page is empty."), place};
    const QString path = QDir(folder).filePath(nameOf(reply->url()) + u'.' + suffixOf(*reply));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return Error{ErrorCode::NotWritable, file.errorString(), path};
    return path;
}

} // namespace Quoth::Tasks
