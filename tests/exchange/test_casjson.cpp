// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "castesting.h"

#include <app/exchange/ziparchive.h>

#include <QJsonDocument>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestCasJson : public QObject
{
    Q_OBJECT

private slots:
    void givesBackRandomArticles();
    void givesBackWhatARichArticleHas();
    void keepsNamesOfOtherSchemas();
    void writesWhatTheReferenceWrites();
    void readsStructuresInAnArray();
    void readsStructuresByTheirIds();
    void readsAnchorsAsTheSpecificationHasThem();
    void countsUtf16Units();
    void movesOffsetsWithTheText();
    void readsASofaBehindItsUsers();
    void keepsNumbersAndTruthValues();
    void reportsBadStructures();
    void isNotKeptBusyByASharedArray();
    void refusesWhatIsNoCas();
    void recognisesItsFiles();
    void readsAZipWithOneBadFile();

private:
    Reading read(const QByteArray &structures, const QByteArray &text = "Ana said that rain fell.\\nBo agreed.\\n")
    {
        return readPath(writeFile(m_folder, QStringLiteral("in.json"), json("[" + sofa(text) + structures + "]")));
    }
    static QByteArray sofa(const QByteArray &text);
    static QByteArray json(const QByteArray &structures);

    QTemporaryDir m_folder;
};

QByteArray TestCasJson::sofa(const QByteArray &text)
{
    return R"({"%ID":1,"%TYPE":"uima.cas.Sofa","sofaNum":1,"sofaID":"_InitialView","mimeType":"text","sofaString":")" + text
        + "\"}";
}

QByteArray TestCasJson::json(const QByteArray &structures)
{
    return R"({"%TYPES":{"webanno.custom.Q":{"%NAME":"webanno.custom.Q","%SUPER_TYPE":"uima.tcas.Annotation","args":{"%NAME":"args","%RANGE":"webanno.custom.L[]"}}},)"
           R"("%FEATURE_STRUCTURES":)"
        + structures + R"(,"%VIEWS":{"_InitialView":{"%SOFA":1,"%MEMBERS":[]}}})";
}

void TestCasJson::givesBackRandomArticles() { checkRandomArticles(QStringLiteral("casjson")); }

void TestCasJson::givesBackWhatARichArticleHas() { checkRichArticle(QStringLiteral("casjson")); }

void TestCasJson::keepsNamesOfOtherSchemas() { checkOtherNames(QStringLiteral("casjson")); }

void TestCasJson::writesWhatTheReferenceWrites()
{
    ArticleBuilder b(QStringLiteral("Ana said so.\u0001\n"));
    const SpanId source = b.span(QStringLiteral("Speaker"), {QStringLiteral("Ana")}).id;
    b.attribution({{sourceRole, source}});
    const QString path = m_folder.filePath(QStringLiteral("out.json"));
    QCOMPARE(exportTo(path, QStringLiteral("casjson"), {b.article()}), QList<Issue>());
    const QByteArray bytes = contentsOf(path);
    QVERIFY(bytes.startsWith("{\"%TYPES\":{\"de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData\":"));
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    const QJsonArray structures = root.value(u"%FEATURE_STRUCTURES").toArray();
    QCOMPARE(structures[0].toObject().value(u"%TYPE"), QStringLiteral("uima.cas.Sofa"));
    QCOMPARE(structures[0].toObject().value(u"sofaString"), b.article().article.text);
    QHash<qint64, QJsonObject> byId;
    for (const QJsonValue &one : structures) {
        QVERIFY(!byId.contains(one[u"%ID"].toInteger()));
        byId.insert(one[u"%ID"].toInteger(), one.toObject());
    }
    const QJsonArray members = root.value(u"%VIEWS")[u"_InitialView"][u"%MEMBERS"].toArray();
    QJsonObject frame;
    for (const QJsonValue &member : members) {
        if (const QJsonObject one = byId.value(member.toInteger());
            one.value(u"%TYPE").toString() == u"webanno.custom.QuothFrame")
            frame = one;
    }
    QCOMPARE(frame.value(u"begin"), 0);
    QCOMPARE(frame.value(u"end"), 3);
    const QJsonObject links = byId.value(frame.value(u"@roles").toInteger());
    QCOMPARE(links.value(u"%TYPE"), QStringLiteral("webanno.custom.QuothFrameRolesLink[]"));
    const QJsonObject link = byId.value(links.value(u"%ELEMENTS")[0].toInteger());
    QCOMPARE(link.value(u"role"), QStringLiteral("source"));
    QCOMPARE(byId.value(link.value(u"@target").toInteger()).value(u"label"), QStringLiteral("Speaker"));
    QCOMPARE(root.value(u"%TYPES")[u"webanno.custom.QuothFrame"][u"roles"][u"%RANGE"],
             QStringLiteral("webanno.custom.QuothFrameRolesLink[]"));
}

void TestCasJson::readsStructuresInAnArray()
{
    const Reading reading = read(R"(,{"%ID":2,"%TYPE":"webanno.custom.Q","@sofa":1,"begin":4,"end":8,"@args":6,"value":"say"},
        {"%ID":3,"%TYPE":"webanno.custom.Who","@sofa":1,"begin":0,"end":3},{"%ID":4,"%TYPE":"webanno.custom.L","role":"source","@target":3},
        {"%ID":5,"%TYPE":"webanno.custom.L","role":"content","@target":7},{"%ID":6,"%TYPE":"webanno.custom.L[]","%ELEMENTS":[4,5]},
        {"%ID":7,"%TYPE":"webanno.custom.What","@sofa":1,"begin":9,"end":23},
        {"%ID":8,"%TYPE":"webanno.custom.Rel","@sofa":1,"begin":9,"end":23,"@Governor":3,"@Dependent":7,"label":"told"})");
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(wordsOf(reading),
             (QStringList{QStringLiteral("Who:Ana"), QStringLiteral("say:said"), QStringLiteral("What:that rain fell")}));
    QCOMPARE(framesOf(reading),
             (QStringList{QStringLiteral("Q: cue=said, source=Ana, content=that rain fell"),
                          QStringLiteral("told: source=Ana, content=that rain fell")}));
}

void TestCasJson::readsStructuresByTheirIds()
{
    const QByteArray structures
        = R"({"10":{"%TYPE":"webanno.custom.Q","@sofa":1,"begin":4,"end":8},"9":{"%TYPE":"webanno.custom.Q","@sofa":1,"begin":0,"end":3},
        "1":{"%TYPE":"uima.cas.Sofa","sofaNum":1,"sofaID":"_InitialView","mimeType":"text","sofaString":"Ana said so."}})";
    const Reading reading = readPath(writeFile(m_folder, QStringLiteral("byid.json"), json(structures)));
    QCOMPARE(wordsOf(reading), (QStringList{QStringLiteral("Q:Ana"), QStringLiteral("Q:said")}));
}

void TestCasJson::readsAnchorsAsTheSpecificationHasThem()
{
    QCOMPARE(wordsOf(read(R"(,{"%ID":2,"%TYPE":"webanno.custom.Q","@sofa":1,"^begin":4,"^end":8})")),
             QStringList{QStringLiteral("Q:said")});
}

void TestCasJson::countsUtf16Units()
{
    const Reading plain
        = read(R"(,{"%ID":2,"%TYPE":"a.Q","@sofa":1,"begin":5,"end":6},{"%ID":3,"%TYPE":"a.Q","@sofa":1,"begin":3,"end":4})",
               "A \xF0\x9F\x98\x80 b");
    QCOMPARE(wordsOf(plain), (QStringList{QStringLiteral("Q:\U0001F600"), QStringLiteral("Q:b")}));
    // Escapes are no other characters.
    const Reading escaped = read(R"(,{"%ID":2,"%TYPE":"a.Q","@sofa":1,"begin":5,"end":6})", R"(A \ud83d\ude00 b)");
    QCOMPARE(wordsOf(escaped), QStringList{QStringLiteral("Q:b")});
}

void TestCasJson::movesOffsetsWithTheText()
{
    const Reading reading = read(R"(,{"%ID":2,"%TYPE":"Q","@sofa":1,"begin":4,"end":5})", "\\uFEFFA\\r\\nB");
    QCOMPARE(reading.article().text, QStringLiteral("A\nB"));
    QCOMPARE(wordsOf(reading), QStringList{QStringLiteral("Q:B")});
}

void TestCasJson::readsASofaBehindItsUsers()
{
    const QByteArray structures
        = R"([{"%ID":2,"%TYPE":"a.Q","@sofa":1,"begin":0,"end":3},{"%ID":7,"%TYPE":"uima.cas.Sofa","sofaURI":"file:/x"},)"
        + sofa("Ana.") + "]";
    QCOMPARE(wordsOf(readPath(writeFile(m_folder, QStringLiteral("late.json"), json(structures)))),
             QStringList{QStringLiteral("Q:Ana")});
}

void TestCasJson::keepsNumbersAndTruthValues()
{
    const Reading reading = read(
        R"(,{"%ID":2,"%TYPE":"a.Q","@sofa":1,"begin":0,"end":3,"n":3,"sure":true,"#odd":"NaN","none":null,"confidence":0.5,"label":7})");
    const Span &span = reading.annotations().spans[0];
    QCOMPARE(span.label, QStringLiteral("Q"));
    QCOMPARE(span.provenance.confidence, 0.5);
    QCOMPARE(span.attributes,
             (QJsonObject{{QStringLiteral("n"), 3},
                          {QStringLiteral("sure"), true},
                          {QStringLiteral("odd"), QStringLiteral("NaN")},
                          {QStringLiteral("label"), 7}}));
}

void TestCasJson::reportsBadStructures()
{
    const Reading reading = read(
        R"(,7,[],{"%ID":2},{"%ID":3,"%TYPE":"a.Q","@sofa":1,"begin":-5,"end":3},{"%ID":4,"%TYPE":"a.Q","@sofa":1,"begin":0,"end":99999999999},
        {"%ID":5,"%TYPE":"a.Q","@sofa":9,"begin":0,"end":3},{"%ID":6,"%TYPE":"a.Q","@sofa":1,"begin":"0","end":3},{"%ID":6,"%TYPE":"a.Q","@sofa":1,"begin":0,"end":3},
        {"%ID":8,"%TYPE":"webanno.custom.QuothFrame","@sofa":1,"begin":0,"end":3,"@roles":[1,2,"x",{}]},{"%ID":9,"%TYPE":"uima.cas.FSArray","%ELEMENTS":[9,9]},
        {"%ID":10,"%TYPE":"webanno.custom.QuothSpan","@sofa":1,"begin":4,"end":8,"@pieces":9})");
    QVERIFY(reading.result);
    QCOMPARE(wordsOf(reading), (QStringList{QStringLiteral("Q:Ana"), QStringLiteral("QuothSpan:said")}));
    QCOMPARE(reading.issuesWith(QStringLiteral("without a type")), 3);
    QCOMPARE(reading.issuesWith(QStringLiteral("outside the text")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("another view")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("given twice")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("not there")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("without any span")), 1);
}

void TestCasJson::isNotKeptBusyByASharedArray()
{
    QByteArray structures = R"(,{"%ID":2,"%TYPE":"a.L","role":"cue","@target":3},{"%ID":3,"%TYPE":"a.Q","@sofa":1,"begin":0,"end":3},{"%ID":4,"%TYPE":"a.L[]","%ELEMENTS":[)";
    for (int i = 0; i < 20000; ++i)
        structures += i > 0 ? ",2" : "2";
    structures += "]}";
    for (int i = 0; i < 5000; ++i)
        structures += R"(,{"%ID":)" + QByteArray::number(i + 10) + R"(,"%TYPE":"a.H","@sofa":1,"begin":4,"end":8,"@links":4})";
    const Reading reading = read(structures);
    QVERIFY(reading.result);
    QVERIFY(reading.issuesWith(QStringLiteral("very many structures share")) > 4000);
    QCOMPARE(reading.annotations().spans.size(), 5001);
    QVERIFY(!reading.annotations().attributions.isEmpty());
}

void TestCasJson::refusesWhatIsNoCas()
{
    ImportOptions options;
    options.format = QStringLiteral("casjson");
    QByteArray deep(100000, '[');
    for (const QByteArray &bytes : {QByteArray(), QByteArray("{}"), QByteArray("[]"), QByteArray("{\"%TYPES\":"), json("3"),
                                    json("[]"), json("{}"), deep, json("[" + sofa("") + "]")})
        QVERIFY2(!readPath(writeFile(m_folder, QStringLiteral("bad.json"), bytes), options).result, bytes.left(50).constData());
}

void TestCasJson::recognisesItsFiles()
{
    const QString path = writeFile(m_folder, QStringLiteral("what.jsonl"), json("[" + sofa("Text.") + "]"));
    QCOMPARE((*FormatRegistry().bestImporter(path))->info().name, QStringLiteral("casjson"));
    const QString other = writeFile(m_folder, QStringLiteral("other.json"), "{\"text\": \"Words.\"}");
    QVERIFY((*FormatRegistry().bestImporter(other))->info().name != u"casjson");
}

void TestCasJson::readsAZipWithOneBadFile()
{
    ZipWriter zip;
    QVERIFY(zip.add(QStringLiteral("a.json"), "{"));
    QVERIFY(zip.add(QStringLiteral("b.json"), json("[" + sofa("Text.") + "]")));
    const Reading reading = readPath(writeFile(m_folder, QStringLiteral("two.zip"), *zip.finish()));
    QVERIFY(reading.result);
    QCOMPARE(reading.article().externalId, QStringLiteral("b"));
    QCOMPARE(reading.issuesWith(QStringLiteral("no JSON")), 1);
}

QTEST_GUILESS_MAIN(TestCasJson)
#include "test_casjson.moc"
