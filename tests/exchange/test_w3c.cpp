// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roundtrip.h"

#include <app/exchange/jsonitems.h>
#include <app/exchange/quoteanchor.h>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

/// Single quotation marks become double ones, so that JSON can be read.
static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }

class TestW3c : public QObject
{
    Q_OBJECT

private slots:
    void givesBackRandomArticles();
    void readsBackAllThatItWrote();
    void writesATargetForEachPiece();
    void tellsWhatOnlyQuothReads();
    void readsAnnotationsOfOthersBesideTheirText();
    void countsCodePointsOrElseUnits();
    void looksForTheQuoteWherePositionsDoNotFit();
    void findsQuotesByTheirSurroundings();
    void readsSingleAnnotationsAndCollections();
    void saysThatTheTextIsMissing();
    void keepsTheCarriageReturnsInTheCount();
    void reportsWhatItCannotPlace();
    void survivesFilesCutShort();
    void cutsListsIntoItems();
    void leavesOtherFilesAlone();
    void stopsWhenCancelled();

private:
    Reading read(const QByteArray &text, const QByteArray &json)
    {
        writeFile(m_folder, QStringLiteral("doc.txt"), text);
        return readPath(writeFile(m_folder, QStringLiteral("doc.jsonld"), json));
    }
    static QByteArray annotation(const QByteArray &target, const QByteArray &body = json("{'type':'TextualBody','purpose':'tagging','value':'X'}"))
    {
        return json("{'@context':'http://www.w3.org/ns/anno.jsonld','type':'Annotation','body':") + body + json(",'target':") + target + '}';
    }
    static QByteArray target(const QByteArray &selectors) { return json("{'source':'https://example.org/a','selector':") + selectors + '}'; }
    static QByteArray position(int begin, int end)
    {
        return json("{'type':'TextPositionSelector','start':") + QByteArray::number(begin) + json(",'end':") + QByteArray::number(end) + '}';
    }
    static QByteArray quote(const QByteArray &exact, const QByteArray &prefix = {}, const QByteArray &suffix = {})
    {
        return json("{'type':'TextQuoteSelector','exact':'") + exact + json("','prefix':'") + prefix + json("','suffix':'") + suffix + "\"}";
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

void TestW3c::givesBackRandomArticles()
{
    QList<AnnotatedArticle> articles;
    for (quint32 seed = 0; seed < 30; ++seed)
        articles.append(randomArticle(seed));
    QList<Issue> losses;
    const Reading reading = throughFile(m_folder.filePath(QStringLiteral("random.jsonld")), QStringLiteral("w3c"), articles, &losses);
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(reading.articles.size(), articles.size());
    for (const Issue &loss : std::as_const(losses))
        QCOMPARE(loss.severity, Severity::Note);
    Kept kept;
    kept.origins = true;
    for (qsizetype i = 0; i < articles.size(); ++i)
        QCOMPARE(linesOf(reading.articles[i].article, kept), linesOf(articles[i], kept));
}

void TestW3c::readsBackAllThatItWrote()
{
    const QString path = m_folder.filePath(QStringLiteral("rich.jsonld"));
    const AnnotatedArticle article = richArticle();
    exportTo(path, QStringLiteral("w3c"), {article}, allStates());
    const Reading reading = readPath(path);
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(reading.articles.size(), 1);
    const AnnotatedArticle back = renumbered(reading.articles[0].article);
    const AnnotatedArticle there = renumbered(article);
    QCOMPARE(back.article, there.article);
    QCOMPARE(back.annotations.speakers, there.annotations.speakers);
    QCOMPARE(back.annotations.spans, there.annotations.spans);
    QCOMPARE(back.annotations.attributions, there.annotations.attributions);
}

void TestW3c::writesATargetForEachPiece()
{
    const QString path = m_folder.filePath(QStringLiteral("pieces.jsonld"));
    ArticleBuilder b(QStringLiteral("\U0001F600 One, two, three.\n"));
    b.span(QStringLiteral("Quotation"), {QStringLiteral("One"), QStringLiteral("three")});
    exportTo(path, QStringLiteral("w3c"), {b.article()});
    const QJsonObject page = QJsonDocument::fromJson(contentsOf(path)).array()[0].toObject();
    QCOMPARE(page[u"type"].toString(), QStringLiteral("AnnotationPage"));
    const QJsonObject item = page[u"items"].toArray()[0].toObject();
    QCOMPARE(item[u"body"][0][u"purpose"].toString(), QStringLiteral("tagging"));
    QCOMPARE(item[u"body"][0][u"value"].toString(), QStringLiteral("Quotation"));
    const QJsonArray targets = item[u"target"].toArray();
    QCOMPARE(targets.size(), 2);
    const QJsonArray selectors = targets[1][u"selector"].toArray();
    QCOMPARE(selectors[0][u"exact"].toString(), QStringLiteral("three"));
    QCOMPARE(selectors[0][u"prefix"].toString(), QStringLiteral("\U0001F600 One, two, "));
    QCOMPARE(selectors[0][u"suffix"].toString(), QStringLiteral(".\n"));
    QCOMPARE(selectors[1][u"start"].toInt(), 12);
    QCOMPARE(selectors[1][u"end"].toInt(), 17);
}

void TestW3c::tellsWhatOnlyQuothReads()
{
    const QList<Issue> losses = exportTo(m_folder.filePath(QStringLiteral("losses.jsonld")), QStringLiteral("w3c"), {richArticle()}, allStates());
    QCOMPARE(losses.size(), 2);
    QCOMPARE(losses[0].count, 2); // confidences
    QCOMPARE(losses[1].count, 8); // fillers
}

void TestW3c::readsAnnotationsOfOthersBesideTheirText()
{
    const Reading reading = read("Ana said \xE2\x80\x9CNo\xE2\x80\x9D to Ana.\n", json("[{'@context':'http://www.w3.org/ns/anno.jsonld','id':'urn:x:1','type':'Annotation',\n"
         "  'creator':{'id':'u1','type':'Person','name':'Otto'},\n"
         "  'body':[{'type':'TextualBody','purpose':'tagging','value':'Speaker'},{'type':'TextualBody','value':'who?'},{'type':'TextualBody','purpose':'commenting','value':'she'},\n"
         "          {'type':'TextualBody','purpose':'tagging','value':'twice'},{'type':'SpecificResource','purpose':'identifying','source':'http://www.wikidata.org/entity/Q7'}],\n"
         "  'target':{'source':'https://example.org/a','selector':[{'type':'TextQuoteSelector','exact':'Ana'},{'type':'TextPositionSelector','start':0,'end':3}]}},\n"
         " {'@context':'http://www.w3.org/ns/anno.jsonld','id':'urn:x:2','type':'Annotation','motivation':'highlighting','target':{'source':'https://example.org/a',\n"
         "  'selector':{'type':'TextPositionSelector','start':9,'end':13}}},\n"
         " {'type':'Annotation','motivation':'tagging','bodyValue':'Cue','target':{'source':'https://example.org/a','selector':{'type':'XPathSelector','value':'/p','refinedBy':{'type':'TextQuoteSelector','exact':'said'}}}}]"));
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Speaker:Ana"), QStringLiteral("Cue:said"), QStringLiteral("highlighting:“No”")}));
    const Span &span = reading.annotations().spans[0];
    QCOMPARE(span.note, QStringLiteral("who?\nshe"));
    QCOMPARE(span.attributes.value(u"tagging").toString(), QStringLiteral("twice"));
    QCOMPARE(span.provenance.origin, (Origin{OriginKind::Import, false, QStringLiteral("Otto"), {}}));
    QCOMPARE(reading.annotations().speakers.size(), 1);
    QCOMPARE(reading.annotations().speakers[0].name, QStringLiteral("Ana"));
    QCOMPARE(reading.annotations().speakers[0].wikidata, QStringLiteral("Q7"));
    QCOMPARE(reading.article().meta.url, QStringLiteral("https://example.org/a"));
    QCOMPARE(reading.article().externalId, QStringLiteral("doc"));
    QCOMPARE(reading.report.issues, QList<Issue>());
}

void TestW3c::countsCodePointsOrElseUnits()
{
    const QByteArray text = "\xF0\x9F\x98\x80\xF0\x9F\x98\x80 agre\xCC\x81" "ed \xD7\xA8\xD7\x95\xD7\xAA said said\n";
    const Reading reading = read(text, '[' + annotation(target('[' + quote("said") + ',' + position(15, 19) + ']')) + ',' // code points: the first
                                           + annotation(target('[' + quote("said") + ',' + position(22, 26) + ']')) + ',' // units: the second
                                           + annotation(target(position(3, 10))) + ']');
    QCOMPARE(words(reading), (QStringList{QStringLiteral("X:agre\u0301ed"), QStringLiteral("X:said"), QStringLiteral("X:said")}));
    QCOMPARE(reading.annotations().spans[1].fragments, (QList<TextRange>{{17, 21}}));
    QCOMPARE(reading.annotations().spans[2].fragments, (QList<TextRange>{{22, 26}}));
    QCOMPARE(reading.report.issues, QList<Issue>());
}

void TestW3c::looksForTheQuoteWherePositionsDoNotFit()
{
    const Reading reading = read("A bridge. No bridge fell, a bridge stood.\n",
                                 '[' + annotation(target('[' + quote("bridge", "a ", " stood") + ',' + position(500, 506) + ']')) + ','
                                     + annotation(target('[' + quote("bridge") + ',' + position(14, 20) + ']')) + ',' + annotation(target(quote("bridge", "A "))) + ','
                                     + annotation(target('[' + quote("No  bridge\\nfell") + ',' + position(10, 24) + ']')) + ']');
    QCOMPARE(words(reading), (QStringList{QStringLiteral("X:bridge"), QStringLiteral("X:No bridge fell"), QStringLiteral("X:bridge"), QStringLiteral("X:bridge")}));
    QCOMPARE(reading.annotations().spans[2].fragments[0].begin, 13);
    QCOMPARE(reading.annotations().spans[3].fragments[0].begin, 28);
    QCOMPARE(reading.issuesWith(QStringLiteral("the quote was looked for")), 1);
}

void TestW3c::findsQuotesByTheirSurroundings()
{
    const QString text = QStringLiteral("a b a c a d");
    const auto at = [&text](const Quote &quote) {
        const auto found = findQuote(quote, text);
        return found ? found->begin : -1;
    };
    const QString a = QStringLiteral("a");
    QCOMPARE(at({a, {}, {}, {}}), 0);
    QCOMPARE(at({a, {}, {}, TextRange{9, 10}}), 8);
    QCOMPARE(at({a, QStringLiteral("b "), {}, TextRange{9, 10}}), 4);
    QCOMPARE(at({a, {}, QStringLiteral(" d"), {}}), 8);
    QCOMPARE(at({QStringLiteral("x"), {}, {}, {}}), -1);
    QCOMPARE(at({{}, {}, {}, {}}), -1);
    const QString many(5000, u'a');
    QCOMPARE(findQuote({a, {}, {}, TextRange{4321, 4322}}, many).value_or(TextRange()), (TextRange{4321, 4322}));
}

void TestW3c::readsSingleAnnotationsAndCollections()
{
    const QByteArray one = annotation(target(position(0, 3)));
    QCOMPARE(words(read("Ana.\n", one)), QStringList(QStringLiteral("X:Ana")));
    const QByteArray page = json("{'@context':'http://www.w3.org/ns/anno.jsonld','type':'AnnotationPage','items':[") + one + "]}";
    const QByteArray collection = json("{'@context':'http://www.w3.org/ns/anno.jsonld','type':'AnnotationCollection','first':") + page + '}';
    QCOMPARE(words(read("Ana.\n", page)), QStringList(QStringLiteral("X:Ana")));
    QCOMPARE(words(read("Ana.\n", collection)), QStringList(QStringLiteral("X:Ana")));
}

void TestW3c::saysThatTheTextIsMissing()
{
    const QTemporaryDir folder;
    const Reading reading = readPath(writeFile(folder, QStringLiteral("alone.jsonld"), annotation(target(position(0, 3)))));
    QVERIFY(!reading.result);
    QVERIFY(reading.result.error().message.contains(QStringLiteral("alone.txt")));
}

void TestW3c::keepsTheCarriageReturnsInTheCount()
{
    const Reading reading = read("One\r\ntwo\r\nthree\r\n", annotation(target('[' + quote("two\\r\\nthree") + ',' + position(5, 15) + ']')));
    QCOMPARE(words(reading), QStringList(QStringLiteral("X:two\nthree")));
    QCOMPARE(reading.report.issues, QList<Issue>());
}

void TestW3c::reportsWhatItCannotPlace()
{
    const QByteArray both = target('[' + quote("Bob") + ',' + position(0, 3) + ']');
    const Reading reading = read("Ana said no.\n", '[' + annotation(both) + ',' + annotation(target(position(4, 400))) + ',' + annotation(target(position(4, 4))) + ','
                                     + annotation(target(position(8, 4))) + ',' + annotation("\"https://example.org/a\"") + ',' + annotation("17") + ','
                                     + annotation('[' + target(position(0, 3)) + ',' + both + ']') + ",7,null,{\"type\":\"Thing\"},"
                                     + json("{'type':'Annotation','motivation':'linking','body':'urn:1','target':'urn:2'},")
                                     + json("{'type':'Annotation','body':[{'type':'SpecificResource','purpose':'linking','source':'urn:9','quoth:role':'cue'}],'target':[]},")
                                     + annotation(target(position(4, 8)), "[]") + ']');
    QVERIFY(reading.result);
    QCOMPARE(words(reading), (QStringList{QStringLiteral("X:Ana"), QStringLiteral("highlighting:said")}));
    QCOMPARE(reading.issuesWith(QStringLiteral("no place was found")), 5);
    QCOMPARE(reading.issuesWith(QStringLiteral("without characters")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("A piece of an annotation")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("is not JSON of web annotations")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("no page of them")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("without saying in which roles")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("span that is not there")), 1);
    QVERIFY(reading.annotations().attributions.isEmpty());
}

void TestW3c::survivesFilesCutShort()
{
    const QString path = m_folder.filePath(QStringLiteral("whole.jsonld"));
    exportTo(path, QStringLiteral("w3c"), {randomArticle(1), randomArticle(2)}, allStates());
    const QByteArray whole = contentsOf(path);
    for (qsizetype size = 0; size < whole.size(); size += 997) {
        ImportOptions options;
        options.format = QStringLiteral("w3c");
        const Reading reading = readPath(writeFile(m_folder, QStringLiteral("cut.jsonld"), whole.left(size)), options);
        QVERIFY(reading.articles.size() < 2);
        QCOMPARE(bool(reading.result), !reading.articles.isEmpty());
        QVERIFY(!reading.result || !reading.report.issues.isEmpty() || size > whole.indexOf("},\n"));
    }
}

void TestW3c::cutsListsIntoItems()
{
    const auto items = [](const QByteArray &json) {
        QStringList result;
        JsonItems list(json);
        while (const auto item = list.next())
            result.append(QString::number(list.line()) + u' ' + QString::fromUtf8(item->data(), item->size()));
        return result;
    };
    QCOMPARE(items("[{\"a\":[1,2]},\n{\"b\":\"],}\\\"\"} , 3]"), (QStringList{QStringLiteral("1 {\"a\":[1,2]}"), QStringLiteral("2 {\"b\":\"],}\\\"\"} "), QStringLiteral("2 3")}));
    QCOMPARE(items("\xEF\xBB\xBF {}"), QStringList(QStringLiteral("1 {}")));
    QCOMPARE(items(""), QStringList());
    QCOMPARE(items("[]"), QStringList());
    QCOMPARE(items("[}{},}]"), (QStringList{QStringLiteral("1 }{}"), QStringLiteral("1 }")}));
    QCOMPARE(items("[{\"a\\"), QStringList(QStringLiteral("1 {\"a\\")));
}

void TestW3c::leavesOtherFilesAlone()
{
    const FormatRegistry registry;
    const auto best = [&](const QString &name, const QByteArray &bytes) {
        const auto importer = registry.bestImporter(writeFile(m_folder, name, bytes));
        return importer ? (*importer)->info().name : QString();
    };
    QCOMPARE(best(QStringLiteral("a.json"), annotation(target(position(0, 1)))), QStringLiteral("w3c"));
    const QByteArray record = json("{'id':'1','text':'see \\'@context\\' http://www.w3.org/ns/anno.jsonld'}");
    const QByteArray news = json("{'@context':'https://schema.org','@type':'NewsArticle'}");
    QCOMPARE(best(QStringLiteral("a.jsonl"), record), QStringLiteral("jsonl"));
    QVERIFY(best(QStringLiteral("a.jsonld"), news) != u"w3c");
}

void TestW3c::stopsWhenCancelled()
{
    const QString path = m_folder.filePath(QStringLiteral("cancel.jsonld"));
    exportTo(path, QStringLiteral("w3c"), {randomArticle(1), randomArticle(2)});
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

QTEST_GUILESS_MAIN(TestW3c)
#include "test_w3c.moc"
