// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quothprocess.h"

#include <app/storage/project.h>
#include <tests/support/pageserver.h>
#include <tests/support/stories.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using Storage::Direction;
using Storage::Project;
using Test::PageServer;

namespace {

const QByteArray page("<!DOCTYPE html><html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1>"
                      "<p>The council met on Monday and the mayor spoke for long, she said. \xF0\x9F\x98\x80</p></article></body></html>\n");

} // namespace

/// Folders and pages of the web, read by the real program; and how all of it is taken back.
class TestImportPages : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void takesTheArticlesOfAFolder();
    void fetchesAPageAndKeepsItAsItWas();
    void saysWhyAPageDidNotCome();
    void tellsOfArticlesThatAreThereInOtherWords();
    void leavesOneStepToUndo();
    void bringsBackWhatWasUndone();

private:
    Ran run(const QString &arguments) const { return quoth(arguments.split(u' '), m_folder->path()); }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY2(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), qPrintable(file.fileName()));
    }
    std::unique_ptr<Project> project(Project::Access access = Project::Access::ReadOnly) const
    {
        auto opened = Project::open(path(QStringLiteral("p.quoth")), access);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        return *std::move(opened);
    }
    static QString messages(const Ran &ran)
    {
        QStringList result;
        const QJsonArray issues = ran.json().value(QStringLiteral("issues")).toArray();
        for (const QJsonValue &issue : issues)
            result.append(issue.toObject().value(QStringLiteral("message")).toString());
        return result.join(u'\n');
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImportPages::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QCOMPARE(run(QStringLiteral("new p.quoth")).status, 0);
}

void TestImportPages::takesTheArticlesOfAFolder()
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("news/more")));
    write(QStringLiteral("news/mill.txt"), "Mill closes\nNobody was asked.\n");
    write(QStringLiteral("news/more/bridge.html"), page);
    write(QStringLiteral("news/more/picture.xcf"), "no article");
    const Ran ran = run(QStringLiteral("import p.quoth news --json"));
    QVERIFY2(ran.status == 0, ran.errors);
    QCOMPARE(ran.json().value(QStringLiteral("added")).toInt(), 2);
    QStringList titles;
    const auto articles = *project()->articles();
    for (const Storage::ArticleSummary &article : articles)
        titles.append(article.meta.title);
    QCOMPARE(titles, (QStringList{QStringLiteral("Mill closes"), QStringLiteral("Bridge closed")}));
    QCOMPARE(project()->undoState()->undoTitle.contains(QStringLiteral("2 file")), true);
}

void TestImportPages::fetchesAPageAndKeepsItAsItWas()
{
    PageServer server(PageServer::Answers{{"/bridge.html", PageServer::page(page)}});
    const QString address = server.address(QStringLiteral("/bridge.html"));
    const Ran ran = run(QStringLiteral("import p.quoth ") + address);
    QVERIFY2(ran.status == 0, ran.errors);
    QCOMPARE(server.requests(), 1);
    const auto articles = *project()->articles();
    QCOMPARE(articles.size(), 1);
    QCOMPARE(articles[0].meta.title, QStringLiteral("Bridge closed"));
    QCOMPARE(articles[0].meta.url, address);

    const Ran rendered = run(QStringLiteral("render p.quoth --article %1 --output was.html --original").arg(articles[0].externalId));
    QVERIFY2(rendered.status == 0, rendered.errors);
    QFile file(path(QStringLiteral("was.html")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), page);
    // A text is all there is of a text file.
    write(QStringLiteral("mill.txt"), "Mill closes\nNobody was asked.\n");
    QCOMPARE(run(QStringLiteral("import p.quoth mill.txt")).status, 0);
    const Ran without = run(QStringLiteral("render p.quoth --article mill --output mill.bin --original"));
    QCOMPARE(without.status, 1);
    QVERIFY2(without.saysOneLine("came without a page or document"), without.errors);
    QVERIFY(!QFile::exists(path(QStringLiteral("mill.bin"))));
}

void TestImportPages::saysWhyAPageDidNotCome()
{
    PageServer server(PageServer::Answers{{"/there.html", PageServer::page(page)}});
    const Ran ran = run(QStringLiteral("import p.quoth %1 %2 --json").arg(server.address(QStringLiteral("/none.html")), server.address(QStringLiteral("/there.html"))));
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.errors.contains("no page at this address") && ran.errors.contains("/none.html"), ran.errors);
    QCOMPARE(ran.json().value(QStringLiteral("added")).toInt(), 1);
    const QJsonArray failed = ran.json().value(QStringLiteral("failed")).toArray();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0].toObject().value(QStringLiteral("place")).toString(), server.address(QStringLiteral("/none.html")));
}

void TestImportPages::tellsOfArticlesThatAreThereInOtherWords()
{
    write(QStringLiteral("old.txt"), Test::story(1).toUtf8());
    write(QStringLiteral("new.txt"), Test::storyParagraphs(1).mid(2).join(u'\n').toUtf8());
    write(QStringLiteral("other.txt"), Test::story(2).toUtf8());
    QCOMPARE(run(QStringLiteral("import p.quoth old.txt")).status, 0);
    const Ran ran = run(QStringLiteral("import p.quoth new.txt other.txt --json"));
    QVERIFY2(ran.status == 0, ran.errors);
    QCOMPARE(ran.json().value(QStringLiteral("added")).toInt(), 2);
    QCOMPARE(messages(ran).count(QStringLiteral("nearly the same")), 1);
}

void TestImportPages::leavesOneStepToUndo()
{
    write(QStringLiteral("a.txt"), "Mill closes\nNobody was asked.\n");
    write(QStringLiteral("b.txt"), "Bridge closed\nIt is not safe.\n");
    QCOMPARE(run(QStringLiteral("import p.quoth a.txt b.txt")).status, 0);
    QVERIFY(*project(Project::Access::ReadWrite)->step(Direction::Undo, QStringLiteral("me")));
    QVERIFY(project()->articles()->isEmpty());
    QVERIFY(run(QStringLiteral("list p.quoth --json")).json().value(QStringLiteral("articles")).toArray().isEmpty());
    const Ran rendered = run(QStringLiteral("render p.quoth --article a --output a.html"));
    QCOMPARE(rendered.status, 1);
    QVERIFY(*project(Project::Access::ReadWrite)->step(Direction::Redo, QStringLiteral("me")));
    QCOMPARE(project()->articles()->size(), 2);
}

void TestImportPages::bringsBackWhatWasUndone()
{
    write(QStringLiteral("a.txt"), "Mill closes\nNobody was asked.\n");
    QCOMPARE(run(QStringLiteral("import p.quoth a.txt")).status, 0);
    QVERIFY(*project(Project::Access::ReadWrite)->step(Direction::Undo, QStringLiteral("me")));
    const Ran ran = run(QStringLiteral("import p.quoth a.txt --json"));
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.json().value(QStringLiteral("added")).toInt(), 1);
    QCOMPARE(ran.json().value(QStringLiteral("unchanged")).toInt(), 0);
    QCOMPARE(project()->articles()->size(), 1);
}

QTEST_GUILESS_MAIN(TestImportPages)
#include "test_importpages.moc"
