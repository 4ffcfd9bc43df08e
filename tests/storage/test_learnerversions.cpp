// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "olderversions.h"

#include <app/storage/learnerversions.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Storage;

class TestLearnerVersions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void givesBackWhatWasLearned();
    void keepsTheLastTwentyAndNeverGivesANumberTwice();
    void refusesAStrengthThatIsNone();
    void readsAFileOfAnEarlierVersionAndBringsItUpWhenItWrites();
    void tellsHowUncertainTheSuggestionsOfAnArticleAre();

private:
    QString path() const { return m_dir->filePath(QStringLiteral("p.quoth")); }
    std::unique_ptr<Project> opened(Project::Access access = Project::Access::ReadWrite) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

LearnerVersion learned()
{
    LearnerVersion version;
    version.made = QDateTime::fromString(QStringLiteral("2026-01-02T03:04:05Z"), Qt::ISODate);
    version.base = QStringLiteral("abcd1234");
    version.articles = {ArticleId(3), ArticleId(7)};
    version.passedOver = {ArticleId(1)};
    version.decisions = 12;
    version.strength = 0.75;
    version.state = QByteArray("a\0b\xff", 4);
    return version;
}

} // namespace

void TestLearnerVersions::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(Project::create(path(), Test::defaultSchema()));
}

std::unique_ptr<Project> TestLearnerVersions::opened(Project::Access access) const
{
    auto project = Project::open(path(), access);
    if (!project)
        qFatal("%s", qPrintable(project.error().text()));
    return *std::move(project);
}

void TestLearnerVersions::givesBackWhatWasLearned()
{
    LearnerVersion first = learned();
    {
        const auto project = opened();
        QVERIFY(!*latestLearnerVersion(*project));
        QCOMPARE(*addLearnerVersion(*project, first), qint64(1));
        LearnerVersion second;
        second.base = first.base;
        QCOMPARE(*addLearnerVersion(*project, second), qint64(2));
    }
    const auto project = opened(Project::Access::ReadOnly);
    first.number = 1;
    QCOMPARE(*learnerVersion(*project, 1), first);
    QVERIFY(!*learnerVersion(*project, 9));
    const auto latest = *latestLearnerVersion(*project);
    QVERIFY(latest);
    QCOMPARE(latest->number, qint64(2));
    QVERIFY(latest->state.isEmpty() && latest->made.isValid());
    const auto all = *learnerVersions(*project);
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].number, qint64(2));
    first.state.clear();
    QCOMPARE(all[1], first);
}

void TestLearnerVersions::keepsTheLastTwentyAndNeverGivesANumberTwice()
{
    const auto project = opened();
    for (int i = 1; i <= mostLearnerVersions + 3; ++i)
        QCOMPARE(*addLearnerVersion(*project, learned()), qint64(i));
    const auto all = *learnerVersions(*project);
    QCOMPARE(all.size(), mostLearnerVersions);
    QCOMPARE(all.constLast().number, qint64(4));
    QVERIFY(project->database().runOnce(QStringLiteral("DELETE FROM learner_versions")));
    QCOMPARE(*addLearnerVersion(*project, learned()), qint64(mostLearnerVersions + 4));
}

void TestLearnerVersions::refusesAStrengthThatIsNone()
{
    const auto project = opened();
    LearnerVersion version = learned();
    version.strength = 2;
    QVERIFY(!addLearnerVersion(*project, version));
    QVERIFY(learnerVersions(*project)->isEmpty());
}

void TestLearnerVersions::readsAFileOfAnEarlierVersionAndBringsItUpWhenItWrites()
{
    {
        const auto project = opened();
        QVERIFY(Test::makeVersionFive(project->database()));
        for (const char *table : {"release_articles", "releases", "learner_versions"})
            QVERIFY(project->database().runOnce(QStringLiteral("DROP TABLE ") + QLatin1String(table)));
        QVERIFY(project->database().runOnce(QStringLiteral("PRAGMA user_version=3")));
    }
    {
        const auto project = opened(Project::Access::ReadOnly);
        QVERIFY(learnerVersions(*project)->isEmpty());
        QVERIFY(!*latestLearnerVersion(*project));
        QVERIFY(uncertainties(*project)->isEmpty());
    }
    const auto project = opened();
    QVERIFY(QFile::exists(path() + QStringLiteral(".version-3.backup")));
    QCOMPARE(*addLearnerVersion(*project, learned()), qint64(1));
}

void TestLearnerVersions::tellsHowUncertainTheSuggestionsOfAnArticleAre()
{
    const auto project = opened();
    qint64 ids = 0;
    const auto add = [&](const char *id, const QList<double> &confidences, Annotation::State state) {
        Annotation::AnnotatedArticle article;
        article.article.externalId = QString::fromLatin1(id);
        article.article.text = QStringLiteral("It rained.");
        for (const double confidence : confidences) {
            Annotation::Span span;
            span.id = SpanId(++ids);
            span.label = QStringLiteral("Claim");
            span.fragments = {{0, 9}};
            span.provenance.state = state;
            span.provenance.confidence = confidence;
            article.annotations.spans.append(span);
        }
        const auto added = project->addArticle(article, {}, {});
        QVERIFY2(added, added ? "" : qPrintable(added.error().text()));
    };
    add("certain", {1, 0}, Annotation::State::Suggested);
    add("half", {0.5, 0.75}, Annotation::State::Suggested);
    add("decided", {0.5}, Annotation::State::Accepted);
    const auto all = *uncertainties(*project);
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.value(ArticleId(1)), 0.0);
    QCOMPARE(all.value(ArticleId(2)), 0.75);
}

QTEST_GUILESS_MAIN(TestLearnerVersions)
#include "test_learnerversions.moc"
