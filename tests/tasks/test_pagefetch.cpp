// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/tasks/pagefetch.h>
#include <tests/support/pageserver.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

#include <algorithm>

using namespace Quoth;
using namespace Quoth::Tasks;
using Test::PageServer;

namespace {

const QByteArray html("<!DOCTYPE html><p>It rained. \xF0\x9F\x98\x80</p><img src=\"/rain.png\">");
const QByteArray brokenOff("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<p>It ra");

} // namespace

class TestPageFetch : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void takesWhatPeopleType_data();
    void takesWhatPeopleType();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void namesThePageByItsAddressAndKind_data();
    void namesThePageByItsAddressAndKind();
    void fetchesThePageAndNothingElse();
    void followsARedirect();
    void saysWhatToDo_data();
    void saysWhatToDo();
    void saysThatNobodyAnswers();
    void tellsHowFarItIs();
    void stopsWhenCancelled();
    void needsNoEventLoop();

private:
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files); }
    Result<QString> fetch(const PageServer &server, const QString &path, const Progress &progress = Progress()) const
    {
        return fetchPage(server.url(path), m_folder->path(), progress);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPageFetch::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void TestPageFetch::takesWhatPeopleType_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address");
    QTest::newRow("whole") << QStringLiteral("http://example.org/a?b=1") << QStringLiteral("http://example.org/a?b=1");
    QTest::newRow("blanks around") << QStringLiteral("  https://example.org/a\n") << QStringLiteral("https://example.org/a");
    QTest::newRow("no scheme") << QStringLiteral("example.org/news/article") << QStringLiteral("https://example.org/news/article");
    QTest::newRow("a port") << QStringLiteral("localhost:8080/a") << QStringLiteral("https://localhost:8080/a");
    QTest::newRow("capitals") << QStringLiteral("HTTPS://example.org") << QStringLiteral("https://example.org");
}

void TestPageFetch::takesWhatPeopleType()
{
    QFETCH(QString, typed);
    const auto address = webAddress(typed);
    QVERIFY2(address, address ? "" : qPrintable(address.error().message));
    QTEST(address->toString(), "address");
}

void TestPageFetch::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << QStringLiteral("  ");
    QTest::newRow("words") << QStringLiteral("Bridge closed");
    QTest::newRow("a file") << QStringLiteral("file:///etc/hostname");
    QTest::newRow("another protocol") << QStringLiteral("ftp://example.org/a");
    QTest::newRow("no host") << QStringLiteral("https:///a");
    QTest::newRow("a bad port") << QStringLiteral("http://example.org:port/");
}

void TestPageFetch::refusesWhatIsNoAddress()
{
    QFETCH(QString, typed);
    const auto address = webAddress(typed);
    QVERIFY(!address);
    QCOMPARE(address.error().code, ErrorCode::BadInput);
    QVERIFY2(address.error().message.contains(QStringLiteral("https://example.org")), qPrintable(address.error().message));
}

void TestPageFetch::namesThePageByItsAddressAndKind_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("name");
    QTest::newRow("a page") << QByteArray("/2026/bridge-closed.html?ref=1") << QByteArray("text/html; charset=utf-8") << QStringLiteral("127.0.0.1-bridge-closed.html");
    QTest::newRow("XHTML") << QByteArray("/bridge") << QByteArray("application/xhtml+xml") << QStringLiteral("127.0.0.1-bridge.html");
    QTest::newRow("the first page") << QByteArray("/") << QByteArray("text/html") << QStringLiteral("127.0.0.1.html");
    QTest::newRow("odd characters") << QByteArray("/mill%20closed.php") << QByteArray("text/html") << QStringLiteral("127.0.0.1-mill-closed.html");
    QTest::newRow("PDF") << QByteArray("/report") << QByteArray("application/pdf") << QStringLiteral("127.0.0.1-report.pdf");
    QTest::newRow("plain text") << QByteArray("/notes") << QByteArray("text/plain") << QStringLiteral("127.0.0.1-notes.txt");
    QTest::newRow("bytes of some kind") << QByteArray("/table.csv") << QByteArray("application/octet-stream") << QStringLiteral("127.0.0.1-table.csv");
    QTest::newRow("bytes of no kind") << QByteArray("/article") << QByteArray("application/octet-stream") << QStringLiteral("127.0.0.1-article.html");
}

void TestPageFetch::namesThePageByItsAddressAndKind()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, type);
    QFETCH(QString, name);
    PageServer server(PageServer::Answers{{path, PageServer::page(html, type)}});
    const auto fetched = fetch(server, QString::fromLatin1(path));
    QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().text()));
    QCOMPARE(*fetched, m_folder->filePath(name));
}

void TestPageFetch::fetchesThePageAndNothingElse()
{
    PageServer server(PageServer::Answers{{"/a", PageServer::page(html)}});
    const auto fetched = fetch(server, QStringLiteral("/a"));
    QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().text()));
    QFile file(*fetched);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), html);
    QCOMPARE(server.requests(), 1);
    QCOMPARE(files().size(), 1);
}

void TestPageFetch::followsARedirect()
{
    PageServer server(PageServer::Answers{{"/old", PageServer::answer("301 Moved Permanently", "Location: /new\r\n", "moved")}, {"/new", PageServer::page(html)}});
    const auto fetched = fetch(server, QStringLiteral("/old"));
    QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().text()));
    QCOMPARE(*fetched, m_folder->filePath(QStringLiteral("127.0.0.1-new.html")));
    QCOMPARE(server.requests(), 2);
}

void TestPageFetch::saysWhatToDo_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("says");
    QTest::newRow("not there") << PageServer::answer("404 Not Found", {}, "<p>none</p>") << QStringLiteral("no page at this address (status 404)");
    QTest::newRow("gone") << PageServer::answer("410 Gone", {}, "<p>none</p>") << QStringLiteral("no page at this address (status 410)");
    QTest::newRow("forbidden") << PageServer::answer("403 Forbidden", {}, "<p>no</p>") << QStringLiteral("Save it from your browser");
    QTest::newRow("overloaded") << PageServer::answer("503 Service Unavailable", {}, "<p>later</p>") << QStringLiteral("Try again later");
    QTest::newRow("empty") << PageServer::page({}) << QStringLiteral("The page is empty.");
    QTest::newRow("breaks off") << brokenOff << QStringLiteral("The page could not be fetched:");
    QTest::newRow("in a circle") << PageServer::answer("302 Found", "Location: /a\r\n", "round") << QStringLiteral("The page could not be fetched:");
}

void TestPageFetch::saysWhatToDo()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, says);
    PageServer server(PageServer::Answers{{"/a", answer}});
    const auto fetched = fetch(server, QStringLiteral("/a"));
    QVERIFY(!fetched);
    QVERIFY2(fetched.error().message.contains(says), qPrintable(fetched.error().message));
    QVERIFY2(!fetched.error().message.contains(QStringLiteral("status 200")), qPrintable(fetched.error().message));
    QCOMPARE(fetched.error().place, server.address(QStringLiteral("/a")));
    QCOMPARE(files(), QStringList());
}

void TestPageFetch::saysThatNobodyAnswers()
{
    QUrl closed;
    {
        PageServer server(PageServer::Answers{});
        closed = server.url(QStringLiteral("/a"));
    }
    const auto fetched = fetchPage(closed, m_folder->path(), Progress());
    QVERIFY(!fetched);
    QCOMPARE(fetched.error().code, ErrorCode::NotReadable);
    QVERIFY(!fetched.error().message.isEmpty());
}

void TestPageFetch::tellsHowFarItIs()
{
    PageServer server(PageServer::Answers{{"/a", PageServer::page(QByteArray(300'000, 'x'))}});
    QList<double> shares;
    QVERIFY(fetch(server, QStringLiteral("/a"), Progress([&shares](double share) { shares.append(share); })));
    QVERIFY(!shares.isEmpty());
    QVERIFY(std::is_sorted(shares.cbegin(), shares.cend()));
    QCOMPARE(shares.constLast(), 1.0);
}

void TestPageFetch::stopsWhenCancelled()
{
    PageServer server(PageServer::Answers{{"/never", QByteArray()}});
    const Progress progress;
    QTimer::singleShot(0, qApp, [progress] { progress.cancel(); });
    const auto fetched = fetch(server, QStringLiteral("/never"), progress);
    QVERIFY(!fetched);
    QCOMPARE(fetched.error().code, ErrorCode::Cancelled);
    QCOMPARE(files(), QStringList());
}

void TestPageFetch::needsNoEventLoop()
{
    PageServer server(PageServer::Answers{{"/a", PageServer::page(html)}});
    bool done = false;
    const std::unique_ptr<QThread> thread(QThread::create([&] { done = bool(fetch(server, QStringLiteral("/a"))); }));
    thread->start();
    QVERIFY(thread->wait(30000));
    QVERIFY(done);
}

QTEST_GUILESS_MAIN(TestPageFetch)
#include "test_pagefetch.moc"
