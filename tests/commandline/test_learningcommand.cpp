// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quothprocess.h"

#include <tests/support/smallmodel.h>

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;

/// Learning by the real program, on a small model and articles of its own.
class TestLearningCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void learnsAndTellsWhatItLearned();
    void suggestsWithWhatItLearned();
    void forgetsAndGoesBack();
    void exportsWhatItLearned();
    void queuesTheArticlesByUncertainty();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    Ran run(const QString &arguments) const { return quoth(arguments.split(u' '), m_folder->path()); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    /// Articles in our JSON Lines in which all is labelled.
    static QByteArray labelled(int from, int count);
    /// The versions that made the suggestions of the project's articles, by what they suggest as a cue.
    QStringList versionsOf(const QString &cue) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_model;
};

QByteArray TestLearningCommand::labelled(int from, int count)
{
    QByteArray lines;
    for (int i = from; i < from + count; ++i) {
        const Detection::TrainingArticle saying = Test::sayings(i, 3, QStringLiteral("burbled"));
        QJsonArray attributions;
        const auto ranges = [](const QList<TextRange> &all) {
            QJsonArray list;
            for (const TextRange r : all)
                list.append(QJsonArray{r.begin, r.end});
            return list;
        };
        for (const auto &said : saying.attributions) {
            attributions.append(QJsonObject{{QStringLiteral("source"), ranges(said.source)},
                                            {QStringLiteral("cue"), ranges(said.cue)},
                                            {QStringLiteral("content"), ranges(said.content)}});
        }
        lines += QJsonDocument(QJsonObject{{QStringLiteral("format"), QStringLiteral("quoth/1")},
                                           {QStringLiteral("id"), QStringLiteral("a%1").arg(i)},
                                           {QStringLiteral("text"), saying.text},
                                           {QStringLiteral("meta"), QJsonObject{{QStringLiteral("language"), QStringLiteral("en")}}},
                                           {QStringLiteral("attributions"), attributions}})
                     .toJson(QJsonDocument::Compact)
            + '\n';
    }
    return lines;
}

void TestLearningCommand::initTestCase() { m_model = Detection::writeModel(Test::smallModel()); }

void TestLearningCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("m.quothmodel"), m_model);
    write(QStringLiteral("a.jsonl"), labelled(0, 12));
    write(QStringLiteral("new.txt"), Test::sayings(40, 4, QStringLiteral("burbled")).text.toUtf8());
    QCOMPARE(run(QStringLiteral("new p.quoth")).status, 0);
    const Ran imported = run(QStringLiteral("import p.quoth a.jsonl --as accepted"));
    QVERIFY2(imported.status == 0, imported.errors.constData());
}

QStringList TestLearningCommand::versionsOf(const QString &cue) const
{
    const Ran exported = run(QStringLiteral("export p.quoth --format jsonl --output out.jsonl"));
    if (exported.status != 0)
        qFatal("%s", exported.errors.constData());
    QFile file(m_folder->filePath(QStringLiteral("out.jsonl")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList versions;
    for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
        const QJsonArray spans = QJsonDocument::fromJson(line)[QStringLiteral("spans")].toArray();
        for (const QJsonValue &span : spans) {
            if (span[QStringLiteral("state")].toString() == u"suggested" && span[QStringLiteral("text")].toArray() == QJsonArray{cue})
                versions.append(span[QStringLiteral("origin")][QStringLiteral("version")].toString());
        }
    }
    return versions;
}

void TestLearningCommand::learnsAndTellsWhatItLearned()
{
    QVERIFY(run(QStringLiteral("learning p.quoth")).output.contains("Nothing was learned"));
    const Ran learned = run(QStringLiteral("learning p.quoth --learn --model m.quothmodel --json"));
    QVERIFY2(learned.status == 0, learned.errors.constData());
    QCOMPARE(learned.json()[QStringLiteral("version")].toInt(), 1);
    QCOMPARE(learned.json()[QStringLiteral("articles")].toInt(), 12);
    QCOMPARE(learned.json()[QStringLiteral("decisions")].toInt(), 36);
    QVERIFY(learned.json()[QStringLiteral("strength")].toDouble() > 0);
    QVERIFY(run(QStringLiteral("learning p.quoth --learn --model m.quothmodel")).output.contains("nothing new"));
    const Ran findings = run(QStringLiteral("learning p.quoth --findings"));
    QVERIFY2(findings.output.contains("burbled"), findings.output.constData());
    const QJsonArray versions = run(QStringLiteral("learning p.quoth --list --json")).json()[QStringLiteral("versions")].toArray();
    QCOMPARE(versions.size(), 1);
}

void TestLearningCommand::suggestsWithWhatItLearned()
{
    QCOMPARE(run(QStringLiteral("learning p.quoth --learn --model m.quothmodel")).status, 0);
    const QString base = run(QStringLiteral("learning p.quoth --json")).json()[QStringLiteral("base")].toString();
    QCOMPARE(run(QStringLiteral("import p.quoth new.txt")).status, 0);
    QVERIFY(versionsOf(QStringLiteral("burbled")).isEmpty());
    const Ran suggested = run(QStringLiteral("suggest p.quoth --model m.quothmodel --article new"));
    QVERIFY2(suggested.status == 0, suggested.errors.constData());
    const QStringList versions = versionsOf(QStringLiteral("burbled"));
    QVERIFY(!versions.isEmpty());
    QCOMPARE(versions.constFirst(), base + QStringLiteral("+1"));
}

void TestLearningCommand::forgetsAndGoesBack()
{
    QCOMPARE(run(QStringLiteral("learning p.quoth --learn --model m.quothmodel")).status, 0);
    const QJsonObject reset = run(QStringLiteral("learning p.quoth --reset --model m.quothmodel --json")).json();
    QCOMPARE(reset[QStringLiteral("articles")].toInt(), 0);
    QCOMPARE(reset[QStringLiteral("passedOver")].toInt(), 12);
    QVERIFY(run(QStringLiteral("learning p.quoth --learn --model m.quothmodel")).output.contains("nothing new"));
    const QJsonObject back = run(QStringLiteral("learning p.quoth --revert 1 --model m.quothmodel --json")).json();
    QCOMPARE(back[QStringLiteral("version")].toInt(), 3);
    QCOMPARE(back[QStringLiteral("articles")].toInt(), 12);
}

void TestLearningCommand::exportsWhatItLearned()
{
    QVERIFY(run(QStringLiteral("learning p.quoth --export e.quothmodel --model m.quothmodel")).saysOneLine("Nothing was learned"));
    const Ran ran = run(QStringLiteral("learning p.quoth --learn --export e.quothmodel --model m.quothmodel"));
    QVERIFY2(ran.status == 0, ran.errors.constData());
    QCOMPARE(run(QStringLiteral("new other.quoth")).status, 0);
    QCOMPARE(run(QStringLiteral("import other.quoth new.txt")).status, 0);
    const auto found = [this](const char *model) {
        return run(QStringLiteral("suggest other.quoth --json --model ") + QLatin1String(model)).json()[QStringLiteral("articles")][0][QStringLiteral("toReview")].toInt();
    };
    const int without = found("m.quothmodel");
    QVERIFY(found("e.quothmodel") > without);
}

void TestLearningCommand::queuesTheArticlesByUncertainty()
{
    QCOMPARE(run(QStringLiteral("import p.quoth new.txt")).status, 0);
    QCOMPARE(run(QStringLiteral("suggest p.quoth --detector rules --article new")).status, 0);
    write(QStringLiteral("sure.txt"), "Ann Carter said: \"The bridge is closed.\"\n");
    QCOMPARE(run(QStringLiteral("import p.quoth sure.txt")).status, 0);
    QCOMPARE(run(QStringLiteral("suggest p.quoth --detector rules --article sure")).status, 0);
    const QJsonArray articles = run(QStringLiteral("list p.quoth --by uncertainty --json")).json()[QStringLiteral("articles")].toArray();
    QCOMPARE(articles.size(), 14);
    double before = 1;
    for (const QJsonValue &article : articles) {
        const double now = article[QStringLiteral("uncertainty")].toDouble(-1);
        QVERIFY(now <= before);
        before = now;
    }
    QVERIFY(articles[0][QStringLiteral("uncertainty")].isDouble());
    QVERIFY(articles[13][QStringLiteral("uncertainty")].isNull());
}

void TestLearningCommand::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("two changes") << "learning p.quoth --learn --reset" << 2 << QByteArray("Only one of");
    QTest::newRow("no number") << "learning p.quoth --revert x" << 2 << QByteArray("number of a version");
    QTest::newRow("no such version") << "learning p.quoth --revert 7 --model m.quothmodel" << 1 << QByteArray("no version 7");
    QTest::newRow("no model") << "learning p.quoth --learn --model a.jsonl" << 1 << QByteArray("no model of Quoth's");
    QTest::newRow("no project") << "learning none.quoth" << 1 << QByteArray("none.quoth");
    QTest::newRow("no order") << "list p.quoth --by luck" << 2 << QByteArray("luck");
}

void TestLearningCommand::saysWhatIsWrong()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, words);
    const Ran ran = run(arguments);
    QTEST(ran.status, "status");
    QVERIFY2(ran.errors.contains(words), ran.errors.constData());
}

QTEST_GUILESS_MAIN(TestLearningCommand)
#include "test_learningcommand.moc"
