// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roundtrip.h"

#include <app/exchange/jsonelements.h>

#include <tests/support/schema.h>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestLabelStudio : public QObject
{
    Q_OBJECT

private slots:
    void givesBackRandomArticles_data();
    void givesBackRandomArticles();
    void givesBackARichArticle();
    void writesWhatLabelStudioShows();
    void writesTheConfigurationBesideTheFile();
    void leavesOtherXmlFilesAlone();
    void keepsCustomRolesWhateverTheirOrder();
    void readsAnExport();
    void readsPredictionsAsSuggestions();
    void takesAPredictionThatWasAcceptedOnce();
    void countsCodePoints();
    void joinsPiecesByTheirRelation();
    void makesFramesOfOtherRelations();
    void believesWhatWasChangedInLabelStudio();
    void readsTasksWithoutAWrapper();
    void reportsBadResults();
    void readsWhatIsThereOfABrokenFile_data();
    void readsWhatIsThereOfABrokenFile();
    void survivesDeepNesting();
    void stopsWhenCancelled();
    void recognisesItsFiles();
    void cutsArraysIntoElements();

private:
    Reading read(const QByteArray &json, const ImportOptions &options = {})
    {
        ImportOptions named = options;
        named.format = QStringLiteral("labelstudio");
        return readPath(writeFile(m_folder, QStringLiteral("tasks.json"), json), named);
    }
    static QStringList words(const Reading &reading)
    {
        QStringList result;
        for (const Span &span : reading.annotations().spans)
            result.append(span.label + u':' + textOf(span.fragments, reading.article().text, u"|"));
        return result;
    }
    /// {"id":…,"from_name":"label",…}
    static QByteArray region(const char *id, int start, int end, const char *label, const char *more = "")
    {
        return QByteArrayLiteral("{\"id\":\"") + id + "\",\"from_name\":\"label\",\"to_name\":\"text\",\"type\":\"labels\",\"value\":{\"start\":"
            + QByteArray::number(start) + ",\"end\":" + QByteArray::number(end) + ",\"labels\":[\"" + label + "\"]}" + more + '}';
    }
    static QByteArray relation(const char *from, const char *to, const char *label)
    {
        return QByteArrayLiteral("{\"type\":\"relation\",\"from_id\":\"") + from + "\",\"to_id\":\"" + to + "\",\"direction\":\"right\",\"labels\":[\"" + label + "\"]}";
    }
    static QByteArray task(const QByteArray &text, const QByteArrayList &results, const QByteArray &more = {})
    {
        return "[{\"id\":7,\"data\":{\"text\":\"" + text + "\"},\"annotations\":[{\"id\":1,\"completed_by\":3,\"was_cancelled\":false,\"result\":["
            + results.join(',') + "]}]" + more + "}]";
    }

    const QTemporaryDir m_folder;
};

void TestLabelStudio::givesBackRandomArticles_data()
{
    QTest::addColumn<bool>("withSchema");
    QTest::newRow("with the schema") << true;
    QTest::newRow("without a schema") << false;
}

void TestLabelStudio::givesBackRandomArticles()
{
    QFETCH(bool, withSchema);
    QList<AnnotatedArticle> articles;
    for (quint32 seed = 0; seed < 40; ++seed)
        articles.append(randomArticle(seed));
    ExportOptions options = allStates();
    if (withSchema)
        options.schema = Test::defaultSchema();
    QList<Issue> losses;
    const Reading reading = throughFile(m_folder.filePath(QStringLiteral("out.json")), QStringLiteral("labelstudio"), articles, &losses, options);
    QVERIFY(reading.result);
    QCOMPARE(reading.articles.size(), articles.size());
    QCOMPARE(reading.report.issues, QList<Issue>());
    for (const Issue &issue : losses)
        QCOMPARE(issue.severity, Severity::Note);
    QVERIFY(losses.size() >= 5);
    Kept kept;
    kept.origins = true;
    for (qsizetype i = 0; i < articles.size(); ++i)
        QCOMPARE(linesOf(reading.articles[i].article, kept), linesOf(articles[i], kept));
}

void TestLabelStudio::givesBackARichArticle()
{
    const QString path = m_folder.filePath(QStringLiteral("rich.json"));
    const Reading reading = throughFile(path, QStringLiteral("labelstudio"), {richArticle()});
    QCOMPARE(renumbered(reading.articles.value(0).article), renumbered(richArticle()));
}

void TestLabelStudio::writesWhatLabelStudioShows()
{
    AnnotatedArticle article = richArticle();
    ExportOptions options = allStates();
    options.schema = Test::defaultSchema();
    const QString path = m_folder.filePath(QStringLiteral("shown.json"));
    exportTo(path, QStringLiteral("labelstudio"), {article}, options);
    const QJsonArray tasks = QJsonDocument::fromJson(contentsOf(path)).array();
    QCOMPARE(tasks.size(), 1);
    const QJsonObject task = tasks[0].toObject();
    const QString text = task[QStringLiteral("data")][QStringLiteral("text")].toString();
    QCOMPARE(text, article.article.text);
    QCOMPARE(task[QStringLiteral("data")][QStringLiteral("outlet")].toString(), article.article.meta.outlet);
    const QJsonArray annotations = task[QStringLiteral("annotations")].toArray();
    QCOMPARE(annotations.size(), 2);
    QCOMPARE(annotations[0][QStringLiteral("was_cancelled")].toBool(true), false);
    QCOMPARE(annotations[1][QStringLiteral("was_cancelled")].toBool(false), true);
    const QJsonArray predictions = task[QStringLiteral("predictions")].toArray();
    QCOMPARE(predictions.size(), 1);
    QCOMPARE(predictions[0][QStringLiteral("model_version")].toString(), QStringLiteral("rules 1.0"));
    QCOMPARE(predictions[0][QStringLiteral("score")].toDouble(), 0.97);
    QStringList shown;
    QSet<QString> ids;
    const QList<uint> points = text.toUcs4();
    for (const QJsonArray &list : {annotations, predictions}) {
        for (const QJsonValue &annotation : list) {
            const QJsonArray results = annotation[QStringLiteral("result")].toArray();
            for (const QJsonValue &result : results) {
                const QString type = result[QStringLiteral("type")].toString();
                const QJsonValue value = result[QStringLiteral("value")];
                if (type == u"labels") {
                    const int begin = value[QStringLiteral("start")].toInt();
                    const QList<uint> piece = points.mid(begin, value[QStringLiteral("end")].toInt() - begin);
                    QCOMPARE(value[QStringLiteral("text")].toString(), QString::fromUcs4(reinterpret_cast<const char32_t *>(piece.constData()), piece.size()));
                    QVERIFY(!ids.contains(result[QStringLiteral("id")].toString()));
                    ids.insert(result[QStringLiteral("id")].toString());
                } else if (type == u"relation") {
                    shown.append(result[QStringLiteral("labels")][0].toString());
                } else {
                    QVERIFY(ids.contains(result[QStringLiteral("id")].toString()));
                    shown.append(result[QStringLiteral("from_name")].toString() + u'='
                                 + value[type == u"choices" ? QStringLiteral("choices") : QStringLiteral("text")][0].toString());
                }
            }
        }
    }
    shown.sort();
    // The content of the first attribution is only suggested, the nested attribution, too.
    QCOMPARE(shown, (QStringList{QStringLiteral("checkworthy=yes"), QStringLiteral("content"), QStringLiteral("continuation"), QStringLiteral("source"),
                                 QStringLiteral("source"), QStringLiteral("speaker=Ana Petrova")}));
}

void TestLabelStudio::writesTheConfigurationBesideTheFile()
{
    const QTemporaryDir folder;
    ExportOptions options;
    options.schema = Test::defaultSchema();
    ArticleBuilder b(QStringLiteral("Ana said yes."));
    b.span(QStringLiteral("My \"label\""), {QStringLiteral("Ana")});
    exportTo(folder.filePath(QStringLiteral("out.json")), QStringLiteral("labelstudio"), {b.article()}, options);
    const QByteArray xml = contentsOf(folder.filePath(QStringLiteral("out.xml")));
    QVERIFY2(xml.startsWith("<View>"), xml.constData());
    for (const char *part : {"<Label value=\"Quotation\"", "<Label value=\"My &quot;label&quot;\"", "<Relation value=\"continuation\"", "<Relation value=\"source\"",
                             "<Choices name=\"checkworthy\" toName=\"text\" perRegion=\"true\" whenLabelValue=\"Claim\"", "<Choice value=\"yes\"",
                             "<Text name=\"text\" value=\"$text\"", "<TextArea name=\"speaker\""})
        QVERIFY2(xml.contains(part), part);
}

void TestLabelStudio::leavesOtherXmlFilesAlone()
{
    const QTemporaryDir folder;
    writeFile(folder, QStringLiteral("out.xml"), "<mine/>");
    const QString path = folder.filePath(QStringLiteral("out.json"));
    QList<Issue> issues = exportTo(path, QStringLiteral("labelstudio"), {});
    QCOMPARE(issues.size(), 1);
    QCOMPARE(issues[0].severity, Severity::Warning);
    QCOMPARE(contentsOf(folder.filePath(QStringLiteral("out.xml"))), QByteArray("<mine/>"));
    writeFile(folder, QStringLiteral("out.xml"), "<View>old</View>");
    QCOMPARE(exportTo(path, QStringLiteral("labelstudio"), {}), QList<Issue>());
    QVERIFY(!contentsOf(folder.filePath(QStringLiteral("out.xml"))).contains("old"));
    {
        auto session = FormatRegistry().exporter(u"labelstudio")->open(folder.filePath(QStringLiteral("none.json")), {});
        QVERIFY(session);
    }
    QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("none*")}), QStringList());
}

void TestLabelStudio::keepsCustomRolesWhateverTheirOrder()
{
    ArticleBuilder b(QStringLiteral("Ana gave Bob a book."));
    const SpanId giver = b.span(QStringLiteral("Person"), {QStringLiteral("Ana")}).id;
    const SpanId receiver = b.span(QStringLiteral("Person"), {QStringLiteral("Bob")}).id;
    const SpanId thing = b.span(QStringLiteral("Thing"), {QStringLiteral("a book")}).id;
    b.attribution({{QStringLiteral("receiver"), receiver}, {QStringLiteral("thing"), thing}, {QStringLiteral("giver"), giver}}).type = QStringLiteral("Giving");
    b.attribution({{QStringLiteral("thing"), thing}}).type = QStringLiteral("Owning");
    QList<Issue> losses;
    const Reading reading = throughFile(m_folder.filePath(QStringLiteral("roles.json")), QStringLiteral("labelstudio"), {b.article()}, &losses);
    QCOMPARE(linesOf(reading.articles.value(0).article), linesOf(b.article()));
    QCOMPARE(losses.size(), 1);
    QVERIFY(losses[0].message.contains(QStringLiteral("one filler")));
}

void TestLabelStudio::readsAnExport()
{
    const Reading reading = read(task("Ana said \\\"yes\\\" twice.",
                                      {region("a", 0, 3, "Speaker", ",\"meta\":{\"text\":[\"sure\",\"quite\"]}"), region("b", 4, 8, "Cue"), region("c", 9, 14, "Quotation"),
                                       "{\"id\":\"a\",\"from_name\":\"speaker\",\"to_name\":\"text\",\"type\":\"textarea\",\"value\":{\"start\":0,\"end\":3,\"text\":[\"Ana P\"]}}",
                                       "{\"id\":\"c\",\"from_name\":\"mood\",\"to_name\":\"text\",\"type\":\"choices\",\"value\":{\"choices\":[\"glad\",\"loud\"]}}",
                                       relation("b", "a", "source"), relation("b", "c", "content")}));
    QVERIFY(reading.result);
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Speaker:Ana"), QStringLiteral("Cue:said"), QStringLiteral("Quotation:\"yes\"")}));
    const Annotations &annotations = reading.annotations();
    QCOMPARE(reading.article().externalId, QStringLiteral("7"));
    QCOMPARE(annotations.spans[0].note, QStringLiteral("sure\nquite"));
    QVERIFY(annotations.spans[0].provenance.state == State::Accepted);
    QCOMPARE(annotations.spans[0].provenance.origin, (Origin{OriginKind::Import, false, QStringLiteral("3"), {}}));
    QCOMPARE(annotations.speakers.value(0).name, QStringLiteral("Ana P"));
    QCOMPARE(annotations.spans[0].speaker, annotations.speakers[0].id);
    QCOMPARE(annotations.spans[2].attributes, (QJsonObject{{QStringLiteral("mood"), QJsonArray{QStringLiteral("glad"), QStringLiteral("loud")}}}));
    QCOMPARE(annotations.attributions.size(), 1);
    QCOMPARE(annotations.attributions[0].fillers,
             (QList<RoleFiller>{{cueRole, annotations.spans[1].id}, {sourceRole, annotations.spans[0].id}, {contentRole, annotations.spans[2].id}}));
    QCOMPARE(annotations.attributions[0].kind, std::optional(Kind::Direct));
    ImportOptions options;
    options.state = State::Suggested;
    options.annotator = QStringLiteral("eva");
    const Reading suggested = read(task("Ana said.", {region("a", 0, 3, "Speaker")}), options);
    QVERIFY(suggested.annotations().spans[0].provenance.state == State::Suggested);
    QCOMPARE(suggested.annotations().spans[0].provenance.origin.name, QStringLiteral("eva"));
}

void TestLabelStudio::readsPredictionsAsSuggestions()
{
    const Reading reading = read("[{\"data\":{\"text\":\"Ana said A.\"},\"annotations\":[{\"was_cancelled\":true,\"result\":[" + region("r", 9, 10, "Claim")
                                 + "]}],\"predictions\":[{\"model_version\":\"m1\",\"score\":0.25,\"result\":[" + region("a", 0, 3, "Speaker", ",\"score\":0.75") + ','
                                 + region("b", 4, 8, "Cue") + ',' + relation("b", "a", "source") + "]}]}]");
    const Annotations &annotations = reading.annotations();
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Speaker:Ana"), QStringLiteral("Cue:said"), QStringLiteral("Claim:A")}));
    QCOMPARE(annotations.spans[0].provenance, (Provenance{State::Suggested, {OriginKind::Detector, false, QStringLiteral("m1"), {}}, 0.75, {}}));
    QCOMPARE(annotations.spans[1].provenance.confidence, std::optional(0.25));
    QVERIFY(annotations.spans[2].provenance.state == State::Rejected);
    QVERIFY(annotations.attributions.value(0).provenance.state == State::Suggested);
    QCOMPARE(reading.article().externalId, QStringLiteral("tasks-1"));
}

/// Label Studio copies a prediction into an annotation and exports both.
void TestLabelStudio::takesAPredictionThatWasAcceptedOnce()
{
    const QByteArrayList results{region("a", 0, 3, "Speaker"), region("b", 4, 8, "Cue"), relation("b", "a", "source")};
    const Reading reading = read(task("Ana said A.", results, ",\"predictions\":[{\"model_version\":\"m\",\"result\":[" + results.join(',') + "]}]"));
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Speaker:Ana"), QStringLiteral("Cue:said")}));
    QVERIFY(reading.annotations().spans[0].provenance.state == State::Accepted);
    QCOMPARE(reading.annotations().attributions.size(), 1);
    QVERIFY(reading.annotations().attributions[0].provenance.state == State::Accepted);
    const Reading several = read("[{\"data\":{\"text\":\"Ana said A.\"},\"annotations\":[{\"result\":[" + results.join(',') + "]},{\"result\":["
                                 + results.join(',') + ',' + region("c", 9, 10, "Quotation") + "]}]}]");
    QCOMPARE(words(several), (QStringList{QStringLiteral("Speaker:Ana"), QStringLiteral("Cue:said"), QStringLiteral("Quotation:A")}));
    QCOMPARE(several.annotations().attributions.size(), 1);
    QCOMPARE(several.issuesWith(QStringLiteral("several people")), 1);
}

void TestLabelStudio::countsCodePoints()
{
    const Reading reading = read(task("\\ufeff\xF0\x9F\x98\x80\\r\\nAgre\xCC\x81" "ed \xD7\xA8\xD7\x95\xD7\xAA!", {region("a", 4, 11, "Cue"), region("b", 1, 2, "Claim"), region("c", 12, 15, "Speaker")}));
    QCOMPARE(reading.article().text, QStringLiteral("\U0001F600\nAgre\u0301ed \u05E8\u05D5\u05EA!"));
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Claim:\U0001F600"), QStringLiteral("Cue:Agre\u0301ed"), QStringLiteral("Speaker:\u05E8\u05D5\u05EA")}));
    QCOMPARE(reading.articles[0].changes.size(), 2);
}

void TestLabelStudio::joinsPiecesByTheirRelation()
{
    const Reading reading = read(task("one two three four", {region("c", 14, 18, "Quotation"), region("a", 0, 3, "Quotation"), region("b", 8, 13, "Quotation"),
                                                             region("d", 4, 7, "Cue"), relation("a", "b", "continuation"), relation("b", "d", "continuation"), relation("d", "b", "content"),
                                                             relation("d", "c", "content")}));
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Quotation:one|three"), QStringLiteral("Cue:two"), QStringLiteral("Quotation:four")}));
    QCOMPARE(reading.annotations().attributions.size(), 2);
}

void TestLabelStudio::makesFramesOfOtherRelations()
{
    const Reading reading = read(task("Ana said A. Bob told B. X", {region("a", 0, 3, "Speaker"), region("b", 4, 8, "Cue"), region("c", 9, 10, "Quotation"), region("d", 12, 15, "Speaker"),
                                                                   region("e", 21, 22, "Quotation"), region("x", 24, 25, "City"), relation("a", "c", "says"),
                                                                   "{\"type\":\"relation\",\"from_id\":\"b\",\"to_id\":\"a\",\"direction\":\"bi\"}",
                                                                   "{\"type\":\"relation\",\"from_id\":\"e\",\"to_id\":\"d\",\"direction\":\"left\",\"labels\":[\"says\"]}",
                                                                   relation("x", "a", "near")}));
    QStringList frames;
    for (const Attribution &attribution : reading.annotations().attributions) {
        QStringList roles;
        for (const RoleFiller &filler : attribution.fillers)
            roles.append(filler.role + u'=' + textOf(reading.annotations().span(filler.span)->fragments, reading.article().text));
        frames.append(attribution.type + u' ' + roles.join(u' '));
    }
    frames.sort();
    QCOMPARE(frames, (QStringList{QStringLiteral("Attribution content=A source=Ana cue=said"), QStringLiteral("Attribution content=B source=Bob"), QStringLiteral("near from=X to=Ana")}));
}

void TestLabelStudio::believesWhatWasChangedInLabelStudio()
{
    ArticleBuilder b(QStringLiteral("Ana said yes and no."));
    Span &ana = b.span(QStringLiteral("Speaker"), {QStringLiteral("Ana")});
    ana.note = QStringLiteral("old");
    const SpanId anaId = ana.id;
    const SpanId said = b.span(QStringLiteral("Cue"), {QStringLiteral("said")}).id;
    const SpanId yes = b.span(QStringLiteral("Quotation"), {QStringLiteral("yes")}).id;
    Span &no = b.span(QStringLiteral("Quotation"), {QStringLiteral("no")});
    no.provenance = {State::Suggested, {OriginKind::Detector, false, QStringLiteral("m"), {}}, 0.5, {}};
    b.attribution({{sourceRole, anaId}, {cueRole, said}, {contentRole, yes}}).note = QStringLiteral("kept");
    const QString path = m_folder.filePath(QStringLiteral("edit.json"));
    exportTo(path, QStringLiteral("labelstudio"), {b.article()});
    QByteArray json = contentsOf(path);
    // Somebody relabels "yes", mends a note, deletes the source's relation, and accepts the prediction.
    json.replace("\"text\":\"yes\",\"labels\":[\"Quotation\"]", "\"text\":\"yes\",\"labels\":[\"Claim\"]").replace("\"text\":[\"old\"]", "\"text\":[\"new\"]");
    json.replace("{\"type\":\"relation\",\"from_id\":\"s12\",\"to_id\":\"s11\",\"direction\":\"right\",\"labels\":[\"source\"]},", "");
    json.replace("\"annotations\":[{\"was_cancelled\":false,\"result\":[", "\"annotations\":[{\"was_cancelled\":false,\"result\":[" + region("new", 17, 19, "Quotation") + ',');
    const Reading reading = read(json);
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Speaker:Ana"), QStringLiteral("Cue:said"), QStringLiteral("Claim:yes"), QStringLiteral("Quotation:no")}));
    const Annotations &annotations = reading.annotations();
    QCOMPARE(annotations.spans[0].note, QStringLiteral("new"));
    QVERIFY(annotations.spans[3].provenance.state == State::Accepted);
    QCOMPARE(annotations.spans[3].provenance.origin.name, QStringLiteral("m"));
    QCOMPARE(annotations.attributions.size(), 1);
    QCOMPARE(annotations.attributions[0].note, QStringLiteral("kept"));
    QCOMPARE(annotations.attributions[0].fillers.size(), 2);
    QVERIFY(annotations.attributions[0].spans(sourceRole).isEmpty());
    QCOMPARE(reading.article().externalId, QStringLiteral("a1"));
}

void TestLabelStudio::readsTasksWithoutAWrapper()
{
    const Reading reading = read("[{\"text\":\"One.\"},\n{\"data\":{\"article\":\"Two is longer.\",\"title\":\"T\",\"lang\":\"en\"}}]");
    QCOMPARE(reading.report.articles, 2);
    QCOMPARE(reading.article(1).text, QStringLiteral("Two is longer."));
    QCOMPARE(reading.article(1).meta.title, QStringLiteral("T"));
    QCOMPARE(reading.issuesWith(QStringLiteral("longest")), 1);
    QCOMPARE(read("{\"data\":{\"text\":\"One.\"}}").report.articles, 1);
    QCOMPARE(read("{\"data\":{\"text\":\"One.\"}}").report.issues, QList<Issue>());
}

void TestLabelStudio::reportsBadResults()
{
    const Reading reading = read(task("Ana \xF0\x9F\x98\x80",
                                      {region("a", 0, 99, "X"), region("b", 2, 2, "X"), region("c", 3, 1, "X"), region("d", -1, 1, "X"), region("e", 0, 3, ""), region("f", 0, 3, "Y"),
                                       region("f", 4, 5, "Y"), "{\"type\":\"labels\",\"value\":{\"start\":\"0\",\"end\":1.5,\"labels\":[\"X\"]}}", "5", "null",
                                       "{\"type\":\"rectanglelabels\",\"id\":\"q\"}", relation("a", "f", "source"), relation("f", "f", "source"),
                                       region("g", 0, 3, "Z", ",\"score\":7"),
                                       "{\"id\":\"zz\",\"from_name\":\"mood\",\"type\":\"choices\",\"value\":{\"choices\":[\"glad\"]}}",
                                       "{\"id\":\"h\",\"type\":\"labels\",\"value\":{\"start\":0,\"end\":3,\"text\":\"Bob\",\"labels\":[\"W\"]}}"},
                                      ",\"predictions\":[{\"result\":7},4]"));
    QCOMPARE(words(reading).size(), 4);
    QCOMPARE(reading.issuesWith(QStringLiteral("outside the text")), 3);
    QCOMPARE(reading.issuesWith(QStringLiteral("without characters")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("without a label")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("given twice")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("no whole numbers")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("Results of the type")), 3);
    QCOMPARE(reading.issuesWith(QStringLiteral("span that is not there")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("no number from 0 to 1")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("belong to no span")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("offsets were believed")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("without a list of results")), 2);
    QVERIFY(reading.report.issues[0].place.contains(QStringLiteral("line 1, task 1")));
}

void TestLabelStudio::readsWhatIsThereOfABrokenFile_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("articles");
    const QByteArray good = R"({"data":{"text":"One."},"annotations":[]})";
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("blanks") << QByteArray(" \n ") << 0;
    QTest::newRow("empty list") << QByteArray("[]") << 0;
    QTest::newRow("a number") << QByteArray("7") << 0;
    QTest::newRow("no text") << QByteArray(R"([{"data":{"text":""}},{"data":{"n":7}},{"data":[]},{}])") << 0;
    QTest::newRow("cut in the second") << QByteArray('[' + good + ',' + good.left(20)) << 1;
    QTest::newRow("cut behind the first") << QByteArray('[' + good) << 1;
    QTest::newRow("things between") << QByteArray("[7,null," + good + ",\"x\",[1]," + good + ']') << 2;
    QTest::newRow("a bad one between") << QByteArray('[' + good + ",{\"data\":}," + good + ']') << 2;
    QTest::newRow("the same id") << QByteArray(R"([{"id":1,"data":{"text":"A"}},{"id":1,"data":{"text":"B"}}])") << 2;
    QTest::newRow("wrong types") << QByteArray(R"([{"data":{"text":"A"},"annotations":{"result":[]},"predictions":"x","meta":7}])") << 1;
    QTest::newRow("wrong types within ours") << QByteArray(R"([{"data":{"text":"A"},"meta":{"quoth":{"spans":[7,{"label":"X","fragments":[[0,9]]}],"attributions":[{"spans":{"cue":["s9"]}}]}}}])") << 1;
}

void TestLabelStudio::readsWhatIsThereOfABrokenFile()
{
    QFETCH(QByteArray, json);
    QFETCH(int, articles);
    const Reading reading = read(json);
    QCOMPARE(reading.report.articles, articles);
    QCOMPARE(bool(reading.result), articles > 0);
    for (const ImportedArticle &article : reading.articles)
        QVERIFY(!article.article.article.externalId.isEmpty());
}

void TestLabelStudio::survivesDeepNesting()
{
    const QByteArray deep = QByteArray(100000, '[');
    QVERIFY(!read(deep).result);
    QVERIFY(!read("[{\"data\":" + deep).result);
    QVERIFY(!read("[{\"data\":{\"text\":\"a\"},\"annotations\":" + deep + QByteArray(100000, ']') + "}]").result);
}

void TestLabelStudio::stopsWhenCancelled()
{
    const QString path = writeFile(m_folder, QStringLiteral("long.json"), "[{\"text\":\"A\"},{\"text\":\"B\"},{\"text\":\"C\"}]");
    const Progress progress;
    int taken = 0;
    ImportReport report;
    ImportOptions options;
    options.format = QStringLiteral("labelstudio");
    const auto sink = [&](ImportedArticle) -> Result<void> {
        if (++taken == 2)
            progress.cancel();
        return {};
    };
    const Result<void> result = FormatRegistry().read(path, options, sink, report, progress);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
    QCOMPARE(taken, 2);
}

void TestLabelStudio::recognisesItsFiles()
{
    const FormatRegistry registry;
    const auto formatOf = [&](const QString &name, const QByteArray &bytes) {
        const auto best = registry.bestImporter(writeFile(m_folder, name, bytes));
        return best ? (*best)->info().name : QString();
    };
    QCOMPARE(formatOf(QStringLiteral("a.json"), task("One.", {})), QStringLiteral("labelstudio"));
    QCOMPARE(formatOf(QStringLiteral("b"), "{\"data\":{\"text\":\"One.\"},\n\"annotations\":[]}"), QStringLiteral("labelstudio"));
    QCOMPARE(formatOf(QStringLiteral("c.json"), "[{\"text\":\"One.\"}]"), QStringLiteral("labelstudio"));
    QCOMPARE(formatOf(QStringLiteral("d.jsonl"), "{\"text\":\"the \\\"data\\\": and \\\"annotations\\\": of it\"}"), QStringLiteral("jsonl"));
    QCOMPARE(formatOf(QStringLiteral("e.jsonl"), "{\"id\":\"1\",\"text\":\"A\",\"attributions\":[],\"data\":1,\"annotations\":2}"), QStringLiteral("jsonl"));
    const QString path = m_folder.filePath(QStringLiteral("f.json"));
    exportTo(path, QStringLiteral("labelstudio"), {richArticle()});
    QCOMPARE(formatOf(QStringLiteral("f.json"), contentsOf(path)), QStringLiteral("labelstudio"));
}

void TestLabelStudio::cutsArraysIntoElements()
{
    const auto cut = [](const QByteArray &json) {
        JsonElements elements(json);
        QByteArrayList list;
        while (const auto element = elements.next())
            list.append(element->toByteArray() + '@' + QByteArray::number(elements.line()));
        list.append(elements.isComplete() ? "whole" : "cut");
        return list.join(' ');
    };
    QCOMPARE(cut("[]"), QByteArray("whole"));
    QCOMPARE(cut("\n[ {\"a\":\"]}\\\"\"},\n7 ,[1,2]]"), QByteArray("{\"a\":\"]}\\\"\"}@2 7 @3 [1,2]@3 whole"));
    QCOMPARE(cut("{\"a\":[1]} {\"b\":2}"), QByteArray("{\"a\":[1]}@1 whole"));
    QCOMPARE(cut("[{\"a\":\"\\"), QByteArray("{\"a\":\"\\@1 cut"));
    QCOMPARE(cut("[1,,2"), QByteArray("1@1 2@1 cut"));
}

QTEST_GUILESS_MAIN(TestLabelStudio)
#include "test_labelstudio.moc"
