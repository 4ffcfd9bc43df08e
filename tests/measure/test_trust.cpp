// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/measure/documentreader.h>
#include <app/measure/evaluation.h>

#include <QJsonArray>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Measure;

/// What is measured beyond spans: confidence, claims and speakers. The figures are worked out by hand in the comments.
class TestTrust : public QObject
{
    Q_OBJECT

private slots:
    void theCalibrationErrorWeighsItsBins();
    void acceptingFromAConfidenceCountsWhatIsAtOrAboveIt();
    void claimsAreRankedByConfidence();
    void sentencesRankByTheirSurestClaim();
    void goldWithoutClaimsMeasuresNone();
    void speakersAreHeldAgainstCoreference();
    void speakersAreHeldAgainstARegistry();

private:
    static QJsonArray at(const QString &text, const QString &words);
    static Document read(const QJsonObject &record);
};

QJsonArray TestTrust::at(const QString &text, const QString &words)
{
    const qsizetype begin = text.indexOf(words);
    Q_ASSERT(begin >= 0);
    return {QJsonArray{int(begin), int(begin + words.size())}};
}

Document TestTrust::read(const QJsonObject &record)
{
    auto document = readDocument(record, QString());
    if (!document)
        qFatal("%s", qPrintable(document.error().text()));
    return *std::move(document);
}

namespace {

Calibration calibration()
{
    Calibration result;
    result.addGold(10);
    result.add(0.95, true, true);
    result.add(0.95, true, false);
    result.add(0.9, false, false);
    result.add(0.55, true, false);
    result.add(1.0, true, true);
    result.add(std::nullopt, true, true);
    return result;
}

} // namespace

void TestTrust::theCalibrationErrorWeighsItsBins()
{
    const auto bins = calibration().bins(Calibration::Right::Linked);
    QCOMPARE(bins.size(), std::size_t(10));
    QCOMPARE(bins[9].count, 4); // 0.9 belongs to it, and so does 1.0
    QCOMPARE(bins[9].confidence, 0.95);
    QCOMPARE(bins[9].right, 0.75);
    QCOMPARE(bins[5].count, 1);
    QCOMPARE(bins[0].count, 0);
    // 4/5 * |0.75 - 0.95| + 1/5 * |1 - 0.55|, and with exact ones 4/5 * |0.5 - 0.95| + 1/5 * |0 - 0.55|
    QCOMPARE(rounded(calibration().expectedError(Calibration::Right::Linked)), 0.25);
    QCOMPARE(rounded(calibration().expectedError(Calibration::Right::Full)), 0.47);
    QCOMPARE(Calibration().expectedError(Calibration::Right::Full), 0.0);
    QCOMPARE(calibration().withoutConfidence(), 1);
}

void TestTrust::acceptingFromAConfidenceCountsWhatIsAtOrAboveIt()
{
    const auto table = calibration().acceptances(Calibration::Right::Linked);
    QCOMPARE(table.size(), std::size_t(10));
    QCOMPARE(table.front().least, 0.5);
    QCOMPARE(table.front().accepted, 5);
    QCOMPARE(table.front().precision, 0.8);
    QCOMPARE(table.front().recall, 0.4);
    QCOMPARE(table[8].least, 0.9);
    QCOMPARE(table[8].precision, 0.75);
    QCOMPARE(table.back().least, 0.95);
    QCOMPARE(table.back().accepted, 3);
    QCOMPARE(table.back().precision, 1.0);
    const auto curve = calibration().curve(Calibration::Right::Full);
    QCOMPARE(curve.size(), std::size_t(4)); // 0.55, 0.9, 0.95, 1
    QCOMPARE(curve.front().precision, 0.4);
    QCOMPARE(curve[2].accepted, 3);
    QCOMPARE(curve.back().recall, 0.1);
}

void TestTrust::claimsAreRankedByConfidence()
{
    const QString text = QStringLiteral("Fares rose twice. Trams run late. The lake froze over. Rents fell.");
    const auto claim = [&](const QString &words, double confidence) {
        return QJsonObject{{QStringLiteral("fragments"), at(text, words)}, {QStringLiteral("confidence"), confidence}};
    };
    const auto document = [&](const QJsonArray &claims) {
        return read({{QStringLiteral("id"), QStringLiteral("a")},
                     {QStringLiteral("text"), text},
                     {QStringLiteral("attributions"), QJsonArray()},
                     {QStringLiteral("claims"), claims}});
    };
    const Document gold = document({claim(QStringLiteral("Fares rose twice"), 1), claim(QStringLiteral("Trams run late"), 1),
                                    claim(QStringLiteral("The lake froze over"), 1), claim(QStringLiteral("Rents fell"), 1)});
    // Right at 0.9, one right (3 of 4 tokens) and one wrong at 0.8 (1 of 4 tokens), right at 0.5, doubled at 0.4; one never found.
    const Document predicted
        = document({claim(QStringLiteral("Trams run late"), 0.5), claim(QStringLiteral("Fares rose twice"), 0.9),
                    claim(QStringLiteral("lake froze over"), 0.8), claim(QStringLiteral("fell"), 0.8),
                    claim(QStringLiteral("Trams run late"), 0.4)});
    ClaimRanking ranking;
    ranking.add(gold, &predicted, Tokens(text));
    // "fell" has Jaccard 1/2 with "Rents fell", so it is right: (1 + 2 * 3/3 + 4/4) / 4
    QCOMPARE(ranking.right(), 4);
    QCOMPARE(ranking.averagePrecision(), 1.0);
    const Document worse = document({claim(QStringLiteral("Fares rose twice"), 0.9), claim(QStringLiteral("froze"), 0.8),
                                     claim(QStringLiteral("Trams run late"), 0.8), claim(QStringLiteral("Rents fell"), 0.5)});
    ClaimRanking second;
    second.add(gold, &worse, Tokens(text));
    // 0.9: precision 1; 0.8: 2 of 3, one more; 0.5: 3 of 4, one more; the lake is never found.
    QCOMPARE(rounded(second.averagePrecision()), rounded((1 + 2.0 / 3 + 3.0 / 4) / 4));
    ClaimRanking nothing;
    nothing.add(gold, nullptr, Tokens(text));
    QVERIFY(nothing.isMeasurable());
    QCOMPARE(nothing.averagePrecision(), 0.0);
}

void TestTrust::sentencesRankByTheirSurestClaim()
{
    const QString text = QStringLiteral("The dam holds two lakes.");
    const auto sentence = [&](int label) {
        return read(
            {{QStringLiteral("id"), QStringLiteral("a")}, {QStringLiteral("text"), text}, {QStringLiteral("label"), label}});
    };
    const auto predicted = [&](std::initializer_list<double> confidences) {
        QJsonArray claims;
        for (const double confidence : confidences)
            claims.append(QJsonObject{{QStringLiteral("fragments"), at(text, QStringLiteral("dam"))},
                                      {QStringLiteral("confidence"), confidence}});
        return read({{QStringLiteral("id"), QStringLiteral("a")},
                     {QStringLiteral("text"), text},
                     {QStringLiteral("attributions"), QJsonArray()},
                     {QStringLiteral("claims"), claims}});
    };
    ClaimRanking ranking;
    const Tokens tokens(text);
    const auto add = [&](int label, std::initializer_list<double> confidences) {
        const Document prediction = predicted(confidences);
        ranking.add(sentence(label), &prediction, tokens);
    };
    add(0, {0.9});
    add(1, {0.2, 0.8});
    add(1, {});
    add(0, {});
    // 0.9: none of 1; 0.8: 1 of 2; 0: 2 of 4.
    QCOMPARE(ranking.gold(), 2);
    QCOMPARE(ranking.averagePrecision(), (0.5 + 0.5) / 2);
}

void TestTrust::goldWithoutClaimsMeasuresNone()
{
    const Document gold = read({{QStringLiteral("id"), QStringLiteral("a")},
                                {QStringLiteral("text"), QStringLiteral("x")},
                                {QStringLiteral("attributions"), QJsonArray()},
                                {QStringLiteral("claims"), QJsonArray()}});
    Evaluation evaluation;
    QVERIFY(evaluation.add(gold, &gold));
    QVERIFY(!evaluation.claims().isMeasurable());
    QVERIFY(!evaluation.toJson(false).contains(QStringLiteral("claims")));
    QVERIFY(!evaluation.toJson(false).contains(QStringLiteral("speakers")));
}

namespace {

const QString speech
    = QStringLiteral("Ana Moreau came. She said taxes fall. The mayor said rents rise. Aide Tom Berg said trams stop.");

} // namespace

void TestTrust::speakersAreHeldAgainstCoreference()
{
    const auto attribution = [](const QString &source, const QString &content, const QString &speaker) {
        QJsonObject object{{QStringLiteral("source"), at(speech, source)}, {QStringLiteral("content"), at(speech, content)}};
        if (!speaker.isEmpty())
            object.insert(QStringLiteral("speaker"), speaker);
        return object;
    };
    const auto attributions = [&](const QString &first, const QString &second, const QString &third) {
        return QJsonArray{attribution(QStringLiteral("She"), QStringLiteral("taxes fall"), first),
                          attribution(QStringLiteral("The mayor"), QStringLiteral("rents rise"), second),
                          attribution(QStringLiteral("Aide Tom Berg"), QStringLiteral("trams stop"), third)};
    };
    const auto mention = [](const QString &words) { return at(speech, words).at(0); };
    const QJsonArray entities{
        QJsonObject{{QStringLiteral("id"), 1},
                    {QStringLiteral("mentions"),
                     QJsonArray{mention(QStringLiteral("Ana Moreau")), mention(QStringLiteral("She")),
                                mention(QStringLiteral("The mayor"))}}},
        QJsonObject{{QStringLiteral("id"), 2},
                    {QStringLiteral("mentions"), QJsonArray{mention(QStringLiteral("Aide Tom Berg"))}}},
        QJsonObject{{QStringLiteral("id"), 3}, {QStringLiteral("mentions"), QJsonArray{mention(QStringLiteral("taxes"))}}}};
    const Document gold = read({{QStringLiteral("id"), QStringLiteral("a")},
                                {QStringLiteral("text"), speech},
                                {QStringLiteral("attributions"), attributions({}, {}, {})},
                                {QStringLiteral("coref"), entities}});
    const auto measured = [&](const QString &first, const QString &second, const QString &third) {
        const QJsonArray speakers{
            QJsonObject{{QStringLiteral("id"), QStringLiteral("p1")}, {QStringLiteral("name"), QStringLiteral("Moreau")}},
            QJsonObject{{QStringLiteral("id"), QStringLiteral("p2")}, {QStringLiteral("name"), QStringLiteral("the mayor")}},
            QJsonObject{{QStringLiteral("id"), QStringLiteral("p3")}, {QStringLiteral("name"), QStringLiteral("Tom Berg")}}};
        const Document predicted = read({{QStringLiteral("id"), QStringLiteral("a")},
                                         {QStringLiteral("text"), speech},
                                         {QStringLiteral("attributions"), attributions(first, second, third)},
                                         {QStringLiteral("speakers"), speakers}});
        Evaluation evaluation;
        if (!evaluation.add(gold, &predicted))
            qFatal("texts differ");
        return evaluation.speakers();
    };
    const SpeakerAccuracy right = measured(QStringLiteral("p1"), QStringLiteral("p1"), QStringLiteral("p3"));
    QCOMPARE(right.count(), 3);
    QCOMPARE(right.bCubed(), (Scores{1, 1, 1}));
    QCOMPARE(right.namedAccuracy(), 1.0);
    // Moreau is split and Berg joined to her: precision (1/2 + 1 + 1/2) / 3, recall (1/2 + 1/2 + 1) / 3; "the mayor" is her too.
    const SpeakerAccuracy mixed = measured(QStringLiteral("p1"), QStringLiteral("p2"), QStringLiteral("p1"));
    QCOMPARE(mixed.bCubed(), (Scores{0.666667, 0.666667, 0.666667}));
    QCOMPARE(mixed.named(), 3);
    QCOMPARE(mixed.rightlyNamed(), 2);
    // Nobody: each alone, so precise and not complete.
    const SpeakerAccuracy none = measured({}, {}, {});
    QCOMPARE(none.bCubed().precision, 1.0);
    QCOMPARE(none.bCubed().recall, 0.666667);
    QCOMPARE(none.withoutSpeaker(), 3);
    QCOMPARE(none.rightlyNamed(), 0);
}

void TestTrust::speakersAreHeldAgainstARegistry()
{
    const auto document = [](const QString &name, const QString &type) {
        return read({{QStringLiteral("id"), QStringLiteral("a")},
                     {QStringLiteral("text"), speech},
                     {QStringLiteral("attributions"),
                      QJsonArray{QJsonObject{{QStringLiteral("source"), at(speech, QStringLiteral("She"))},
                                             {QStringLiteral("content"), at(speech, QStringLiteral("taxes fall"))},
                                             {QStringLiteral("speaker"), QStringLiteral("p1")}}}},
                     {QStringLiteral("speakers"),
                      QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("p1")},
                                             {QStringLiteral("name"), name},
                                             {QStringLiteral("type"), type}}}}});
    };
    const auto measured = [&](const Document &gold, const QString &name) {
        const Document predicted = document(name, QStringLiteral("person"));
        Evaluation evaluation;
        if (!evaluation.add(gold, &predicted))
            qFatal("texts differ");
        return evaluation.speakers();
    };
    const Document gold = document(QStringLiteral("Ana Moreau"), QStringLiteral("person"));
    QCOMPARE(measured(gold, QStringLiteral("ana moreau")).rightlyNamed(), 1);
    QCOMPARE(measured(gold, QStringLiteral("Moreau")).rightlyNamed(), 1);
    QCOMPARE(measured(gold, QStringLiteral("Anna Moreau")).rightlyNamed(), 0);
    QCOMPARE(
        measured(document(QStringLiteral("an official"), QStringLiteral("anonymous")), QStringLiteral("an official")).named(), 0);
}

QTEST_APPLESS_MAIN(TestTrust)
#include "test_trust.moc"
