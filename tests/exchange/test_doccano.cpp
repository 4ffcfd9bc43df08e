// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roundtrip.h"

#include <app/exchange/graphemeoffsets.h>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestDoccano : public QObject
{
    Q_OBJECT

private slots:
    void givesBackRandomArticles_data();
    void givesBackRandomArticles();
    void givesBackARichArticle();
    void writesNoEmptyAndNoRejectedLabel();
    void writesEveryRecordWithTheSameFields();
    void tellsThatSpansOverlap();
    void countsUtf16Units();
    void countsGraphemes();
    void countsGraphemesAsDoccanoDoes();
    void showsWholeGraphemesOnly();
    void readsListsOfLabels();
    void readsEntitiesAndRelations();
    void believesWhatWasChangedInDoccano();
    void reportsBadLabels();
    void skipsBadLines();
    void recognisesItsFiles();

private:
    Reading read(const QByteArray &lines, const QString &format = QStringLiteral("doccano"))
    {
        ImportOptions named;
        named.format = format;
        return readPath(writeFile(m_folder, QStringLiteral("in.jsonl"), lines), named);
    }
    static QStringList words(const Reading &reading)
    {
        QStringList result;
        for (const Span &span : reading.annotations().spans)
            result.append(span.label + u':' + textOf(span.fragments, reading.article().text, u"|"));
        return result;
    }
    QJsonObject written(const AnnotatedArticle &article, const QString &format = QStringLiteral("doccano"), QList<Issue> *losses = nullptr)
    {
        const QString path = m_folder.filePath(QStringLiteral("out.jsonl"));
        const QList<Issue> told = exportTo(path, format, {article}, allStates());
        if (losses)
            *losses = told;
        return QJsonDocument::fromJson(contentsOf(path)).object();
    }
    static int countOf(const QList<Issue> &issues, const QString &words)
    {
        int count = 0;
        for (const Issue &issue : issues)
            count += issue.message.contains(words) ? issue.count : 0;
        return count;
    }

    const QTemporaryDir m_folder;
};

void TestDoccano::givesBackRandomArticles_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("UTF-16") << QStringLiteral("doccano");
    QTest::newRow("graphemes") << QStringLiteral("doccano-graphemes");
}

void TestDoccano::givesBackRandomArticles()
{
    QFETCH(QString, format);
    QList<AnnotatedArticle> articles;
    for (quint32 seed = 0; seed < 40; ++seed)
        articles.append(randomArticle(seed));
    QList<Issue> losses;
    const Reading reading = throughFile(m_folder.filePath(QStringLiteral("random.jsonl")), format, articles, &losses);
    QVERIFY(reading.result);
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(reading.articles.size(), articles.size());
    for (const Issue &issue : losses)
        QVERIFY(issue.severity == Severity::Note);
    QVERIFY(countOf(losses, QStringLiteral("Suggestions look like labels")) > 0 && countOf(losses, QStringLiteral("take for valid ones")) > 0);
    QCOMPARE(countOf(losses, QStringLiteral("grapheme")) > 0, format != u"doccano");
    Kept kept;
    kept.origins = true;
    for (qsizetype i = 0; i < articles.size(); ++i)
        QCOMPARE(linesOf(reading.articles[i].article, kept), linesOf(articles[i], kept));
}

void TestDoccano::givesBackARichArticle()
{
    const Reading reading = throughFile(m_folder.filePath(QStringLiteral("rich.jsonl")), QStringLiteral("doccano"), {richArticle()});
    QCOMPARE(renumbered(reading.articles.value(0).article), renumbered(richArticle()));
}

void TestDoccano::writesNoEmptyAndNoRejectedLabel()
{
    for (quint32 seed = 0; seed < 25; ++seed) {
        const AnnotatedArticle article = randomArticle(seed);
        for (const QString &format : {QStringLiteral("doccano"), QStringLiteral("doccano-graphemes")}) {
            const QJsonArray entities = written(article, format).value(u"entities").toArray();
            qsizetype pieces = 0;
            for (const Span &span : article.annotations.spans)
                pieces += span.provenance.state == State::Rejected ? 0 : span.fragments.size();
            QCOMPARE(entities.size(), pieces);
            for (const QJsonValue &entity : entities)
                QVERIFY(entity[QStringLiteral("start_offset")].toInt() < entity[QStringLiteral("end_offset")].toInt());
        }
    }
}

void TestDoccano::writesEveryRecordWithTheSameFields()
{
    QCOMPARE(written(richArticle()).keys(), written(ArticleBuilder(QStringLiteral("x"), QString()).article()).keys());
}

void TestDoccano::tellsThatSpansOverlap()
{
    ArticleBuilder b(QStringLiteral("one two three"));
    b.span(QStringLiteral("A"), {QStringLiteral("one")});
    b.span(QStringLiteral("B"), {QStringLiteral("two three")});
    QList<Issue> losses;
    written(b.article(), QStringLiteral("doccano"), &losses);
    QCOMPARE(losses, QList<Issue>());
    b.span(QStringLiteral("C"), {QStringLiteral("two")});
    written(b.article(), QStringLiteral("doccano"), &losses);
    QCOMPARE(countOf(losses, QStringLiteral("overlap")), 1);
}

void TestDoccano::countsUtf16Units()
{
    const Reading reading = read("{\"text\":\"\\ufeff\xF0\x9F\x98\x80\\r\\nAna \xF0\x9F\x87\xBA\xF0\x9F\x87\xA6!\",\"label\":[[1,3,\"E\"],[5,8,\"P\"],[9,11,\"F\"],[10,12,\"G\"]]}\n");
    QCOMPARE(reading.article().text, QStringLiteral("\U0001F600\nAna \U0001F1FA\U0001F1E6!"));
    // The last label cuts two pairs of surrogates.
    QCOMPARE(words(reading), (QStringList{QStringLiteral("E:\U0001F600"), QStringLiteral("P:Ana"), QStringLiteral("G:\U0001F1FA\U0001F1E6"), QStringLiteral("F:\U0001F1FA")}));
}

void TestDoccano::countsGraphemes()
{
    const Reading reading = read("{\"text\":\"\xF0\x9F\x98\x80\\r\\nAgre\xCC\x81" "ed \xF0\x9F\x87\xBA\xF0\x9F\x87\xA6!\",\"label\":[[0,1,\"E\"],[2,8,\"P\"],[9,10,\"F\"],[10,11,\"M\"],[11,12,\"X\"]]}\n",
                                 QStringLiteral("doccano-graphemes"));
    QCOMPARE(words(reading), (QStringList{QStringLiteral("E:\U0001F600"), QStringLiteral("P:Agre\u0301ed"), QStringLiteral("F:\U0001F1FA\U0001F1E6"), QStringLiteral("M:!")}));
    QCOMPARE(reading.issuesWith(QStringLiteral("outside the text")), 1);
}

/// What grapheme-splitter, which doccano's editor counts with, makes of these.
void TestDoccano::countsGraphemesAsDoccanoDoes()
{
    const auto count = [](const QString &text) { return GraphemeOffsets(text).toGrapheme(qint32(text.size())); };
    QCOMPARE(count(QString()), 0);
    QCOMPARE(count(QStringLiteral("a\r\nb")), 3);
    QCOMPARE(count(QStringLiteral("e\u0301\u0302x")), 2);
    QCOMPARE(count(QStringLiteral("\U0001F1FA\U0001F1E6\U0001F1EB\U0001F1F7")), 2);
    QCOMPARE(count(QStringLiteral("\u0E01\u0E33")), 1);
    QCOMPARE(count(QStringLiteral("a \u0E01\u0E33 \U0001F1FA\U0001F1E6 b")), 7);
    QCOMPARE(count(QStringLiteral("\u0905\u0928\u0941\u091A\u094D\u091B\u0947\u0926")), 5);
    QCOMPARE(count(QStringLiteral("\u1100\u1161\u11A8")), 1);
    QCOMPARE(count(QStringLiteral("\u05E9\u05C1\u05B8")), 1);
    QCOMPARE(count(QStringLiteral("\U0001F44D\U0001F3FD")), 1);
    QCOMPARE(count(QStringLiteral("\U0001F468\u200D\U0001F469\u200D\U0001F467")), 1);
    QCOMPARE(count(QStringLiteral("a") + QChar(0xD800) + QStringLiteral("b")), 3);
    const GraphemeOffsets offsets(QStringLiteral("e\u0301x"));
    QCOMPARE(offsets.snapped({1, 2}), (TextRange{0, 2}));
    QCOMPARE(offsets.snapped({0, 1}), (TextRange{0, 2}));
    QCOMPARE(offsets.snapped({2, 3}), (TextRange{2, 3}));
    QCOMPARE(offsets.toUtf16(1), std::optional<qint32>(2));
    QCOMPARE(offsets.toUtf16(3), std::nullopt);
    QCOMPARE(offsets.toUtf16(-1), std::nullopt);
}

void TestDoccano::showsWholeGraphemesOnly()
{
    ArticleBuilder b(QStringLiteral("agre\u0301ed"));
    b.span(QStringLiteral("A"), {QStringLiteral("agre")});
    QList<Issue> losses;
    const QJsonValue entity = written(b.article(), QStringLiteral("doccano-graphemes"), &losses).value(u"entities")[0];
    QCOMPARE(entity[QStringLiteral("end_offset")].toInt(), 4);
    QCOMPARE(countOf(losses, QStringLiteral("within a character")), 1);
    QCOMPARE(readPath(m_folder.filePath(QStringLiteral("out.jsonl"))).annotations().spans[0].fragments, (QList<TextRange>{{0, 4}}));
}

void TestDoccano::readsListsOfLabels()
{
    const Reading reading = read("{\"id\":12,\"text\":\"Ana said A.\",\"label\":[[0,3,\"Speaker\"],[4,8,\"Cue\"],[4,8,\"Cue\"]],\"source\":\"web\",\"Comments\":[\"c\"]}\n"
                                 "{\"text\":\"B\",\"labels\":[[0,1,\"Cue\"]]}\n");
    QCOMPARE(reading.report.articles, 2);
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Speaker:Ana"), QStringLiteral("Cue:said"), QStringLiteral("Cue:said")}));
    QCOMPARE(reading.article().externalId, QStringLiteral("12"));
    QVERIFY(QJsonDocument(reading.article().meta.extra).toJson().contains("web"));
    QCOMPARE(reading.annotations(1).spans.size(), 1);
}

void TestDoccano::readsEntitiesAndRelations()
{
    const Reading reading = read(R"({"id":1,"text":"Ana said A.","entities":[{"id":40,"label":"Speaker","start_offset":0,"end_offset":3},{"id":41,"label":"Cue","start_offset":4,"end_offset":8},)"
                                 R"({"id":42,"label":"Quotation","start_offset":9,"end_offset":10}],"relations":[{"id":7,"from_id":41,"to_id":40,"type":"source"},{"id":8,"from_id":41,"to_id":42,"type":"content"}],"Comments":[]})");
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(reading.annotations().attributions.size(), 1);
    QCOMPARE(reading.annotations().attributions[0].fillers.size(), 3);
    QVERIFY(reading.annotations().attributions[0].kind == Kind::Indirect);
}

/// doccano gives ids of its own to entities, and gives back what it does not know.
void TestDoccano::believesWhatWasChangedInDoccano()
{
    ArticleBuilder b(QStringLiteral("Ana said A and B."));
    Span &ana = b.span(QStringLiteral("Speaker"), {QStringLiteral("Ana")});
    ana.note = QStringLiteral("kept");
    const SpanId anaId = ana.id;
    const SpanId said = b.span(QStringLiteral("Cue"), {QStringLiteral("said")}).id;
    const SpanId a = b.span(QStringLiteral("Quotation"), {QStringLiteral("A ")}).id;
    const SpanId both = b.span(QStringLiteral("Quotation"), {QStringLiteral("A and"), QStringLiteral("B")}).id;
    b.attribution({{sourceRole, anaId}, {cueRole, said}, {contentRole, a}}).note = QStringLiteral("first");
    b.attribution({{cueRole, said}, {contentRole, both}}).note = QStringLiteral("second");
    QJsonObject record = written(b.article());
    QJsonArray entities;
    const QJsonArray before = record.value(u"entities").toArray();
    for (const QJsonValue &value : before) {
        QJsonObject entity = value.toObject();
        entity.insert(QStringLiteral("id"), 700 - entity.value(u"id").toInt());
        if (entity.value(u"label") != QStringLiteral("Speaker"))
            entities.prepend(entity);
    }
    entities.append(QJsonObject{{QStringLiteral("id"), 900}, {QStringLiteral("label"), QStringLiteral("Claim")}, {QStringLiteral("start_offset"), 15}, {QStringLiteral("end_offset"), 16}});
    QJsonArray relations;
    const QJsonArray links = record.value(u"relations").toArray();
    for (const QJsonValue &value : links) {
        QJsonObject relation = value.toObject();
        for (const QString &end : {QStringLiteral("from_id"), QStringLiteral("to_id")})
            relation.insert(end, 700 - relation.value(end).toInt());
        if (relation.value(u"type") != QStringLiteral("source"))
            relations.append(relation);
    }
    record.insert(QStringLiteral("entities"), entities);
    record.insert(QStringLiteral("relations"), relations);
    const Reading reading = read(QJsonDocument(record).toJson(QJsonDocument::Compact));
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Cue:said"), QStringLiteral("Quotation:A and|B"), QStringLiteral("Quotation:A "), QStringLiteral("Claim:B")}));
    QCOMPARE(reading.annotations().attributions.size(), 2);
    QCOMPARE(reading.annotations().attributions[0].note, QStringLiteral("first"));
    QCOMPARE(reading.annotations().attributions[0].fillers.size(), 2);
    QCOMPARE(reading.annotations().attributions[1].note, QStringLiteral("second"));
    QCOMPARE(reading.annotations().attributions[1].fillers.size(), 2);
}

void TestDoccano::reportsBadLabels()
{
    const Reading reading = read(R"({"text":"Ana","label":[[0,9,"A"],[2,2,"B"],[3,1,"C"],[-1,2,"D"],["0",2,"E"],[0.5,2,"F"],[0,2],7,[0,2,""],[0,2,null],[99999999999,99999999999,"G"]],)"
                                 R"("entities":[{"id":1,"start_offset":0,"end_offset":3,"label":"X"},{"id":1,"start_offset":0,"end_offset":2,"label":"X"}],"relations":[{"from_id":1,"to_id":5,"type":"t"},3]})");
    QCOMPARE(words(reading), (QStringList{QStringLiteral("X:Ana"), QStringLiteral("X:An")}));
    QCOMPARE(reading.issuesWith(QStringLiteral("outside the text")), 4);
    QCOMPARE(reading.issuesWith(QStringLiteral("without characters")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("no whole numbers")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("no place in the text")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("without a label")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("given twice")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("span that is not there")), 2);
    QVERIFY(reading.report.issues[0].place.contains(QStringLiteral("line 1")));
    QCOMPARE(read("{\"text\":\"Ana\",\"label\":\"x\"}").issuesWith(QStringLiteral("no list")), 1);
}

void TestDoccano::skipsBadLines()
{
    const Reading reading = read("\n{\"text\":\"A\",\"label\":[]}\n{\"text\":\"B\"\n[1]\n{\"label\":[]}\n{\"text\":7}\n{\"text\":\"C\",\"quoth\":[1],\"entities\":{}}\n{\"text\":\"D\",\"ent");
    QCOMPARE(reading.report.articles, 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("not a JSON record")), 3);
    QCOMPARE(reading.issuesWith(QStringLiteral("no \"text\"")), 2);
    QVERIFY(!read("").result);
    QVERIFY(!read("{\"text\":" + QByteArray(100000, '[')).result);
}

void TestDoccano::recognisesItsFiles()
{
    const FormatRegistry registry;
    const auto formatOf = [&](const QByteArray &bytes) {
        const auto best = registry.bestImporter(writeFile(m_folder, QStringLiteral("which.jsonl"), bytes));
        return best ? (*best)->info().name : QString();
    };
    QCOMPARE(formatOf("{\"text\": \"A\", \"label\": [[0, 1, \"X\"]]}\n"), QStringLiteral("doccano"));
    QCOMPARE(formatOf("{\"id\":1,\"text\":\"A\",\"label\":[]}\n"), QStringLiteral("doccano"));
    QCOMPARE(formatOf("{\"id\":1,\"text\":\"A\",\"entities\":[],\"relations\":[]}\n"), QStringLiteral("doccano"));
    QCOMPARE(formatOf("{\"id\":1,\"text\":\"A\",\"spans\":[{\"label\":\"x\"}]}\n"), QStringLiteral("jsonl"));
    QCOMPARE(formatOf("{\"id\":1,\"text\":\"A \\\"label\\\":[[0,1]]\"}\n"), QStringLiteral("jsonl"));
    for (const QString &format : {QStringLiteral("doccano"), QStringLiteral("doccano-graphemes"), QStringLiteral("jsonl"), QStringLiteral("prodigy")}) {
        for (const AnnotatedArticle &article : {richArticle(), ArticleBuilder(QStringLiteral("x")).article()}) {
            exportTo(m_folder.filePath(QStringLiteral("own.jsonl")), format, {article});
            QCOMPARE(formatOf(contentsOf(m_folder.filePath(QStringLiteral("own.jsonl")))), format);
        }
    }
}

QTEST_GUILESS_MAIN(TestDoccano)
#include "test_doccano.moc"
