// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetesting.h"

#include <app/exchange/docximporter.h>
#include <app/exchange/epubpackage.h>
#include <app/exchange/ziparchive.h>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

/// Word documents, OpenDocument texts and EPUB.
class TestDocuments : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsAWordDocument();
    void leavesOutWhatWordHasDeleted();
    void readsTextBoxesOnce();
    void readsAnOpenDocumentText();
    void collapsesBlanksInOpenDocument();
    void readsABookInTheOrderOfItsSpine();
    void staysWithinTheArchive();
    void knowsThemByTheirContent();
    void refusesDocumentTypes();
    void takesWhatStandsBeforeTheDamage();
    void saysWhatIsWrong();
    void refusesWhatUnpacksToTooMuch();
    void cancels();

private:
    using Files = QList<std::pair<const char *, QByteArray>>;

    Reading read(const Files &files, const char *name)
    {
        ZipWriter writer;
        for (const auto &[file, bytes] : files) {
            if (!writer.add(QLatin1String(file), bytes, qstrcmp(file, "mimetype") == 0))
                qFatal("cannot pack");
        }
        return readPath(writeFile(m_folder, QLatin1String(name), *writer.finish()));
    }

    static QByteArray word(const QByteArray &body)
    {
        return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" + body + "</w:body></w:document>";
    }
    static QByteArray open(const QByteArray &body)
    {
        return "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
               "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\"><office:body><office:text>"
            + body + "</office:text></office:body></office:document-content>";
    }
    static QByteArray container(const QByteArray &path) { return "<container><rootfiles><rootfile full-path=\"" + path + "\"/></rootfiles></container>"; }
    static QByteArray package(const QByteArray &metadata, const QByteArray &items, const QByteArray &spine)
    {
        return "<package xmlns=\"http://www.idpf.org/2007/opf\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">" + metadata + "</metadata><manifest>" + items + "</manifest><spine>" + spine
            + "</spine></package>";
    }
    static QByteArray item(const QByteArray &id, const QByteArray &href, const QByteArray &more = {})
    {
        return "<item id=\"" + id + "\" href=\"" + href + "\" media-type=\"application/xhtml+xml\" " + more + "/>";
    }

    QTemporaryDir m_folder;
};

void TestDocuments::initTestCase()
{
    if (!isZipSupported())
        QSKIP("built without libzip");
}

void TestDocuments::readsAWordDocument()
{
    const QByteArray core = "<cp:coreProperties xmlns:cp=\"a\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"><dc:title> Talks\nended </dc:title><dc:creator>J. Doe</dc:creator>"
                            "<dc:language>en-GB</dc:language><dcterms:created>2024-05-06T07:08:09Z</dcterms:created></cp:coreProperties>";
    const Reading reading = read({{"[Content_Types].xml", "<Types/>"}, {"docProps/core.xml", core},
                                  {"word/document.xml", word("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>A head</w:t></w:r></w:p><w:p/><w:p><w:r><w:t xml:space=\"preserve\">Ana </w:t></w:r>"
                                                             "<w:hyperlink><w:r><w:t>said:</w:t><w:tab/><w:t>\xF0\x9F\x98\x80 \xE2\x80\x9Cyes\xE2\x80\x9D</w:t><w:br/><w:t>twice</w:t><w:noBreakHyphen/><w:t>over.</w:t></w:r></w:hyperlink>"
                                                             "<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>")}},
                                 "a.docx");
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.article().text, QStringLiteral("A head\nAna said:\t\U0001F600 \u201Cyes\u201D\ntwice\u2011over.\n"));
    QCOMPARE(reading.article().externalId, QStringLiteral("a"));
    const ArticleMeta meta = {QStringLiteral("Talks ended"), {}, {}, QStringLiteral("J. Doe"), QStringLiteral("2024-05-06T07:08:09Z"), QStringLiteral("en-GB"), {}};
    QCOMPARE(reading.article().meta, meta);
    QCOMPARE(reading.issuesWith(QStringLiteral("Notes at the foot")), 1);
}

void TestDocuments::leavesOutWhatWordHasDeleted()
{
    const Reading reading = read({{"word/document.xml", word("<w:p><w:del><w:r><w:t>no</w:t><w:delText>no</w:delText></w:r></w:del><w:ins><w:r><w:t>yes</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>no</w:t></w:r></w:moveFrom>"
                                                             "<w:r><w:fldChar/><w:instrText> PAGE </w:instrText></w:r></w:p>")}},
                                 "a.docx");
    QCOMPARE(reading.article().text, QStringLiteral("yes\n"));
    QCOMPARE(reading.article().meta.title, QStringLiteral("a"));
}

void TestDocuments::readsTextBoxesOnce()
{
    const QByteArray box = "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>";
    const Reading reading = read({{"word/document.xml", word("<w:p><w:r><w:t>be</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box + "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>fore</w:t></w:r></w:p>")}},
                                 "a.docx");
    QCOMPARE(reading.article().text, QStringLiteral("box\nbefore\n"));
}

void TestDocuments::readsAnOpenDocumentText()
{
    const QByteArray meta = "<m xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:meta=\"m\"><dc:title>Title</dc:title><meta:initial-creator>J. Doe</meta:initial-creator><dc:creator>Other</dc:creator>"
                            "<dc:date>2025-01-01</dc:date><meta:creation-date>2024-05-06</meta:creation-date></m>";
    const Reading reading = read({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"meta.xml", meta},
                                  {"content.xml", open("<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h>A head</text:h><text:p>Ana <text:span>said</text:span>:<text:tab/>\xF0\x9F\x98\x80"
                                                       "<text:note><text:note-body><text:p>a note</text:p></text:note-body></text:note><text:line-break/>yes<text:s/><text:s text:c=\"2\"/>.</text:p>"
                                                       "<text:p><draw:frame><svg:title>a picture</svg:title><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>end</text:p>")}},
                                 "a.odt");
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.article().text, QStringLiteral("A head\nAna said:\t\U0001F600\nyes   .\nbox\nend\n"));
    QCOMPARE(reading.article().meta.author, QStringLiteral("J. Doe"));
    QCOMPARE(reading.article().meta.published, QStringLiteral("2024-05-06"));
    QCOMPARE(reading.issuesWith(QStringLiteral("Notes at the foot")), 1);
}

void TestDocuments::collapsesBlanksInOpenDocument()
{
    const Reading reading = read({{"content.xml", open("<text:p>\n  one\n  <text:span> two</text:span> </text:p>\n<text:p> </text:p>")}}, "a.odt");
    QCOMPARE(reading.article().text, QStringLiteral("one two\n"));
}

void TestDocuments::readsABookInTheOrderOfItsSpine()
{
    const QByteArray page = "<?xml version=\"1.0\"?><!DOCTYPE html><html><head><title>no</title></head><body>";
    const Reading reading = read({{"mimetype", "application/epub+zip"}, {"META-INF/container.xml", container("OPS/b.opf")},
                                  {"OPS/b.opf", package("<dc:title>The Book</dc:title><dc:title>Sub</dc:title><dc:creator>A</dc:creator><dc:creator>B</dc:creator><dc:language>en</dc:language><dc:date>2024</dc:date><dc:publisher>P</dc:publisher>",
                                                        item("n", "nav.xhtml", "properties=\"nav\"") + item("1", "text/one%20a.xhtml") + item("2", "two.xhtml") + item("3", "three.xhtml"),
                                                        "<itemref idref=\"n\"/><itemref idref=\"2\"/><itemref idref=\"1\"/><itemref idref=\"3\" linear=\"no\"/><itemref idref=\"9\"/>")},
                                  {"OPS/nav.xhtml", page + "<p>no</p>"}, {"OPS/three.xhtml", page + "<p>no</p>"},
                                  {"OPS/text/one a.xhtml", page + "<h1>Head</h1><p>A&nbsp;<em>b</em>\n c<a epub:type=\"noteref\">1</a>.</p><aside role=\"doc-footnote\">no</aside><div>d<p>e</p>f</div><script>no</script></body></html>"}, {"OPS/two.xhtml", page + "<p>First \xF0\x9F\x98\x80.</p></body></html>"}},
                                 "a.epub");
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.report.issues.size(), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("Notes at the foot")), 2);
    QCOMPARE(reading.article().text, QStringLiteral("First \U0001F600.\nHead\nA b c.\nd\ne\nf\n"));
    const ArticleMeta meta = {QStringLiteral("The Book"), {}, QStringLiteral("P"), QStringLiteral("A, B"), QStringLiteral("2024"), QStringLiteral("en"), {}};
    QCOMPARE(reading.article().meta, meta);
}

void TestDocuments::staysWithinTheArchive()
{
    const auto package = parseEpubPackage(TestDocuments::package({}, item("1", "../../etc/passwd") + item("2", "/etc/passwd") + item("3", "../a.xhtml") + item("4", "%2e%2e/%2e%2e/x"),
                                                                 "<itemref idref=\"1\"/><itemref idref=\"2\"/><itemref idref=\"3\"/><itemref idref=\"4\"/>"),
                                          QStringLiteral("OPS/b.opf"), {});
    QVERIFY(package);
    QCOMPARE(package->files, (QStringList{QStringLiteral("OPS/etc/passwd"), QStringLiteral("a.xhtml")}));
}

void TestDocuments::knowsThemByTheirContent()
{
    const FormatRegistry registry;
    const auto best = [&](const Files &files) {
        read(files, "unnamed");
        const auto importer = registry.bestImporter(m_folder.filePath(QStringLiteral("unnamed")));
        return importer ? (*importer)->info().name : QString();
    };
    QCOMPARE(best({{"word/document.xml", word({})}}), QStringLiteral("docx"));
    QCOMPARE(best({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", open({})}}), QStringLiteral("odt"));
    QCOMPARE(best({{"mimetype", "application/epub+zip"}}), QStringLiteral("epub"));
    QCOMPARE(best({{"xl/workbook.xml", "<a/>"}}), QStringLiteral("xlsx"));
    QCOMPARE(best({{"project.qde", "<a/>"}}), QStringLiteral("qdpx"));
    QCOMPARE(DocxImporter().likelihood(QStringLiteral("a.docx"), "no archive"), 0);
}

void TestDocuments::refusesDocumentTypes()
{
    const QByteArray bomb = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>";
    const Reading docx = read({{"word/document.xml", bomb + word("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")}}, "a.docx");
    QCOMPARE(docx.issuesWith(QStringLiteral("document type")), 1);
    QVERIFY(!docx.result);
    QCOMPARE(read({{"content.xml", bomb + open("<text:p>&b;</text:p>")}}, "a.odt").issuesWith(QStringLiteral("document type")), 1);
    QVERIFY(read({{"META-INF/container.xml", container("b.opf")}, {"b.opf", bomb + package({}, {}, {})}}, "a.epub").result.error().message.contains(QStringLiteral("document type")));
}

void TestDocuments::takesWhatStandsBeforeTheDamage()
{
    const Reading docx = read({{"word/document.xml", word("<w:p><w:r><w:t>One.</w:t></w:r></w:p><w:p><w:r><w:t>Two").chopped(20)}}, "a.docx");
    QVERIFY(docx.result);
    QVERIFY(docx.article().text.startsWith(QStringLiteral("One.\n")));
    QCOMPARE(docx.issuesWith(QStringLiteral("could not be read to its end")), 1);
    QVERIFY(docx.report.issues[0].place.contains(QStringLiteral("word/document.xml, line 1")));
    const Reading epub = read({{"META-INF/container.xml", container("b.opf")}, {"b.opf", package({}, item("1", "one.xhtml") + item("2", "two.xhtml"), "<itemref idref=\"1\"/><itemref idref=\"2\"/>")},
                               {"two.xhtml", QByteArray("<div>").repeated(20'000) + "deep"}},
                              "a.epub");
    QVERIFY(!epub.result);
    QCOMPARE(epub.issuesWith(QStringLiteral("left out")), 1);
    QCOMPARE(epub.issuesWith(QStringLiteral("too deep")), 1);
    const Reading deep = read({{"word/document.xml", word(QByteArray("<w:p>").repeated(50'000) + "<w:r><w:t>deep</w:t></w:r>")}}, "a.docx");
    QCOMPARE(deep.article().text, QStringLiteral("deep\n"));
}

void TestDocuments::saysWhatIsWrong()
{
    const auto message = [this](const Files &files, const char *name) { return read(files, name).result.error().message; };
    QVERIFY(message({{"a", "b"}}, "a.docx").contains(QStringLiteral("no Word document")));
    QVERIFY(message({{"a", "b"}}, "a.odt").contains(QStringLiteral("no OpenDocument")));
    QVERIFY(message({{"a", "b"}}, "a.epub").contains(QStringLiteral("no EPUB")));
    QVERIFY(message({{"word/document.xml", word("<w:p/>")}}, "a.docx").contains(QStringLiteral("no text")));
    QVERIFY(message({{"content.xml", "x"}, {"META-INF/manifest.xml", "<encryption-data/>"}}, "a.odt").contains(QStringLiteral("encrypted")));
    QVERIFY(message({{"META-INF/container.xml", container("b.opf")}, {"META-INF/rights.xml", "x"}, {"b.opf", "x"}}, "a.epub").contains(QStringLiteral("locked")));
    QVERIFY(message({{"META-INF/container.xml", container("b.opf")}, {"b.opf", package({}, {}, {})}}, "a.epub").contains(QStringLiteral("no documents")));
    for (const char *name : {"cut.docx", "cut.odt", "cut.epub"})
        QVERIFY(readPath(writeFile(m_folder, QLatin1String(name), "PK\x03\x04 cut short")).result.error().message.contains(QStringLiteral("damaged")));
}

void TestDocuments::refusesWhatUnpacksToTooMuch()
{
    const Reading reading = read({{"word/document.xml", QByteArray(130 * 1024 * 1024, ' ')}}, "bomb.docx");
    QVERIFY(reading.result.error().message.contains(QStringLiteral("unpacks to more than")));
}

void TestDocuments::cancels()
{
    read({{"word/document.xml", word("<w:p><w:r><w:t>One.</w:t></w:r></w:p>")}}, "c.docx");
    const Progress progress;
    progress.cancel();
    ImportReport report;
    const auto sink = [](ImportedArticle) -> Result<void> { return {}; };
    QCOMPARE(DocxImporter().read(m_folder.filePath(QStringLiteral("c.docx")), {}, sink, report, progress).error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestDocuments)
#include "test_documents.moc"
