// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quothprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

/// `quoth release` by the real program: a folder in the Hugging Face layout, records of releases, and what it says of bad input.
class TestReleaseCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void releasesAFolder();
    void tellsCountsWithoutWriting();
    void repeatsARelease();
    void takesAndSavesRecipes();
    void comparesReleases();
    void listsReleases();
    void leavesTextsOut();
    void leavesAStrangersFolderAlone();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void saysWhatIsWrongWithTheUsage_data();
    void saysWhatIsWrongWithTheUsage();

private:
    Ran run(const QString &arguments) const { return quoth(arguments.split(u' '), m_folder->path()); }
    void bringIn(const char *name, int from, int count) const;
    QByteArray contents(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestReleaseCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QCOMPARE(run(QStringLiteral("new p.quoth")).status, 0);
    bringIn("one.jsonl", 0, 20);
}

void TestReleaseCommand::bringIn(const char *name, int from, int count) const
{
    QFile file(m_folder->filePath(QString::fromLatin1(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = from; i < from + count; ++i) {
        const QByteArray number = QByteArray::number(i);
        QByteArray words;
        for (int word = 0; word < 30; ++word)
            words += " w" + QByteArray::number((i * 7919 + word * 104729) % 100003);
        file.write("{\"id\":\"a" + number + "\",\"text\":\"Lind said it rains." + words + "\",\"meta\":{\"outlet\":\"Outlet " + QByteArray::number(i % 5)
                   + "\",\"language\":\"en\"},\"attributions\":[{\"id\":\"x\",\"source\":[[0,4]],\"cue\":[[5,9]],\"content\":[[10,18]]}]}\n");
    }
    file.close();
    QCOMPARE(run(QStringLiteral("import p.quoth %1 --as accepted").arg(QString::fromLatin1(name))).status, 0);
}

void TestReleaseCommand::releasesAFolder()
{
    const Ran ran = run(QStringLiteral("release p.quoth --output out --license CC-BY-4.0 --name Rain --annotator ana"));
    QCOMPARE(ran.errors, QByteArray());
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.output.contains("train             16      16            16     48"), ran.output.constData());
    QVERIFY(ran.output.contains("Release 1: 20 articles written to out"));
    QCOMPARE(contents(QStringLiteral("out/data/train.jsonl")).count('\n'), 16);
    QCOMPARE(contents(QStringLiteral("out/data/validation.jsonl")).count('\n'), 2);
    QVERIFY(contents(QStringLiteral("out/README.md")).contains("pretty_name: \"Rain\""));
    QVERIFY(contents(QStringLiteral("out/schema.json")).contains("attribution-claims"));
    // The split for testing is gold for measuring.
    const Ran measured = run(QStringLiteral("evaluate --gold out/data/test.jsonl --predicted out/data/test.jsonl --json"));
    QCOMPARE(measured.json().value(u"documents").toInt(), 2);
    // Over an untouched release of before.
    QCOMPARE(run(QStringLiteral("release p.quoth --output out --license CC-BY-4.0 --name Rain")).status, 0);
}

void TestReleaseCommand::tellsCountsWithoutWriting()
{
    const Ran ran = run(QStringLiteral("release p.quoth --dry-run --group-by outlet,day --shares 3,1,1 --license MIT --json"));
    QCOMPARE(ran.status, 0);
    const QJsonObject json = ran.json();
    QCOMPARE(json.value(u"groups").toInt(), 5);
    QCOMPARE(json.value(u"written").toBool(), false);
    QCOMPARE(json.value(u"counts").toObject().value(u"total").toObject().value(u"articles").toObject(),
             (QJsonObject{{QStringLiteral("train"), 12}, {QStringLiteral("validation"), 4}, {QStringLiteral("test"), 4}}));
    QCOMPARE(json.value(u"files").toArray().size(), 6);
    QVERIFY(ran.errors.contains("warning: Articles without \"day\" are not grouped by it. (\xC3\x97" "20)"));
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.part*"), QStringLiteral("data")}), QStringList());
    QVERIFY(run(QStringLiteral("release p.quoth --dry-run --license MIT")).output.contains("20 articles would be released; nothing was written."));
    QVERIFY(run(QStringLiteral("release p.quoth --list --json")).json().value(u"releases").toArray().isEmpty());
}

void TestReleaseCommand::repeatsARelease()
{
    QCOMPARE(run(QStringLiteral("release p.quoth --output a --license MIT --seed 7 --shares train=4,test=1")).status, 0);
    const Ran ran = run(QStringLiteral("release p.quoth --repeat 1 --output b --json"));
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.json().value(u"number").toInt(), 2);
    for (const char *name : {"README.md", "manifest.json", "schema.json", "data/train.jsonl", "data/test.jsonl"}) {
        const QString file = QString::fromLatin1(name);
        QVERIFY(!contents(QStringLiteral("a/") + file).isEmpty());
        QCOMPARE(contents(QStringLiteral("b/") + file), contents(QStringLiteral("a/") + file));
    }
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("a/data/validation.jsonl"))));
}

void TestReleaseCommand::takesAndSavesRecipes()
{
    QCOMPARE(run(QStringLiteral("release p.quoth --output a --license MIT --seed 7 --save-recipe r.json --no-record")).status, 0);
    QVERIFY(run(QStringLiteral("release p.quoth --list --json")).json().value(u"releases").toArray().isEmpty());
    QCOMPARE(run(QStringLiteral("release p.quoth --output b --recipe r.json --no-record")).status, 0);
    QCOMPARE(contents(QStringLiteral("b/manifest.json")), contents(QStringLiteral("a/manifest.json")));
    QCOMPARE(run(QStringLiteral("release p.quoth --output c --recipe r.json --seed 8 --no-record")).status, 0);
    QVERIFY(contents(QStringLiteral("c/data/test.jsonl")) != contents(QStringLiteral("a/data/test.jsonl")));
    QFile recipe(m_folder->filePath(QStringLiteral("bad.json")));
    QVERIFY(recipe.open(QIODevice::WriteOnly) && recipe.write("{\"licence\":\"MIT\"}") > 0);
    recipe.close();
    const Ran bad = run(QStringLiteral("release p.quoth --output d --recipe bad.json"));
    QCOMPARE(bad.status, 1);
    QVERIFY2(bad.saysOneLine("bad.json: In the recipe, \"licence\" is not known."), bad.errors.constData());
}

void TestReleaseCommand::comparesReleases()
{
    QCOMPARE(run(QStringLiteral("release p.quoth --output a --license MIT")).status, 0);
    const Ran same = run(QStringLiteral("release p.quoth --compare 1"));
    QCOMPARE(same.status, 0);
    QCOMPARE(same.output, QByteArray("release 1 and its recipe now: 0 added, 0 removed, 0 changed, 0 moved to another split\n"));
    bringIn("two.jsonl", 20, 5);
    const Ran grown = run(QStringLiteral("release p.quoth --compare 1 --json"));
    QCOMPARE(grown.json().value(u"added").toArray().size(), 5);
    QVERIFY(grown.json().value(u"after").isNull());
    QCOMPARE(grown.json().value(u"moved").toArray().size(), 0);
    QCOMPARE(run(QStringLiteral("release p.quoth --output a --repeat 1")).status, 0);
    const Ran after = run(QStringLiteral("release p.quoth --compare 1"));
    QVERIFY(after.output.startsWith("release 1 and release 2: 5 added, 0 removed, 0 changed, 0 moved"));
    QVERIFY(after.output.contains("\nadded  a20\n"));
    QVERIFY(run(QStringLiteral("release p.quoth --compare 9")).saysOneLine("no release 9"));
}

void TestReleaseCommand::listsReleases()
{
    QCOMPARE(run(QStringLiteral("release p.quoth --output a --license MIT --name First --annotator ana")).status, 0);
    QCOMPARE(run(QStringLiteral("release p.quoth --output a --license MIT --name Second --annotator ben")).status, 0);
    const Ran ran = run(QStringLiteral("release p.quoth --list"));
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.output.count('\n'), 3);
    QVERIFY(ran.output.indexOf("Second") < ran.output.indexOf("First"));
    const QJsonArray all = run(QStringLiteral("release p.quoth --list --json")).json().value(u"releases").toArray();
    QCOMPARE(all.at(0)[u"number"].toInt(), 2);
    QCOMPARE(all.at(1)[u"who"].toString(), QStringLiteral("ana"));
    QCOMPARE(all.at(1)[u"recipe"].toObject().value(u"license").toString(), QStringLiteral("MIT"));
}

void TestReleaseCommand::leavesTextsOut()
{
    QCOMPARE(run(QStringLiteral("release p.quoth --output a --license MIT --without-text")).status, 0);
    const QByteArray lines = contents(QStringLiteral("a/data/train.jsonl"));
    QVERIFY(lines.contains("\"it rains\"") && lines.contains("\"sha256\"") && !lines.contains("said it"));
    QCOMPARE(run(QStringLiteral("release p.quoth --output b --license MIT --without-quotes")).status, 0);
    QVERIFY(!contents(QStringLiteral("b/data/train.jsonl")).contains("rains"));
}

void TestReleaseCommand::leavesAStrangersFolderAlone()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("mine")));
    QFile file(m_folder->filePath(QStringLiteral("mine/thesis.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
    file.close();
    const Ran ran = run(QStringLiteral("release p.quoth --output mine --license MIT"));
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.saysOneLine("mine: The folder holds something else"), ran.errors.constData());
    QCOMPARE(contents(QStringLiteral("mine/thesis.txt")), QByteArray("x"));
    QVERIFY(run(QStringLiteral("release p.quoth --list --json")).json().value(u"releases").toArray().isEmpty());
}

void TestReleaseCommand::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *arguments, const QByteArray &words) { QTest::newRow(arguments) << QString::fromLatin1(arguments) << words; };
    row("release none.quoth --output out", "none.quoth");
    row("release p.quoth --output out --group-by newsroom", "No article has a field \"newsroom\"");
    row("release p.quoth --output out --group-by language", "belong together in one group");
    row("release p.quoth --output out --article a1 --article a2", "too few for the 3 splits");
    row("release p.quoth --output out --article zz", "no article \"zz\"");
    row("release p.quoth --output out --state rejected --label Claim", "No article of the project fits");
    row("release p.quoth --output out --repeat 3", "no release 3");
    row("release p.quoth --output no/where/out", "no/where/out");
    row("release p.quoth --output out --recipe none.json", "none.json");
}

void TestReleaseCommand::saysWhatIsWrong()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, words);
    const Ran ran = run(arguments);
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.saysOneLine(words), ran.errors.constData());
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("out"))));
}

void TestReleaseCommand::saysWhatIsWrongWithTheUsage_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *arguments, const QByteArray &words) { QTest::newRow(arguments) << QString::fromLatin1(arguments) << words; };
    row("release p.quoth", "--output is needed");
    row("release", "Something is missing");
    row("release p.quoth --list --repeat 1", "one at a time");
    row("release p.quoth --repeat 1 --recipe r.json --output out", "two recipes");
    row("release p.quoth --repeat first --output out", "number of a release");
    row("release p.quoth --output out --shares 1,2,3,4", "Shares are positive numbers");
    row("release p.quoth --output out --seed -1", "--seed takes");
    row("release p.quoth --output out --similarity 2", "--similarity takes");
    row("release p.quoth --output out --similarity 0 --group-by similarity", "contradict");
    row("release p.quoth --output out --review done", "--review takes");
    row("release p.quoth --output out --origin done", "--origin takes");
    row("release p.quoth --output out --state done", "--state takes");
    row("release p.quoth --output out --where outlet", "--where takes");
}

void TestReleaseCommand::saysWhatIsWrongWithTheUsage()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, words);
    const Ran ran = run(arguments);
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.saysOneLine(words), ran.errors.constData());
}

QTEST_GUILESS_MAIN(TestReleaseCommand)
#include "test_releasecommand.moc"
