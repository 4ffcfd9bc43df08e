// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roundtrip.h"

#include <app/exchange/teinames.h>

#include <QXmlStreamReader>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

/// Single quotation marks become double ones, so that XML can be read.
static QByteArray xml(QByteArray text) { return text.replace('\'', '"'); }

class TestTei : public QObject
{
    Q_OBJECT

private slots:
    void givesBackRandomArticles();
    void readsBackAllThatItWrote();
    void writesOneArticleWithoutACorpus();
    void saysInTheTextWhoSaysWhat();
    void putsInTheTextOnlyWhatNests();
    void keepsEmptyLinesAndBlanks();
    void replacesWhatXmlCannotHold();
    void readsInlineQuotations();
    void collapsesBlanksAsTeiMeansThem();
    void joinsQuotationsInPieces();
    void readsStandOffBetweenAnchorsAndElements();
    void countsBeyondTheBasicPlane();
    void refusesDocumentTypes();
    void reportsWhatIsBroken();
    void survivesFilesCutShort();
    void survivesDeepNesting();
    void namesAnyLabel();
    void leavesOtherFilesAlone();
    void stopsWhenCancelled();

private:
    Reading readFile(const QByteArray &bytes) { return readPath(writeFile(m_folder, QStringLiteral("doc.xml"), bytes)); }
    Reading read(const QByteArray &body, const QByteArray &header = {}, const QByteArray &standOff = {})
    {
        return readFile(xml("<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader>") + header + "</teiHeader><text><body>" + body + "</body></text>" + standOff + "</TEI>");
    }
    static QStringList words(const Reading &reading)
    {
        QStringList result;
        for (const Span &span : reading.annotations().spans)
            result.append(span.label + u':' + textOf(span.fragments, reading.article().text, u"|"));
        return result;
    }
    QByteArray written(const QList<AnnotatedArticle> &articles, QList<Issue> *losses = nullptr)
    {
        const QString path = m_folder.filePath(QStringLiteral("written.xml"));
        const QList<Issue> told = exportTo(path, QStringLiteral("tei"), articles, allStates());
        if (losses)
            *losses = told;
        return contentsOf(path);
    }

    QTemporaryDir m_folder;
};

void TestTei::givesBackRandomArticles()
{
    QList<AnnotatedArticle> articles;
    for (quint32 seed = 0; seed < 30; ++seed)
        articles.append(randomArticle(seed));
    QList<Issue> losses;
    const Reading reading = throughFile(m_folder.filePath(QStringLiteral("random.xml")), QStringLiteral("tei"), articles, &losses);
    QCOMPARE(losses, QList<Issue>());
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(reading.articles.size(), articles.size());
    Kept kept;
    kept.origins = true;
    for (qsizetype i = 0; i < articles.size(); ++i)
        QCOMPARE(linesOf(reading.articles[i].article, kept), linesOf(articles[i], kept));
}

void TestTei::readsBackAllThatItWrote()
{
    const AnnotatedArticle article = richArticle();
    const Reading reading = readFile(written({article}));
    QCOMPARE(reading.report.issues, QList<Issue>());
    const AnnotatedArticle back = renumbered(reading.articles.value(0).article);
    const AnnotatedArticle there = renumbered(article);
    QCOMPARE(back.article, there.article);
    QCOMPARE(back.annotations.speakers, there.annotations.speakers);
    QCOMPARE(back.annotations.spans, there.annotations.spans);
    QCOMPARE(back.annotations.attributions, there.annotations.attributions);
}

void TestTei::writesOneArticleWithoutACorpus()
{
    QVERIFY(written({ArticleBuilder(QStringLiteral("One.\n")).article()}).contains("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"a1\">"));
    const QByteArray two = written({ArticleBuilder(QStringLiteral("One.\n")).article(), ArticleBuilder(QStringLiteral("Two.\n"), QStringLiteral("b")).article()});
    QVERIFY(two.contains("<teiCorpus"));
    QCOMPARE(readFile(two).report.articles, 2);
    for (const QByteArray &file : {written({}), two}) {
        QXmlStreamReader reader(file);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }
}

void TestTei::saysInTheTextWhoSaysWhat()
{
    const QByteArray file = written({richArticle()});
    QVERIFY(file.contains("who=\"#a1-p7\" direct=\"true\" corresp="));
    QVERIFY(file.contains("<rs ref=\"#a1-p7\""));
    QVERIFY(file.contains("<person xml:id=\"a1-p7\">\n<persName>Ana Petrova</persName>\n<persName type=\"alias\">Petrova</persName>\n<idno type=\"Wikidata\">Q1</idno>"));
    // The scare quote has the same place as none of the said; it lies within one.
    QVERIFY(file.contains("<soCalled"));
}

void TestTei::putsInTheTextOnlyWhatNests()
{
    ArticleBuilder b(QStringLiteral("One two three four\nfive six.\n"));
    const SpanId first = b.span(QStringLiteral("Quotation"), {QStringLiteral("One two three")}).id;
    const SpanId crossing = b.span(QStringLiteral("Quotation"), {QStringLiteral("three four")}).id;
    const SpanId lines = b.span(QStringLiteral("Quotation"), {QStringLiteral("four\nfive")}).id;
    for (const SpanId span : {first, crossing, lines})
        b.attribution({{contentRole, span}});
    const QByteArray file = written({b.article()});
    QCOMPARE(file.count("<said "), 1);
    QCOMPARE(file.count("<span "), 3);
    const Reading reading = readFile(file);
    QCOMPARE(linesOf(reading.articles[0].article), linesOf(b.article()));
}

void TestTei::keepsEmptyLinesAndBlanks()
{
    for (const QString &text : {QStringLiteral("\n\nA  b\t c\n\n\nD\n \nE \n\n"), QStringLiteral("no line end"), QStringLiteral("\n"), QStringLiteral(" a"), QStringLiteral("a\n\u00A0\nb\u2028c\n")}) {
        const Reading reading = readFile(written({ArticleBuilder(text + u'x').article()}));
        QCOMPARE(reading.article().text, text + u'x');
    }
    QCOMPARE(readFile(written({ArticleBuilder(QStringLiteral("a\n\n\n")).article()})).article().text, QStringLiteral("a\n\n\n"));
}

void TestTei::replacesWhatXmlCannotHold()
{
    ArticleBuilder b(QStringLiteral("a\u0001b\uFFFEc & <d> ]]> \"e\"\n"));
    b.span(QStringLiteral("Cue"), {QStringLiteral("c")}).note = QStringLiteral("\r\n\t]]>&amp;");
    QList<Issue> losses;
    const Reading reading = readFile(written({b.article()}, &losses));
    QCOMPARE(losses.size(), 1);
    QCOMPARE(losses[0].severity, Severity::Warning);
    QCOMPARE(losses[0].count, 2);
    QCOMPARE(reading.article().text, QStringLiteral("a b\uFFFDc & <d> ]]> \"e\"\n"));
    QCOMPARE(words(reading), QStringList(QStringLiteral("Cue:c")));
    QCOMPARE(reading.annotations().spans[0].note, QStringLiteral("\r\n\t]]>&amp;"));
}

void TestTei::readsInlineQuotations()
{
    const Reading reading = read(xml("<head>Title</head>\n<p>Ana: <said who='#ana' direct='true'>\"No <q>way</q>.\"</said> Then <quote>yes</quote>, a <soCalled>reform</soCalled>."
                                     "<note>left out</note> <q who='http://x.org/people#otto #ana'>Ha</q> <q> </q></p>"),
                                 xml("<fileDesc><titleStmt><title>Talks</title><author>J. Doe</author></titleStmt><publicationStmt><publisher>The Example</publisher><date>2024</date>"
                                     "</publicationStmt></fileDesc><profileDesc><langUsage><language ident='en'/></langUsage><particDesc><listPerson><person xml:id='ana'><persName>Ana"
                                     " <surname>Petrova</surname></persName></person></listPerson></particDesc></profileDesc>"));
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.article().text, QStringLiteral("Title\nAna: \"No way.\" Then yes, a reform. Ha"));
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Quotation:\"No way.\""), QStringLiteral("Quotation:way"), QStringLiteral("Quotation:yes"), QStringLiteral("ScareQuote:reform"),
                                          QStringLiteral("Quotation:Ha")}));
    const Annotations &annotations = reading.annotations();
    QCOMPARE(annotations.attributions.size(), 2);
    QVERIFY(annotations.attributions[0].kind == Kind::Direct);
    QCOMPARE(annotations.speaker(*annotations.attributions[0].speaker)->name, QStringLiteral("Ana Petrova"));
    QCOMPARE(annotations.speaker(*annotations.attributions[1].speaker)->name, QStringLiteral("otto"));
    QCOMPARE(reading.article().meta, (ArticleMeta{QStringLiteral("Talks"), {}, QStringLiteral("The Example"), QStringLiteral("J. Doe"), QStringLiteral("2024"), QStringLiteral("en"), {}}));
    QCOMPARE(reading.issuesWith(QStringLiteral("named after its id")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("Of several speakers")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("are no part of the text")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("quotation without text")), 1);
}

void TestTei::collapsesBlanksAsTeiMeansThem()
{
    const Reading reading = read(xml("\n <div>\n  <p>\n   One\n   <said> two </said>\n   three<lb/>\n four\n  </p>\n  <list>\n   <item>a</item>\n <item><p>b</p></item> </list> <p xml:space='preserve'> c  d</p></div>"));
    QCOMPARE(reading.article().text, QStringLiteral("One two three\nfour\na\nb\n c  d"));
    QCOMPARE(words(reading), QStringList(QStringLiteral("Quotation:two")));
}

void TestTei::joinsQuotationsInPieces()
{
    const Reading reading = read(xml("<p><said xml:id='q1' next='#q2' who='#a'>One,</said> said Ana, <said xml:id='q2' prev='#q1'>two.</said> <said xml:id='q3' next='#q3'>x</said></p>"));
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Quotation:One,|two."), QStringLiteral("Quotation:x")}));
    QCOMPARE(reading.annotations().attributions.size(), 1);
}

void TestTei::readsStandOffBetweenAnchorsAndElements()
{
    const Reading reading = read(xml("<p><w xml:id='w1'>Ana</w> <w xml:id='w2'>said</w> <anchor xml:id='x'/>no<anchor xml:id='y'/> <w xml:id='w3'>way</w>.</p>"), {},
                                 xml("<standOff><spanGrp type='Speaker'><span target='#w1'>she</span></spanGrp><spanGrp><span type='Cue' from='#w2'/><span xml:id='c' ana='#Content' from='#x' to='#w3'/>"
                                     "<span from='#nowhere' to='#y'/></spanGrp>"
                                     "<linkGrp type='Report' targFunc='cue content'><link target='#c #c'/></linkGrp><link target='#c #c'/><linkGrp><link target='#c #c'/></linkGrp></standOff>"));
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Speaker:Ana"), QStringLiteral("Cue:said"), QStringLiteral("Content:no way")}));
    QCOMPARE(reading.annotations().spans[0].note, QStringLiteral("she"));
    QCOMPARE(reading.annotations().attributions.size(), 1);
    QCOMPARE(reading.annotations().attributions[0].type, QStringLiteral("Report"));
    QCOMPARE(reading.issuesWith(QStringLiteral("whose place is not in the text")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("does not say what its targets do")), 1);
}

void TestTei::countsBeyondTheBasicPlane()
{
    const Reading reading = read("<p>\xF0\x9F\x98\x80\r\nagre\xCC\x81" "ed <said>&#x1F600; \xD7\xA8\xD7\x95\xD7\xAA</said> \xF0\x9F\x98\x80<q>x</q></p>");
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Quotation:\U0001F600 \u05E8\u05D5\u05EA"), QStringLiteral("Quotation:x")}));
}

void TestTei::refusesDocumentTypes()
{
    for (const QByteArray &declaration : {xml("<!DOCTYPE TEI [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>"), xml("<!DOCTYPE TEI SYSTEM 'file:///etc/hostname'>")}) {
        const Reading reading = readFile("<?xml version=\"1.0\"?>\n" + declaration + xml("<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>&b;x</p></body></text></TEI>"));
        QVERIFY(!reading.result);
        QVERIFY(reading.result.error().message.contains(QStringLiteral("document type")));
    }
    QVERIFY(!read("<p>&unknown;</p>").result);
}

void TestTei::reportsWhatIsBroken()
{
    const Reading reading = read(xml("<p><anchor xml:id='z'/><w xml:id='a'>One</w><anchor xml:id='a'/><anchor xml:id='b'/><anchor xml:id='c'/></p>"), {},
                                 xml("<standOff><spanGrp type='X'><span xml:id='s' from='#a' to='#b' ana='#fs'/><span from='#b' to='#c'/><span from='#c' to='#z'/><span xml:id='s' from='#a'/>"
                                     "<span xml:id='n' prev='#m' next='#m' from='#a'/><span xml:id='m' prev='#n' next='#n' from='#a'/></spanGrp>"
                                     "<fs xml:id='fs'><f name='state'><string>odd</string></f><f name='speaker' fVal='#nobody'/></fs>"
                                     "<linkGrp targFunc='a b'><link target='#s #gone'/></linkGrp></standOff>"));
    QVERIFY(reading.result);
    QCOMPARE(words(reading), (QStringList{QStringLiteral("X:One"), QStringLiteral("X:One")}));
    QCOMPARE(reading.issuesWith(QStringLiteral("id that was given before")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("without characters")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("ends before it begins")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("first piece is not there")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("A state is not known")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("speaker that is not listed")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("span that is not there")), 1);
}

void TestTei::survivesFilesCutShort()
{
    const QByteArray whole = written({randomArticle(1), randomArticle(2)});
    const qsizetype first = whole.indexOf("</text>");
    for (qsizetype size = 1; size < whole.size() - 12; size += 503) {
        ImportOptions options;
        options.format = QStringLiteral("tei");
        const Reading reading = readPath(writeFile(m_folder, QStringLiteral("cut.xml"), whole.left(size)), options);
        QCOMPARE(bool(reading.result), !reading.articles.isEmpty());
        QCOMPARE(!reading.articles.isEmpty(), size > first + 6);
        QVERIFY(!reading.result || reading.issuesWith(QStringLiteral("was not read")) == 1);
    }
}

void TestTei::survivesDeepNesting()
{
    const int depth = 20000;
    const QByteArray deep = QByteArray("<hi>").repeated(depth) + 'x' + QByteArray("</hi>").repeated(depth);
    QCOMPARE(read("<p>a" + deep + "</p>").article().text, QStringLiteral("ax"));
    QCOMPARE(read("<p>a</p>", deep).article().text, QStringLiteral("a"));
}

void TestTei::namesAnyLabel()
{
    for (const QString &name : {QStringLiteral("Cue"), QStringLiteral("a b/c#%"), QStringLiteral("\u4F60\u597D\U0001F600"), QString()}) {
        QCOMPARE(fromTeiWord(teiWord(name)), name);
        QVERIFY(!teiWord(name).isEmpty() && !teiWord(name).contains(u' '));
    }
    ArticleBuilder b(QStringLiteral("One two.\n"));
    const SpanId span = b.span(QStringLiteral("a \"label\" & more"), {QStringLiteral("One")}).id;
    b.attribution({{QStringLiteral("a role"), span}}).type = QStringLiteral("a type");
    QCOMPARE(linesOf(readFile(written({b.article()})).articles[0].article), linesOf(b.article()));
}

void TestTei::leavesOtherFilesAlone()
{
    const FormatRegistry registry;
    const auto best = [&](const QString &name, const QByteArray &bytes) { return (*registry.bestImporter(writeFile(m_folder, name, bytes)))->info().name; };
    QCOMPARE(best(QStringLiteral("a.txt"), written({richArticle()})), QStringLiteral("tei"));
    QCOMPARE(best(QStringLiteral("a.xml"), "<?xml version=\"1.0\"?><xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\"/>"), QStringLiteral("xmi"));
    QCOMPARE(best(QStringLiteral("a.html"), "<!doctype html><html><body>http://www.tei-c.org/ns/1.0</body></html>"), QStringLiteral("html"));
}

void TestTei::stopsWhenCancelled()
{
    const QString path = writeFile(m_folder, QStringLiteral("cancel.xml"), written({randomArticle(1), randomArticle(2)}));
    const Progress progress;
    ImportReport report;
    const auto sink = [&progress](const ImportedArticle &) -> Result<void> {
        progress.cancel();
        return {};
    };
    const Result<void> result = FormatRegistry().read(path, {}, sink, report, progress);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
    QCOMPARE(report.articles, 1);
}

QTEST_GUILESS_MAIN(TestTei)
#include "test_tei.moc"
