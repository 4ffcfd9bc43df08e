// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "olderversions.h"

#include <app/storage/releases.h>
#include <tests/support/schema.h>

#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Storage;

class TestReleases : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void givesBackWhatWasReleased();
    void neverGivesANumberTwice();
    void remembersNothingIfTheReleaseFails();
    void readsAFileOfAnEarlierVersionAndBringsItUpWhenItWrites();

private:
    QString path() const { return m_dir->filePath(QStringLiteral("p.quoth")); }
    std::unique_ptr<Project> opened(Project::Access access = Project::Access::ReadWrite) const
    {
        auto project = Project::open(path(), access);
        if (!project)
            qFatal("%s", qPrintable(project.error().text()));
        return *std::move(project);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

ReleaseRecord record(const QString &name)
{
    ReleaseRecord result;
    result.made = QDateTime::fromString(QStringLiteral("2026-01-02T03:04:05Z"), Qt::ISODate);
    result.who = QStringLiteral("ana");
    result.name = name;
    result.recipe = {{QStringLiteral("name"), name}};
    result.choice = {{QStringLiteral("split"), QJsonObject{{QStringLiteral("seed"), 1}}}};
    result.manifest = "abcd";
    result.articles = 2;
    result.counts = {{QStringLiteral("articles"), 2}};
    return result;
}

const ReleasePlaces places{{QStringLiteral("a1"), {QStringLiteral("train"), "11"}}, {QStringLiteral("b\u00E9"), {QStringLiteral("test"), "22"}}};

} // namespace

void TestReleases::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(Project::create(path(), Test::defaultSchema()));
}

void TestReleases::givesBackWhatWasReleased()
{
    ReleaseRecord first = record(QStringLiteral("one"));
    {
        const auto project = opened();
        QVERIFY(releases(*project)->isEmpty());
        QCOMPARE(*addRelease(*project, first, places), qint64(1));
        QCOMPARE(*addRelease(*project, {}, {}), qint64(2));
    }
    const auto project = opened(Project::Access::ReadOnly);
    first.number = 1;
    QCOMPARE(*release(*project, 1), first);
    QCOMPARE(*releasePlaces(*project, 1), places);
    QVERIFY(releasePlaces(*project, 2)->isEmpty());
    QVERIFY(release(*project, 2)->made.isValid());
    const auto all = *releases(*project);
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[1], first);
    const auto missing = release(*project, 3);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
}

void TestReleases::neverGivesANumberTwice()
{
    const auto project = opened();
    QCOMPARE(*addRelease(*project, record(QStringLiteral("one")), places), qint64(1));
    QVERIFY(project->database().runOnce(QStringLiteral("DELETE FROM releases")));
    QVERIFY(releasePlaces(*project, 1)->isEmpty());
    QCOMPARE(*addRelease(*project, record(QStringLiteral("two")), places), qint64(2));
}

void TestReleases::remembersNothingIfTheReleaseFails()
{
    const auto project = opened();
    const Error full{ErrorCode::NotWritable, QStringLiteral("The disk is full."), {}};
    const auto added = addRelease(*project, record(QStringLiteral("one")), places, [&full]() -> Result<void> { return full; });
    QVERIFY(!added);
    QCOMPARE(added.error(), full);
    QVERIFY(releases(*project)->isEmpty());
    ReleaseRecord bad = record(QStringLiteral("bad"));
    bad.articles = -1;
    QVERIFY(!addRelease(*project, bad, places));
    QVERIFY(releases(*project)->isEmpty());
}

void TestReleases::readsAFileOfAnEarlierVersionAndBringsItUpWhenItWrites()
{
    {
        const auto project = opened();
        QVERIFY(Test::makeVersionFive(project->database()));
        for (const char *sql : {"DROP TABLE release_articles", "DROP TABLE releases", "PRAGMA user_version=4"})
            QVERIFY(project->database().runOnce(QString::fromLatin1(sql)));
    }
    {
        const auto project = opened(Project::Access::ReadOnly);
        QVERIFY(releases(*project)->isEmpty());
        QVERIFY(releasePlaces(*project, 1)->isEmpty());
        QVERIFY(!release(*project, 1));
    }
    const auto project = opened();
    QVERIFY(QFile::exists(path() + QStringLiteral(".version-4.backup")));
    QCOMPARE(*addRelease(*project, record(QStringLiteral("one")), places), qint64(1));
}

QTEST_GUILESS_MAIN(TestReleases)
#include "test_releases.moc"
