// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "badtexts.h"
#include "detectionchecks.h"
#include "tinymodel.h"

#include <app/detection/model/modeldetector.h>

#include <QtTest>

#include <thread>

using namespace Quoth;
using namespace Quoth::Detection;
using namespace Quoth::Annotation;

namespace {

std::shared_ptr<const AttributionFinder> finderOf(const TrainedModel &model)
{
    const auto written = asWritten(model);
    return written ? std::make_shared<const AttributionFinder>(*written) : nullptr;
}

ModelDetector detectorOf(std::shared_ptr<const AttributionFinder> finder, std::shared_ptr<const Adaptation> adaptation = nullptr)
{
    return {QStringLiteral("model"), QStringLiteral("Model"), std::move(finder), std::move(adaptation), QStringLiteral("1")};
}

Article articleOf(const QString &text, const QString &language = QStringLiteral("en"))
{
    Article article;
    article.externalId = QStringLiteral("a");
    article.text = text;
    article.meta.language = language;
    return article;
}

QString textOf(const Annotations &annotations, const Attribution &attribution, const QString &role, const QString &text)
{
    QStringList parts;
    for (const SpanId id : attribution.spans(role)) {
        for (const TextRange f : annotations.span(id)->fragments)
            parts.append(text.mid(f.begin, f.end - f.begin));
    }
    return parts.join(u'|');
}

// All attributions as "source / cue / content".
QStringList framesOf(const Annotations &annotations, const QString &text)
{
    QStringList result;
    for (const Attribution &a : annotations.attributions)
        result.append(textOf(annotations, a, sourceRole, text) + QStringLiteral(" / ") + textOf(annotations, a, cueRole, text)
                      + QStringLiteral(" / ") + textOf(annotations, a, contentRole, text));
    return result;
}

} // namespace

class TestModelDetector : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsWithTheModel();
    void findsNestedAttributionsByRules();
    void followsTheRulesInOtherLanguages_data();
    void followsTheRulesInOtherLanguages();
    void givesWhatAProjectCanTake_data();
    void givesWhatAProjectCanTake();
    void givesNothingForNoText();
    void stopsWhenCancelled();
    void saysThatTheFileIsMissing();
    void followsWhatWasTaught();
    void findsTheSameInSeveralThreads();

private:
    std::shared_ptr<const AttributionFinder> m_trained;
    std::shared_ptr<const AttributionFinder> m_random;
};

void TestModelDetector::initTestCase()
{
    const auto model
        = trainModel(tinyArticles(30), englishLexicon().get(), tinyOptions(), Progress(), [](const TrainingNews &) {});
    QVERIFY(model);
    m_trained = finderOf(*model);
    TrainedModel random = randomModel();
    random.judge = {}; // what is taught changes scores, which this judge takes no notice of
    m_random = finderOf(random);
    QVERIFY(m_trained && m_random);
}

void TestModelDetector::findsWithTheModel()
{
    const ModelDetector detector = detectorOf(m_trained);
    QCOMPARE(detector.info().name, QStringLiteral("model"));
    QCOMPARE(detector.info().version, QStringLiteral("1"));
    const QString text
        = QStringLiteral("Boris Lind warned that the old bridge was safe. Rain fell on the market for most of the week.");
    const auto found = detector.detect(articleOf(text), Progress());
    QVERIFY(found);
    QVERIFY2(framesOf(*found, text).contains(QStringLiteral("Boris Lind / warned / that the old bridge was safe")),
             qPrintable(framesOf(*found, text).join(u'\n')));
    QVERIFY(
        std::any_of(found->speakers.begin(), found->speakers.end(), [](const Speaker &s) { return s.name == u"Boris Lind"; }));
    for (const Attribution &a : found->attributions)
        QVERIFY(a.provenance.state == State::Suggested);
}

void TestModelDetector::findsNestedAttributionsByRules()
{
    const ModelDetector detector = detectorOf(m_trained);
    const QString text
        = QStringLiteral("\u201CIn the end the mayor believes that the old bridge was safe,\u201D Ann Carter said.");
    const auto found = detector.detect(articleOf(text), Progress());
    QVERIFY(found);
    const QStringList frames = framesOf(*found, text);
    QVERIFY2(frames.size() == 2 && frames.contains(QStringLiteral("the mayor / believes / that the old bridge was safe")),
             qPrintable(frames.join(u'\n')));
}

void TestModelDetector::followsTheRulesInOtherLanguages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::newRow("German") << QStringLiteral(
        "de") << QStringLiteral("Lind sagte am Montag, die Br\u00FCcke sei sicher. \u201EDas ist gut\u201C, sagte Carter.");
    QTest::newRow("a language without a lexicon")
        << QStringLiteral("fi") << QStringLiteral("\"Silta on turvallinen ja pysyy auki\", sanoi Virtanen.");
    QTest::newRow("told from the text")
        << QString()
        << QStringLiteral("Der B\u00FCrgermeister sagte, dass die M\u00FChle nicht mehr sicher sei und dass es so ist.");
}

void TestModelDetector::followsTheRulesInOtherLanguages()
{
    QFETCH(QString, language);
    QFETCH(QString, text);
    const Article article = articleOf(text, language);
    const auto found = detectorOf(m_trained).detect(article, Progress());
    const auto byRules = RulesDetector().detect(article, Progress());
    QVERIFY(found && byRules);
    QVERIFY(!byRules->attributions.isEmpty());
    QCOMPARE(framesOf(*found, text), framesOf(*byRules, text));
}

void TestModelDetector::givesWhatAProjectCanTake_data()
{
    QTest::addColumn<int>("which");
    for (int i = 0; i < int(badTexts.size()); ++i)
        QTest::newRow(badTexts[size_t(i)].name) << i;
}

void TestModelDetector::givesWhatAProjectCanTake()
{
    QFETCH(int, which);
    const ModelDetector trained = detectorOf(m_trained);
    const ModelDetector random = detectorOf(m_random); // finds pieces where none are
    for (const qsizetype length : {1, 100, 3'000}) {
        const QString whole = makeBadText(badTexts[size_t(which)], length);
        for (const QString &text :
             {whole, whole.left(whole.size() - 1), QStringLiteral("Carter said: \u201CIt ") + whole + u'\u201D'}) {
            for (const ModelDetector *detector : {&trained, &random}) {
                const auto found = detector->detect(articleOf(text), Progress());
                QVERIFY2(found, found ? "" : qPrintable(found.error().text()));
                QCOMPARE(whatIsWrong(*found, text), QString());
            }
        }
    }
}

void TestModelDetector::givesNothingForNoText()
{
    for (const QString &text : {QString(), QStringLiteral("\n"), QStringLiteral("   ")}) {
        const auto found = detectorOf(m_random).detect(articleOf(text), Progress());
        QVERIFY(found);
        QVERIFY(found->attributions.isEmpty() && found->spans.isEmpty());
    }
}

void TestModelDetector::stopsWhenCancelled()
{
    const Progress progress;
    progress.cancel();
    const auto found = detectorOf(m_trained).detect(articleOf(tinyArticle(1).text), progress);
    QVERIFY(!found);
    QVERIFY(found.error().code == ErrorCode::Cancelled);
}

void TestModelDetector::saysThatTheFileIsMissing()
{
    const ModelDetector detector(QStringLiteral("model"), QStringLiteral("Model"), QStringLiteral("/none/there.model"));
    QCOMPARE(detector.info().name, QStringLiteral("model"));
    QCOMPARE(detector.info().version, QString());
    for (int round = 0; round < 2; ++round) {
        const auto found = detector.detect(articleOf(QStringLiteral("He said it.")), Progress());
        QVERIFY(!found);
        QVERIFY(found.error().code == ErrorCode::NotReadable);
        QVERIFY(found.error().text().contains(QStringLiteral("/none/there.model")));
    }
}

void TestModelDetector::followsWhatWasTaught()
{
    // A word that no cue of the training was: taught to be one, it is found as one.
    const QString text = QStringLiteral("Clara Holm zorbed that the harbour was dirty.");
    const auto cueIsFound = [&](const Annotations &found) {
        return std::any_of(found.attributions.begin(), found.attributions.end(),
                           [&](const Attribution &a) { return textOf(found, a, cueRole, text) == u"zorbed"; });
    };
    Adaptation::Features features;
    std::vector<Adaptation::Lesson> lessons;
    for (int i = 0; i < 12; ++i) {
        const TrainingArticle article = tinyArticle(i, {QStringLiteral("zorbed")});
        ReadText read;
        readPassages(article.text, {0, qint32(article.text.size())}, englishLexicon().get(), read);
        std::vector<TokenFeatures> known;
        const auto scores = m_random->reader().read(article.text, read, known, Progress());
        const auto labels = labelsOf(article, read.tokens);
        for (const Passage &passage : read.passages)
            lessons.push_back(Adaptation::lesson(article.text, read, passage, scores,
                                                 {labels.begin() + passage.tokens.begin, labels.begin() + passage.tokens.end},
                                                 features));
    }
    const auto taught = std::make_shared<Adaptation>(Adaptation::learn(m_random->reader().chain(), lessons, features));
    ReadText read;
    readPassages(text, {0, qint32(text.size())}, englishLexicon().get(), read);
    const auto cues = [&](const Adaptation *adaptation) {
        std::vector<TokenFeatures> known;
        auto scores = m_random->reader().read(text, read, known, Progress());
        if (adaptation)
            adaptation->adjust(text, read, scores);
        Chain chain(m_random->reader().chain());
        chain.read(scores.data(), labelCount, int(read.tokens.size()));
        return chain.marginal(2, int(Label::CueBegin));
    };
    QVERIFY(cues(nullptr) < 0.5f);
    QVERIFY(cues(taught.get()) > 0.7f);
    const auto found = detectorOf(m_random, taught).detect(articleOf(text), Progress());
    const auto untaught = detectorOf(m_random).detect(articleOf(text), Progress());
    QVERIFY(found && untaught);
    QVERIFY(!cueIsFound(*untaught) || cueIsFound(*found));
}

void TestModelDetector::findsTheSameInSeveralThreads()
{
    const ModelDetector detector = detectorOf(m_trained);
    QString text;
    for (int i = 0; i < 15; ++i)
        text += tinyArticle(i).text;
    const auto wanted = detector.detect(articleOf(text), Progress());
    QVERIFY(wanted && !wanted->attributions.isEmpty());
    const ModelDetector fresh
        = detectorOf(std::make_shared<const AttributionFinder>(std::make_shared<TrainedModel>(m_trained->model())));
    std::array<QStringList, 4> found;
    std::vector<std::thread> threads;
    for (QStringList &frames : found)
        threads.emplace_back([&] {
            if (const auto result = fresh.detect(articleOf(text), Progress()))
                frames = framesOf(*result, text);
        });
    for (std::thread &thread : threads)
        thread.join();
    for (const QStringList &frames : found)
        QCOMPARE(frames, framesOf(*wanted, text));
}

QTEST_GUILESS_MAIN(TestModelDetector)
#include "test_modeldetector.moc"
