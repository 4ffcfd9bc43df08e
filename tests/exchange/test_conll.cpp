// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roundtrip.h"

#include <app/exchange/conllwords.h>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestConll : public QObject
{
    Q_OBJECT

private slots:
    void givesBackTheSpansOfRandomArticles_data();
    void givesBackTheSpansOfRandomArticles();
    void keepsTheLongestWhereSpansMeet();
    void tellsAllThatItLoses();
    void writesTheLinesOfTheSharedTasks();
    void cutsTextsIntoWordsAndSentences();
    void readsAllSchemesAlike();
    void readsFourColumnsAndArticles();
    void makesATextOfTheWords();
    void reportsUnevenLinesAndEmptyFiles();
    void leavesOtherFilesAlone();
    void stopsWhenCancelled();

private:
    Reading read(const QByteArray &bytes) { return readPath(writeFile(m_folder, QStringLiteral("doc.conll"), bytes)); }
    static QStringList words(const Reading &reading, int article = 0)
    {
        QStringList result;
        for (const Span &span : reading.annotations(article).spans)
            result.append(span.label + u':' + textOf(span.fragments, reading.article(article).text));
        return result;
    }
    /// Labels and words of spans without their blanks, which these formats lose; each piece for itself.
    static QStringList bare(const AnnotatedArticle &annotated)
    {
        QStringList result;
        for (const Span &span : annotated.annotations.spans) {
            for (const TextRange fragment : span.fragments)
                result.append(span.label + u':' + withoutBlanks(annotated.article.text.mid(fragment.begin, fragment.length())));
        }
        result.sort();
        return result;
    }
    static QString withoutBlanks(QString text)
    {
        text.removeIf([](QChar c) { return c.isSpace(); });
        return text;
    }
    static int lost(const QList<Issue> &losses, const QString &words)
    {
        int count = 0;
        for (const Issue &loss : losses)
            count += loss.message.contains(words) && loss.severity == Severity::Warning ? loss.count : 0;
        return count;
    }

    QTemporaryDir m_folder;
};

void TestConll::givesBackTheSpansOfRandomArticles_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"conll2003", "conll2002", "conll-iobes", "conll-columns"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void TestConll::givesBackTheSpansOfRandomArticles()
{
    QFETCH(QString, format);
    const bool columns = format == u"conll-columns";
    for (quint32 seed = 0; seed < 30; ++seed) {
        RandomOptions options;
        options.overlapping = columns || seed % 2 == 0;
        const AnnotatedArticle article = randomArticle(seed, options);
        QList<Issue> losses;
        const Reading reading = throughFile(m_folder.filePath(QStringLiteral("random.conll")), format, {article}, &losses);
        QVERIFY(reading.result);
        QCOMPARE(reading.report.issues, QList<Issue>());
        QCOMPARE(withoutBlanks(reading.article().text), withoutBlanks(article.article.text));
        const int dropped = lost(losses, QStringLiteral("one with more words"));
        const QStringList back = bare(reading.articles[0].article);
        QStringList there = bare(article);
        if (dropped == 0) {
            QCOMPARE(back, there);
        } else {
            QVERIFY(!columns && options.overlapping);
            qsizetype pieces = 0;
            for (const QString &one : back)
                QVERIFY2(there.removeOne(one), qPrintable(one));
            for (const Span &span : article.annotations.spans)
                pieces += span.fragments.size() - 1;
            // As many spans are gone as the report says, each in one piece or more.
            QVERIFY(there.size() >= dropped && there.size() <= dropped + pieces);
        }
        QCOMPARE(lost(losses, QStringLiteral("Attributions have no place")), int(article.annotations.attributions.size()));
    }
}

void TestConll::keepsTheLongestWhereSpansMeet()
{
    ArticleBuilder b(QStringLiteral("Ana said that it rains a lot.\n"));
    b.span(QStringLiteral("Cue"), {QStringLiteral("said that")});
    b.span(QStringLiteral("Quotation"), {QStringLiteral("that it rains")});
    b.span(QStringLiteral("Claim"), {QStringLiteral("it rains a lot")});
    const QString path = m_folder.filePath(QStringLiteral("longest.conll"));
    QCOMPARE(lost(exportTo(path, QStringLiteral("conll2002"), {b.article()}), QStringLiteral("one with more words")), 1);
    QCOMPARE(words(readPath(path)), (QStringList{QStringLiteral("Cue:said that"), QStringLiteral("Claim:it rains a lot")}));
    QCOMPARE(lost(exportTo(path, QStringLiteral("conll-columns"), {b.article()}), QStringLiteral("one with more words")), 0);
    QCOMPARE(words(readPath(path)), (QStringList{QStringLiteral("Cue:said that"), QStringLiteral("Quotation:that it rains"), QStringLiteral("Claim:it rains a lot")}));
}

void TestConll::tellsAllThatItLoses()
{
    const QList<Issue> losses = exportTo(m_folder.filePath(QStringLiteral("rich.conll")), QStringLiteral("conll-columns"), {richArticle()}, allStates());
    QCOMPARE(lost(losses, QStringLiteral("Attributions have no place")), 3);
    QCOMPARE(lost(losses, QStringLiteral("States")), 3);
    QCOMPARE(lost(losses, QStringLiteral("Confidences")), 2);
    QCOMPARE(lost(losses, QStringLiteral("Origins")), 13);
    QCOMPARE(lost(losses, QStringLiteral("Notes")), 2);
    QCOMPARE(lost(losses, QStringLiteral("Attributes")), 2);
    QCOMPARE(lost(losses, QStringLiteral("Speakers")), 2);
    QCOMPARE(lost(losses, QStringLiteral("several pieces")), 1);
    QCOMPARE(lost(losses, QStringLiteral("id and metadata")), 1);
    QCOMPARE(lost(losses, QStringLiteral("blanks and line ends")), 1);
    ArticleBuilder b(QStringLiteral("a \n b"));
    b.span(QStringLiteral("X"), {QStringLiteral(" \n ")});
    b.span(QStringLiteral("X"), {QStringLiteral("a ")});
    const QList<Issue> blanks = exportTo(m_folder.filePath(QStringLiteral("blank.conll")), QStringLiteral("conll2002"), {b.article(), ArticleBuilder(QStringLiteral("\n")).article()});
    QCOMPARE(lost(blanks, QStringLiteral("nothing but blanks")), 1);
    QCOMPARE(lost(blanks, QStringLiteral("begin or end with")), 1);
    QCOMPARE(lost(blanks, QStringLiteral("Articles without words")), 1);
}

void TestConll::writesTheLinesOfTheSharedTasks()
{
    ArticleBuilder b(QStringLiteral("“No,” Ana Petrova said. \U0001F600 It\nis.\n"));
    b.span(QStringLiteral("Speaker"), {QStringLiteral("Ana Petrova")});
    b.span(QStringLiteral("Cue"), {QStringLiteral("said")});
    const QString path = m_folder.filePath(QStringLiteral("lines.conll"));
    exportTo(path, QStringLiteral("conll2003"), {b.article()});
    QCOMPARE(QString::fromUtf8(contentsOf(path)), QStringLiteral("-DOCSTART- -X- O O\n\n“ _ _ O\nNo _ _ O\n, _ _ O\n” _ _ O\nAna _ _ B-Speaker\nPetrova _ _ I-Speaker\nsaid _ _ B-Cue\n. _ _ O\n\n"
                                                                   "\U0001F600 _ _ O\nIt _ _ O\n\nis _ _ O\n. _ _ O\n\n"));
    exportTo(path, QStringLiteral("conll-iobes"), {b.article()});
    QVERIFY(QString::fromUtf8(contentsOf(path)).contains(QStringLiteral("Ana B-Speaker\nPetrova E-Speaker\nsaid S-Cue\n. O\n")));
    b.span(QStringLiteral("Speaker"), {QStringLiteral("Petrova said")});
    exportTo(path, QStringLiteral("conll-columns"), {b.article()});
    QVERIFY(QString::fromUtf8(contentsOf(path)).startsWith(QStringLiteral("-DOCSTART- Speaker Speaker Cue\n\n“ O O O\n")));
    QVERIFY(QString::fromUtf8(contentsOf(path)).contains(QStringLiteral("Petrova I-Speaker B-Speaker O\nsaid O I-Speaker B-Cue\n")));
}

void TestConll::cutsTextsIntoWordsAndSentences()
{
    const auto cut = [](const ArticleBuilder &b) {
        LossList losses;
        ArticleBuilder builder = b;
        const ConllWords words = conllWords(builder.article(), losses);
        QStringList result;
        for (qsizetype i = 0; i < words.words.size(); ++i) {
            result.append(builder.article().article.text.mid(words.words[i].begin, words.words[i].length()));
            if (words.sentenceEnds.contains(i + 1))
                result.append(QStringLiteral("|"));
        }
        return result.join(u' ');
    };
    QCOMPARE(cut(ArticleBuilder(QStringLiteral("It’s 3.5% of 1,000; see e.g. R&D, (well-known)."))), QStringLiteral("It’s 3.5 % of 1,000 ; see e.g . | R & D , ( well-known ) . |"));
    QCOMPARE(cut(ArticleBuilder(QStringLiteral("He said “No.” Then he went. and so"))), QStringLiteral("He said “ No . ” | Then he went . and so |"));
    QCOMPARE(cut(ArticleBuilder(QStringLiteral("agre\u0301ed \U0001F468\u200D\U0001F469\u200D\U0001F467 \u05E8\u05D5\u05EA"))),
             QStringLiteral("agre\u0301ed \U0001F468\u200D\U0001F469\u200D\U0001F467 \u05E8\u05D5\u05EA |"));
    ArticleBuilder b(QStringLiteral("One.\nTwo three\nFour"));
    b.span(QStringLiteral("X"), {QStringLiteral("wo three\nFo")});
    QCOMPARE(cut(b), QStringLiteral("One . | T wo three Fo ur |"));
}

void TestConll::readsAllSchemesAlike()
{
    const QStringList expected{QStringLiteral("A:one two"), QStringLiteral("A:three"), QStringLiteral("B:four"), QStringLiteral("A:six")};
    QCOMPARE(words(read("one I-A\ntwo I-A\nthree B-A\nfour I-B\nfive O\n\nsix I-A\n")), expected); // IOB1
    QCOMPARE(words(read("one B-A\ntwo I-A\nthree B-A\nfour B-B\nfive O\n\nsix B-A\n")), expected); // IOB2
    QCOMPARE(words(read("one B-A\ntwo E-A\nthree S-A\nfour S-B\nfive O\n\nsix S-A")), expected); // IOBES
    QCOMPARE(words(read("one\tB-A\r\ntwo\tL-A\r\nthree\tU-A\r\nfour\tU-B\r\nfive\tO\r\n\r\nsix\tU-A\r\n")), expected); // BILOU
    ImportOptions options;
    options.format = QStringLiteral("conll2002");
    options.state = State::Suggested;
    const Reading io = readPath(writeFile(m_folder, QStringLiteral("io.txt"), "one A\ntwo A\nthree _\nfour B\n"), options);
    QCOMPARE(words(io), (QStringList{QStringLiteral("A:one two"), QStringLiteral("B:four")}));
    QVERIFY(io.annotations().spans[0].provenance.state == State::Suggested);
}

void TestConll::readsFourColumnsAndArticles()
{
    const Reading reading = read("-DOCSTART- -X- O O\n\nAna NNP I-NP I-PER\nspoke VBD I-VP O\n\n-DOCSTART- -X- O O\n\nTalks NNS I-NP O\nin IN I-PP O\nOslo NNP I-NP I-LOC\n");
    QCOMPARE(reading.report.articles, 2);
    QCOMPARE(words(reading, 0), QStringList(QStringLiteral("PER:Ana")));
    QCOMPARE(words(reading, 1), QStringList(QStringLiteral("LOC:Oslo")));
    QCOMPARE(reading.article(1).externalId, QStringLiteral("doc-2"));
    QCOMPARE(reading.article(1).meta.title, QStringLiteral("doc-2"));
    QCOMPARE(reading.article(1).text, QStringLiteral("Talks in Oslo\n"));
}

void TestConll::makesATextOfTheWords()
{
    QCOMPARE(read("\" O\nNo O\n, O\n\" O\nAna B-P\nsaid O\n( O\ntwice O\n) O\n. O\n\nDo O\nn't O\nsay O\n$ O\n5 O\n! O\n").article().text, QStringLiteral("\"No,\" Ana said (twice).\nDon't say $5!\n"));
    QCOMPARE(words(read("\xF0\x9F\x98\x80 O\n\xD7\xA8\xD7\x95\xD7\xAA B-P\nagre\xCC\x81" "ed I-P\n")), QStringList(QStringLiteral("P:\u05E8\u05D5\u05EA agre\u0301ed")));
}

void TestConll::reportsUnevenLinesAndEmptyFiles()
{
    const Reading reading = read("one B-A\ntwo\nthree x I-A\nfour I-A\n");
    QCOMPARE(reading.issuesWith(QStringLiteral("not as many columns")), 2);
    ImportOptions options;
    options.format = QStringLiteral("conll2003");
    for (const QByteArray &bytes : {QByteArray("\n\n\n"), QByteArray("-DOCSTART- -X- O O\n\n")})
        QVERIFY(!readPath(writeFile(m_folder, QStringLiteral("empty.conll"), bytes), options).result);
    QCOMPARE(readPath(writeFile(m_folder, QStringLiteral("odd.conll"), "-DOCSTART- A B\nx B-A\nonly\n"), options).issuesWith(QStringLiteral("not as many columns")), 2);
}

void TestConll::leavesOtherFilesAlone()
{
    const FormatRegistry registry;
    const auto best = [&](const QString &name, const QByteArray &bytes) { return (*registry.bestImporter(writeFile(m_folder, name, bytes)))->info().name; };
    QCOMPARE(best(QStringLiteral("a.txt"), "Ana B-P\nsaid O\n\n"), QStringLiteral("conll2003"));
    QCOMPARE(best(QStringLiteral("b.txt"), "Plain text\nis O\nK\n"), QStringLiteral("text"));
    QCOMPARE(best(QStringLiteral("c.txt"), "A line of\nprose B-Z\n"), QStringLiteral("text"));
}

void TestConll::stopsWhenCancelled()
{
    const Progress progress;
    ImportReport report;
    const auto sink = [&progress](const ImportedArticle &) -> Result<void> {
        progress.cancel();
        return {};
    };
    const QString path = writeFile(m_folder, QStringLiteral("cancel.conll"), "-DOCSTART- O\n\na O\n\n-DOCSTART- O\n\nb O\n\n");
    const Result<void> result = FormatRegistry().read(path, {}, sink, report, progress);
    QVERIFY(!result);
    QVERIFY(result.error().code == ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestConll)
#include "test_conll.moc"
