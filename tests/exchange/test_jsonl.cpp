// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetesting.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestJsonl : public QObject
{
    Q_OBJECT

private slots:
    void readsBackAllThatItWrote();
    void writesWhatTheCorporaToolsRead();
    void writesEqualBytesForEqualArticles();
    void leavesOutStatesThatAreNotWantedAndCountsWhatFallsWithThem();
    void makesOneSpanOfFragmentsThatAttributionsShare();
    void keepsFieldsItDoesNotKnow();
    void mapsOffsetsAcrossNormalisation();
    void readsTheRestOfAFileWithBadLines();
    void reportsBadOffsets_data();
    void reportsBadOffsets();
    void reportsDanglingAndDoubleIds();
    void numbersArticlesWithTheSameId();
    void readsInvalidUtf8WithAnIssue();
    void readsAMegabyteOnOneLine();
    void readsUtf16WithAMark();
    void failsOnEmptyFilesAndForeignOnes();
    void stopsWhenCancelledOrWhenTheSinkFails();
    void leavesNoHalfFileBehind();
    void foldsIssuesThatRecur();

private:
    Reading read(const QByteArray &bytes) { return readPath(writeFile(m_folder, QStringLiteral("in.jsonl"), bytes)); }

    QTemporaryDir m_folder;
};

void TestJsonl::readsBackAllThatItWrote()
{
    const QString path = m_folder.filePath(QStringLiteral("out.jsonl"));
    const AnnotatedArticle article = richArticle();
    QCOMPARE(exportTo(path, QStringLiteral("jsonl"), {article}, allStates()), QList<Issue>());
    const Reading reading = readPath(path);
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(reading.articles.size(), 1);
    const AnnotatedArticle back = renumbered(reading.articles[0].article);
    const AnnotatedArticle there = renumbered(article);
    QCOMPARE(back.article, there.article);
    QCOMPARE(back.annotations.speakers, there.annotations.speakers);
    QCOMPARE(back.annotations.spans, there.annotations.spans);
    QCOMPARE(back.annotations.attributions, there.annotations.attributions);
}

void TestJsonl::writesWhatTheCorporaToolsRead()
{
    const QString path = m_folder.filePath(QStringLiteral("tools.jsonl"));
    QCOMPARE(exportTo(path, QStringLiteral("jsonl"), {richArticle()}), QList<Issue>());
    const QJsonObject record = QJsonDocument::fromJson(contentsOf(path)).object();
    QCOMPARE(record.value(u"format").toString(), QStringLiteral("quoth/1"));
    const QList<uint> text = record.value(u"text").toString().toUcs4();
    const auto words = [&text](const QJsonValue &fragments) {
        QStringList result;
        const QJsonArray array = fragments.toArray();
        for (const QJsonValue &f : array) {
            const QList<uint> piece = text.mid(f.toArray().at(0).toInt(), f.toArray().at(1).toInt() - f.toArray().at(0).toInt());
            result.append(QString::fromUcs4(reinterpret_cast<const char32_t *>(piece.constData()), piece.size()));
        }
        return result.join(u'|');
    };
    const QJsonArray attributions = record.value(u"attributions").toArray();
    QCOMPARE(attributions.size(), 3);
    const QJsonObject first = attributions[0].toObject();
    QCOMPARE(words(first.value(u"source")), QStringLiteral("Ana Petrova"));
    QCOMPARE(words(first.value(u"cue")), QStringLiteral("said"));
    QCOMPARE(words(first.value(u"content")), QStringLiteral("“We agre\u0301ed,”|“that all is \U0001F1FA\U0001F1E6 well.”"));
    QCOMPARE(first.value(u"kind").toString(), QStringLiteral("direct"));
    QCOMPARE(first.value(u"speaker"), record.value(u"speakers").toArray().at(0).toObject().value(u"id"));
    QCOMPARE(attributions[2].toObject().value(u"source").toArray(), QJsonArray());
    const QJsonArray claims = record.value(u"claims").toArray();
    QCOMPARE(claims.size(), 1);
    QCOMPARE(claims[0].toObject().value(u"claimant"), attributions[2].toObject().value(u"id"));
}

void TestJsonl::writesEqualBytesForEqualArticles()
{
    const QString one = m_folder.filePath(QStringLiteral("one.jsonl"));
    const QString two = m_folder.filePath(QStringLiteral("two.jsonl"));
    exportTo(one, QStringLiteral("jsonl"), {richArticle()}, allStates());
    const Reading reading = readPath(one);
    QCOMPARE(reading.articles.size(), 1);
    AnnotatedArticle again = renumbered(richArticle());
    exportTo(one, QStringLiteral("jsonl"), {again}, allStates());
    exportTo(two, QStringLiteral("jsonl"), {renumbered(reading.articles[0].article)}, allStates());
    QCOMPARE(contentsOf(two), contentsOf(one));
    QVERIFY(contentsOf(one).startsWith("{\"format\":\"quoth/1\",\"id\":\"a1\",\"title\":\"Talks ended\",\"text\":\""));
    QVERIFY(contentsOf(one).endsWith("}\n"));
}

void TestJsonl::leavesOutStatesThatAreNotWantedAndCountsWhatFallsWithThem()
{
    AnnotatedArticle article = richArticle();
    for (Span &span : article.annotations.spans) {
        if (span.label == u"Cue")
            span.provenance.state = State::Rejected;
    }
    const QString path = m_folder.filePath(QStringLiteral("states.jsonl"));
    const QList<Issue> issues = exportTo(path, QStringLiteral("jsonl"), {article});
    QCOMPARE(issues.size(), 1);
    QCOMPARE(issues[0].count, 3);
    const Reading reading = readPath(path);
    QCOMPARE(reading.annotations().spans.size(), article.annotations.spans.size() - 4);
    QCOMPARE(reading.annotations().attributions.size(), 3);
}

void TestJsonl::makesOneSpanOfFragmentsThatAttributionsShare()
{
    const Reading reading = read("{\"id\":\"d\",\"text\":\"He said A and B.\",\"attributions\":["
                                 "{\"id\":\"E1\",\"source\":[[0,2]],\"cue\":[[3,7]],\"content\":[[8,9],[14,15]],\"kind\":\"indirect\",\"polarity\":\"positive\"},"
                                 "{\"id\":\"E2\",\"source\":[[0,2]],\"cue\":[],\"content\":[[14,15]],\"kind\":null}],\"claims\":[]}");
    QVERIFY(reading.result);
    QCOMPARE(reading.report.issues, QList<Issue>());
    const Annotations &annotations = reading.annotations();
    QCOMPARE(annotations.spans.size(), 4);
    QCOMPARE(annotations.attributions.size(), 2);
    QCOMPARE(annotations.attributions[0].spans(sourceRole), annotations.attributions[1].spans(sourceRole));
    QCOMPARE(annotations.span(annotations.attributions[0].spans(contentRole)[0])->fragments, (QList<TextRange>{{8, 9}, {14, 15}}));
    QCOMPARE(annotations.attributions[0].attributes.value(u"polarity").toString(), QStringLiteral("positive"));
    QCOMPARE(annotations.spans[0].label, QStringLiteral("Speaker"));
    QVERIFY(annotations.spans[0].provenance.origin.kind == OriginKind::Import);
}

void TestJsonl::keepsFieldsItDoesNotKnow()
{
    const QByteArray line = "{\"id\":\"d\",\"text\":\"So.\",\"label\":1,\"coref\":[{\"a\":[1.5,null]}],"
                            "\"meta\":{\"publisher\":\"P\",\"date\":20240506,\"wire\":true,\"title\":\"T\",\"author\":[\"A\",\"B\"]}}";
    const Reading reading = read(line);
    const ArticleMeta &meta = reading.article().meta;
    QCOMPARE(meta.title, QStringLiteral("T"));
    QCOMPARE(meta.outlet, QStringLiteral("P"));
    QCOMPARE(meta.published, QStringLiteral("20240506"));
    QCOMPARE(meta.author, QStringLiteral("A, B"));
    const QString path = m_folder.filePath(QStringLiteral("fields.jsonl"));
    exportTo(path, QStringLiteral("jsonl"), {reading.articles[0].article});
    const QJsonObject back = QJsonDocument::fromJson(contentsOf(path)).object();
    const QJsonObject there = QJsonDocument::fromJson(line).object();
    QCOMPARE(back.value(u"label"), there.value(u"label"));
    QCOMPARE(back.value(u"coref"), there.value(u"coref"));
    QCOMPARE(back.value(u"meta").toObject().value(u"wire"), QJsonValue(true));
}

void TestJsonl::mapsOffsetsAcrossNormalisation()
{
    const Reading reading = read("{\"id\":\"d\",\"text\":\"\\ufeffA\\r\\n\\ud83d\\ude00 B\\u0000C\\rD\\r\\n\",\"spans\":["
                                 "{\"id\":\"1\",\"label\":\"X\",\"fragments\":[[6,7]]},{\"id\":\"2\",\"label\":\"X\",\"fragments\":[[8,13]]},"
                                 "{\"id\":\"3\",\"label\":\"X\",\"fragments\":[[2,3]]},{\"id\":\"4\",\"label\":\"X\",\"fragments\":[[1,4]]}]}");
    QVERIFY(reading.result);
    QCOMPARE(reading.article().text, QStringLiteral("A\n\U0001F600 B\uFFFDC\nD\n"));
    QStringList words;
    for (const Span &span : reading.annotations().spans)
        words.append(textOf(span.fragments, reading.article().text));
    QCOMPARE(words, (QStringList{QStringLiteral("A\n"), QStringLiteral("B"), QStringLiteral("C\nD\n")}));
    QCOMPARE(reading.issuesWith(QStringLiteral("without characters")), 1);
    QCOMPARE(reading.articles[0].changes.size(), 3);
}

void TestJsonl::readsTheRestOfAFileWithBadLines()
{
    const Reading reading = read("\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"One\"}\r\n\nnot json\n[1]\n{\"id\":\"x\"}\n{\"id\":\"b\",\"text\":\"Two\"");
    QVERIFY(reading.result);
    QCOMPARE(reading.report.articles, 1);
    QCOMPARE(reading.report.issues.size(), 4);
    QVERIFY(reading.report.issues[0].place.endsWith(QStringLiteral("line 3")));
    QCOMPARE(read("{\"id\":\"b\",\"text\":\"Two\"}").report.articles, 1);
}

void TestJsonl::reportsBadOffsets_data()
{
    QTest::addColumn<QByteArray>("fragments");
    QTest::addColumn<QString>("words");
    QTest::newRow("past the end") << QByteArray("[[4,9]]") << QStringLiteral("outside the text");
    QTest::newRow("negative") << QByteArray("[[-1,2]]") << QStringLiteral("outside the text");
    QTest::newRow("reversed") << QByteArray("[[3,1]]") << QStringLiteral("ends before it begins");
    QTest::newRow("zero-length") << QByteArray("[[2,2]]") << QStringLiteral("without characters");
    QTest::newRow("half") << QByteArray("[[1.5,2]]") << QStringLiteral("no pair");
    QTest::newRow("huge") << QByteArray("[[1e300,2e300]]") << QStringLiteral("no pair");
    QTest::newRow("beyond 32 bits") << QByteArray("[[4294967296,4294967298]]") << QStringLiteral("outside the text");
    QTest::newRow("words") << QByteArray("[[\"1\",\"2\"]]") << QStringLiteral("no pair");
    QTest::newRow("flat") << QByteArray("[1,2]") << QStringLiteral("no pair");
    QTest::newRow("no list") << QByteArray("7") << QStringLiteral("no list");
}

void TestJsonl::reportsBadOffsets()
{
    QFETCH(QByteArray, fragments);
    QFETCH(QString, words);
    const Reading reading = read("{\"id\":\"d\",\"text\":\"abc\U0001F600\",\"spans\":[{\"id\":\"s1\",\"label\":\"X\",\"fragments\":[[3,4]]},"
                                 "{\"id\":\"s2\",\"label\":\"X\",\"fragments\":" + fragments + "}],"
                                 "\"attributions\":[{\"id\":\"f\",\"content\":" + fragments + "}]}");
    QCOMPARE(reading.report.articles, 1);
    QCOMPARE(reading.annotations().spans.size(), 1);
    QCOMPARE(reading.annotations().spans[0].fragments, (QList<TextRange>{{3, 5}}));
    QVERIFY(reading.annotations().attributions.isEmpty());
    QVERIFY(reading.issuesWith(words) >= 2);
    QVERIFY(reading.report.issues[0].place.contains(QStringLiteral("line 1, span s2")));
}

void TestJsonl::reportsDanglingAndDoubleIds()
{
    const Reading reading = read("{\"id\":\"d\",\"text\":\"abcdef\",\"spans\":[{\"id\":\"s1\",\"label\":\"X\",\"fragments\":[[0,1]],\"speaker\":\"p9\"},"
                                 "{\"id\":\"s1\",\"label\":\"X\",\"fragments\":[[1,2]],\"text\":[\"c\"]}],"
                                 "\"attributions\":[{\"id\":\"f\",\"spans\":{\"content\":[\"s1\",\"s1\",\"s7\"]},\"speaker\":\"p8\"},{\"id\":\"f\",\"content\":[[2,3]]}],"
                                 "\"speakers\":[{\"id\":\"p1\",\"name\":\" \"},{\"id\":\"p2\",\"name\":\"A\",\"type\":\"robot\",\"colour\":\"red\"},{\"id\":\"p2\",\"name\":\"B\"}]}");
    QCOMPARE(reading.annotations().spans.size(), 3);
    QCOMPARE(reading.annotations().attributions.size(), 2);
    QCOMPARE(reading.annotations().attributions[0].fillers.size(), 1);
    QCOMPARE(reading.annotations().speakers.size(), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("speaker that is not listed")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("span that is not there")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("given twice")), 3);
    QCOMPARE(reading.issuesWith(QStringLiteral("without a name")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("type is not known")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("#rrggbb")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("not what its offsets give")), 1);
}

void TestJsonl::numbersArticlesWithTheSameId()
{
    const Reading reading = read("{\"id\":\"a\",\"text\":\"1\"}\n{\"id\":\"a\",\"text\":\"2\"}\n{\"id\":\"a (2)\",\"text\":\"3\"}\n{\"text\":\"4\"}\n{\"id\":5,\"text\":\"5\"}\n");
    QStringList ids;
    for (int i = 0; i < reading.articles.size(); ++i)
        ids.append(reading.article(i).externalId);
    QCOMPARE(ids, (QStringList{QStringLiteral("a"), QStringLiteral("a (2)"), QStringLiteral("a (2) (2)"), QStringLiteral("in-4"), QStringLiteral("5")}));
    QCOMPARE(reading.issuesWith(QStringLiteral("comes more than once")), 2);
}

void TestJsonl::readsInvalidUtf8WithAnIssue()
{
    const Reading reading = read("{\"id\":\"a\",\"text\":\"caf\xE9 so\",\"spans\":[{\"label\":\"X\",\"fragments\":[[5,7]]}]}\n");
    QCOMPARE(reading.report.articles, 1);
    QCOMPARE(reading.article().text, QStringLiteral("caf\uFFFD so"));
    QCOMPARE(textOf(reading.annotations().spans[0].fragments, reading.article().text), QStringLiteral("so"));
    QCOMPARE(reading.issuesWith(QStringLiteral("not valid UTF-8")), 1);
}

void TestJsonl::readsAMegabyteOnOneLine()
{
    QByteArray line = "{\"id\":\"a\",\"text\":\"" + QByteArray("\xF0\x9F\x98\x80 word ").repeated(150000) + "end\",\"spans\":[{\"label\":\"X\",\"fragments\":[[1050000,1050003]]}]}";
    const Reading reading = read(line);
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(textOf(reading.annotations().spans[0].fragments, reading.article().text), QStringLiteral("end"));
}

void TestJsonl::readsUtf16WithAMark()
{
    const QString line = QStringLiteral("\uFEFF{\"id\":\"a\",\"text\":\"Žižkov\"}\n");
    const Reading reading = read(QByteArray(reinterpret_cast<const char *>(line.utf16()), line.size() * 2));
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.article().text, QStringLiteral("Žižkov"));
}

void TestJsonl::failsOnEmptyFilesAndForeignOnes()
{
    QCOMPARE(read("").result.error().code, ErrorCode::BadInput);
    QCOMPARE(read("\n\n").result.error().code, ErrorCode::BadInput);
    const Reading foreign = read("{\"a\":1}\n{\"b\":2}\n");
    QCOMPARE(foreign.result.error().code, ErrorCode::BadInput);
    QVERIFY(foreign.result.error().place.endsWith(QStringLiteral("line 1")));
    QCOMPARE(readPath(m_folder.filePath(QStringLiteral("none.jsonl"))).result.error().code, ErrorCode::NotFound);
    ImportOptions options;
    options.format = QStringLiteral("jsonl");
    QCOMPARE(readPath(m_folder.path(), options).result.error().code, ErrorCode::NotReadable);
}

void TestJsonl::stopsWhenCancelledOrWhenTheSinkFails()
{
    const QString path = writeFile(m_folder, QStringLiteral("two.jsonl"), "{\"id\":\"a\",\"text\":\"1\"}\n{\"id\":\"b\",\"text\":\"2\"}\n");
    const FormatRegistry registry;
    ImportReport report;
    const Progress progress;
    const auto cancelling = [&progress](const ImportedArticle &) -> Result<void> {
        progress.cancel();
        return {};
    };
    QCOMPARE(registry.read(path, {}, cancelling, report, progress).error().code, ErrorCode::Cancelled);
    QCOMPARE(report.articles, 1);
    const auto failing = [](const ImportedArticle &) -> Result<void> { return Error{ErrorCode::NotWritable, QStringLiteral("full"), {}}; };
    QCOMPARE(registry.read(path, {}, failing, report).error().message, QStringLiteral("full"));
}

void TestJsonl::leavesNoHalfFileBehind()
{
    const QString path = writeFile(m_folder, QStringLiteral("kept.jsonl"), "old");
    const FormatRegistry registry;
    {
        auto session = registry.exporter(u"jsonl")->open(path, {});
        QVERIFY(session);
        QVERIFY((*session)->write(richArticle()));
    }
    QCOMPARE(contentsOf(path), QByteArray("old"));
    const QList<Issue> issues = exportTo(m_folder.filePath(QStringLiteral("no/such/folder.jsonl")), QStringLiteral("jsonl"), {});
    QCOMPARE(issues.size(), 1);
    QCOMPARE(issues[0].severity, Severity::Error);
    if (QFile::exists(QStringLiteral("/dev/full"))) {
        const QList<Issue> full = exportTo(QStringLiteral("/dev/full"), QStringLiteral("jsonl"), {richArticle()});
        QCOMPARE(full.size(), 1);
        QCOMPARE(full[0].severity, Severity::Error);
    }
}

void TestJsonl::foldsIssuesThatRecur()
{
    const Reading reading = read("{\"id\":\"a\",\"text\":\"1\"}\n" + QByteArray("nonsense\n").repeated(1000));
    QVERIFY(reading.report.issues.size() < 40);
    QCOMPARE(reading.issuesWith(QStringLiteral("not a JSON record")), 1000);
}

QTEST_GUILESS_MAIN(TestJsonl)
#include "test_jsonl.moc"
