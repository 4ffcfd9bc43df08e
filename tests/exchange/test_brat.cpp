// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetesting.h"

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestBrat : public QObject
{
    Q_OBJECT

private slots:
    void readsBackAllThatItWrote();
    void cutsSpansAtLineBreaksAndJoinsThemAgain();
    void writesLinesThatBratAccepts();
    void readsPolnearsForm();
    void countsCrlfAsOneUnlessTheTextsSayTwo();
    void keepsAByteOrderMarkInTheCount();
    void reportsWhatItCannotKeep();
    void reportsBadOffsets();
    void readsEventsWithinEvents();
    void readsAFolderAndSkipsWhatHasNoText();
    void namesFilesSafely();
    void leavesNothingBehindWithoutFinish();
    void refusesTheStandardOutputAndFiles();

private:
    Reading read(const QByteArray &text, const QByteArray &annotations)
    {
        writeFile(m_folder, QStringLiteral("doc.txt"), text);
        return readPath(writeFile(m_folder, QStringLiteral("doc.ann"), annotations));
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

void TestBrat::readsBackAllThatItWrote()
{
    const QString path = m_folder.filePath(QStringLiteral("rich"));
    const AnnotatedArticle article = richArticle();
    exportTo(path, QStringLiteral("brat"), {article}, allStates());
    const Reading reading = readPath(path);
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(reading.articles.size(), 1);
    const AnnotatedArticle back = renumbered(reading.articles[0].article);
    const AnnotatedArticle there = renumbered(article);
    QCOMPARE(back.article.text, there.article.text);
    QCOMPARE(back.article.externalId, there.article.externalId);
    QCOMPARE(back.annotations.speakers, there.annotations.speakers);
    QCOMPARE(back.annotations.spans, there.annotations.spans);
    // Attributions without a kind get the one that their quotation marks give; all of the article's but the nested one have one.
    Annotations withKind = there.annotations;
    withKind.attributions[2].kind = Kind::Indirect;
    QCOMPARE(back.annotations.attributions, withKind.attributions);
}

void TestBrat::cutsSpansAtLineBreaksAndJoinsThemAgain()
{
    ArticleBuilder b(QStringLiteral("One \U0001F600\n\ntwo\n"));
    b.span(QStringLiteral("Quotation"), {QStringLiteral("One \U0001F600\n\ntwo")});
    b.span(QStringLiteral("Cue"), {QStringLiteral("\n\n")});
    const QString path = m_folder.filePath(QStringLiteral("breaks"));
    const QList<Issue> issues = exportTo(path, QStringLiteral("brat"), {b.article()});
    QVERIFY(contentsOf(path + QStringLiteral("/a1.ann")).startsWith("T1\tQuotation 0 5;7 10\tOne \xF0\x9F\x98\x80 two\n"));
    QCOMPARE(issues.size(), 3);
    const Reading reading = readPath(path);
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Quotation:One \U0001F600\n\ntwo")}));
    // A span that was moved in brat keeps its new place.
    QByteArray moved = contentsOf(path + QStringLiteral("/a1.ann"));
    moved.replace("0 5;7 10\tOne \xF0\x9F\x98\x80 two", "7 10\ttwo");
    QCOMPARE(words(read("One \xF0\x9F\x98\x80\n\ntwo\n", moved)), (QStringList{QStringLiteral("Quotation:two")}));
}

void TestBrat::writesLinesThatBratAccepts()
{
    const QString path = m_folder.filePath(QStringLiteral("lines"));
    ExportOptions options;
    Label label;
    label.name = QStringLiteral("Claim");
    label.attributes = {{QStringLiteral("checkworthy"), {}, {QStringLiteral("yes"), QStringLiteral("no")}}};
    options.schema.labels = {label};
    options.schema.frameTypes = {{QStringLiteral("Attribution"), {}, {}, {}, {{QStringLiteral("content"), {}, {QStringLiteral("Quotation")}, true}}}};
    exportTo(path, QStringLiteral("brat"), {richArticle()}, options);
    const QString text = richArticle().article.text;
    const QList<uint> codePoints = text.toUcs4();
    const QStringList lines = QString::fromUtf8(contentsOf(path + QStringLiteral("/a1.ann"))).split(u'\n', Qt::SkipEmptyParts);
    int events = 0;
    for (const QString &line : lines) {
        const QStringList fields = line.split(u'\t');
        if (line.startsWith(u'T')) {
            QCOMPARE(fields.size(), 3);
            QStringList pieces;
            const QStringList ranges = fields[1].section(u' ', 1).split(u';');
            for (const QString &range : ranges) {
                const QList<uint> piece = codePoints.mid(range.section(u' ', 0, 0).toInt(), range.section(u' ', 1).toInt() - range.section(u' ', 0, 0).toInt());
                pieces.append(QString::fromUcs4(reinterpret_cast<const char32_t *>(piece.constData()), piece.size()));
            }
            QCOMPARE(pieces.join(u' '), fields[2]);
        }
        events += line.startsWith(u'E');
    }
    QCOMPARE(events, 3);
    const QByteArray configuration = contentsOf(path + QStringLiteral("/annotation.conf"));
    QVERIFY(configuration.contains("[events]\nAttribution\tContent+:Quotation\n"));
    QVERIFY(configuration.contains("checkworthy\tArg:Claim, Value:yes|no\n"));
    QVERIFY(configuration.contains("\nScareQuote\n"));
}

void TestBrat::readsPolnearsForm()
{
    const Reading reading = read("Ana said A.\nAnd B.\n",
                                 "T1\tSource 0 3\tAna\nT2\tCue 4 8\tsaid\nT3\tContent 9 17\tA.\nAnd B\nT4\tAttribution 4 8\tsaid\n"
                                 "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n#1\tAnnotatorNotes E1\tdoubtful\n");
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Speaker:Ana"), QStringLiteral("Cue:said"), QStringLiteral("Quotation:A.\nAnd B")}));
    QCOMPARE(reading.annotations().attributions.size(), 1);
    const Attribution &attribution = reading.annotations().attributions[0];
    QCOMPARE(attribution.fillers.size(), 3);
    QCOMPARE(attribution.note, QStringLiteral("doubtful"));
    QVERIFY(attribution.kind == Kind::Indirect);
    // Where no argument repeats the trigger, the trigger is the cue.
    const Reading bare = read("Ana said A.\n", "T1\tSource 0 3\tAna\nT2\tSource 9 10\tA\nT4\tSaying 4 8\tsaid\nE1\tSaying:T4 Source:T1 Source2:T2\n");
    QCOMPARE(bare.annotations().attributions[0].type, QStringLiteral("Saying"));
    QCOMPARE(bare.annotations().attributions[0].spans(cueRole).size(), 1);
    QCOMPARE(bare.annotations().attributions[0].spans(sourceRole).size(), 2);
}

void TestBrat::countsCrlfAsOneUnlessTheTextsSayTwo()
{
    const Reading one = read("A\r\nB\r\nword\r\n", "T1\tX 4 8\tword\r\n");
    QCOMPARE(words(one), QStringList{QStringLiteral("X:word")});
    QCOMPARE(one.articles[0].changes.size(), 1);
    QCOMPARE(one.report.issues, QList<Issue>());
    const Reading two = read("A\r\nB\r\nword\r\n", "T1\tX 6 10\tword\n");
    QCOMPARE(words(two), QStringList{QStringLiteral("X:word")});
    QCOMPARE(two.report.issues.size(), 1);
}

void TestBrat::keepsAByteOrderMarkInTheCount()
{
    QCOMPARE(words(read("\xEF\xBB\xBFword\n", "T1\tX 1 5\tword\n")), QStringList{QStringLiteral("X:word")});
}

void TestBrat::reportsWhatItCannotKeep()
{
    const Reading reading = read("Ana said A.\n",
                                 "T1\tSpeaker 0 3\tAna\nT2\tCue 4 8\tsaid\nT1\tCue 4 8\tsaid\n*\tEquiv T1 T2\nR1\tCoref Arg1:T1 Arg2:T2\n"
                                 "R2\tAttribution Arg1:T1 Arg2:T2\nM1\tNegation T2\nA1\tMood T2 glad\nA2\tMood T9\nE1\tAttribution:T7\n"
                                 "N1\tReference T1 Wikidata:Q5\tAna P\nN2\tReference T1 GeoNames:1\tAna\n#1\tAnnotatorNotes T8\tx\nR3\tOne Arg1:T1\n");
    QVERIFY(reading.result);
    QCOMPARE(reading.issuesWith(QStringLiteral("equivalence")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("binary relation")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("given twice")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("attribute of something")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("trigger that is not there")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("normalisation")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("note on something")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("no annotation of brat")), 1);
    QCOMPARE(reading.annotations().attributions.size(), 1);
    QCOMPARE(reading.annotations().speakers.size(), 1);
    QCOMPARE(reading.annotations().speakers[0].name, QStringLiteral("Ana P"));
    QCOMPARE(reading.annotations().spans[1].attributes, (QJsonObject{{QStringLiteral("Negation"), true}, {QStringLiteral("Mood"), QStringLiteral("glad")}}));
}

void TestBrat::reportsBadOffsets()
{
    const Reading reading = read("Ana said A.\n", "T1\tX 5 3\ta\nT2\tX 4 4\t\nT3\tX 0 99\tb\nT4\tX -1 2\tc\nT5\tX a b\td\nT6\tX 0 3;4 8\tAna said\nT7\tX 0 3\tBob\n"
                                                  "T8\tX 99999999999999999999 1\tx\nT9\tX\tx\n");
    QCOMPARE(words(reading), (QStringList{QStringLiteral("X:Ana|said"), QStringLiteral("X:Ana")}));
    QCOMPARE(reading.issuesWith(QStringLiteral("outside the text")), 3);
    QCOMPARE(reading.issuesWith(QStringLiteral("without characters")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("no annotation of brat")), 3);
    QCOMPARE(reading.issuesWith(QStringLiteral("offsets were believed")), 1);
}

void TestBrat::readsEventsWithinEvents()
{
    const Reading reading = read("A said B said C.\n", "T1\tAttribution 2 6\tsaid\nT2\tAttribution 9 13\tsaid\nT3\tContent 14 15\tC\n"
                                                       "E1\tAttribution:T1 Content:E2\nE2\tAttribution:T2 Content:T3\nE3\tAttribution:T1 Content:E3\n");
    QCOMPARE(reading.annotations().attributions.size(), 3);
    QCOMPARE(reading.issuesWith(QStringLiteral("event's trigger")), 2);
}

void TestBrat::readsAFolderAndSkipsWhatHasNoText()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("sub")));
    writeFile(folder, QStringLiteral("a.txt"), "One.\n");
    writeFile(folder, QStringLiteral("sub/b.txt"), "Two.\n");
    writeFile(folder, QStringLiteral("sub/b.ann"), "T1\tX 0 3\tTwo\n");
    writeFile(folder, QStringLiteral("c.ann"), "T1\tX 0 3\tTwo\n");
    writeFile(folder, QStringLiteral("d.txt"), "");
    const Reading reading = readPath(folder.path());
    QVERIFY(reading.result);
    QCOMPARE(reading.report.articles, 2);
    QCOMPARE(reading.article(1).externalId, QStringLiteral("sub/b"));
    QCOMPARE(reading.annotations(1).spans.size(), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("without its text")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("The file is empty")), 1);
    QCOMPARE(readPath(folder.filePath(QStringLiteral("c.ann"))).result.error().code, ErrorCode::NotFound);
    QCOMPARE(readPath(folder.filePath(QStringLiteral("sub/b.txt"))).annotations().spans.size(), 1);
}

void TestBrat::namesFilesSafely()
{
    QList<AnnotatedArticle> articles;
    for (const QString &id : {QStringLiteral("../../x"), QStringLiteral("A"), QStringLiteral("a"), QString(), QString(400, u'\u00E9')})
        articles.append(ArticleBuilder(QStringLiteral("Text."), id).article());
    const QString path = m_folder.filePath(QStringLiteral("names"));
    const QList<Issue> issues = exportTo(path, QStringLiteral("brat"), articles);
    QCOMPARE(issues.size(), 1);
    QCOMPARE(issues[0].count, 4);
    QCOMPARE(QDir(path).entryList({QStringLiteral("*.txt")}).size(), 5);
    QCOMPARE(readPath(path).report.articles, 5);
    QCOMPARE(exportTo(path, QStringLiteral("brat"), articles).size(), 1);
    QCOMPARE(readPath(path).report.articles, 5);
}

void TestBrat::leavesNothingBehindWithoutFinish()
{
    const QTemporaryDir folder;
    {
        const FormatRegistry registry;
        auto session = registry.exporter(u"brat")->open(folder.filePath(QStringLiteral("out")), {});
        QVERIFY(session);
        QVERIFY((*session)->write(richArticle()));
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

void TestBrat::refusesTheStandardOutputAndFiles()
{
    QCOMPARE(exportTo(QStringLiteral("-"), QStringLiteral("brat"), {}).value(0).severity, Severity::Error);
    const QString file = writeFile(m_folder, QStringLiteral("file"), "x");
    QCOMPARE(exportTo(file, QStringLiteral("brat"), {}).value(0).severity, Severity::Error);
    QCOMPARE(contentsOf(file), QByteArray("x"));
    QCOMPARE(exportTo(m_folder.filePath(QStringLiteral("no/such/folder")), QStringLiteral("brat"), {}).value(0).severity, Severity::Error);
}

QTEST_GUILESS_MAIN(TestBrat)
#include "test_brat.moc"
