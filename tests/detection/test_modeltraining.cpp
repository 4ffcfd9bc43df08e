// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tinymodel.h"

#include <app/detection/model/linkingexamples.h>
#include <app/detection/text/tokenizer.h>

#include <app/detection/model/attributionfinder.h>

#include <QtTest>

#include <cmath>

using namespace Quoth;
using namespace Quoth::Detection;

namespace {

Result<TrainedModel> train(const std::vector<TrainingArticle> &articles, const ModelOptions &options = tinyOptions())
{
    return trainModel(articles, englishLexicon().get(), options, Progress(), [](const TrainingNews &) {});
}

} // namespace

class TestModelTraining : public QObject
{
    Q_OBJECT

private slots:
    void trainsTheSameModelTwice();
    void countsTheSameInAnyOrderOfHashes();
    void findsWhatItWasTaught();
    void saysWhatItDoes();
    void learnsWithoutTeachers();
    void needsEnoughArticles();
    void stopsWhenCancelled_data();
    void stopsWhenCancelled();
    void takesSeveralVersionsOfAText();
    void takesArticlesWithNothingInThem();
    void linksWhatBelongsTogether();
    void leavesAloneWhatIsNoAttribution();
    void knowsWordsByTheirVectors();
    void seesNoLinksWhereThereAreNone();
    void calibratesConfidence();
};

void TestModelTraining::countsTheSameInAnyOrderOfHashes()
{
    // Many words with the same beginnings, in versions that weigh fractions: sums of them differ with the order.
    const auto vocabulary = [] {
        WordCounts counts;
        for (int article = 0; article < 12; ++article) {
            QString text;
            for (int word = 0; word < 40; ++word) {
                if ((word * 7 + article * 3) % 11 < word % 9)
                    continue; // so that each word weighs otherwise
                for (const char *beginning : {"abc", "def", "ghi", "jkl"})
                    text += QLatin1String(beginning) + QChar(u'a' + word % 26) + QChar(u'a' + word / 26) + u' ';
            }
            Tokens tokens;
            tokenize(text, {0, qint32(text.size())}, englishLexicon().get(), tokens);
            counts.add(text, tokens, std::vector<Label>(tokens.size(), Label::Outside), 1 / std::sqrt(float(article % 5 + 2)));
        }
        return counts.vocabulary(2, nullptr);
    };
    QHashSeed::setDeterministicGlobalSeed();
    const Vocabulary one = vocabulary();
    for (int i = 0; i < 30; ++i) {
        QHashSeed::resetRandomGlobalSeed();
        const Vocabulary other = vocabulary();
        for (int field = 0; field < formFields; ++field)
            QCOMPARE(other.entries(Field(field)), one.entries(Field(field)));
    }
}

void TestModelTraining::trainsTheSameModelTwice()
{
    ModelOptions options = tinyOptions();
    options.epochs = 2;
    options.network.epochs = 1;
    const auto articles = tinyArticles(30);
    const auto once = train(articles, options);
    const auto twice = train(articles, options);
    QVERIFY(once && twice);
    QVERIFY(writeModel(*once) == writeModel(*twice));
    options.network.seed = 2;
    const auto other = train(articles, options);
    QVERIFY(other && writeModel(*other) != writeModel(*once));
}

void TestModelTraining::findsWhatItWasTaught()
{
    const auto model = train(tinyArticles(40));
    QVERIFY(model);
    const auto written = asWritten(*model);
    QVERIFY(written);
    const AttributionFinder finder(*written);
    int wanted = 0;
    int found = 0;
    int right = 0;
    for (int number = 100; number < 110; ++number) { // others than those it was trained on
        const TrainingArticle article = tinyArticle(number);
        ReadText read;
        readPassages(article.text, {0, qint32(article.text.size())}, englishLexicon().get(), read);
        wanted += int(article.attributions.size());
        int before = -1;
        for (const ModelFound &f : finder.find(article.text, read, nullptr, Progress())) {
            ++found;
            QVERIFY(f.cue.begin > before); // in the order of their cues
            before = f.cue.begin;
            QVERIFY(f.probability > 0 && f.probability < 1);
            QVERIFY(!f.contents.empty());
            const TextRange cue = textRange(read.tokens, f.cue);
            right += std::any_of(article.attributions.begin(), article.attributions.end(), [&](const TrainingAttribution &a) {
                return a.cue == QList{cue} && f.source && a.source == QList{textRange(read.tokens, *f.source)}
                && a.content == QList{textRange(read.tokens, f.contents.front())};
            });
        }
    }
    QVERIFY2(right >= 0.8 * wanted && right >= 0.8 * found,
             qPrintable(QStringLiteral("%1 of %2, %3 found").arg(right).arg(wanted).arg(found)));
}

void TestModelTraining::saysWhatItDoes()
{
    ModelOptions options = tinyOptions();
    options.epochs = 2;
    options.network.epochs = 1;
    std::vector<TrainingNews> news;
    std::vector<double> shares;
    const auto articles = tinyArticles(25);
    const auto model
        = trainModel(articles, englishLexicon().get(), options, Progress([&](double share) { shares.push_back(share); }),
                     [&](const TrainingNews &n) { news.push_back(n); });
    QVERIFY(model);
    using Stage = TrainingNews::Stage;
    std::vector<Stage> stages;
    for (const TrainingNews &n : news) {
        stages.push_back(n.stage);
        QVERIFY(n.epoch >= 1 && n.epoch <= n.epochs && n.loss > 0);
    }
    QVERIFY(
        stages
        == (std::vector{Stage::Measuring, Stage::Measuring, Stage::Measuring, Stage::Teachers, Stage::Training, Stage::Training}));
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QVERIFY(shares.front() > 0 && shares.back() <= 1 && shares.back() > 0.95);
    QCOMPARE(model->about[u"name"].toString(), QStringLiteral("tiny"));
    QCOMPARE(model->about[u"language"].toString(), QStringLiteral("en"));
    QCOMPARE(model->about[u"articles"].toInt(), 25);
    QVERIFY(model->about[u"attributions"].toInt() > 50);
    QCOMPARE(model->about[u"units"].toInt(), 32);
}

void TestModelTraining::learnsWithoutTeachers()
{
    ModelOptions options = tinyOptions();
    options.teachers = 0;
    options.epochs = 1;
    QVERIFY(train(tinyArticles(20), options));
}

void TestModelTraining::needsEnoughArticles()
{
    for (const int count : {0, 1, 19}) {
        const auto model = train(tinyArticles(count));
        QVERIFY(!model);
        QCOMPARE(model.error().code, ErrorCode::BadInput);
        QVERIFY2(model.error().text().contains(QString::number(count)) && model.error().text().contains(QStringLiteral("20")),
                 qPrintable(model.error().text()));
    }
}

void TestModelTraining::stopsWhenCancelled_data()
{
    QTest::addColumn<double>("share");
    QTest::newRow("at once") << 0.0;
    QTest::newRow("while teachers are trained") << 0.1;
    QTest::newRow("near the end") << 0.9;
}

void TestModelTraining::stopsWhenCancelled()
{
    QFETCH(double, share);
    ModelOptions options = tinyOptions();
    options.epochs = 2;
    options.network.epochs = 1;
    double last = 0;
    Progress progress;
    progress = Progress([&](double done) {
        last = done;
        if (done >= share)
            progress.cancel();
    });
    const auto model = trainModel(tinyArticles(20), englishLexicon().get(), options, progress, [](const TrainingNews &) {});
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::Cancelled);
    QVERIFY(last < share + 0.1);
}

void TestModelTraining::takesSeveralVersionsOfAText()
{
    ModelOptions options = tinyOptions();
    options.epochs = 1;
    options.network.epochs = 1;
    const auto articles = tinyArticles(20);
    std::vector<TrainingArticle> twice;
    for (const TrainingArticle &article : articles) {
        twice.push_back(article);
        twice.push_back(article);
        twice.back().attributions.pop_back(); // the second annotator saw less
    }
    const auto model = train(twice, options);
    QVERIFY(model);
    QCOMPARE(model->about[u"articles"].toInt(), 40);
    // Words count by how many annotators' versions they stand in, each weighing less: not twice as much.
    const auto one = train(articles, options);
    QVERIFY(one && writeModel(*one) != writeModel(*model));
}

void TestModelTraining::takesArticlesWithNothingInThem()
{
    ModelOptions options = tinyOptions();
    options.epochs = 1;
    options.network.epochs = 1;
    auto articles = tinyArticles(20);
    articles.push_back({});
    articles.push_back({QStringLiteral("\n\n"), {}, 1});
    articles.push_back({QStringLiteral("It rained."), {}, 1});
    QVERIFY(train(articles, options));
    for (TrainingArticle &article : articles)
        article.attributions.clear();
    const auto model = train(articles, options);
    QVERIFY(model);
    QVERIFY(asWritten(*model));
}

void TestModelTraining::linksWhatBelongsTogether()
{
    const Vocabulary vocabulary = tinyVocabulary(tinyArticles(20));
    std::vector<TrainingArticle> articles = tinyArticles(40);
    std::vector<ReadText> texts(articles.size());
    std::vector<Linker::Example> examples;
    for (size_t i = 0; i < articles.size(); ++i) {
        readPassages(articles[i].text, {0, qint32(articles[i].text.size())}, englishLexicon().get(), texts[i]);
        examples.push_back(linkingExample(articles[i], texts[i], vocabulary));
    }
    const std::vector<Linker::Example> some(examples.begin(), examples.begin() + 30);
    const Linker linker = Linker::train(some, 4);
    QVERIFY(Linker::train(some, 4).weights() == linker.weights());
    int wanted = 0;
    int right = 0;
    for (size_t i = 30; i < examples.size(); ++i) {
        const Linker::Example &example = examples[i];
        QCOMPARE(example.belongsTo.size(), example.pieces.size());
        wanted += int(articles[i].attributions.size());
        for (const LinkedPieces &linked : linker.link(*example.text, example.features, example.pieces)) {
            QVERIFY(!linked.contents.empty());
            QVERIFY(linked.sourceLink > 0 && linked.sourceLink <= 1 && linked.contentLink > 0 && linked.contentLink <= 1);
            QVERIFY(linked.otherSource != linked.source || linked.source < 0);
            right += linked.contents.size() == 1 && example.belongsTo[size_t(linked.contents[0])] == linked.cue
                && example.belongsTo[size_t(linked.cue)] == linked.source;
        }
    }
    QVERIFY2(right >= 0.95 * wanted, qPrintable(QStringLiteral("%1 of %2").arg(right).arg(wanted)));
}

void TestModelTraining::leavesAloneWhatIsNoAttribution()
{
    // Of each article the last attribution's cue is not found, and words that say nothing are.
    std::vector<TrainingArticle> articles = tinyArticles(60);
    const Vocabulary vocabulary = tinyVocabulary(articles);
    std::vector<ReadText> texts(articles.size());
    std::vector<Linker::Example> examples;
    std::vector<int> spurious;
    for (size_t i = 0; i < articles.size(); ++i) {
        readPassages(articles[i].text, {0, qint32(articles[i].text.size())}, englishLexicon().get(), texts[i]);
        std::vector<PlacedPiece> pieces = linkingExample(articles[i], texts[i], vocabulary).pieces;
        const auto last = std::find_if(pieces.rbegin(), pieces.rend(), [](const PlacedPiece &p) { return roleOf(p.piece) == Role::Cue; });
        const int missed = int(pieces.rend() - last) - 1;
        pieces.erase(pieces.begin() + missed);
        const auto of = qint32(articles[i].text.indexOf(QStringLiteral("for most of the week")));
        spurious.push_back(-1);
        if (of >= 0) {
            PlacedPiece piece;
            piece.piece = {tokensOf(texts[i].tokens, {of, of + 20}), Label::ContentBegin, 0.5f};
            piece.sentence = texts[i].sentences[size_t(piece.piece.range.begin)];
            const auto at = std::find_if(pieces.begin(), pieces.end(), [&](const PlacedPiece &p) { return p.piece.range.begin > piece.piece.range.begin; });
            piece.paragraph = at == pieces.end() ? pieces.back().paragraph : at->paragraph;
            spurious.back() = int(at - pieces.begin());
            pieces.insert(at, piece);
        }
        examples.push_back(linkingExample(articles[i], texts[i], vocabulary, pieces));
        if (spurious.back() >= 0)
            QCOMPARE(examples.back().belongsTo[size_t(spurious.back())], Linker::nothing);
    }
    const Linker linker = Linker::train({examples.begin(), examples.begin() + 45}, 6);
    int wrong = 0;
    int tried = 0;
    for (size_t i = 45; i < examples.size(); ++i) {
        for (const LinkedPieces &linked : linker.link(texts[i], examples[i].features, examples[i].pieces))
            wrong += int(std::count(linked.contents.begin(), linked.contents.end(), spurious[i]));
        tried += spurious[i] >= 0;
    }
    QVERIFY2(tried > 3 && wrong * 5 <= tried, qPrintable(QStringLiteral("%1 of %2").arg(wrong).arg(tried)));
}

void TestModelTraining::knowsWordsByTheirVectors()
{
    ModelOptions options = tinyOptions();
    options.vectors = tinyVectors();
    const auto model = asWritten(*train(tinyArticles(40), options));
    QVERIFY(model);
    const AttributionFinder finder(*model);
    int wanted = 0;
    int found = 0;
    for (int number = 100; number < 106; ++number) { // with a verb that no article had
        const TrainingArticle article = tinyArticle(number, {QStringLiteral("muttered")});
        ReadText read;
        readPassages(article.text, {0, qint32(article.text.size())}, englishLexicon().get(), read);
        wanted += int(article.attributions.size());
        for (const ModelFound &f : finder.find(article.text, read, nullptr, Progress()))
            found += textRange(read.tokens, f.cue).length() == 8;
    }
    QVERIFY2(found >= 0.6 * wanted, qPrintable(QStringLiteral("%1 of %2").arg(found).arg(wanted)));
}

void TestModelTraining::seesNoLinksWhereThereAreNone()
{
    const Linker linker = Linker::train({}, 3);
    QCOMPARE(linker.weights().size(), size_t(Linker::size));
    const QString text = QStringLiteral("It rained.");
    ReadText read;
    readPassages(text, {0, qint32(text.size())}, nullptr, read);
    const auto features = lookUp(text, read, Vocabulary());
    QVERIFY(linker.link(read, features, {}).empty());
    PlacedPiece content;
    content.piece = {{0, 2}, Label::ContentBegin, 1};
    QVERIFY(linker.link(read, features, {content}).empty()); // no cue, no attribution
}

void TestModelTraining::calibratesConfidence()
{
    QCOMPARE(Calibration().probability({}), 0.5f);
    QCOMPARE(Calibration::fit({}).weights, Calibration().weights);
    // Of those with evidence nine in ten are right, of those without one in ten.
    std::vector<Calibration::Example> examples;
    for (int i = 0; i < 2000; ++i) {
        Calibration::Example example;
        const bool isStrong = i % 2 == 0;
        example.evidence[0] = 1;
        example.evidence[1] = isStrong ? 2.0f : -2.0f;
        example.isRight = (i / 2 % 10 == 0) != isStrong;
        examples.push_back(example);
    }
    const Calibration fit = Calibration::fit(examples);
    QVERIFY(std::abs(fit.probability({1, 2}) - 0.9f) < 0.01f);
    QVERIFY(std::abs(fit.probability({1, -2}) - 0.1f) < 0.01f);
    // All right: sure, but never certain.
    for (Calibration::Example &example : examples)
        example.isRight = true;
    const float sure = Calibration::fit(examples).probability({1, 2});
    QVERIFY(sure > 0.95f && sure < 1);
    QVERIFY(std::abs(logOdds(0.5f)) < 1e-6f);
    QVERIFY(std::isfinite(logOdds(0)) && std::isfinite(logOdds(1)));
}

QTEST_GUILESS_MAIN(TestModelTraining)
#include "test_modeltraining.moc"
