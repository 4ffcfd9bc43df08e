// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roundtrip.h"

#include <app/exchange/qdpximporter.h>
#include <app/exchange/xmltext.h>
#include <app/exchange/ziparchive.h>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestQdpx : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void givesBackRandomArticles();
    void givesBackTheRichArticle();
    void writesSelectionsWithTheTextsThatTheyName();
    void writesTheSameBytesTwice();
    void writesTheSchemaAsCodes();
    void tellsWhatStandsElsewhere();
    void readsAProjectOfAnotherProgram();
    void readsNotesAndLinksOfAnotherProgram();
    void countsCrlfAsTheNamesSay();
    void countsCrlfAsOneForAtlas();
    void countsUtf16IfOnlyThatFits();
    void takesEdgesWithinCharactersOutward();
    void reportsBadSelections();
    void reportsBadReferences();
    void readsWhatStandsBeforeTheDamage();
    void refusesDocumentTypesAndOtherXml();
    void refusesTextsOutsideTheArchive();
    void writesACodebook();
    void cancels();

private:
    using Files = QList<std::pair<QString, QByteArray>>;

    QString archive(const Files &files, const QString &name = QStringLiteral("p.qdpx"))
    {
        ZipWriter writer;
        for (const auto &[file, bytes] : files) {
            if (!writer.add(file, bytes))
                qFatal("cannot pack");
        }
        return writeFile(m_folder, name, *writer.finish());
    }

    /// A project with one text and the code "Quote" (C) under "Speech", and "Source" (D).
    Reading read(const QByteArray &text, const QByteArray &selections, const QByteArray &rest = {}, const QByteArray &origin = "Other")
    {
        const QByteArray xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project name=\"p\" origin=\"" + origin + "\" xmlns=\"urn:QDA-XML:project:1.0\">\n"
            "<Users><User guid=\"00000000-0000-0000-0000-00000000000A\" name=\"Ruth\"/></Users>\n<CodeBook><Codes>"
            "<Code guid=\"00000000-0000-0000-0000-00000000000B\" name=\"Speech\" isCodable=\"false\">"
            "<Code guid=\"00000000-0000-0000-0000-00000000000C\" name=\"Quote\" isCodable=\"true\"/></Code>"
            "<Code guid=\"00000000-0000-0000-0000-00000000000D\" name=\"Source\" isCodable=\"true\"/></Codes></CodeBook>\n"
            "<Sources><TextSource guid=\"{00000000-0000-0000-0000-00000000000f}\" name=\"First\" plainTextPath=\"internal://t.txt\">"
            + selections + "</TextSource></Sources>" + rest + "</Project>";
        return readPath(archive({{QStringLiteral("project.qde"), xml}, {QStringLiteral("Sources/t.txt"), text}}));
    }

    static QByteArray selection(int number, int begin, int end, const char *code = "C", const QByteArray &more = {}, const QByteArray &name = {})
    {
        const QByteArray guid = "00000000-0000-0000-0000-0000000001" + QByteArray::number(number).rightJustified(2, '0');
        return "<PlainTextSelection guid=\"" + guid + "\" name=\"" + name + "\" startPosition=\"" + QByteArray::number(begin) + "\" endPosition=\"" + QByteArray::number(end)
            + "\" creatingUser=\"00000000-0000-0000-0000-00000000000a\">" + (more.startsWith("<Description") ? more : QByteArray()) + "<Coding guid=\"00000000-0000-0000-0000-0000000002"
            + QByteArray::number(number).rightJustified(2, '0') + "\"><CodeRef targetGUID=\"00000000-0000-0000-0000-00000000000" + code + "\"/></Coding>"
            + (more.startsWith("<Description") ? QByteArray() : more) + "</PlainTextSelection>";
    }

    static QStringList words(const Reading &reading)
    {
        QStringList result;
        for (const Span &span : reading.annotations().spans)
            result.append(span.label + u':' + textOf(span.fragments, reading.article().text, u"|"));
        return result;
    }

    QTemporaryDir m_folder;
};

void TestQdpx::initTestCase()
{
    if (!isZipSupported())
        QSKIP("built without libzip");
}

void TestQdpx::givesBackRandomArticles()
{
    QList<AnnotatedArticle> articles;
    for (quint32 seed = 0; seed < 40; ++seed)
        articles.append(randomArticle(seed));
    QList<Issue> losses;
    const Reading reading = throughFile(m_folder.filePath(QStringLiteral("r.qdpx")), QStringLiteral("qdpx"), articles, &losses);
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(reading.articles.size(), articles.size());
    for (const Issue &loss : losses)
        QCOMPARE(loss.severity, Severity::Note);
    Kept kept;
    kept.origins = true;
    for (qsizetype i = 0; i < articles.size(); ++i)
        QCOMPARE(linesOf(reading.articles[i].article, kept), linesOf(articles[i], kept));
}

void TestQdpx::givesBackTheRichArticle()
{
    AnnotatedArticle article = richArticle();
    article.annotations.spans[0].note = QStringLiteral("  kept \r with blanks ");
    const Reading reading = throughFile(m_folder.filePath(QStringLiteral("rich.qdpx")), QStringLiteral("qdpx"), {article});
    QCOMPARE(reading.report.issues, QList<Issue>());
    AnnotatedArticle back = renumbered(reading.articles.at(0).article);
    const AnnotatedArticle there = renumbered(article);
    QCOMPARE(back.article, there.article);
    QCOMPARE(back.annotations.spans.size(), there.annotations.spans.size());
    Kept kept;
    kept.origins = true;
    QCOMPARE(linesOf(back, kept), linesOf(there, kept));
    QCOMPARE(back.annotations.speakers.size(), 2);
    QCOMPARE(back.annotations.speakers[0].colour, QStringLiteral("#0072b2"));
    QCOMPARE(back.annotations.speakers[0].aliases, there.annotations.speakers[0].aliases);
}

void TestQdpx::writesSelectionsWithTheTextsThatTheyName()
{
    const QString path = m_folder.filePath(QStringLiteral("texts.qdpx"));
    exportTo(path, QStringLiteral("qdpx"), {richArticle()}, allStates());
    const auto zip = ZipReader::open(path);
    QVERIFY(zip);
    const QByteArray project = *zip->read(QStringLiteral("project.qde"));
    QVERIFY(project.startsWith("<?xml "));
    QString guid;
    QList<uint> text;
    int selections = 0;
    int links = 0;
    int cases = 0;
    QXmlStreamReader xml(project);
    while (!xml.atEnd()) {
        if (!xml.readNext() || !xml.isStartElement())
            continue;
        if (xml.name() == u"TextSource") {
            guid = xml.attributes().value(QLatin1String("guid")).toString();
            QCOMPARE(xml.attributes().value(QLatin1String("plainTextPath")).toString(), QStringLiteral("internal://%1.txt").arg(guid));
            const QByteArray bytes = *zip->read(QStringLiteral("sources/%1.txt").arg(guid));
            QVERIFY(!bytes.contains('\r') && !bytes.startsWith("\xEF\xBB\xBF"));
            text = QString::fromUtf8(bytes).toUcs4();
        } else if (xml.name() == u"PlainTextSelection") {
            const int begin = xml.attributes().value(QLatin1String("startPosition")).toInt();
            const QList<uint> piece = text.mid(begin, xml.attributes().value(QLatin1String("endPosition")).toInt() - begin);
            QCOMPARE(QString::fromUcs4(reinterpret_cast<const char32_t *>(piece.constData()), piece.size()).simplified(), xml.attributes().value(QLatin1String("name")).toString());
            ++selections;
        }
        links += xml.name() == u"Link";
        cases += xml.name() == u"Case";
    }
    QVERIFY(!xml.hasError());
    QCOMPARE(selections, 11); // ten spans, one in two pieces
    QCOMPARE(links, 1 + 2 + 2 + 1); // the pieces, then each attribution's
    QCOMPARE(cases, 2);
}

void TestQdpx::writesTheSameBytesTwice()
{
    const QString one = m_folder.filePath(QStringLiteral("one.qdpx"));
    const QString two = m_folder.filePath(QStringLiteral("two.qdpx"));
    exportTo(one, QStringLiteral("qdpx"), {richArticle(), randomArticle(3)}, allStates());
    exportTo(two, QStringLiteral("qdpx"), {richArticle(), randomArticle(3)}, allStates());
    QCOMPARE(contentsOf(one), contentsOf(two));
}

void TestQdpx::writesTheSchemaAsCodes()
{
    ExportOptions options = allStates();
    Label label;
    label.name = QStringLiteral("Claim");
    label.title = QStringLiteral("Claim & more");
    label.guideline = QStringLiteral("What <can> be checked.");
    label.colour = QStringLiteral("#ae2d15");
    options.schema.labels = {label};
    const QString path = m_folder.filePath(QStringLiteral("codes.qdpx"));
    exportTo(path, QStringLiteral("qdpx"), {richArticle()}, options);
    const QByteArray project = *ZipReader::open(path)->read(QStringLiteral("project.qde"));
    QVERIFY(project.contains("name=\"Claim\" isCodable=\"true\" color=\"#ae2d15\"><Description>Claim &amp; more\nWhat &lt;can&gt; be checked.</Description></Code>"));
    QVERIFY(project.contains("name=\"ScareQuote\" isCodable=\"true\">")); // the schema lacks it
}

void TestQdpx::tellsWhatStandsElsewhere()
{
    const QList<Issue> losses = exportTo(m_folder.filePath(QStringLiteral("l.qdpx")), QStringLiteral("qdpx"), {richArticle()}, allStates());
    QCOMPARE(losses.size(), 3);
    const auto count = [&losses](const QString &words) {
        int sum = 0;
        for (const Issue &loss : losses)
            sum += loss.message.contains(words) ? loss.count : 0;
        return sum;
    };
    QCOMPARE(count(QStringLiteral("Suggested and rejected")), 3); // the content, the speaker and the nested attribution
    QCOMPARE(count(QStringLiteral("several pieces")), 1);
    QCOMPARE(count(QStringLiteral("no place for")), 13);
}

void TestQdpx::readsAProjectOfAnotherProgram()
{
    const Reading reading = read("\xEF\xBB\xBF\xF0\x9F\x98\x80 Ana said: so it is.\n", selection(1, 2, 5, "D", "<Description>who\nspeaks</Description>") + selection(2, 12, 20, "c"));
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Source:Ana"), QStringLiteral("Quote:so it is")}));
    QCOMPARE(reading.article().externalId, QStringLiteral("First"));
    QCOMPARE(reading.article().meta.title, QStringLiteral("First"));
    const Span &span = reading.annotations().spans[0];
    QCOMPARE(span.note, QStringLiteral("who\nspeaks"));
    QCOMPARE(span.provenance.origin.name, QStringLiteral("Ruth"));
    QVERIFY(span.provenance.state == State::Accepted && span.provenance.origin.kind == OriginKind::Import);
    ImportOptions options;
    options.state = State::Suggested;
    options.annotator = QStringLiteral("me");
    const Reading suggested = readPath(m_folder.filePath(QStringLiteral("p.qdpx")), options);
    QVERIFY(suggested.annotations().spans[0].provenance.state == State::Suggested);
    QCOMPARE(suggested.annotations().spans[0].provenance.origin.name, QStringLiteral("me"));
}

void TestQdpx::readsNotesAndLinksOfAnotherProgram()
{
    const QByteArray link = "<Link guid=\"00000000-0000-0000-0000-000000000301\" originGUID=\"%1\" targetGUID=\"%2\"/>";
    const auto linked = [&link](const char *a, const char *b) {
        return QByteArray(link).replace("%1", QByteArray("00000000-0000-0000-0000-000000000") + a).replace("%2", QByteArray("00000000-0000-0000-0000-000000000") + b);
    };
    const Reading reading = read("Ana said so and Bo no.\n",
                                 selection(1, 0, 3, "D", "<NoteRef targetGUID=\"00000000-0000-0000-0000-000000000401\"/>") + selection(2, 9, 11) + selection(3, 16, 18, "D"),
                                 "<Notes><Note guid=\"00000000-0000-0000-0000-000000000401\"><PlainTextContent>mind her</PlainTextContent></Note>"
                                 "<Note guid=\"00000000-0000-0000-0000-000000000402\"><PlainTextContent>by link</PlainTextContent></Note></Notes><Links>"
                                     + linked("101", "102") + linked("102", "103") + linked("402", "103") + linked("101", "103") + "</Links>"
                                 "<Cases><Case guid=\"00000000-0000-0000-0000-000000000501\" name=\"Ana P\"><SelectionRef targetGUID=\"00000000-0000-0000-0000-000000000101\"/></Case></Cases>");
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.annotations().spans[0].note, QStringLiteral("mind her"));
    QCOMPARE(reading.annotations().spans[2].note, QStringLiteral("by link"));
    QCOMPARE(reading.annotations().speakers.size(), 1);
    QVERIFY(reading.annotations().spans[0].speaker == reading.annotations().speakers[0].id);
    QCOMPARE(reading.annotations().attributions.size(), 1);
    QCOMPARE(reading.annotations().attributions[0].spans(sourceRole).size(), 2);
    QCOMPARE(reading.annotations().attributions[0].spans(contentRole).size(), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("Links were not kept")), 1);
}

void TestQdpx::countsCrlfAsTheNamesSay()
{
    const Reading one = read("A\r\nB\r\nword here\r\n", selection(1, 4, 8, "C", {}, "word"));
    QCOMPARE(words(one), QStringList{QStringLiteral("Quote:word")});
    QCOMPARE(one.issuesWith(QStringLiteral("unusual way")), 1);
    const Reading two = read("A\r\nB\r\nword here\r\n", selection(1, 6, 10, "C", {}, "word"));
    QCOMPARE(words(two), QStringList{QStringLiteral("Quote:word")});
    QCOMPARE(two.report.issues.size(), 0);
    QCOMPARE(two.article().text, QStringLiteral("A\nB\nword here\n"));
}

void TestQdpx::countsCrlfAsOneForAtlas()
{
    QCOMPARE(words(read("A\r\nB\r\nword here\r\n", selection(1, 4, 8), {}, "ATLAS.ti for Windows")), QStringList{QStringLiteral("Quote:word")});
    QCOMPARE(words(read("A\r\nB\r\nword here\r\n", selection(1, 6, 10), {}, "MAXQDA")), QStringList{QStringLiteral("Quote:word")});
}

void TestQdpx::countsUtf16IfOnlyThatFits()
{
    QCOMPARE(words(read("\xF0\x9F\x98\x80\xF0\x9F\x98\x80 Ana spoke.", selection(1, 5, 8, "C", {}, "Ana"))), QStringList{QStringLiteral("Quote:Ana")});
    QCOMPARE(words(read("\xF0\x9F\x98\x80\xF0\x9F\x98\x80 Ana spoke.", selection(1, 3, 6, "C", {}, "Ana"))), QStringList{QStringLiteral("Quote:Ana")});
    QCOMPARE(words(read("\xF0\x9F\x98\x80\xF0\x9F\x98\x80 Ana spoke.", selection(1, 3, 12, "C", {}, "Ana spo..."))), QStringList{QStringLiteral("Quote:Ana spoke")});
}

void TestQdpx::takesEdgesWithinCharactersOutward()
{
    // UTF-16 by the name of another selection; this one ends within an emoji.
    const Reading reading = read("\xF0\x9F\x98\x80 Ana \xD7\xA8\xD7\x95\xD7\xAA e\xCC\x81.", selection(1, 3, 6, "C", {}, "Ana") + selection(2, 0, 1) + selection(3, 11, 12));
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Quote:\U0001F600"), QStringLiteral("Quote:Ana"), QStringLiteral("Quote:e")}));
}

void TestQdpx::reportsBadSelections()
{
    const Reading reading = read("Ana said.\n", selection(1, 5, 3) + selection(2, 4, 4) + selection(3, 0, 99) + selection(4, -1, 2) + selection(5, 0, 3, "B")
                                     + "<PlainTextSelection guid=\"x\" startPosition=\"one\" endPosition=\"2\"/><PlainTextSelection guid=\"y\" startPosition=\"0\" endPosition=\"2\"/>"
                                       "<PlainTextSelection guid=\"z\" startPosition=\"99999999999999999999\" endPosition=\"2\"/>");
    QVERIFY(reading.result);
    QCOMPARE(words(reading), QStringList{QStringLiteral("Speech:Ana")});
    QCOMPARE(reading.issuesWith(QStringLiteral("outside the text")), 3);
    QCOMPARE(reading.issuesWith(QStringLiteral("without characters")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("without positions")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("without a code")), 1);
    QVERIFY(reading.report.issues[0].place.contains(QStringLiteral("line 5")));
}

void TestQdpx::reportsBadReferences()
{
    const Reading reading = read("Ana said.\n", selection(1, 0, 3, "E") + selection(1, 4, 8) + selection(1, 0, 3, "D")
                                     + selection(2, 0, 3, "C", "<Description>Quoth {\"partOf\":\"none\"}</Description>")
                                     + selection(3, 0, 3, "C", "<Description>Quoth {\"speaker\":\"none\",\"confidence\":7,\"state\":\"odd\"}</Description>")
                                     + selection(4, 0, 3, "C", "<NoteRef targetGUID=\"none\"/>"),
                                 "<Notes><Note guid=\"n\"><Description>Quoth {\"frame\":{\"source\":\"00000000-0000-0000-0000-00000000000F\",\"fillers\":[[\"cue\",\"none\"],5]}}</Description></Note></Notes>");
    QVERIFY(reading.result);
    QCOMPARE(reading.annotations().spans.size(), 5);
    QCOMPARE(reading.annotations().attributions.size(), 0);
    QCOMPARE(reading.issuesWith(QStringLiteral("code is not there")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("GUID is given twice")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("first piece is not there")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("speaker that is not there")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("note that is not there")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("role's reference")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("no span was left")), 1);
}

void TestQdpx::readsWhatStandsBeforeTheDamage()
{
    const QByteArray begin = "<Project name=\"p\" xmlns=\"urn:QDA-XML:project:1.0\"><Sources><TextSource guid=\"a\" name=\"A\"><PlainTextContent>Text.</PlainTextContent></TextSource>";
    const Reading reading = readPath(archive({{QStringLiteral("project.qde"), begin + "<TextSource guid=\"b\""}}));
    QVERIFY(reading.result);
    QCOMPARE(reading.articles.size(), 1);
    QCOMPARE(reading.article().text, QStringLiteral("Text."));
    QCOMPARE(reading.report.issues.size(), 1);
    QVERIFY(reading.report.issues[0].severity == Severity::Error && reading.report.issues[0].place.contains(QStringLiteral("line 1")));
    const QByteArray deep = begin + "</Sources><CodeBook><Codes>" + QByteArray("<Code guid=\"a\" name=\"b\">").repeated(5000);
    QCOMPARE(readPath(archive({{QStringLiteral("project.qde"), deep}})).issuesWith(QStringLiteral("nested too deep")), 1);
    const QByteArray whole = contentsOf(archive({{QStringLiteral("project.qde"), begin + "</Sources></Project>"}}));
    QVERIFY(!readPath(writeFile(m_folder, QStringLiteral("cut.qdpx"), whole.left(whole.size() / 2))).result);
}

void TestQdpx::refusesDocumentTypesAndOtherXml()
{
    const QByteArray bomb = "<!DOCTYPE p [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"&b;\"/>";
    const Reading typed = readPath(archive({{QStringLiteral("project.qde"), bomb}}));
    QVERIFY(typed.result.error().message.contains(QStringLiteral("document type")));
    QVERIFY(readPath(archive({{QStringLiteral("project.qde"), "<Book/>"}})).result.error().message.contains(QStringLiteral("REFI-QDA")));
    QVERIFY(readPath(archive({{QStringLiteral("other.xml"), "<Book/>"}})).result.error().message.contains(QStringLiteral("project.qde")));
    QVERIFY(readPath(archive({{QStringLiteral("project.qde"), "<Project name=\"p\" xmlns=\"urn:QDA-XML:project:1.0\"/>"}})).result.error().message.contains(QStringLiteral("no text")));
}

void TestQdpx::refusesTextsOutsideTheArchive()
{
    writeFile(m_folder, QStringLiteral("secret.txt"), "secret");
    for (const char *path : {"absolute:///etc/hostname", "relative://secret.txt", "internal://../secret.txt", "internal://none.txt", ""}) {
        const QByteArray xml = QByteArray("<Project name=\"p\" xmlns=\"urn:QDA-XML:project:1.0\"><Sources><TextSource guid=\"a\" plainTextPath=\"") + path
            + "\"/><PictureSource guid=\"b\"/><TextSource guid=\"c\"><PlainTextContent>Here.</PlainTextContent></TextSource></Sources></Project>";
        const Reading reading = readPath(archive({{QStringLiteral("project.qde"), xml}}));
        QVERIFY(reading.result);
        QCOMPARE(reading.articles.size(), 1);
        QCOMPARE(reading.issuesWith(QStringLiteral("left out")), 1);
        QCOMPARE(reading.issuesWith(QStringLiteral("have no text")), 1);
    }
}

void TestQdpx::writesACodebook()
{
    const QString path = m_folder.filePath(QStringLiteral("c.qdc"));
    const QList<Issue> losses = exportTo(path, QStringLiteral("qdc"), {richArticle()}, allStates());
    QCOMPARE(losses.size(), 2);
    QCOMPARE(losses[1].count, 13);
    QVERIFY(contentsOf(path).contains("<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Quoth\">\n<Codes>\n<Code guid="));
    QCOMPARE(contentsOf(path).count("<Code "), 5);
    QCOMPARE(exportTo(path, QStringLiteral("qdc"), {ArticleBuilder(QStringLiteral("x")).article()}).value(0).severity, Severity::Error);
}

void TestQdpx::cancels()
{
    exportTo(m_folder.filePath(QStringLiteral("cancel.qdpx")), QStringLiteral("qdpx"), {randomArticle(1), randomArticle(2)});
    const Progress progress;
    ImportReport report;
    const auto sink = [&progress](ImportedArticle) -> Result<void> {
        progress.cancel();
        return {};
    };
    const Result<void> read = QdpxImporter().read(m_folder.filePath(QStringLiteral("cancel.qdpx")), {}, sink, report, progress);
    QCOMPARE(read.error().code, ErrorCode::Cancelled);
    QCOMPARE(report.articles, 1);
}

QTEST_GUILESS_MAIN(TestQdpx)
#include "test_qdpx.moc"
