// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/tasks/articleintake.h>
#include <app/tasks/release.h>
#include <app/tasks/releasecard.h>
#include <tests/exchange/roundtrip.h>
#include <tests/support/schema.h>

#include <QDirIterator>
#include <QJsonArray>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Tasks;

namespace {

const QStringList outlets{QStringLiteral("Gazette"), QStringLiteral("Courier"), QStringLiteral("Herald"), QStringLiteral("Post"), QStringLiteral("Echo"), QStringLiteral("Star")};

/// An article that shares no run of words with others, unless story is the same.
AnnotatedArticle article(int number, int story)
{
    AnnotatedArticle result = Exchange::randomArticle(quint32(number));
    QString text = QStringLiteral("It is story number %1 that we tell here.\n").arg(story);
    for (int i = 0; i < 200; ++i)
        text += QStringLiteral("word%1 ").arg((story * 7919 + i * 104729) % 100003);
    result.article.text += text;
    ArticleMeta &meta = result.article.meta;
    meta.url.clear();
    meta.outlet = outlets[number % outlets.size()];
    meta.published = QStringLiteral("2024-05-%1T08:00:00Z").arg(1 + number % 9, 2, 10, QLatin1Char('0'));
    meta.extra = {{QStringLiteral("desk"), QStringLiteral("desk%1").arg(number % 4)}};
    return result;
}

template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return *std::move(result);
}

QMap<QString, QByteArray> filesIn(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator paths(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (paths.hasNext()) {
        const QString path = paths.next();
        files.insert(QDir(folder).relativeFilePath(path), Exchange::contentsOf(path));
    }
    return files;
}

} // namespace

class TestRelease : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writesAFolderThatItsManifestDescribes();
    void givesTheSameBytesEachTime();
    void aDryRunTellsTheSameAndWritesNothing();
    void noGroupIsInTwoSplits();
    void balancesAttributionsOfEachKind();
    void copiesOfAStoryStayTogether();
    void choosesArticles_data();
    void choosesArticles();
    void keepsArticlesInTheirSplitsAsTheProjectGrows();
    void tellsWhatIsDifferentSince();
    void withoutTextNoTextIsInAnyFile();
    void quothReadsItsOwnRelease();
    void theCardTellsWhatIsThere();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void leavesNothingBehindIfCancelled();

private:
    std::unique_ptr<Storage::Project> project(const QString &name, int articles, int perStory = 1, int from = 0);
    void add(Storage::Project &project, int from, int articles, int perStory = 1);
    QString path(const QString &name) const { return m_dir->filePath(name); }
    Release released(Storage::Project &project, const ReleaseRecipe &recipe, const QString &folder = {}, bool remember = false)
    {
        return must(makeRelease(project, recipe, folder.isEmpty() ? QString() : path(folder), remember ? std::optional(QStringLiteral("ana")) : std::nullopt, Progress()));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestRelease::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

std::unique_ptr<Storage::Project> TestRelease::project(const QString &name, int articles, int perStory, int from)
{
    auto project = must(Storage::Project::create(path(name), Test::defaultSchema()));
    add(*project, from, articles, perStory);
    return project;
}

void TestRelease::add(Storage::Project &project, int from, int articles, int perStory)
{
    auto intake = must(ArticleIntake::into(project, Editing::IdAllocator(must(project.nextIds())), QStringLiteral("ana")));
    for (int i = from; i < from + articles; ++i) {
        if (const auto taken = intake.take({article(i, i / perStory), QStringLiteral("UTF-8"), {}}, QStringLiteral("made.jsonl")); !taken)
            qFatal("%s", qPrintable(taken.error().text()));
    }
}

void TestRelease::writesAFolderThatItsManifestDescribes()
{
    const auto made = project(QStringLiteral("p.quoth"), 30);
    ReleaseRecipe recipe;
    recipe.license = QStringLiteral("CC-BY-4.0");
    const Release release = released(*made, recipe, QStringLiteral("out"), true);
    QCOMPARE(release.number, std::optional<qint64>(1));
    const auto files = filesIn(path(QStringLiteral("out")));
    QCOMPARE(files.keys(), (QStringList{QStringLiteral("README.md"), QStringLiteral("data/test.jsonl"), QStringLiteral("data/train.jsonl"),
                                        QStringLiteral("data/validation.jsonl"), QStringLiteral("manifest.json"), QStringLiteral("schema.json")}));
    const QJsonObject manifest = QJsonDocument::fromJson(files.value(QStringLiteral("manifest.json"))).object();
    const QJsonArray listed = manifest.value(u"files").toArray();
    QCOMPARE(listed.size(), 5);
    for (const QJsonValue &file : listed) {
        const QByteArray bytes = files.value(file[u"path"].toString());
        QCOMPARE(file[u"bytes"].toInteger(), bytes.size());
        QCOMPARE(file[u"sha256"].toString().toLatin1(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }
    QVERIFY(!Exchange::differsFromManifest(path(QStringLiteral("out"))));
    QCOMPARE(must(releaseRecipeFromJson(manifest.value(u"recipe").toObject(), {})), recipe);
    QCOMPARE(files.value(QStringLiteral("data/train.jsonl")).count('\n'), release.counts.total(QStringLiteral("articles"), QStringLiteral("train")));
    QCOMPARE(release.counts.total(QStringLiteral("articles")), 30);
    QCOMPARE(release.manifest(), QCryptographicHash::hash(files.value(QStringLiteral("manifest.json")), QCryptographicHash::Sha256).toHex());
    const auto records = must(Storage::releases(*made));
    QCOMPARE(records.size(), 1);
    QCOMPARE(records[0].manifest, release.manifest());
    QCOMPARE(records[0].who, QStringLiteral("ana"));
    QCOMPARE(must(releaseRecipeFromJson(records[0].recipe, {})), recipe);
    QCOMPARE(must(Storage::releasePlaces(*made, 1)), release.places);
}

void TestRelease::givesTheSameBytesEachTime()
{
    const auto one = project(QStringLiteral("p.quoth"), 40, 2);
    ReleaseRecipe recipe;
    recipe.splits.groupBy = {QStringLiteral("desk")};
    recipe.splits.shares = {{QStringLiteral("train"), 3}, {QStringLiteral("test"), 1}};
    released(*one, recipe, QStringLiteral("a"), true);
    released(*one, recipe, QStringLiteral("b"), true);
    const auto files = filesIn(path(QStringLiteral("a")));
    QCOMPARE(files.size(), 5);
    QCOMPARE(filesIn(path(QStringLiteral("b"))), files);
    // Another recipe between them changes nothing.
    ReleaseRecipe other = recipe;
    other.splits.groupBy.clear();
    released(*one, other, QStringLiteral("c"), true);
    released(*one, recipe, QStringLiteral("d"), true);
    QCOMPARE(filesIn(path(QStringLiteral("d"))), files);
    // Nor does who made the project, and when.
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("again")));
    const auto again = project(QStringLiteral("again/p.quoth"), 40, 2);
    released(*again, recipe, QStringLiteral("e"));
    QCOMPARE(filesIn(path(QStringLiteral("e"))), files);
}

void TestRelease::aDryRunTellsTheSameAndWritesNothing()
{
    const auto made = project(QStringLiteral("p.quoth"), 20);
    const Release dry = released(*made, {});
    QCOMPARE(QDir(m_dir->path()).entryList({QStringLiteral("out*")}), QStringList());
    const Release real = released(*made, {}, QStringLiteral("out"));
    QCOMPARE(dry.files, real.files);
    QCOMPARE(dry.places, real.places);
    QVERIFY(must(Storage::releases(*made)).isEmpty());
}

void TestRelease::noGroupIsInTwoSplits()
{
    for (int seed = 1; seed <= 6; ++seed) {
        const int perStory = 1 + seed % 3;
        const auto made = project(QStringLiteral("p%1.quoth").arg(seed), 48, perStory, seed * 100);
        ReleaseRecipe recipe;
        recipe.splits.seed = quint32(seed);
        recipe.splits.groupBy = seed % 2 ? QStringList{QStringLiteral("outlet")} : QStringList{QStringLiteral("desk")};
        if (seed == 5)
            recipe.splits.groupBy = {QStringLiteral("day")};
        if (perStory > 1)
            recipe.splits.groupBy.clear();
        const Release release = released(*made, recipe);
        QHash<QString, QString> splitOf;
        for (const Storage::ArticleSummary &summary : must(Storage::articlesWithMetadata(*made))) {
            const QString split = release.places.value(summary.externalId).split;
            const int number = summary.externalId.mid(1).toInt();
            QStringList keys{QStringLiteral("story %1").arg(number / perStory)};
            for (const QString &field : recipe.splits.groupBy)
                keys.append(field + (field == u"day" ? dayOf(summary.meta.published) : Exchange::fieldOf(summary.meta, field)));
            for (const QString &key : keys) {
                QVERIFY2(splitOf.value(key, split) == split, qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(key)));
                splitOf.insert(key, split);
            }
        }
        QCOMPARE(release.places.size(), 48);
        QCOMPARE(release.counts.total(QStringLiteral("groups")), release.plan.groups);
    }
}

void TestRelease::balancesAttributionsOfEachKind()
{
    const auto made = project(QStringLiteral("p.quoth"), 120);
    const Release release = released(*made, {});
    const auto kinds = release.counts.of(QStringLiteral("kind"));
    QCOMPARE(kinds.size(), 3);
    for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) {
        double all = 0;
        for (const int count : *kind)
            all += count;
        QVERIFY(all > 50);
        QVERIFY2(std::abs(kind->value(QStringLiteral("test")) / all - 0.1) < 0.03, qPrintable(kind.key()));
        QVERIFY2(std::abs(kind->value(QStringLiteral("train")) / all - 0.8) < 0.05, qPrintable(kind.key()));
    }
}

void TestRelease::copiesOfAStoryStayTogether()
{
    const auto made = project(QStringLiteral("p.quoth"), 30, 3);
    Release release = released(*made, {});
    QCOMPARE(release.plan.groups, 10);
    QVERIFY(release.plan.similarPairs >= 20);
    ReleaseRecipe recipe;
    recipe.splits.similarity = 0;
    release = released(*made, recipe);
    QCOMPARE(release.plan.groups, 30);
}

void TestRelease::choosesArticles_data()
{
    QTest::addColumn<QJsonObject>("select");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const char *json, int expected) { QTest::newRow(name) << QJsonDocument::fromJson(json).object() << expected; };
    row("all", "{}", 24);
    row("an outlet", R"({"where":{"outlet":["Gazette"]}})", 4);
    row("two outlets", R"({"where":{"outlet":["Gazette","Post"]}})", 8);
    row("an outlet and a desk", R"({"where":{"outlet":["Gazette"],"desk":"desk0"}})", 2);
    row("a day", R"({"where":{"day":"2024-05-01"}})", 3);
    row("three articles", R"({"articles":["a1","a2","a7"]})", 3);
    row("made by nobody of that name", R"({"by":["nobody"]})", -1);
    row("made by Ana", R"({"by":["ana","nobody"]})", 24);
    row("of a detector", R"({"origins":["detector"]})", -1);
    int attributed = 0;
    int complete = 0;
    for (int i = 0; i < 24; ++i) {
        const Annotations annotations = article(i, i).annotations;
        attributed += !inStates(annotations, {State::Accepted}).attributions.isEmpty();
        const auto isOpen = [](const auto &item) { return item.provenance.state == State::Suggested; };
        complete += std::none_of(annotations.spans.begin(), annotations.spans.end(), isOpen)
            && std::none_of(annotations.attributions.begin(), annotations.attributions.end(), isOpen);
    }
    QVERIFY(attributed < 24);
    row("with attributions", R"({"labels":["Attribution"]})", attributed);
    row("complete", R"({"review":"complete"})", complete > 0 ? complete : -1);
    row("started", R"({"review":"started"})", 24);
}

void TestRelease::choosesArticles()
{
    QFETCH(QJsonObject, select);
    QFETCH(int, expected);
    const auto made = project(QStringLiteral("p.quoth"), 24);
    ReleaseRecipe recipe = must(releaseRecipeFromJson({{QStringLiteral("select"), select}}, {}));
    recipe.splits.shares = {{QStringLiteral("train"), 1}};
    const auto plan = planRelease(*made, recipe, Progress());
    if (expected < 0) {
        QVERIFY(!plan);
        QVERIFY(plan.error().message.contains(u"No article of the project fits"));
        return;
    }
    QVERIFY(plan);
    QCOMPARE(plan->articles.size(), expected);
    QCOMPARE(plan->leftOut, 24 - expected);
}

void TestRelease::keepsArticlesInTheirSplitsAsTheProjectGrows()
{
    const auto made = project(QStringLiteral("p.quoth"), 40);
    const Release first = released(*made, {}, QStringLiteral("out"), true);
    add(*made, 40, 40);
    const Release second = released(*made, {}, QStringLiteral("out"), true);
    QVERIFY(second.plan.moved.isEmpty());
    const auto difference = differenceBetween(first.places, second.places);
    QCOMPARE(difference.added.size(), 40);
    QVERIFY(difference.moved.isEmpty() && difference.removed.isEmpty() && difference.changed.isEmpty());
    QVERIFY(std::abs(second.counts.total(QStringLiteral("articles"), QStringLiteral("test")) - 8) <= 1);
    // Grouping can make articles move, which is told.
    ReleaseRecipe grouped;
    grouped.splits.groupBy = {QStringLiteral("outlet")};
    const Release third = released(*made, grouped);
    QVERIFY(!third.plan.moved.isEmpty());
    QCOMPARE(differenceBetween(second.places, third.places).moved.size(), third.plan.moved.size());
    ReleaseRecipe fresh;
    fresh.splits.keep = false;
    QVERIFY(!differenceBetween(second.places, released(*made, fresh).places).moved.isEmpty());
    // Another seed asks for another split.
    ReleaseRecipe other;
    other.splits.seed = 2;
    QVERIFY(released(*made, other).plan.moved.isEmpty());
    QVERIFY(!differenceBetween(second.places, released(*made, other).places).moved.isEmpty());
}

void TestRelease::tellsWhatIsDifferentSince()
{
    const Storage::ReleasePlaces before{{QStringLiteral("a"), {QStringLiteral("train"), "1"}}, {QStringLiteral("b"), {QStringLiteral("train"), "2"}}, {QStringLiteral("c"), {QStringLiteral("test"), "3"}}};
    const Storage::ReleasePlaces after{{QStringLiteral("a"), {QStringLiteral("test"), "1"}}, {QStringLiteral("b"), {QStringLiteral("train"), "9"}}, {QStringLiteral("d"), {QStringLiteral("test"), "4"}}};
    const ReleaseDifference difference = differenceBetween(before, after);
    QCOMPARE(difference, (ReleaseDifference{{QStringLiteral("d")}, {QStringLiteral("c")}, {QStringLiteral("b")}, {{QStringLiteral("a"), QStringLiteral("train"), QStringLiteral("test")}}}));
    QVERIFY(differenceBetween(before, before).isEmpty());
}

void TestRelease::withoutTextNoTextIsInAnyFile()
{
    const auto made = project(QStringLiteral("p.quoth"), 20);
    ReleaseRecipe recipe;
    recipe.text = Exchange::ReleasedText::Quotes;
    const Release release = released(*made, recipe, QStringLiteral("out"));
    recipe.text = Exchange::ReleasedText::None;
    released(*made, recipe, QStringLiteral("bare"));
    for (const QByteArray &bytes : filesIn(path(QStringLiteral("out"))))
        QVERIFY(!bytes.contains("that we tell here"));
    const auto bare = filesIn(path(QStringLiteral("bare")));
    for (auto i = bare.begin(); i != bare.end(); ++i)
        QVERIFY2(!i.key().startsWith(u"data/") || (!i->contains("bridge") && !i->contains("\"text\"")), qPrintable(i.key()));
    QVERIFY(filesIn(path(QStringLiteral("out"))).value(QStringLiteral("data/train.jsonl")).contains("bridge"));
    QVERIFY(std::any_of(release.issues.begin(), release.issues.end(), [](const Issue &issue) { return issue.message.contains(u"Notes were left out"); }));
    QVERIFY(bare.value(QStringLiteral("README.md")).contains("The words of the spans."));
}

void TestRelease::quothReadsItsOwnRelease()
{
    const auto made = project(QStringLiteral("p.quoth"), 12);
    ReleaseRecipe recipe;
    recipe.splits.shares = {{QStringLiteral("train"), 1}};
    recipe.selection.states = {State::Accepted, State::Suggested, State::Rejected};
    released(*made, recipe, QStringLiteral("out"));
    const Exchange::Reading reading = Exchange::readPath(path(QStringLiteral("out/data/train.jsonl")));
    QVERIFY(reading.result && reading.report.issues.isEmpty());
    QCOMPARE(reading.articles.size(), 12);
    Exchange::Kept all;
    all.origins = true;
    for (int i = 0; i < 12; ++i)
        QCOMPARE(Exchange::linesOf(reading.articles[i].article, all), Exchange::linesOf(article(i, i), all));
    QCOMPARE(reading.article().meta.extra.value(u"desk").toString(), QStringLiteral("desk0"));
}

void TestRelease::theCardTellsWhatIsThere()
{
    const auto made = project(QStringLiteral("p.quoth"), 20);
    ReleaseRecipe recipe;
    recipe.name = QStringLiteral("Who \"said\": it | 2");
    recipe.license = QStringLiteral("CC-BY-4.0");
    recipe.languages = {QStringLiteral("no"), QStringLiteral("en")};
    const Release release = released(*made, recipe, QStringLiteral("out"));
    const QByteArray card = filesIn(path(QStringLiteral("out"))).value(QStringLiteral("README.md"));
    QVERIFY(card.startsWith("---\n"));
    const qsizetype end = card.indexOf("\n---\n");
    QVERIFY(end > 0);
    const QList<QByteArray> head = card.mid(4, end - 4).split('\n');
    for (const char *line : {"language:", "- \"no\"", "- \"en\"", "license: \"cc-by-4.0\"", "pretty_name: \"Who \\\"said\\\": it | 2\"", "- \"n<1K\"", "- \"token-classification\"",
                             "- \"expert-generated\"", "- config_name: default", "  - split: validation", "    path: \"data/validation.jsonl\"", "  - name: \"text\"", "  - name: test"})
        QVERIFY2(head.contains(line), line);
    const QByteArray train = "  - name: train\n    num_bytes: " + QByteArray::number(release.files[0].bytes) + "\n    num_examples: "
        + QByteArray::number(release.counts.total(QStringLiteral("articles"), QStringLiteral("train")));
    QVERIFY(card.contains(train));
    QVERIFY(card.contains("# Who \"said\": it \\| 2\n"));
    for (const Label &label : made->schema().labels)
        QVERIFY(card.contains("- **" + label.name.toUtf8() + "**"));
    QVERIFY(card.contains("| person ana |"));
    QVERIFY(card.contains("| Gazette |"));
    QVERIFY(card.contains("at least 50 % of its runs of five words"));
    // Headings after the head; no line of it is broken by a value.
    for (const QByteArray &line : head)
        QVERIFY2(line.startsWith('-') || line.startsWith(' ') || line.contains(':'), line.constData());
}

void TestRelease::saysWhatIsWrong_data()
{
    QTest::addColumn<QJsonObject>("recipe");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *json, const char *words) { QTest::newRow(name) << QJsonDocument::fromJson(json).object() << QString::fromLatin1(words); };
    row("an unknown field to group by", R"({"split":{"groupBy":["newsroom"]}})", "No article has a field \"newsroom\"; there are: author, day, desk");
    row("an unknown field to choose by", R"({"select":{"where":{"newsroom":"x"}}})", "No article has a field \"newsroom\"");
    row("an unknown label", R"({"select":{"labels":["Cause"]}})", "no label or frame type \"Cause\"");
    row("an unknown article", R"({"select":{"articles":["a99"]}})", "no article \"a99\"");
    row("one group", R"({"split":{"groupBy":["language"]}})", "belong together in one group");
    row("two groups", R"({"select":{"where":{"outlet":["Gazette","Post"]}},"split":{"groupBy":["outlet"]}})", "only 2 group(s) of articles that belong together, too few for the 3 splits");
}

void TestRelease::saysWhatIsWrong()
{
    QFETCH(QJsonObject, recipe);
    QFETCH(QString, words);
    const auto made = project(QStringLiteral("p.quoth"), 12);
    const auto release = makeRelease(*made, must(releaseRecipeFromJson(recipe, {})), path(QStringLiteral("out")), QStringLiteral("ana"), Progress());
    QVERIFY(!release);
    QVERIFY2(release.error().message.contains(words), qPrintable(release.error().text()));
    QVERIFY(QDir(m_dir->path()).entryList({QStringLiteral("out*")}).isEmpty());
    QVERIFY(must(Storage::releases(*made)).isEmpty());
}

void TestRelease::leavesNothingBehindIfCancelled()
{
    const auto made = project(QStringLiteral("p.quoth"), 12);
    for (const double when : {0.0, 0.3, 0.6, 0.9}) {
        Progress progress;
        const Progress watched([&](double share) {
            if (share >= when)
                progress.cancel();
        });
        progress = watched;
        const auto release = makeRelease(*made, {}, path(QStringLiteral("out")), QStringLiteral("ana"), watched);
        QVERIFY(!release);
        QCOMPARE(release.error().code, ErrorCode::Cancelled);
        QVERIFY(QDir(m_dir->path()).entryList({QStringLiteral("out*")}).isEmpty());
        QVERIFY(must(Storage::releases(*made)).isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestRelease)
#include "test_release.moc"
