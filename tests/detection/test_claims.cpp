// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/detection/claims/claimreader.h>
#include <app/detection/claims/claimscorer.h>
#include <app/detection/claims/claimtrainer.h>
#include <app/detection/claims/lbfgs.h>
#include <app/detection/text/sentences.h>

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace Quoth;
using namespace Quoth::Detection;

class TestClaims : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cutsAtClausesOfTheirOwn_data();
    void cutsAtClausesOfTheirOwn();
    void takesNeitherOrBothMarksOfAQuotation();
    void findsNoClaimInWhatStatesNothing_data();
    void findsNoClaimInWhatStatesNothing();
    void addsUpTheWeightsOfAModel();
    void namesEveryFeatureSoThatItIsFoundAgain();
    void explainsWhatSpeaksForAndAgainst();
    void keepsAModelInAFile();
    void refusesDamagedModels_data();
    void refusesDamagedModels();
    void hasNoScorerWithoutAFile();
    void findsTheLeastValue();
    void learnsAndDoesSoTheSameWayTwice();
    void refusesTooFewSentences();
    void stopsTrainingWhenCancelled();
    void bundledModelRanksFiguresBeforeWishes();

private:
    struct Paragraph
    {
        QString text;
        Tokens tokens;
        std::vector<TokenRange> sentences;
        std::vector<Quotation> quotations;
    };
    Paragraph read(const QString &text) const;
    Clause clauseOf(const Paragraph &paragraph) const
    {
        return {&paragraph.tokens, m_lexicon.get(), paragraph.text, {0, int(paragraph.tokens.size())}};
    }
    QStringList claimsIn(const QString &text) const;
    static std::vector<LabelledSentence> sentences();

    std::shared_ptr<const Lexicon> m_lexicon;
};

void TestClaims::initTestCase()
{
    const auto lexicon = Lexicon::load(QStringLiteral(":/quoth/lexicons"), QStringLiteral("en"));
    QVERIFY2(lexicon, lexicon ? "" : qPrintable(lexicon.error().text()));
    m_lexicon = *lexicon;
}

TestClaims::Paragraph TestClaims::read(const QString &text) const
{
    Paragraph p;
    p.text = text;
    p.tokens = readClaimSentence(p.text, *m_lexicon);
    p.sentences = splitSentences(p.text, p.tokens, {0, int(p.tokens.size())}, m_lexicon.get());
    p.quotations = findQuotations(p.tokens, {0, int(p.tokens.size())}, false, false);
    return p;
}

QStringList TestClaims::claimsIn(const QString &text) const
{
    const Paragraph p = read(text);
    // All that can be one: only what the reader leaves out is missing.
    ClaimModel model;
    model.bias = 5;
    const ClaimScorer all(model, m_lexicon);
    const ClaimJudge judge(&all);
    std::vector<FoundClaim> claims;
    const Clause whole = clauseOf(p);
    ClaimReader(whole, p.quotations, judge).read(p.sentences, {}, claims);
    QStringList result;
    for (const FoundClaim &claim : claims)
        result.append(text.mid(claim.range.begin, claim.range.length()));
    return result;
}

void TestClaims::cutsAtClausesOfTheirOwn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clauses");
    const auto row = [](const char *name, const char *text, const char *clauses) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(clauses);
    };
    row("one", "The bridge was closed for two years.", "The bridge was closed for two years");
    row("two subjects after a comma", "The bridge was closed in May, and the council paid two million crowns.",
        "The bridge was closed in May|the council paid two million crowns");
    row("a shared subject", "The council closed the bridge and paid two million crowns.",
        "The council closed the bridge and paid two million crowns");
    row("a list", "The council paid for the bridge, the road and the school.",
        "The council paid for the bridge, the road and the school");
    row("a pronoun without a comma", "The bridge was closed in May and it has rusted since.",
        "The bridge was closed in May|it has rusted since");
    row("objects without a comma", "She knows the mayor and the council are honest.",
        "She knows the mayor and the council are honest");
    row("but", "The bridge was closed in May but the council has not paid.",
        "The bridge was closed in May|the council has not paid");
    row("a semicolon", "The bridge was closed in May; the council has not paid.",
        "The bridge was closed in May|the council has not paid");
    row("within a lower clause", "It was closed because the river rose and it damaged the piers.",
        "It was closed because the river rose and it damaged the piers");
    row("after a lower clause", "When the river rose, the bridge was closed, and the council paid for boats.",
        "When the river rose, the bridge was closed|the council paid for boats");
    row("in brackets", "The bridge (it is old, and the piers were damaged) was closed in May.",
        "The bridge (it is old, and the piers were damaged) was closed in May");
    row("in a quotation", "The report was \u201Can insult, and the council lied to us\u201D on every page.",
        "The report was \u201Can insult, and the council lied to us\u201D on every page");
    row("after a quotation", "The report was \u201Can insult,\u201D and the council lied to everybody.",
        "The report was \u201Can insult,\u201D|the council lied to everybody");
    row("all of it a quotation", "\u201CThe bridge was closed in May, and the council paid for boats.\u201D",
        "The bridge was closed in May|the council paid for boats");
}

void TestClaims::cutsAtClausesOfTheirOwn()
{
    QFETCH(QString, text);
    QFETCH(QString, clauses);
    QCOMPARE(claimsIn(text).join(u'|'), clauses);
}

void TestClaims::takesNeitherOrBothMarksOfAQuotation()
{
    QRandomGenerator random(20261);
    const QStringList pieces{QStringLiteral("\u201C"),
                             QStringLiteral("\u201D"),
                             QStringLiteral("the bridge was closed"),
                             QStringLiteral(", and the council paid"),
                             QStringLiteral("; it has rusted since"),
                             QStringLiteral("that"),
                             QStringLiteral(". She left the town."),
                             QStringLiteral("\u2018"),
                             QStringLiteral("\u2019"),
                             QStringLiteral("in May")};
    int found = 0;
    for (int round = 0; round < 3000; ++round) {
        QString text;
        for (int i = random.bounded(3, 14); i > 0; --i)
            text += pieces[random.bounded(pieces.size())] + (random.bounded(3) ? QStringLiteral(" ") : QString());
        const Paragraph p = read(text);
        for (const QString &claim : claimsIn(text)) {
            ++found;
            const qsizetype begin = text.indexOf(claim);
            for (const Quotation &q : p.quotations) {
                const qsizetype open = p.tokens[size_t(q.tokens.begin)].begin;
                const qsizetype close = p.tokens[size_t(q.tokens.end - 1)].begin;
                if (!q.isClosed || text.indexOf(claim, begin + 1) >= 0)
                    continue;
                const bool holdsOpen = open >= begin && open < begin + claim.size();
                const bool holdsClose = close >= begin && close < begin + claim.size();
                QVERIFY2(holdsOpen == holdsClose, qPrintable(claim + QStringLiteral(" <- ") + text));
            }
        }
    }
    QVERIFY(found > 2000);
}

void TestClaims::findsNoClaimInWhatStatesNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("question") << QStringLiteral("Was the bridge closed in May?");
    QTest::newRow("no verb") << QStringLiteral("Two million crowns for the old bridge.");
    QTest::newRow("lower clause alone") << QStringLiteral("The council, which paid two million crowns.");
    QTest::newRow("two words") << QStringLiteral("It rained.");
}

void TestClaims::findsNoClaimInWhatStatesNothing()
{
    QFETCH(QString, text);
    QCOMPARE(claimsIn(text), QStringList());
}

void TestClaims::addsUpTheWeightsOfAModel()
{
    ClaimModel model;
    model.bias = -1;
    model.slope = 0.5;
    model.offset = 0.25;
    model.weights
        = {{"b:million crowns", 700}, {"f:number=1", 2000}, {"f:number=2", -125}, {"l:pay", 300}, {"s:the", 50}, {"g:DN", 10},
           {"w:paid", 1000},          {"w:swan", 9000}};
    const ClaimScorer scorer(model, m_lexicon);
    const Paragraph p = read(QStringLiteral("The council paid 3 million crowns."));
    const Clause clause = clauseOf(p);
    QVERIFY(m_lexicon->find(u"crowns") >= 0 || m_lexicon->find(u"million") >= 0);
    const ClaimEvidence evidence = gatherEvidence(clause);
    QCOMPARE(evidence.numbers, 2);
    const double pair = m_lexicon->find(u"crowns") >= 0 ? 0.7 : 0;
    double sum = -1 + pair + 2 - 0.125 + 1 + 0.05;
    if (m_lexicon->verbLemma(m_lexicon->find(u"paid")) == m_lexicon->find(u"pay"))
        sum += 0.3;
    double pairsOfTags = 0;
    for (size_t i = 1; i < p.tokens.size(); ++i)
        pairsOfTags += p.tokens[i - 1].tag == Tag::Determiner && p.tokens[i].tag == Tag::Noun ? 0.01 : 0;
    sum += pairsOfTags;
    QVERIFY(std::abs(scorer.probability(clause, evidence) - 1 / (1 + std::exp(-(0.5 * sum + 0.25)))) < 1e-6);
}

void TestClaims::namesEveryFeatureSoThatItIsFoundAgain()
{
    const Paragraph p
        = read(QStringLiteral("In 2014 Ann Carter paid 5% of $3 million, more than the zorbs of the old town had cost!"));
    const Clause clause = clauseOf(p);
    int features = 0;
    forEachClaimFeature(clause, gatherEvidence(clause), [&](ClaimFeatureKind kind, int a, int b) {
        const ClaimFeature feature{kind, a, b};
        const QByteArray name = nameOf(feature, *m_lexicon);
        const auto again = featureNamed(name, *m_lexicon);
        QVERIFY2(again && *again == feature, name.constData());
        QVERIFY2(!name.contains("Carter") && !name.contains("carter") && !name.contains("2014"), name.constData());
        ++features;
    });
    QVERIFY(features > 60);
    for (const char *bad : {"", "w", "w:", "x:a", "b:the", "b: the", "t:N", "g:N?", "s:??", "f:number", "f:number=0",
                            "f:number=99", "f:nothing=1", "w:@!", "f:=1"})
        QVERIFY2(!featureNamed(QByteArrayView(bad), *m_lexicon), bad);
}

void TestClaims::explainsWhatSpeaksForAndAgainst()
{
    ClaimModel model;
    model.bias = 1;
    model.weights = {{"w:hope", -900}, {"w:bridge", 800}};
    const ClaimScorer scorer(model, m_lexicon);
    const Paragraph p = read(QStringLiteral("I hope in 2019 the bridge cost more than 3 million crowns"));
    const auto claim = ClaimJudge(&scorer).claimIn(clauseOf(p));
    QVERIFY(claim);
    QCOMPARE(claim->kind, QStringLiteral("quantity"));
    QCOMPARE(claim->explanation,
             QStringLiteral("states a figure: \u201C3 million\u201D; compares: \u201Cmore\u201D; words of claims: "
                            "\u201Cbridge\u201D; against it: \u201Chope\u201D"));
    const auto byRules = ClaimJudge().claimIn(clauseOf(read(QStringLiteral("The bridge cost 3 million crowns in 2019"))));
    QVERIFY(byRules);
    QCOMPARE(byRules->explanation, QStringLiteral("states a figure: \u201C3 million\u201D"));
}

void TestClaims::keepsAModelInAFile()
{
    ClaimModel model;
    model.version = QStringLiteral("mine \u00E4");
    model.bias = -2.5;
    model.slope = 0.875;
    model.offset = 0.125;
    model.weights = {{"b:more than", 120}, {"w:percent", -1234}};
    const auto again = ClaimModel::fromBytes(model.toBytes(), QStringLiteral("here"));
    QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
    QVERIFY(*again == model);
}

static QByteArray withSum(const QByteArray &body)
{
    return "quoth-claims 1\nsha256 " + QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex() + '\n' + body;
}

void TestClaims::refusesDamagedModels_data()
{
    QTest::addColumn<QByteArray>("bytes");
    ClaimModel model;
    model.weights = {{"w:percent", 1}};
    const QByteArray good = model.toBytes();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another format") << QByteArray("quoth-claims 2\n") + good.mid(15);
    QTest::newRow("cut short") << good.left(good.size() - 3);
    QTest::newRow("head only") << good.left(40);
    QTest::newRow("altered") << QByteArray(good).replace("percent", "persent");
    const QByteArray head = "version a\nbias 0\nslope 1\noffset 0\n";
    QTest::newRow("no figures") << withSum("version a\n");
    QTest::newRow("no number") << withSum("version a\nbias nan\nslope 1\noffset 0\n");
    QTest::newRow("falls with its sum") << withSum("version a\nbias 0\nslope -1\noffset 0\n");
    QTest::newRow("no tab") << withSum(head + "w:percent 5\n");
    QTest::newRow("no weight") << withSum(head + "w:percent\t\n");
    QTest::newRow("too large") << withSum(head + "w:percent\t99999999999\n");
    QTest::newRow("no line end") << withSum(head + "w:percent\t5");
    QTest::newRow("huge") << withSum(head + QByteArray(5'000'000, 'a'));
}

void TestClaims::refusesDamagedModels()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("claims.model"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const auto scorer = ClaimScorer::load(path, m_lexicon);
    QVERIFY(!scorer);
    QCOMPARE(scorer.error().code, ErrorCode::Damaged);
    QCOMPARE(scorer.error().place, path);
    QVERIFY(!scorer.error().message.isEmpty());
}

void TestClaims::hasNoScorerWithoutAFile()
{
    const auto scorer = ClaimScorer::load(QStringLiteral(":/quoth/models/none.model"), m_lexicon);
    QVERIFY(scorer);
    QVERIFY(!*scorer);
}

void TestClaims::findsTheLeastValue()
{
    const std::vector<double> found = minimise(
        [](const std::vector<double> &x, std::vector<double> &gradient) {
            gradient = {200 * (x[0] - 3) + x[2], 2 * (x[1] + 1), 0.2 * x[2] + x[0] - 3};
            return 100 * (x[0] - 3) * (x[0] - 3) + (x[1] + 1) * (x[1] + 1) + 0.1 * x[2] * x[2] + (x[0] - 3) * x[2];
        },
        {0, 0, 7}, 200);
    QVERIFY(std::abs(found[0] - 3) < 1e-4);
    QVERIFY(std::abs(found[1] + 1) < 1e-4);
    QVERIFY(std::abs(found[2]) < 1e-3);
}

std::vector<LabelledSentence> TestClaims::sentences()
{
    const QStringList who{QStringLiteral("The council"), QStringLiteral("The mayor"), QStringLiteral("A school"),
                          QStringLiteral("The company"), QStringLiteral("My brother")};
    std::vector<LabelledSentence> result;
    for (int i = 0; i < 200; ++i) {
        const QString name = who[i % who.size()];
        result.push_back({name + QStringLiteral(" spent %1 million on roads in %2.").arg(i + 2).arg(1950 + i % 60), true});
        result.push_back({name + QStringLiteral(" should love the beautiful river."), false});
        result.push_back({QStringLiteral("I hope we can talk about it, my friends."), false});
    }
    return result;
}

void TestClaims::learnsAndDoesSoTheSameWayTwice()
{
    ClaimTraining training;
    training.version = QStringLiteral("test");
    training.folds = 3;
    training.penalty = 1;
    const auto first = trainClaims(sentences(), *m_lexicon, training, Progress());
    QVERIFY2(first, first ? "" : qPrintable(first.error().text()));
    QCOMPARE(first->toBytes(), trainClaims(sentences(), *m_lexicon, training, Progress())->toBytes());
    const ClaimScorer scorer(*first, m_lexicon);
    const auto probability = [&](const QString &text) {
        const Paragraph p = read(text);
        return scorer.probability(clauseOf(p), gatherEvidence(clauseOf(p)));
    };
    const double likely = probability(QStringLiteral("The town spent 12 million on boats in 1980."));
    QVERIFY2(likely > 0.8, qPrintable(QString::number(likely)));
    QVERIFY(probability(QStringLiteral("You should love my beautiful town.")) < 0.2);
    const auto held = crossValidateClaims(sentences(), *m_lexicon, training, Progress());
    QVERIFY(held);
    for (size_t i = 0; i < held->size(); ++i)
        QVERIFY(((*held)[i] > 0.5) == sentences()[i].isClaim);
}

void TestClaims::refusesTooFewSentences()
{
    const auto model = trainClaims({{QStringLiteral("The council paid."), true}}, *m_lexicon, {}, Progress());
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::BadInput);
    QVERIFY(model.error().message.contains(QStringLiteral("20")));
}

void TestClaims::stopsTrainingWhenCancelled()
{
    Progress progress;
    progress.cancel();
    const auto model = trainClaims(sentences(), *m_lexicon, {}, progress);
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::Cancelled);
}

void TestClaims::bundledModelRanksFiguresBeforeWishes()
{
    const auto scorer = ClaimScorer::load(ClaimScorer::bundledPath(), m_lexicon);
    QVERIFY2(scorer, scorer ? "" : qPrintable(scorer.error().text()));
    if (!*scorer)
        QSKIP("this build has no models");
    const auto probability = [&](const QString &text) {
        const Paragraph p = read(text);
        return (*scorer)->probability(clauseOf(p), gatherEvidence(clauseOf(p)));
    };
    QVERIFY(probability(QStringLiteral("Unemployment fell to 4 percent last year, the lowest since 2001.")) > 0.8);
    QVERIFY(probability(QStringLiteral("The company cut 300 jobs in the valley.")) > 0.5);
    QVERIFY(probability(QStringLiteral("I hope that we will talk about it soon.")) < 0.2);
    QVERIFY(probability(QStringLiteral("Thank you very much for this wonderful evening.")) < 0.2);
}

QTEST_APPLESS_MAIN(TestClaims)
#include "test_claims.moc"
