// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/measure/agreement.h>
#include <app/measure/documentreader.h>
#include <app/measure/instanceevaluation.h>
#include <app/measure/report.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Measure;

/// The measures on small files of our own, against the figures that the reference scorer gives for them (tests/data/measure:
/// expected*.json). The texts hold emoji, CRLF, combining marks, right-to-left script, overlaps, nesting and interruptions.
class TestEvaluation : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheReference();
    void agreesWithTheReferenceOnOutermostAttributions();
    void agreesWithTheReferenceOnAgreement();
    void agreesWithTheReferenceOnInstances();
    void tellsKindsAndDetectors();
    void aPerfectPredictionIsPerfect();
    void laysItsFiguresOut();
    void refusesBadRanges_data();
    void refusesBadRanges();
    void refusesAnotherText();
    void refusesVersionsThatDoNotGoTogether();
    void refusesInstancesThatDoNotFit();
    void keepsTheStatesAskedFor();

private:
    Evaluation evaluated(EvaluationOptions options) const;
};

namespace {

QString dataPath(const char *name) { return QStringLiteral(QUOTH_TEST_DATA "/measure/") + QString::fromLatin1(name); }

QList<QJsonObject> records(const char *name)
{
    QFile file(dataPath(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    QList<QJsonObject> result;
    for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine())
        result.append(QJsonDocument::fromJson(line).object());
    return result;
}

std::vector<Document> documents(const char *name)
{
    std::vector<Document> result;
    for (const QJsonObject &record : records(name)) {
        auto document = readDocument(record, QString::fromLatin1(name));
        if (!document)
            qFatal("%s", qPrintable(document.error().text()));
        result.push_back(*std::move(document));
    }
    return result;
}

const Document *find(const std::vector<Document> &documents, const QString &id)
{
    const auto found = std::find_if(documents.begin(), documents.end(), [&](const Document &each) { return each.id == id; });
    return found == documents.end() ? nullptr : &*found;
}

/// Each figure of the expectation that is not in the answer, by its path.
QStringList differences(const QJsonObject &expected, const QJsonObject &actual, const QString &path = QString())
{
    QStringList result;
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        const QString here = path + u'/' + it.key();
        if (it.value().isObject())
            result += differences(it.value().toObject(), actual.value(it.key()).toObject(), here);
        else if (it.value() != actual.value(it.key()))
            result.append(QStringLiteral("%1 is %2, not %3")
                              .arg(here)
                              .arg(actual.value(it.key()).toDouble(), 0, 'g', 17)
                              .arg(it.value().toDouble(), 0, 'g', 17));
    }
    return result;
}

QStringList differencesFrom(const char *expectation, const QJsonObject &actual)
{
    QFile file(dataPath(expectation));
    if (!file.open(QIODevice::ReadOnly))
        return {QStringLiteral("no expectation")};
    const QJsonObject expected = QJsonDocument::fromJson(file.readAll()).object();
    return expected.isEmpty() ? QStringList{QStringLiteral("an empty expectation")} : differences(expected, actual);
}

Result<Document> read(const char *json) { return readDocument(QJsonDocument::fromJson(json).object(), QStringLiteral("here")); }

} // namespace

Evaluation TestEvaluation::evaluated(EvaluationOptions options) const
{
    const std::vector<Document> predicted = documents("predicted.jsonl");
    Evaluation evaluation(options);
    int matched = 0;
    for (const Document &gold : documents("gold.jsonl")) {
        const Document *other = find(predicted, gold.id);
        matched += other ? 1 : 0;
        if (const auto added = evaluation.add(gold, other); !added)
            qFatal("%s", qPrintable(added.error().text()));
    }
    evaluation.setIgnored(int(predicted.size()) - matched);
    return evaluation;
}

void TestEvaluation::agreesWithTheReference()
{
    QCOMPARE(differencesFrom("expected.json", evaluated({}).toJson(true)), QStringList());
}

void TestEvaluation::agreesWithTheReferenceOnOutermostAttributions()
{
    const Evaluation evaluation = evaluated({.dropNested = true});
    QVERIFY(evaluation.droppedNested() > 0);
    QCOMPARE(differencesFrom("expected-outermost.json", evaluation.toJson(true)), QStringList());
}

void TestEvaluation::agreesWithTheReferenceOnAgreement()
{
    Agreement agreement;
    for (Document &version : documents("versions.jsonl"))
        QVERIFY(agreement.add(std::move(version)));
    agreement.compare();
    QCOMPARE(differencesFrom("expected-agreement.json", agreement.toJson(true)), QStringList());
}

void TestEvaluation::agreesWithTheReferenceOnInstances()
{
    const std::vector<Document> predicted = documents("predicted.jsonl");
    InstanceEvaluation evaluation;
    for (const QJsonObject &record : records("instances.jsonl")) {
        QVERIFY(isInstance(record));
        const auto instance = readInstance(record, QStringLiteral("instances.jsonl"));
        QVERIFY(instance);
        const auto added = evaluation.add(*instance, find(predicted, instance->document));
        QVERIFY2(added, qPrintable(added.error().text()));
    }
    QCOMPARE(differencesFrom("expected-instances.json", evaluation.toJson()), QStringList());
}

void TestEvaluation::tellsKindsAndDetectors()
{
    const Evaluation evaluation = evaluated({});
    qint64 gold = 0;
    qint64 predicted = 0;
    qint64 linked = 0;
    for (const auto &[kind, share] : evaluation.kinds()) {
        gold += share.gold;
        predicted += share.predicted;
        linked += share.predictedLinked;
    }
    QCOMPARE(gold, evaluation.tally().gold());
    QCOMPARE(predicted, evaluation.tally().predicted());
    QCOMPARE(linked, evaluation.tally().relations().linked);
    // Predictions with and without an origin: 13 by rules, 5 by a model, 3 by nobody knows what.
    QCOMPARE(evaluation.detectors().at(QStringLiteral("rules 1.0")).predicted, 13);
    QCOMPARE(evaluation.detectors().at(QStringLiteral("model 0.3")).predicted, 5);
    QCOMPARE(evaluation.detectors().at(QString()).predicted, 3);
    QCOMPARE(evaluation.calibration().withoutConfidence(), 2);
}

void TestEvaluation::aPerfectPredictionIsPerfect()
{
    Evaluation evaluation;
    for (const Document &gold : documents("gold.jsonl"))
        QVERIFY(evaluation.add(gold, &gold));
    const RelationCounts &relations = evaluation.tally().relations();
    QCOMPARE(relations.full, relations.gold);
    QCOMPARE(relations.linked, relations.gold);
    for (const Role role : allRoles) {
        for (const auto &[name, scores] : evaluation.tally().spans(Tally::Table::Pieces, role).all())
            QCOMPARE(scores, (Scores{1, 1, 1}));
    }
    QCOMPARE(evaluation.linkedOfSameKind(), relations.gold);
}

void TestEvaluation::laysItsFiguresOut()
{
    const Report report = reportOf(evaluated({}), true);
    for (const ReportTable &table : report) {
        QVERIFY(!table.title.isEmpty());
        for (const QStringList &row : table.rows)
            QCOMPARE(row.size(), table.head.size());
    }
    // source, strict F1 as in expected.json: 0.571429
    QCOMPARE(report.at(1).rows.at(0).at(5), QStringLiteral("57.1"));
}

void TestEvaluation::refusesBadRanges_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *cue, const char *says) {
        QTest::newRow(name) << QByteArray(R"({"id": "a", "text": "x\ud83d\ude00y", "attributions": [{"id": "f7", "cue": )") + cue
                + "}]}" << QString::fromUtf8(says);
    };
    row("empty", "[[1, 1]]", "attribution f7, cue: the fragment [1, 1] is empty");
    row("reversed", "[[2, 1]]", "reversed or outside the text, which has 3 code points");
    row("past the end", "[[2, 4]]", "outside the text, which has 3 code points");
    row("before the begin", "[[-1, 2]]", "outside the text");
    row("no pair", "[[1]]", "no pair of whole numbers");
    row("halves", "[[0.5, 2]]", "no pair of whole numbers");
    row("no list", "\"said\"", "no list");
    QTest::newRow("no attributions") << QByteArray(R"({"id": "a", "text": "x"})")
                                     << QStringLiteral("no list of \"attributions\"");
    QTest::newRow("no text") << QByteArray(R"({"id": "a", "attributions": []})") << QStringLiteral("no \"text\"");
    QTest::newRow("no id") << QByteArray(R"({"text": "x", "attributions": []})") << QStringLiteral("no document \"id\"");
}

void TestEvaluation::refusesBadRanges()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, says);
    const auto document = read(line.constData());
    QVERIFY(!document);
    QCOMPARE(document.error().code, ErrorCode::BadInput);
    QVERIFY2(document.error().text().contains(says), qPrintable(document.error().text()));
    QVERIFY(document.error().place.startsWith(QStringLiteral("here")));
}

void TestEvaluation::refusesAnotherText()
{
    const auto gold = read(R"({"id": "a", "text": "one", "attributions": []})");
    const auto predicted = read(R"({"id": "a", "text": "one ", "attributions": []})");
    QVERIFY(gold && predicted);
    const auto added = Evaluation().add(*gold, &*predicted);
    QVERIFY(!added);
    QVERIFY(added.error().text().contains(QStringLiteral("document a")));
}

void TestEvaluation::refusesVersionsThatDoNotGoTogether()
{
    const auto ana = read(R"({"id": "a", "text": "one", "meta": {"annotator": "Ana"}, "attributions": []})");
    const auto nobody = read(R"({"id": "a", "text": "one", "attributions": []})");
    const auto other = read(R"({"id": "a", "text": "two", "meta": {"annotator": "Ben"}, "attributions": []})");
    Agreement agreement;
    QVERIFY(agreement.add(*ana));
    QVERIFY(agreement.add(*ana).error().message.contains(QStringLiteral("two versions")));
    QVERIFY(agreement.add(*nobody).error().message.contains(QStringLiteral("annotator")));
    QVERIFY(agreement.add(*other).error().message.contains(QStringLiteral("differ")));
}

void TestEvaluation::refusesInstancesThatDoNotFit()
{
    const auto predicted = read(R"({"id": "a", "text": "one two", "attributions": []})");
    InstanceEvaluation evaluation;
    QVERIFY(!evaluation.add(
        {QStringLiteral("a"), QStringLiteral("1"), {{0, 3}, {4, 8}}, {QStringLiteral("O"), QStringLiteral("O")}}, &*predicted));
    QVERIFY(!evaluation.add(
        {QStringLiteral("a"), QStringLiteral("2"), {{4, 7}, {0, 3}}, {QStringLiteral("O"), QStringLiteral("O")}}, &*predicted));
    QVERIFY(!evaluation.add({QStringLiteral("a"), QStringLiteral("3"), {{0, 3}}, {QStringLiteral("B-speaker")}}, &*predicted));
    QVERIFY(!readInstance(QJsonDocument::fromJson(R"({"doc": "a", "tokens": [[0, 3]], "labels": []})").object(), QString()));
    QVERIFY(evaluation.add({QStringLiteral("a"), QStringLiteral("4"), {{0, 3}}, {QStringLiteral("B-cue")}}, &*predicted));
    QCOMPARE(evaluation.instances(), 1);
}

void TestEvaluation::keepsTheStatesAskedFor()
{
    auto document = read(R"({"id": "a", "text": "one two three", "attributions": [
        {"id": "1", "cue": [[0, 3]], "state": "rejected"}, {"id": "2", "cue": [[4, 7]], "state": "accepted"}, {"id": "3", "cue": [[8, 13]]}],
        "spans": [{"id": "s1", "state": "rejected"}], "claims": [{"id": "s1", "fragments": [[0, 7]]}]})");
    QVERIFY(document);
    QCOMPARE(document->claims.size(), std::size_t(1));
    keepStates(*document, {Annotation::State::Accepted});
    QCOMPARE(document->attributions.size(), std::size_t(2));
    QCOMPARE(document->attributions.front().id, QStringLiteral("2"));
    QCOMPARE(document->claims.size(), std::size_t(0));
}

QTEST_APPLESS_MAIN(TestEvaluation)
#include "test_evaluation.moc"
