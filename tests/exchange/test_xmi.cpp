// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "castesting.h"

#include <app/exchange/ziparchive.h>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestXmi : public QObject
{
    Q_OBJECT

private slots:
    void givesBackRandomArticles();
    void givesBackWhatARichArticleHas();
    void writesTheLayersThatInceptionKnows();
    void countsUtf16Units();
    void readsALayerOfAnother();
    void readsSlotsAndRelationsOfAnother();
    void believesTheTypeSystemRatherThanTheNumbers();
    void readsArraysThatStandByThemselves();
    void replacesWhatXmlForbids();
    void movesOffsetsWithTheText();
    void reportsBadAnnotations();
    void reportsIdsGivenTwice();
    void keepsSpansThatNameEachOtherAsPieces();
    void refusesADocumentType();
    void refusesWhatIsNoXmi();
    void readsUpToABreak();
    void chainsOfLinksAreNoAttributions();
    void readsTheFirstViewWithAText();
    void writesOneArticleToAnXmiAndManyToAZip();
    void putsOddAttributesIntoOneFeature();
    void keepsNamesOfOtherSchemas();
    void saysWhenAnIdComesTwice();
    void recognisesItsFiles();

private:
    Reading read(const QByteArray &structures, const QByteArray &text = "Ana said that rain fell.\nBo agreed.\n")
    {
        QByteArray attribute = text;
        attribute.replace("&", "&amp;").replace("\n", "&#10;").replace("\r", "&#13;").replace("\"", "&quot;");
        return readPath(writeFile(m_folder, QStringLiteral("in.xmi"), xmi(structures, attribute)));
    }

    static QByteArray xmi(const QByteArray &structures, const QByteArray &text)
    {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" "
               "xmlns:cas=\"http:///uima/cas.ecore\" "
               "xmlns:tcas=\"http:///uima/tcas.ecore\" "
               "xmlns:type=\"http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore\" "
               "xmlns:type2=\"http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore\" "
               "xmlns:custom=\"http:///webanno/custom.ecore\" xmi:version=\"2.0\">\n"
               "<cas:NULL xmi:id=\"0\"/>\n"
            + structures + "\n<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\" sofaString=\"" + text
            + "\"/>\n<cas:View sofa=\"1\" members=\"\"/>\n</xmi:XMI>\n";
    }

    QTemporaryDir m_folder;
};

void TestXmi::givesBackRandomArticles() { checkRandomArticles(QStringLiteral("xmi")); }

void TestXmi::givesBackWhatARichArticleHas() { checkRichArticle(QStringLiteral("xmi")); }

void TestXmi::writesTheLayersThatInceptionKnows()
{
    ArticleBuilder b(QStringLiteral("“Rain,” Ana said, “fell.”\n"));
    const SpanId content = b.span(QStringLiteral("Quotation"), {QStringLiteral("“Rain,”"), QStringLiteral("“fell.”")}).id;
    const SpanId cue = b.span(QStringLiteral("Cue"), {QStringLiteral("said")}).id;
    b.attribution({{contentRole, content}, {cueRole, cue}});
    const QString path = m_folder.filePath(QStringLiteral("out.xmi"));
    const QList<Issue> losses = exportTo(path, QStringLiteral("xmi"), {b.article()});
    QCOMPARE(losses.size(), 1);
    QVERIFY(losses[0].message.contains(QStringLiteral("only into a .zip")));
    const QByteArray written = contentsOf(path);
    QVERIFY(written.contains("xmlns:custom=\"http:///webanno/custom.ecore\""));
    QVERIFY(written.contains(":Sentence xmi:id=\"3\" sofa=\"1\" begin=\"0\" end=\"25\"/>"));
    QVERIFY(written.contains("begin=\"0\" end=\"7\" label=\"Quotation\" origin=\"person\" state=\"accepted\" pieces=\""));
    QVERIFY(written.contains(" role=\"piece\" target=\""));
    QVERIFY(written.contains(" role=\"content\" target=\""));
    QVERIFY(written.contains("<custom:QuothFrame xmi:id=\""));
    QVERIFY(written.contains("sofaString=\"“Rain,” Ana said, “fell.”&#10;\""));
    // The frame stands where the cue stands.
    QVERIFY(written.contains("sofa=\"1\" begin=\"12\" end=\"16\" frame=\"Attribution\""));
}

void TestXmi::countsUtf16Units()
{
    const Reading reading = read("<custom:Quote xmi:id=\"5\" sofa=\"1\" begin=\"5\" end=\"9\"/>"
                                 "<custom:Quote xmi:id=\"6\" sofa=\"1\" begin=\"3\" end=\"4\"/>"
                                 "<custom:Quote xmi:id=\"7\" sofa=\"1\" begin=\"11\" end=\"14\"/>",
                                 "A \xF0\x9F\x98\x80 agre\xCC\x81 \xD7\xA8\xD7\x95\xD7\xAA\n");
    QCOMPARE(wordsOf(reading),
             (QStringList{QStringLiteral("Quote:\U0001F600"), QStringLiteral("Quote:agre"),
                          QStringLiteral("Quote:\u05E8\u05D5\u05EA")}));
}

void TestXmi::readsALayerOfAnother()
{
    const Reading reading = read(
        "<type:Token xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"3\" order=\"0\"/><type:Sentence xmi:id=\"3\" sofa=\"1\" "
        "begin=\"0\" end=\"24\"/>"
        "<type:Lemma xmi:id=\"8\" sofa=\"1\" begin=\"0\" end=\"3\" value=\"Ana\"/>"
        "<type2:NamedEntity xmi:id=\"4\" sofa=\"1\" begin=\"0\" end=\"3\" value=\"PER\" identifier=\"http://example.org/Q1\"/>"
        "<custom:Claim xmi:id=\"5\" sofa=\"1\" begin=\"14\" end=\"23\" confidence=\"0.25\" "
        "state=\"doubtful\"><topics>weather</topics><topics>rain</topics></custom:Claim>");
    QVERIFY(reading.result);
    QCOMPARE(wordsOf(reading), (QStringList{QStringLiteral("PER:Ana"), QStringLiteral("Claim:rain fell")}));
    const Span &entity = reading.annotations().spans[0];
    QCOMPARE(entity.attributes, (QJsonObject{{QStringLiteral("identifier"), QStringLiteral("http://example.org/Q1")}}));
    const Span &claim = reading.annotations().spans[1];
    QCOMPARE(claim.provenance.confidence, 0.25);
    QVERIFY(claim.provenance.state == State::Accepted);
    QCOMPARE(claim.attributes,
             (QJsonObject{{QStringLiteral("state"), QStringLiteral("doubtful")},
                          {QStringLiteral("topics"), QJsonArray{QStringLiteral("weather"), QStringLiteral("rain")}}}));
    QCOMPARE(reading.issuesWith(QStringLiteral("words and syntax")), 1);
    QCOMPARE(reading.report.issues.size(), 1);
    QCOMPARE(reading.article().externalId, QStringLiteral("in"));
}

void TestXmi::readsSlotsAndRelationsOfAnother()
{
    const Reading reading = read(
        "<custom:Who xmi:id=\"4\" sofa=\"1\" begin=\"0\" end=\"3\"/><custom:What xmi:id=\"5\" sofa=\"1\" begin=\"9\" end=\"23\"/>"
        "<custom:SayingArgsLink xmi:id=\"6\" role=\"Source\" target=\"4\"/><custom:SayingArgsLink xmi:id=\"7\" target=\"5\"/>"
        "<custom:Saying xmi:id=\"8\" sofa=\"1\" begin=\"4\" end=\"8\" args=\"6 7\" value=\"say\"/>"
        "<custom:Credits xmi:id=\"9\" sofa=\"1\" begin=\"9\" end=\"23\" Governor=\"4\" Dependent=\"5\" sure=\"yes\"/>");
    QVERIFY(reading.result);
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(wordsOf(reading),
             (QStringList{QStringLiteral("Who:Ana"), QStringLiteral("say:said"), QStringLiteral("What:that rain fell")}));
    QCOMPARE(framesOf(reading),
             (QStringList{QStringLiteral("Saying: cue=said, source=Ana, args=that rain fell"),
                          QStringLiteral("Credits: source=Ana, content=that rain fell")}));
    QCOMPARE(reading.annotations().attributions[1].attributes, (QJsonObject{{QStringLiteral("sure"), QStringLiteral("yes")}}));
    QVERIFY(reading.annotations().attributions[1].kind == Kind::Indirect);
}

void TestXmi::believesTheTypeSystemRatherThanTheNumbers()
{
    const QByteArray types
        = "<typeSystemDescription "
          "xmlns=\"http://uima.apache.org/resourceSpecifier\"><types><typeDescription><name>webanno.custom.Base</name>"
          "<supertypeName>uima.tcas.Annotation</supertypeName><features>"
          "<featureDescription><name>links</name><rangeTypeName>uima.cas.FSArray</rangeTypeName><elementType>webanno.custom.L</"
          "elementType></featureDescription>"
          "<featureDescription><name>count</name><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription>"
          "<featureDescription><name>sure</name><rangeTypeName>uima.cas.Boolean</rangeTypeName></featureDescription></features></"
          "typeDescription>"
          "<typeDescription><name>webanno.custom.Host</name><supertypeName>webanno.custom.Base</supertypeName></"
          "typeDescription></types></typeSystemDescription>";
    ZipWriter zip;
    QVERIFY(
        zip.add(QStringLiteral("doc.xmi"),
                xmi("<custom:T xmi:id=\"4\" sofa=\"1\" begin=\"0\" end=\"3\"/><custom:L xmi:id=\"5\" role=\"x\" target=\"4\"/>"
                    "<custom:Host xmi:id=\"6\" sofa=\"1\" begin=\"4\" end=\"8\" links=\"5\" count=\"5\" sure=\"false\"/>",
                    "Ana said so.")));
    QVERIFY(zip.add(QStringLiteral("TypeSystem.xml"), types));
    const Reading reading = readPath(writeFile(m_folder, QStringLiteral("types.zip"), *zip.finish()));
    QVERIFY(reading.result);
    QCOMPARE(framesOf(reading), (QStringList{QStringLiteral("Host: cue=said, x=Ana")}));
    QCOMPARE(reading.annotations().spans[1].attributes,
             (QJsonObject{{QStringLiteral("count"), 5}, {QStringLiteral("sure"), false}}));
    QCOMPARE(reading.article().externalId, QStringLiteral("doc"));
}

void TestXmi::readsArraysThatStandByThemselves()
{
    const Reading reading
        = read("<custom:Who xmi:id=\"4\" sofa=\"1\" begin=\"0\" end=\"3\"/><custom:L xmi:id=\"6\" role=\"source\" target=\"4\"/>"
               "<cas:FSArray xmi:id=\"9\" elements=\"6\"/><custom:Saying xmi:id=\"8\" sofa=\"1\" begin=\"4\" end=\"8\" "
               "args=\"9\" none=\"\"/>");
    QCOMPARE(framesOf(reading), (QStringList{QStringLiteral("Saying: cue=said, source=Ana")}));
    QCOMPARE(reading.annotations().spans[1].attributes, QJsonObject());
}

void TestXmi::replacesWhatXmlForbids()
{
    ArticleBuilder b(QStringLiteral("A\u0001B\u001F \uFFFE\tC\n"));
    b.span(QStringLiteral("Cue"), {QStringLiteral("\tC")}).note = QStringLiteral("a\u0002b\r\nc\td");
    QList<Issue> losses;
    const Reading reading
        = throughFile(m_folder.filePath(QStringLiteral("control.xmi")), QStringLiteral("xmi"), {b.article()}, &losses);
    QCOMPARE(reading.article().text, QStringLiteral("A B   \tC\n"));
    QCOMPARE(reading.annotations().spans[0].note, QStringLiteral("a b\r\nc\td"));
    QCOMPARE(losses[1].count, 4);
    QCOMPARE(wordsOf(reading), QStringList{QStringLiteral("Cue:\tC")});
}

void TestXmi::movesOffsetsWithTheText()
{
    const Reading reading = read(
        "<custom:Q xmi:id=\"4\" sofa=\"1\" begin=\"6\" end=\"7\"/><custom:Q xmi:id=\"5\" sofa=\"1\" begin=\"7\" end=\"10\"/>",
        "\xEF\xBB\xBF"
        "A\r\n\r\nB\r\nC");
    QCOMPARE(reading.article().text, QStringLiteral("A\n\nB\nC"));
    QCOMPARE(wordsOf(reading), (QStringList{QStringLiteral("Q:B"), QStringLiteral("Q:\nC")}));
    QCOMPARE(reading.articles[0].changes.size(), 2);
}

void TestXmi::reportsBadAnnotations()
{
    const Reading reading = read(
        "<custom:Q xmi:id=\"4\" sofa=\"1\" begin=\"0\" end=\"3\"/><custom:Q xmi:id=\"5\" sofa=\"1\" begin=\"3\" end=\"999\"/>"
        "<custom:Q xmi:id=\"6\" sofa=\"1\" begin=\"4\" end=\"4\"/><custom:Q xmi:id=\"7\" sofa=\"1\" begin=\"8\" end=\"4\"/>\n"
        "<custom:Q xmi:id=\"8\" sofa=\"1\" begin=\"x\" end=\"4\"/><custom:Q xmi:id=\"9\" sofa=\"1\" begin=\"-1\" "
        "end=\"99999999999\"/>"
        "<custom:QuothFrameRolesLink xmi:id=\"10\" role=\"cue\" target=\"77\"/><custom:QuothFrameRolesLink xmi:id=\"13\" "
        "role=\"cue\" target=\"4\"/>"
        "<custom:QuothFrame xmi:id=\"11\" sofa=\"1\" begin=\"0\" end=\"3\" roles=\"10 13\"/><custom:QuothFrame xmi:id=\"12\" "
        "sofa=\"1\" begin=\"0\" end=\"3\" roles=\"10\"/>");
    QVERIFY(reading.result);
    QCOMPARE(wordsOf(reading), QStringList{QStringLiteral("Q:Ana")});
    QCOMPARE(framesOf(reading), QStringList{QStringLiteral("Attribution: cue=Ana")});
    QCOMPARE(reading.issuesWith(QStringLiteral("outside the text")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("without characters")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("not there")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("without any span")), 1);
    QVERIFY(reading.report.issues[0].place.contains(QStringLiteral("line 4")));
}

void TestXmi::reportsIdsGivenTwice()
{
    const Reading reading = read(
        "<custom:Q xmi:id=\"4\" sofa=\"1\" begin=\"0\" end=\"3\"/><custom:Q xmi:id=\"4\" sofa=\"1\" begin=\"4\" end=\"8\"/>");
    QCOMPARE(wordsOf(reading).size(), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("given twice")), 1);
}

void TestXmi::keepsSpansThatNameEachOtherAsPieces()
{
    const Reading reading
        = read("<custom:QuothSpanPiecesLink xmi:id=\"2\" role=\"piece\" target=\"4\"/><custom:QuothSpanPiecesLink xmi:id=\"3\" "
               "role=\"piece\" target=\"5\"/>"
               "<custom:QuothSpan xmi:id=\"4\" sofa=\"1\" begin=\"0\" end=\"3\" pieces=\"3\" label=\"Cue\"/><custom:QuothSpan "
               "xmi:id=\"5\" sofa=\"1\" begin=\"4\" end=\"8\" pieces=\"2 3\"/>");
    QCOMPARE(wordsOf(reading), (QStringList{QStringLiteral("Cue:Ana|said"), QStringLiteral("QuothSpan:Ana|said")}));
    QVERIFY(reading.annotations().attributions.isEmpty());
}

void TestXmi::refusesADocumentType()
{
    const QByteArray bytes
        = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>" + xmi("", "&b;").sliced(39);
    const Reading reading = readPath(writeFile(m_folder, QStringLiteral("dtd.xmi"), bytes));
    QVERIFY(!reading.result);
    QVERIFY(reading.result.error().message.contains(QStringLiteral("document type")));
    QVERIFY(!readPath(writeFile(m_folder, QStringLiteral("entity.xmi"), xmi("", "&b;"))).result);
}

void TestXmi::refusesWhatIsNoXmi()
{
    ImportOptions options;
    options.format = QStringLiteral("xmi");
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("word"), QByteArray("<a/>"), QByteArray("<XMI/>"),
          QByteArray("<a xmlns=\"http://www.omg.org/XMI\"/>"), xmi("", ""), QByteArray("PK\x03\x04 no zip")}) {
        const Reading reading = readPath(writeFile(m_folder, QStringLiteral("bad.xmi"), bytes), options);
        QVERIFY2(!reading.result, bytes.constData());
        QCOMPARE(reading.articles.size(), 0);
    }
    QVERIFY(!readPath(m_folder.path(), options).result);
}

void TestXmi::readsUpToABreak()
{
    const QByteArray whole = xmi("<custom:Q xmi:id=\"4\" sofa=\"1\" begin=\"0\" end=\"3\"/>", "Ana said.");
    const Reading reading = readPath(writeFile(m_folder, QStringLiteral("cut.xmi"), whole.first(whole.indexOf("<cas:View"))));
    QCOMPARE(wordsOf(reading), QStringList{QStringLiteral("Q:Ana")});
    QCOMPARE(reading.issuesWith(QStringLiteral("broken here")), 1);
    for (qsizetype i = 0; i < whole.size(); i += 7)
        readPath(writeFile(m_folder, QStringLiteral("cut.xmi"), whole.first(i)));
}

void TestXmi::chainsOfLinksAreNoAttributions()
{
    const Reading reading = read("<custom:CoLink xmi:id=\"4\" sofa=\"1\" begin=\"0\" end=\"3\" next=\"5\" "
                                 "referenceType=\"name\"/><custom:CoLink xmi:id=\"5\" sofa=\"1\" begin=\"25\" end=\"27\"/>"
                                 "<custom:CoChain xmi:id=\"6\" sofa=\"1\" first=\"4\"/>");
    QCOMPARE(wordsOf(reading), (QStringList{QStringLiteral("CoLink:Ana"), QStringLiteral("CoLink:Bo")}));
    QVERIFY(reading.annotations().attributions.isEmpty());
    QCOMPARE(reading.issuesWith(QStringLiteral("Chains")), 1);
}

void TestXmi::readsTheFirstViewWithAText()
{
    const Reading reading = read(
        "<cas:Sofa xmi:id=\"7\" sofaNum=\"2\" sofaID=\"other\" mimeType=\"text\" sofaString=\"Other words.\"/>"
        "<custom:Q xmi:id=\"4\" sofa=\"7\" begin=\"0\" end=\"5\"/><custom:Q xmi:id=\"5\" sofa=\"1\" begin=\"0\" end=\"3\"/>");
    QCOMPARE(reading.article().text, QStringLiteral("Other words."));
    QCOMPARE(wordsOf(reading), QStringList{QStringLiteral("Q:Other")});
    QCOMPARE(reading.issuesWith(QStringLiteral("another view")), 1);
}

void TestXmi::writesOneArticleToAnXmiAndManyToAZip()
{
    const QList<AnnotatedArticle> articles{ArticleBuilder(QStringLiteral("One."), QStringLiteral("a/b")).article(),
                                           ArticleBuilder(QStringLiteral("Two."), QStringLiteral("A:b")).article()};
    const QString single = m_folder.filePath(QStringLiteral("two.xmi"));
    const QList<Issue> issues = exportTo(single, QStringLiteral("xmi"), articles);
    QCOMPARE(issues.value(0).severity, Severity::Error);
    QVERIFY(!QFile::exists(single));
    const QString zip = m_folder.filePath(QStringLiteral("two.zip"));
    QCOMPARE(exportTo(zip, QStringLiteral("xmi"), articles), QList<Issue>());
    QCOMPARE(ZipReader::open(zip)->names(),
             (QStringList{QStringLiteral("a_b.xmi"), QStringLiteral("A_b-2.xmi"), QStringLiteral("TypeSystem.xml")}));
    const Reading reading = readPath(zip);
    QCOMPARE(reading.report.articles, 2);
    QCOMPARE(reading.article(1).externalId, QStringLiteral("A:b"));
}

void TestXmi::putsOddAttributesIntoOneFeature()
{
    ArticleBuilder b(QStringLiteral("One."));
    const QJsonObject attributes{{QStringLiteral("label"), QStringLiteral("x")},
                                 {QStringLiteral("two words"), QStringLiteral("y")},
                                 {QStringLiteral("n"), 3},
                                 {QStringLiteral("empty"), QString()},
                                 {QStringLiteral("plain"), QStringLiteral("z")},
                                 {QStringLiteral("xmlns"), QStringLiteral("w")}};
    b.span(QStringLiteral("Cue"), {QStringLiteral("One")}).attributes = attributes;
    QList<Issue> losses;
    const Reading reading
        = throughFile(m_folder.filePath(QStringLiteral("odd.zip")), QStringLiteral("xmi"), {b.article()}, &losses);
    QCOMPARE(reading.annotations().spans[0].attributes, attributes);
    QCOMPARE(losses.size(), 1);
    QCOMPARE(losses[0].count, 5);
}

void TestXmi::keepsNamesOfOtherSchemas() { checkOtherNames(QStringLiteral("xmi")); }

void TestXmi::saysWhenAnIdComesTwice()
{
    ZipWriter zip;
    for (const QString &name : {QStringLiteral("one/doc.xmi"), QStringLiteral("two/doc.xmi"), QStringLiteral("bad.xmi")})
        QVERIFY(zip.add(name, name.startsWith(u"bad") ? QByteArray("<a>") : xmi("", "Text.")));
    const Reading reading = readPath(writeFile(m_folder, QStringLiteral("ids.zip"), *zip.finish()));
    QVERIFY(reading.result);
    QCOMPARE(reading.article(1).externalId, QStringLiteral("doc (2)"));
    QCOMPARE(reading.issuesWith(QStringLiteral("more than once")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("no XMI")), 1);
}

void TestXmi::recognisesItsFiles()
{
    const FormatRegistry registry;
    const QString path = writeFile(m_folder, QStringLiteral("what.xml"), xmi("", "Text."));
    QCOMPARE((*registry.bestImporter(path))->info().name, QStringLiteral("xmi"));
    const Progress cancelled;
    cancelled.cancel();
    ImportReport report;
    const Result<void> result = registry.read(
        path, {}, [](ImportedArticle) -> Result<void> { return {}; }, report, cancelled);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestXmi)
#include "test_xmi.moc"
