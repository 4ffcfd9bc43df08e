// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tinymodel.h"

#include <app/detection/model/learner.h>

#include <QDataStream>
#include <QtEndian>
#include <QtTest>

#include <cmath>
#include <limits>

using namespace Quoth;
using namespace Quoth::Detection;

namespace {

// Lessons without a network: it knows nothing, all its scores are zero.
struct Taught
{
    Adaptation::Features features;
    std::vector<Adaptation::Lesson> lessons;
    ChainWeights chain;

    void add(const TrainingArticle &article)
    {
        ReadText read;
        readPassages(article.text, {0, qint32(article.text.size())}, englishLexicon().get(), read);
        const std::vector<Label> labels = labelsOf(article, read.tokens);
        const std::vector<float> scores(labels.size() * labelCount, 0);
        for (const Passage &passage : read.passages) {
            const std::vector<Label> part(labels.begin() + passage.tokens.begin, labels.begin() + passage.tokens.end);
            lessons.push_back(Adaptation::lesson(article.text, read, passage, scores, part, features));
        }
    }
    Adaptation learn() const { return Adaptation::learn(chain, lessons, features); }
};

Taught taught(const QStringList &cues, int articles = 10)
{
    Taught result;
    for (int i = 0; i < articles; ++i)
        result.add(tinyArticle(i, cues));
    return result;
}

// The bytes of what was learned, packed or not.
QByteArray unpacked(const Adaptation &adaptation) { return qUncompress(adaptation.toBytes()); }

QByteArray handmade(float strength, qint32 count, const std::function<void(QDataStream &)> &rest)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    stream << quint32(0x51744165) << strength << count;
    rest(stream);
    PieceAdaptation().write(stream);
    return qCompress(bytes);
}

/// Behind no weights of words: what stands of pieces.
QByteArray handmadePieces(float strength, float trust, qint32 count, const QByteArray &name, float weight)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    stream << quint32(0x51744165) << 1.0f << qint32(0) << strength << trust << 0.0f << 0.0f << count;
    if (count != 0)
        stream << name << weight;
    return qCompress(bytes);
}

/// Contents that the judge takes for right with the mark at their end, and which the analyst marks without it.
std::vector<PieceAdaptation::Example> markedWithout(int count)
{
    std::vector<PieceAdaptation::Example> examples;
    const std::vector<QString> forms{QStringLiteral("safe"), QStringLiteral("."), QStringLiteral("''"), QStringLiteral("he"), QStringLiteral("said")};
    for (int i = 0; i < count; ++i) {
        const std::vector<LabelledPiece> possible{{{0, 3}, Label::ContentBegin, 0.9f}, {{0, 2}, Label::ContentBegin, 0.1f}, {{4, 5}, Label::CueBegin, 0.9f}};
        const std::vector<LabelledPiece> right{possible[1], possible[2]};
        for (const PieceAdaptation::Example &example : PieceAdaptation::examples(forms, oddsOf(possible), possible, right))
            examples.push_back(example);
    }
    return examples;
}

} // namespace

class TestAdaptation : public QObject
{
    Q_OBJECT

private slots:
    void learnsANewCue();
    void learnsWherePiecesEnd();
    void believesTheChainWhereTheJudgeIsWrong();
    void tellsWhatItLearned();
    void leavesOtherWordsAlone();
    void teachesTheSameTwice();
    void doesLessTheLessItIsBelieved();
    void weighsLessons();
    void learnsNothingFromNothing();
    void comesBackAsItWent();
    void refusesDamage_data();
    void refusesDamage();
    void refusesBytesCutShort();
    void takesOrRefusesAnyFlippedBit();
    void believesOnlyWhatHasPaid();
    void learnsOnlyFromWhatIsDecided();
    void stopsWhenCancelled();
};

void TestAdaptation::learnsWherePiecesEnd()
{
    const PieceAdaptation learned = PieceAdaptation::learn(markedWithout(80));
    QVERIFY(!learned.isEmpty());
    // Another quotation, with other words before its end.
    const std::vector<QString> forms{QStringLiteral("open"), QStringLiteral("."), QStringLiteral("''"), QStringLiteral("she"), QStringLiteral("noted")};
    std::vector<LabelledPiece> possible{{{0, 3}, Label::ContentBegin, 0.9f}, {{0, 2}, Label::ContentBegin, 0.1f}, {{4, 5}, Label::CueBegin, 0.9f}};
    const std::vector<float> odds = oddsOf(possible);
    PieceAdaptation unused = learned;
    unused.setStrength(0);
    std::vector<LabelledPiece> same = possible;
    unused.rejudge(forms, odds, same);
    QVERIFY(same == possible);
    learned.rejudge(forms, odds, possible);
    QVERIFY2(possible[1].probability > 0.8f && possible[0].probability < 0.75f, qPrintable(QStringLiteral("%1 %2").arg(possible[0].probability).arg(possible[1].probability)));
    QVERIFY(possible[2].probability > 0.85f);
    for (const PieceAdaptation::Example &example : markedWithout(1))
        QVERIFY(learned.loss(example, 1) <= learned.loss(example, 0) + 1e-6);
}

void TestAdaptation::believesTheChainWhereTheJudgeIsWrong()
{
    std::vector<PieceAdaptation::Example> examples;
    for (int i = 0; i < 60; ++i) {
        const bool right = i % 2 == 0; // each time other words, so that only the chain tells
        examples.push_back({Role::Cue, 0, right ? 2.0f : -2.0f, {QStringLiteral("1f%1").arg(i)}, right});
    }
    const PieceAdaptation learned = PieceAdaptation::learn(examples);
    const PieceAdaptation::Example fresh{Role::Cue, 0, 2, {QStringLiteral("1fnew")}, true};
    QVERIFY(learned.loss(fresh, 1) < learned.loss(fresh, 0));
    const PieceAdaptation::Example source{Role::Source, 0, 2, {QStringLiteral("0fnew")}, true};
    QCOMPARE(learned.loss(source, 1), learned.loss(source, 0)); // nothing was shown of sources
}

void TestAdaptation::learnsANewCue()
{
    const Taught school = taught({QStringLiteral("blasted")});
    const Adaptation adaptation = school.learn();
    const auto word = adaptation.weights().constFind(QStringLiteral("wblasted"));
    QVERIFY(word != adaptation.weights().constEnd());
    const auto strongest = std::max_element(word->begin(), word->end()) - word->begin();
    QCOMPARE(Label(strongest), Label::CueBegin);

    // In a sentence that was not there it lifts the word, and the loss falls.
    const QString text = QStringLiteral("Clara Holm blasted that the harbour was dirty.");
    ReadText read;
    readPassages(text, {0, qint32(text.size())}, englishLexicon().get(), read);
    std::vector<float> scores(read.tokens.size() * labelCount, 0);
    adaptation.adjust(text, read, scores);
    QVERIFY(scores[2 * labelCount + size_t(Label::CueBegin)] > scores[2 * labelCount + size_t(Label::Outside)] + 1);
    QVERIFY(adaptation.loss(school.chain, school.lessons[0], school.features, 1)
            < 0.5 * adaptation.loss(school.chain, school.lessons[0], school.features, 0));
}

void TestAdaptation::tellsWhatItLearned()
{
    const Adaptation adaptation = taught({QStringLiteral("blasted")}).learn();
    const auto all = adaptation.findings(1'000'000);
    const auto cue
        = std::find_if(all.begin(), all.end(), [](const auto &f) { return f.feature == u"word" && f.words == u"blasted"; });
    QVERIFY(cue != all.end());
    QCOMPARE(cue->label, Label::CueBegin);
    QVERIFY(cue->weight > 0.3f);
    for (size_t i = 1; i < all.size(); ++i)
        QVERIFY(std::abs(all[i - 1].weight) >= std::abs(all[i].weight));
    for (const auto &finding : all)
        QVERIFY(!finding.words.isEmpty() && !finding.feature.isEmpty());
    QCOMPARE(adaptation.findings(5).size(), size_t(5));
    QVERIFY(adaptation.findings(0).empty());
    QVERIFY(Adaptation().findings(5).empty());
}

void TestAdaptation::leavesOtherWordsAlone()
{
    const Adaptation adaptation = taught({QStringLiteral("blasted")}).learn();
    for (const char *word : {"said", "Holm", "harbour"})
        QVERIFY(!adaptation.weights().contains(u'w' + QString::fromLatin1(word).toLower()));
}

void TestAdaptation::teachesTheSameTwice()
{
    const QByteArray once = taught({QStringLiteral("blasted")}).learn().toBytes();
    QCOMPARE(taught({QStringLiteral("blasted")}).learn().toBytes(), once);
    QVERIFY(taught({QStringLiteral("roared")}).learn().toBytes() != once);
}

void TestAdaptation::doesLessTheLessItIsBelieved()
{
    const Taught school = taught({QStringLiteral("blasted")});
    Adaptation adaptation = school.learn();
    QCOMPARE(adaptation.strength(), 1.0f);
    const QString text = tinyArticle(3, {QStringLiteral("blasted")}).text;
    ReadText read;
    readPassages(text, {0, qint32(text.size())}, englishLexicon().get(), read);
    std::vector<float> whole(read.tokens.size() * labelCount, 0);
    std::vector<float> half = whole;
    std::vector<float> none = whole;
    adaptation.adjust(text, read, whole);
    adaptation.setStrength(0.5f);
    adaptation.adjust(text, read, half);
    adaptation.setStrength(0);
    adaptation.adjust(text, read, none);
    for (size_t i = 0; i < whole.size(); ++i) {
        QVERIFY(std::abs(half[i] - whole[i] / 2) < 1e-4f);
        QCOMPARE(none[i], 0.0f);
    }
    QVERIFY(std::any_of(whole.begin(), whole.end(), [](float s) { return std::abs(s) > 1; }));
}

void TestAdaptation::weighsLessons()
{
    Taught school = taught({QStringLiteral("blasted")}, 2);
    const double before = school.learn().loss(school.chain, school.lessons[0], school.features, 1);
    for (Adaptation::Lesson &lesson : school.lessons)
        lesson.weight = 0.2f;
    QVERIFY(school.learn().loss(school.chain, school.lessons[0], school.features, 1) > before);
}

void TestAdaptation::learnsNothingFromNothing()
{
    const Adaptation adaptation = Adaptation::learn({}, {}, {});
    QVERIFY(adaptation.isEmpty());
    const QString text = QStringLiteral("He said it.");
    ReadText read;
    readPassages(text, {0, qint32(text.size())}, englishLexicon().get(), read);
    std::vector<float> scores(read.tokens.size() * labelCount, 0.5f);
    adaptation.adjust(text, read, scores);
    QVERIFY(std::all_of(scores.begin(), scores.end(), [](float s) { return s == 0.5f; }));
    const auto back = Adaptation::fromBytes(adaptation.toBytes());
    QVERIFY(back && back->isEmpty());
}

void TestAdaptation::comesBackAsItWent()
{
    Adaptation adaptation = taught({QStringLiteral("na\u00EFvely sobbed")}).learn();
    adaptation.setStrength(0.75f);
    const auto back = Adaptation::fromBytes(adaptation.toBytes());
    QVERIFY2(back, back ? "" : qPrintable(back.error().text()));
    QVERIFY(back->weights() == adaptation.weights());
    QVERIFY(back->weights().contains(QStringLiteral("wna\u00EFvely")));
    QCOMPARE(back->strength(), 0.75f);
    QCOMPARE(back->toBytes(), adaptation.toBytes());
}

void TestAdaptation::refusesDamage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto one = [](const QByteArray &name, float weight) {
        return [name, weight](QDataStream &stream) {
            stream << name;
            for (int i = 0; i < labelCount; ++i)
                stream << weight;
        };
    };
    QVERIFY(Adaptation::fromBytes(handmade(1, 1, one("wx", 1)))); // else the rows below say nothing
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("three bytes") << QByteArray("abc");
    QTest::newRow("text") << QByteArray(4, '\0') + QByteArray("The bridge is safe.");
    QTest::newRow("4 GB unpacked") << QByteArray("\xff\xff\xff\xff") + handmade(1, 0, [](QDataStream &) {}).mid(4);
    QTest::newRow("80 MB unpacked") << QByteArray("\x04\xff\xff\xff") + handmade(1, 0, [](QDataStream &) {}).mid(4);
    QTest::newRow("empty inside") << qCompress(QByteArray());
    QTest::newRow("another mark") << qCompress(QByteArray("QtAx") + unpacked(Adaptation()).mid(4));
    QTest::newRow("more strength than there is") << handmade(1.5f, 0, [](QDataStream &) {});
    QTest::newRow("less strength than none") << handmade(-0.5f, 0, [](QDataStream &) {});
    QTest::newRow("a strength that is no number") << handmade(std::numeric_limits<float>::quiet_NaN(), 0, [](QDataStream &) {});
    QTest::newRow("a negative count") << handmade(1, -1, one("wx", 1));
    QTest::newRow("a count far too high") << handmade(1, 0x7fffffff, one("wx", 1));
    QTest::newRow("a count too high") << handmade(1, 2, one("wx", 1));
    QTest::newRow("a count too low") << handmade(1, 0, one("wx", 1));
    QTest::newRow("no name") << handmade(1, 1, one("", 1));
    QTest::newRow("a name of nothing but a byte order mark") << handmade(1, 1, one("\xEF\xBB\xBF", 1));
    QTest::newRow("a name of 4 GB") << handmade(1, 1, [](QDataStream &stream) { stream << quint32(0xfffffff0); });
    QTest::newRow("a weight that is no number") << handmade(1, 1, one("wx", std::numeric_limits<float>::quiet_NaN()));
    QTest::newRow("an endless weight") << handmade(1, 1, one("wx", std::numeric_limits<float>::infinity()));
    QVERIFY(Adaptation::fromBytes(handmadePieces(1, 0.5f, 1, "0fx", 1)));
    QTest::newRow("of pieces, a strength too great") << handmadePieces(2, 0.5f, 1, "0fx", 1);
    QTest::newRow("of pieces, a trust that is no number") << handmadePieces(1, std::numeric_limits<float>::quiet_NaN(), 1, "0fx", 1);
    QTest::newRow("of pieces, a count too high") << handmadePieces(1, 0.5f, 2, "0fx", 1);
    QTest::newRow("of pieces, a negative count") << handmadePieces(1, 0.5f, -1, "0fx", 1);
    QTest::newRow("of pieces, no name") << handmadePieces(1, 0.5f, 1, "", 1);
    QTest::newRow("of pieces, a weight that outweighs all") << handmadePieces(1, 0.5f, 1, "0fx", 1000);
    QTest::newRow("a weight that outweighs all") << handmade(1, 1, one("wx", 1000));
}

void TestAdaptation::refusesDamage()
{
    QFETCH(QByteArray, bytes);
    const auto read = Adaptation::fromBytes(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QVERIFY(read.error().text().contains(QStringLiteral("damaged")));
}

void TestAdaptation::refusesBytesCutShort()
{
    const QByteArray bytes = unpacked(taught({QStringLiteral("blasted")}, 2).learn());
    QVERIFY(bytes.size() > 1000);
    for (qsizetype size = 0; size < bytes.size(); size += 7)
        QVERIFY2(!Adaptation::fromBytes(qCompress(bytes.left(size), 1)), qPrintable(QString::number(size)));
}

void TestAdaptation::takesOrRefusesAnyFlippedBit()
{
    const QByteArray whole = unpacked(taught({QStringLiteral("blasted")}, 2).learn());
    for (qsizetype at = 0; at < whole.size(); at += 11) {
        QByteArray bytes = whole;
        bytes[at] = char(bytes[at] ^ (1 << (at % 8)));
        const auto read = Adaptation::fromBytes(qCompress(bytes, 1));
        if (!read)
            continue;
        (void)read->findings(10);
        for (const Adaptation::Weights &weights : read->weights()) {
            for (const float w : weights)
                QVERIFY(std::isfinite(w));
        }
    }
}

void TestAdaptation::believesOnlyWhatHasPaid()
{
    auto model = std::make_shared<TrainedModel>(randomModel());
    const auto finder = std::make_shared<const AttributionFinder>(model);
    // What the analyst decides is what the model would have said: nothing is gained by learning.
    const auto asTheModelSays = [&](int number) {
        DecidedArticle decided;
        decided.article.text = tinyArticle(number).text;
        ReadText read;
        readPassages(decided.article.text, {0, qint32(decided.article.text.size())}, englishLexicon().get(), read);
        std::vector<TokenFeatures> features;
        const auto scores = finder->reader().read(decided.article.text, read, features, Progress());
        Chain chain(finder->reader().chain());
        for (const Passage &passage : read.passages) {
            chain.read(&scores[size_t(passage.tokens.begin) * labelCount], labelCount, passage.tokens.length());
            std::vector<Label> labels;
            chain.best(labels);
            for (LabelledPiece piece : piecesOf(labels)) {
                const TextRange range
                    = textRange(read.tokens, {piece.range.begin + passage.tokens.begin, piece.range.end + passage.tokens.begin});
                TrainingAttribution a;
                (piece.begin == Label::SourceBegin ? a.source : piece.begin == Label::CueBegin ? a.cue : a.content).append(range);
                decided.article.attributions.push_back(a);
            }
        }
        decided.decided = {{0, qint32(decided.article.text.size())}};
        return decided;
    };
    Learner learner(finder, englishLexicon());
    QCOMPARE(learner.adaptation().strength(), 1.0f); // of nothing
    QVERIFY(learner.adaptation().isEmpty());
    learner.learn({asTheModelSays(1)}, Progress());
    QVERIFY(learner.lessons() > 0);
    QCOMPARE(learner.adaptation().strength(), 0.0f); // nothing has shown yet that it pays

    // Decisions of another kind, again and again: what was learned of the first ones pays for the later ones.
    Learner other(finder, englishLexicon());
    for (int i = 0; i < 6; ++i) {
        const TrainingArticle article = tinyArticle(i, {QStringLiteral("blasted")});
        other.learn({{article, {{0, qint32(article.text.size())}}}}, Progress());
    }
    QVERIFY(other.adaptation().strength() > 0);
    QVERIFY(other.losses()[4] < other.losses()[0]);
}

void TestAdaptation::learnsOnlyFromWhatIsDecided()
{
    const auto finder = std::make_shared<const AttributionFinder>(std::make_shared<TrainedModel>(randomModel()));
    const TrainingArticle article = tinyArticle(1);
    const auto lineEnd = qint32(article.text.indexOf(u'\n'));
    Learner nothing(finder, englishLexicon());
    nothing.learn({{article, {}}}, Progress());
    QCOMPARE(nothing.lessons(), 0);
    QVERIFY(nothing.adaptation().isEmpty());
    Learner first(finder, englishLexicon());
    first.learn({{article, {{0, lineEnd}}}}, Progress());
    QCOMPARE(first.lessons(), 1);
    Learner whole(finder, englishLexicon());
    whole.learn({{article, {{0, qint32(article.text.size())}}}}, Progress());
    QCOMPARE(whole.lessons(), 3);
}

void TestAdaptation::stopsWhenCancelled()
{
    const auto finder = std::make_shared<const AttributionFinder>(std::make_shared<TrainedModel>(randomModel()));
    Learner learner(finder, englishLexicon());
    const Progress progress;
    progress.cancel();
    const TrainingArticle article = tinyArticle(1);
    learner.learn({{article, {{0, qint32(article.text.size())}}}}, progress);
    QCOMPARE(learner.lessons(), 0);
}

QTEST_GUILESS_MAIN(TestAdaptation)
#include "test_adaptation.moc"
