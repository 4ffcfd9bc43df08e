// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/tasks/releasecard.h>
#include <tests/exchange/exchangetesting.h>

#include <QTemporaryDir>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Tasks;

namespace {

template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return *std::move(result);
}

} // namespace

class TestReleaseRecipe : public QObject
{
    Q_OBJECT

private slots:
    void recipesSurviveAFile();
    void refusesBadRecipes_data();
    void refusesBadRecipes();
    void readsShares();
    void readsDays();
    void knowsTheHubsLicences();

private:
    QTemporaryDir m_dir;
};

void TestReleaseRecipe::recipesSurviveAFile()
{
    ReleaseRecipe recipe;
    recipe.name = QStringLiteral("News");
    recipe.description = QStringLiteral("Two\nlines");
    recipe.license = QStringLiteral("MIT");
    recipe.languages = {QStringLiteral("en")};
    recipe.text = Exchange::ReleasedText::None;
    recipe.selection = {{State::Suggested, State::Rejected}, ReviewStage::Complete, {OriginKind::Person}, {QStringLiteral("ana")}, {QStringLiteral("Claim")},
                        {{QStringLiteral("desk"), QStringLiteral("1")}, {QStringLiteral("desk"), QStringLiteral("2")}}, {QStringLiteral("a1")}};
    recipe.splits = {{{QStringLiteral("train"), 2.5}, {QStringLiteral("test"), 1}}, 4294967295U, {QStringLiteral("day"), QStringLiteral("desk")}, 0.25, false};
    QVERIFY(saveReleaseRecipe(recipe, m_dir.filePath(QStringLiteral("r.json"))));
    QCOMPARE(must(releaseRecipeFromFile(m_dir.filePath(QStringLiteral("r.json")))), recipe);
    QCOMPARE(must(releaseRecipeFromJson({}, {})), ReleaseRecipe());
    QVERIFY(!releaseRecipeFromFile(m_dir.filePath(QStringLiteral("none.json"))));
    QVERIFY(!saveReleaseRecipe(recipe, m_dir.filePath(QStringLiteral("no/r.json"))));
}

void TestReleaseRecipe::refusesBadRecipes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &json, const char *words) { QTest::newRow(name) << json << QString::fromLatin1(words); };
    row("no JSON", "{\"name\":", "no JSON");
    row("a list", "[]", "no JSON object");
    row("another format", R"({"format":"quoth-recipe/2"})", "\"format\" is not \"quoth-recipe/1\"");
    row("an unknown key", R"({"tittle":"x"})", "\"tittle\" is not known");
    row("an unknown key within", R"({"split":{"share":1}})", "\"split.share\" is not known");
    row("a wrong type", R"({"name":7})", "\"name\" is no text");
    row("a wrong flag", R"({"split":{"keep":"yes"}})", "\"split.keep\" is neither");
    row("a wrong list", R"({"select":{"by":"ana"}})", "\"select.by\" is no list of texts");
    row("a wrong object", R"({"select":[]})", "\"select\" is no object");
    row("no states", R"({"select":{"states":[]}})", "\"select.states\" is empty");
    row("an unknown state", R"({"select":{"states":["done"]}})", "holds \"done\"");
    row("an unknown stage", R"({"select":{"review":"done"}})", "is \"done\"");
    row("a negative share", R"({"split":{"shares":{"train":-1}}})", "positive numbers");
    row("an unknown split", R"({"split":{"shares":{"heldout":1}}})", "positive numbers");
    row("no share", R"({"split":{"shares":{"train":0}}})", "positive numbers");
    row("two words for a split", R"({"split":{"shares":{"dev":1,"validation":1}}})", "positive numbers");
    row("a broken seed", R"({"split":{"seed":1.5}})", "whole number");
    row("too much likeness", R"({"split":{"similarity":2}})", "from 0 to 1");
    row("a number to choose by", R"({"select":{"where":{"desk":[1]}}})", "something else than texts");
    row("deeply nested", QByteArray(100000, '['), "no JSON");
}

void TestReleaseRecipe::refusesBadRecipes()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    const QString file = Exchange::writeFile(m_dir, QStringLiteral("r.json"), json);
    const auto recipe = releaseRecipeFromFile(file);
    QVERIFY(!recipe);
    QVERIFY2(recipe.error().message.contains(words), qPrintable(recipe.error().text()));
    QCOMPARE(recipe.error().place, file);
}

void TestReleaseRecipe::readsShares()
{
    using Shares = QList<Measure::SplitShare>;
    QCOMPARE(must(releaseShares(QStringLiteral("70,20,10"))), (Shares{{QStringLiteral("train"), 70}, {QStringLiteral("validation"), 20}, {QStringLiteral("test"), 10}}));
    QCOMPARE(must(releaseShares(QStringLiteral("test=1, train=4"))), (Shares{{QStringLiteral("train"), 4}, {QStringLiteral("test"), 1}}));
    QCOMPARE(must(releaseShares(QStringLiteral("dev=1"))), (Shares{{QStringLiteral("validation"), 1}}));
    QCOMPARE(must(releaseShares(QStringLiteral("1,0,1"))), (Shares{{QStringLiteral("train"), 1}, {QStringLiteral("test"), 1}}));
    for (const char *bad : {"", "a", "1,2,3,4", "train=x", "train=-1", "nan", "inf", "train=1,train=2"})
        QVERIFY2(!releaseShares(QString::fromLatin1(bad)), bad);
}

void TestReleaseRecipe::readsDays()
{
    QCOMPARE(dayOf(QStringLiteral("2024-05-06T23:59:00+02:00")), QStringLiteral("2024-05-06"));
    QCOMPARE(dayOf(QStringLiteral(" 20240506")), QStringLiteral("2024-05-06"));
    QCOMPARE(dayOf(QStringLiteral("Mon, 06 May 2024 10:00:00 +0200")), QStringLiteral("2024-05-06"));
    QCOMPARE(dayOf(QStringLiteral("last week")), QStringLiteral("last week"));
    QCOMPARE(dayOf(QString()), QString());
}

void TestReleaseRecipe::knowsTheHubsLicences()
{
    QCOMPARE(hubLicense(QStringLiteral("CC-BY-SA-4.0")), QStringLiteral("cc-by-sa-4.0"));
    QCOMPARE(hubLicense(QStringLiteral("GPL-3.0-or-later")), QStringLiteral("gpl-3.0"));
    QCOMPARE(hubLicense(QStringLiteral("ODbL-1.0")), QStringLiteral("odbl"));
    QCOMPARE(hubLicense(QStringLiteral("Only for our friends")), QStringLiteral("other"));
    QCOMPARE(hubLicense({}), QStringLiteral("unknown"));
}

QTEST_GUILESS_MAIN(TestReleaseRecipe)
#include "test_releaserecipe.moc"
